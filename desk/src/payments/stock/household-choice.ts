import type { PersonFile } from '@dongzhou/contract/registry'
import { moveWords } from './stock-words.ts'

/** 户 as a receiver: named after its head, as the server writes it down. */
export interface HouseholdChoice {
  readonly id: number
  readonly name: string
  /** Who lives there, the head first; those out of sight are not named. */
  readonly members: readonly string[]
}

/** The household somebody lives in; undefined where they are in none. */
export function householdChoice({
  name,
  household,
}: Pick<PersonFile, 'name' | 'household'>): HouseholdChoice | undefined {
  if (household === null) return undefined
  const head = household.members.find(({ isHead }) => isHead) ?? { name }
  const members = household.members.map((member) => member.name).filter((one) => one !== '')
  return { id: household.id, name: moveWords.householdName(head.name), members }
}
