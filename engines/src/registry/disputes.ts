import { agreementOf, sharesTime } from '@dongzhou/terms/agreement'
import { type FactKind, type FactSource, factKinds, isFactKind, type KeptFact } from '@dongzhou/terms/fact'
import { unreachable } from '@dongzhou/terms/unreachable'
import { byPreference, openFacts } from './standing.ts'

/** 说法不一 (dispute): one single-valued kind, and the facts that contradict each other in it, the preferred first. */
export interface Dispute {
  readonly kind: FactKind
  readonly sides: readonly (readonly KeptFact[])[]
}

/** The kinds in which two open facts of a person disagree for a common time, told by different sources. */
export function disputedKinds(facts: readonly KeptFact[]): readonly FactKind[] {
  return [...singleFacts(facts)].filter(([, same]) => hasDispute(same)).map(([kind]) => kind)
}

/** The disputes of a person, each with its sides: facts that agree stand on one side. */
export function disputesOf(facts: readonly KeptFact[]): readonly Dispute[] {
  const grouped = [...singleFacts(facts)].filter(([, same]) => hasDispute(same))
  return grouped.map(([kind, same]) => ({ kind, sides: sidesOf(same) }))
}

/** Is it the same source? A ledger row, a case, a visit; two rows of one ledger are two sources. */
export function isSameSource(one: FactSource, other: FactSource): boolean {
  return sourceKey(one) === sourceKey(other)
}

function singleFacts(facts: readonly KeptFact[]): ReadonlyMap<FactKind, readonly KeptFact[]> {
  const open = openFacts(facts).filter((fact) => factKinds[fact.kind].holds === 'single')
  const byKind = new Map<FactKind, KeptFact[]>()
  for (const fact of open) {
    const known = byKind.get(fact.kind)
    if (known) known.push(fact)
    else byKind.set(fact.kind, [fact])
  }
  return new Map(
    Object.keys(factKinds)
      .filter(isFactKind)
      .flatMap((kind) => {
        const same = byKind.get(kind)
        return same ? [[kind, same.toSorted(byPreference)] as const] : []
      }),
  )
}

function hasDispute(facts: readonly KeptFact[]): boolean {
  return facts.some((one, at) => facts.slice(at + 1).some((other) => contradict(one, other)))
}

function contradict(one: KeptFact, other: KeptFact): boolean {
  return sharesTime(one, other) && !isSameSource(one.source, other.source) && agreementOf(one, other) === 'differs'
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
