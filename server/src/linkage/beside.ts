import type { KindBeside } from '@dongzhou/contract/linkage'
import { contradict } from '@dongzhou/engines/linkage'
import { agreementOf, singleThingOf } from '@dongzhou/terms/agreement'
import { benefits } from '@dongzhou/terms/benefit'
import { factKinds } from '@dongzhou/terms/fact'
import { type PersonFact, presentFact } from '../registry/index.ts'
import type { Uncovered } from './uncovered-months.ts'

/**
 * 对照 (side by side): the facts in force of two people, kind by kind in the order of a file, with where they contradict each other. The
 * decisions on each benefit stand by themselves, because each is chosen by itself. `uncovered`: what each choice of
 * a decision would cost in months (uncoveredMonths).
 */
export function besideEachOther(
  first: readonly PersonFact[],
  second: readonly PersonFact[],
  names: ReadonlyMap<string, string>,
  uncovered: Uncovered = new Map(),
): readonly KindBeside[] {
  const [mine, theirs] = [byThing(first), byThing(second)]
  return [...new Map([...mine, ...theirs])]
    .toSorted(([, [one]], [, [other]]) => placeOf(one) - placeOf(other))
    .flatMap(([thing, [sample]]) => {
      if (sample === undefined) return []
      const [one, other] = [mine.get(thing) ?? [], theirs.get(thing) ?? []]
      const standing = standingOf(one, other)
      return [
        {
          thing,
          kind: sample.kind,
          kindName: nameOf(sample),
          standing,
          isChoice: standing === 'differs',
          uncovered: uncovered.get(thing) ?? [],
          first: one.map((fact) => presentFact(fact, names)),
          second: other.map((fact) => presentFact(fact, names)),
        },
      ]
    })
}

/** `differs` only where one value holds at a time: two phones, two merits are no contradiction. */
export function standingOf(one: readonly PersonFact[], other: readonly PersonFact[]): KindBeside['standing'] {
  if (other.length === 0) return 'only-first'
  if (one.length === 0) return 'only-second'
  if (one.some((mine) => other.some((theirs) => contradict(mine, theirs)))) return 'differs'
  if (one.every(({ kind }) => factKinds[kind].holds === 'single')) return 'same'
  return areAllTold(one, other) && areAllTold(other, one) ? 'same' : 'both'
}

function areAllTold(facts: readonly PersonFact[], by: readonly PersonFact[]): boolean {
  return facts.every((fact) => by.some((other) => agreementOf(fact, other) === 'same'))
}

function byThing(facts: readonly PersonFact[]): ReadonlyMap<string, readonly PersonFact[]> {
  return Map.groupBy(facts, (fact) => singleThingOf(fact) ?? (fact.kind === 'award' ? nameOf(fact) : fact.kind))
}

function nameOf(fact: PersonFact): string {
  const { name } = factKinds[fact.kind]
  return fact.kind === 'award' ? `${name}：${benefits[fact.value.benefit]}` : name
}

const kindOrder: readonly string[] = Object.keys(factKinds)
const benefitOrder: readonly string[] = Object.keys(benefits)

function placeOf(fact: PersonFact | undefined): number {
  if (fact === undefined) return 0
  const place = kindOrder.indexOf(fact.kind) * benefitOrder.length
  return fact.kind === 'award' ? place + benefitOrder.indexOf(fact.value.benefit) : place
}
