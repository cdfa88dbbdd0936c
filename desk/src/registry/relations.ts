import type { PersonFile, RelationView } from '@dongzhou/contract/registry'

/** Those who act for a person are looked for first, then the family. */
const ranks: { readonly [K in RelationView['kind']]: number } = {
  guardian: 0,
  payee: 1,
  spouse: 2,
  child: 3,
  parent: 4,
  sibling: 5,
  'household-head': 6,
  'household-member': 7,
}

/** Is the relation over on this day? The end is exclusive: on it, it no longer holds. */
export function isOver({ validTo }: Pick<RelationView, 'validTo'>, today: string): boolean {
  return validTo !== null && validTo <= today
}

/** Relations in the order people look for them; what is over stands last. */
export function relationOrder(relations: readonly RelationView[], today: string): readonly RelationView[] {
  const rankOf = (relation: RelationView): number => ranks[relation.kind] + (isOver(relation, today) ? 10 : 0)
  return [...relations].sort((one, other) => rankOf(one) - rankOf(other) || one.id - other.id)
}

/** All relations in one text, for comparing two states of a file. */
export function relationsText({ relations }: Pick<PersonFile, 'relations'>): string {
  return relations
    .map((relation) => `${relation.kindName}：${relation.name}${relation.validTo === null ? '' : '（已终止）'}`)
    .join('；')
}
