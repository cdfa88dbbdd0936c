import { type DatedTo, type Day, day } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactSource, FactValues, KeptFact } from '@dongzhou/terms/fact'

type Story = { [K in FactKind]: { readonly kind: K; readonly value: FactValues[K] } }[FactKind] & {
  readonly from?: string
  readonly to?: string
  readonly source?: FactSource
  readonly certainty?: Fact['certainty']
}

/** A fact for tests: only what matters is said. Told at the counter, validity unknown, unless the story says otherwise. */
export function aFact(story: Story): Fact {
  const { from, to, source, certainty, ...said } = story
  return {
    ...said,
    validFrom: maybeDay(from),
    validTo: maybeDay(to),
    source: source ?? { kind: 'clerk', note: '窗口' },
    certainty: certainty ?? 'stated',
  }
}

/** A kept fact for tests; the id, and when it was learnt and superseded, come second. */
export function keptFact(
  story: Story,
  kept: { readonly id?: number; readonly at?: string; readonly until?: string } = {},
): KeptFact {
  return {
    ...aFact(story),
    id: kept.id ?? 1,
    recordedAt: kept.at ?? '2025-01-01T00:00:00.000Z',
    supersededAt: kept.until,
  }
}

/** A ledger row as a source. */
export function ledgerRow(row: number, batchId = 'batch-1'): FactSource {
  return { kind: 'ledger', batchId, row, sheet: '花名册' }
}

/** `1978`, `1978-05` or `1978-05-01` as a date with its precision. */
export function dated(text: string): DatedTo {
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return { day: day(`${text}-01-01`.slice(0, 10)), precision }
}

function maybeDay(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : day(text)
}
