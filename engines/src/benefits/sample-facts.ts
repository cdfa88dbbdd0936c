import { day } from '@dongzhou/terms/day'
import type { Certainty, FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'

/** When a sample fact holds, and when it was learnt and superseded. */
export interface Keeping {
  readonly id?: number
  readonly from?: string
  readonly to?: string
  readonly at?: string
  readonly until?: string
  readonly certainty?: Certainty
}

/** A kept fact for tests: stated at the counter on New Year's Day of 2025, without dates of its own, unless it says otherwise. */
export function kept<K extends FactKind>(kind: K, value: FactValues[K], keeping: Keeping = {}): KeptFact {
  const fact = {
    kind,
    value,
    validFrom: keeping.from === undefined ? undefined : day(keeping.from),
    validTo: keeping.to === undefined ? undefined : day(keeping.to),
    source: { kind: 'clerk', note: '窗口' },
    certainty: keeping.certainty ?? 'stated',
    id: keeping.id ?? 1,
    recordedAt: keeping.at ?? '2025-01-01T00:00:00.000Z',
    supersededAt: keeping.until,
  }
  return fact as KeptFact
}
