import { type Identity, identities } from '@dongzhou/terms/identity'

/** Every identity as options of a choice or a filter. */
export const identityOptions: readonly { readonly value: Identity; readonly label: string }[] = (
  Object.entries(identities) as [Identity, string][]
).map(([value, label]) => ({ value, label }))

/** 身份 as plain text, for table cells: 退役军人、残疾军人. */
export function identityText(list: readonly Identity[]): string {
  return list.map((identity) => identities[identity]).join('、')
}
