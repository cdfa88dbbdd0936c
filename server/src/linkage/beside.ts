import type { KindBeside } from '@dongzhou/contract/linkage'
import { agreementOf, sharesTime } from '@dongzhou/terms/agreement'
import { type FactKind, factKinds, isFactKind } from '@dongzhou/terms/fact'
import { type PersonFact, presentFact } from '../registry/index.ts'

/** 对照 (side by side): the facts in force of two people, kind by kind in the order of a file, with where they contradict each other. */
export function besideEachOther(
  first: readonly PersonFact[],
  second: readonly PersonFact[],
  names: ReadonlyMap<string, string>,
): readonly KindBeside[] {
  const [mine, theirs] = [byKind(first), byKind(second)]
  return Object.keys(factKinds)
    .filter(isFactKind)
    .filter((kind) => mine.has(kind) || theirs.has(kind))
    .map((kind) => {
      const [one, other] = [mine.get(kind) ?? [], theirs.get(kind) ?? []]
      const standing = standingOf(kind, one, other)
      return {
        kind,
        kindName: factKinds[kind].name,
        standing,
        isChoice: standing === 'differs',
        first: one.map((fact) => presentFact(fact, names)),
        second: other.map((fact) => presentFact(fact, names)),
      }
    })
}

/** `differs` only where one value holds at a time: two phones, two merits are no contradiction. */
export function standingOf(
  kind: FactKind,
  one: readonly PersonFact[],
  other: readonly PersonFact[],
): KindBeside['standing'] {
  if (other.length === 0) return 'only-first'
  if (one.length === 0) return 'only-second'
  if (factKinds[kind].holds === 'single') {
    return one.some((mine) => other.some((theirs) => contradict(mine, theirs))) ? 'differs' : 'same'
  }
  return areAllTold(one, other) && areAllTold(other, one) ? 'same' : 'both'
}

function contradict(one: PersonFact, other: PersonFact): boolean {
  return sharesTime(one, other) && agreementOf(one, other) === 'differs'
}

function areAllTold(facts: readonly PersonFact[], by: readonly PersonFact[]): boolean {
  return facts.every((fact) => by.some((other) => agreementOf(fact, other) === 'same'))
}

function byKind(facts: readonly PersonFact[]): ReadonlyMap<FactKind, readonly PersonFact[]> {
  return Map.groupBy(facts, ({ kind }) => kind)
}
