import { type Day, day } from '@dongzhou/terms/day'
import type { FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'

type Story = { [K in FactKind]: { readonly kind: K; readonly value: FactValues[K] } }[FactKind] & {
  readonly from?: string
  readonly to?: string
  readonly until?: string
}

/** A kept fact for tests: only what matters is said. */
export function keptFact(id: number, story: Story): KeptFact {
  const { from, to, until, ...said } = story
  return {
    ...said,
    id,
    validFrom: maybeDay(from),
    validTo: maybeDay(to),
    source: { kind: 'ledger', batchId: 'batch-1', row: id, sheet: '花名册' },
    certainty: 'stated',
    recordedAt: '2025-01-01T00:00:00.000Z',
    supersededAt: until,
  }
}

function maybeDay(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : day(text)
}
