import type { Span } from './agreement.ts'
import type { Day } from './day.ts'
import type { Certainty, FactKind, FactValues, KeptFact } from './fact.ts'
import { compareInstants } from './instant.ts'

/** The facts that still count: nothing has superseded them. */
export function openFacts(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.filter((fact) => fact.supersededAt === undefined)
}

/** What we knew at an instant: facts learnt by then and not superseded by then, as they stood. */
export function factsAsKnownOn<F extends KeptFact>(facts: readonly F[], recordedBy: string): readonly F[] {
  return facts
    .filter((fact) => compareInstants(fact.recordedAt, recordedBy) <= 0)
    .filter((fact) => fact.supersededAt === undefined || compareInstants(fact.supersededAt, recordedBy) > 0)
    .map((fact) => ({ ...fact, supersededAt: undefined }))
}

/** A kept fact of one kind, written so that the compiler knows it for a member of the union. */
export type FactOf<K extends FactKind> = KeptFact & { readonly kind: K; readonly value: FactValues[K] }

/** The facts of one kind. */
export function ofKind<K extends FactKind>(facts: readonly KeptFact[], kind: K): readonly FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind)
}

/** Did this fact hold in the world on a day? Without a day: does it hold with no end in sight? */
export function holdsOn(fact: Span, on: Day | undefined): boolean {
  if (on === undefined) return fact.validTo === undefined
  return (fact.validFrom === undefined || fact.validFrom <= on) && (fact.validTo === undefined || on < fact.validTo)
}

/**
 * The order of preference among facts of one kind, best first: latest validity, then certainty, then the latest learnt, then the
 * highest id. A total order, so the answer does not hang on the order in which rows come from the database.
 */
export function byPreference(one: KeptFact, other: KeptFact): number {
  const from = (fact: KeptFact): string => fact.validFrom ?? ''
  if (from(one) !== from(other)) return from(one) > from(other) ? -1 : 1
  const certainty = RANK[one.certainty] - RANK[other.certainty]
  if (certainty !== 0) return certainty
  return compareInstants(other.recordedAt, one.recordedAt) || other.id - one.id
}

const RANK: { readonly [C in Certainty]: number } = { confirmed: 0, stated: 1, derived: 2 }
