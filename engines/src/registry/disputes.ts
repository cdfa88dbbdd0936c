import { agreementOf, sharesTime, singleThingOf, spanOf } from '@dongzhou/terms/agreement'
import { type FactKind, type FactSource, factKinds, type KeptFact } from '@dongzhou/terms/fact'
import { unreachable } from '@dongzhou/terms/unreachable'
import { byPreference, openFacts } from './standing.ts'

/** 说法不一 (dispute): one thing that holds one value, and the facts that contradict each other in it, the preferred first. */
export interface Dispute {
  readonly kind: FactKind
  readonly sides: readonly (readonly KeptFact[])[]
}

/** The kinds in which two open facts of a person disagree for a common time, told by different sources. */
export function disputedKinds(facts: readonly KeptFact[]): readonly FactKind[] {
  return [...new Set(disputedGroups(facts).map(([first]) => first.kind))]
}

/** The disputes of a person, each with its sides: facts that agree stand on one side. Two benefits in dispute are two disputes. */
export function disputesOf(facts: readonly KeptFact[]): readonly Dispute[] {
  return disputedGroups(facts).map((same) => ({ kind: same[0].kind, sides: sidesOf(same.toSorted(byPreference)) }))
}

/** Is it the same source? A ledger row, a case, a visit; two rows of one ledger are two sources. */
export function isSameSource(one: FactSource, other: FactSource): boolean {
  return sourceKey(one) === sourceKey(other)
}

type Group = readonly [KeptFact, ...KeptFact[]]

// In the order of the register, so that the answer does not hang on the order in which facts come.
function disputedGroups(facts: readonly KeptFact[]): readonly Group[] {
  const things = new Map<string, [KeptFact, ...KeptFact[]]>()
  for (const fact of openFacts(facts)) {
    const thing = singleThingOf(fact)
    if (thing === undefined) continue
    const same = things.get(thing)
    if (same) same.push(fact)
    else things.set(thing, [fact])
  }
  const disputed = [...things].filter(([, same]) => hasDispute(same))
  return disputed.sort(([one, a], [other, b]) => orderOf(a) - orderOf(b) || (one < other ? -1 : 1)).map(([, it]) => it)
}

const KIND_ORDER: ReadonlyMap<string, number> = new Map(Object.keys(factKinds).map((kind, at) => [kind, at]))

function orderOf([first]: Group): number {
  return KIND_ORDER.get(first.kind) ?? 0
}

function hasDispute(facts: readonly KeptFact[]): boolean {
  if (facts.length < 2) return false
  return facts.some((one, at) => facts.slice(at + 1).some((other) => contradict(one, other)))
}

function contradict(one: KeptFact, other: KeptFact): boolean {
  return (
    sharesTime(spanOf(one), spanOf(other)) &&
    !isSameSource(one.source, other.source) &&
    agreementOf(one, other) === 'differs'
  )
}

// A vague fact (1978) may agree with two facts that contradict each other (March, May of 1978): it joins the preferred one.
function sidesOf(facts: readonly KeptFact[]): readonly (readonly KeptFact[])[] {
  const sides: KeptFact[][] = []
  for (const fact of facts) {
    const side = sides.find((it) => it.every((member) => agreementOf(member, fact) !== 'differs'))
    if (side) side.push(fact)
    else sides.push([fact])
  }
  return sides
}

function sourceKey(source: FactSource): string {
  switch (source.kind) {
    case 'ledger':
      return JSON.stringify([source.kind, source.batchId, source.sheet, source.row])
    case 'visit':
      return JSON.stringify([source.kind, source.visitId])
    case 'case':
      return JSON.stringify([source.kind, source.caseId])
    case 'derived':
      return JSON.stringify([source.kind, source.from])
    case 'clerk':
    case 'person':
      return JSON.stringify([source.kind, source.note])
    default:
      return unreachable(source)
  }
}
