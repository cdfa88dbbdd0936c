import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { type Jurisdiction, jurisdictions, type RateKind, type RateKindTerm, rateKinds } from '@dongzhou/terms/rate'
import { rateKeyName } from '@dongzhou/terms/rate-words'

/** One figure of the table: set by a row of its own, or carried on from an earlier one. */
export interface HistoryCell {
  readonly row: RateLine
  readonly isCarried: boolean
  /** What stood before it for the same grade. */
  readonly before: RateLine | undefined
  /** A row that waits to take the place of this one, or to stand here. */
  readonly waiting: RateLine | undefined
}

export interface HistoryColumn {
  readonly from: string
  readonly documents: readonly string[]
  /** All rows that begin here are samples. */
  readonly isSample: boolean
  /** Announced after it began. */
  readonly isLate: boolean
  /** Nothing of it counts yet. */
  readonly isWaiting: boolean
}

export interface HistoryLine {
  readonly key: string
  readonly name: string
  readonly group: string | undefined
  readonly cells: readonly (HistoryCell | undefined)[]
}

export interface History {
  readonly columns: readonly HistoryColumn[]
  readonly lines: readonly HistoryLine[]
  /** The one unit of all figures; undefined where they differ. */
  readonly unit: RateLine['unit'] | undefined
}

/** 历次标准: grades as rows, days as columns with the latest first, from the rows that counted or wait. */
export function historyOf(kind: RateKind, rows: readonly RateLine[]): History {
  const days = [...new Set(rows.map(({ validFrom }) => validFrom))].toSorted().toReversed()
  const byKey = Map.groupBy(rows, ({ key }) => key)
  const { keys }: RateKindTerm = rateKinds[kind]
  const known = [...keys.filter((key) => byKey.has(key)), ...[...byKey.keys()].filter((key) => !keys.includes(key))]
  const units = new Set(rows.map(({ unit }) => unit))
  const [unit] = units
  return {
    columns: days.map((from) => columnOf(from, rows)),
    lines: known.map((key) => ({
      key,
      name: rateKeyName(kind, key),
      group: groupOf(kind, key),
      cells: days.map((from) => cellOf(from, byKey.get(key) ?? [])),
    })),
    unit: units.size === 1 ? unit : undefined,
  }
}

function columnOf(from: string, rows: readonly RateLine[]): HistoryColumn {
  const own = rows.filter(({ validFrom }) => validFrom === from)
  return {
    from,
    documents: [...new Set(own.map(({ document }) => document))],
    isSample: own.every(({ state }) => state === 'sample'),
    isLate: own.some(({ isLate }) => isLate),
    isWaiting: own.every(({ state }) => state === 'proposed'),
  }
}

function cellOf(from: string, rows: readonly RateLine[]): HistoryCell | undefined {
  const waiting = rows.find((row) => row.state === 'proposed' && row.validFrom === from)
  const counted = rows.filter(({ state }) => state !== 'proposed').toSorted(latestFirst)
  const at = counted.findIndex((row) => row.validFrom <= from && (row.validTo === null || row.validTo > from))
  const own = counted[at]
  if (own === undefined) return waiting && { row: waiting, isCarried: false, before: undefined, waiting }
  if (waiting !== undefined && own.validFrom < from && !waiting.isVoid)
    return { row: waiting, isCarried: false, before: own, waiting }
  return { row: own, isCarried: own.validFrom !== from, before: counted[at + 1], waiting }
}

function latestFirst(one: RateLine, other: RateLine): number {
  return one.validFrom === other.validFrom ? other.id - one.id : one.validFrom < other.validFrom ? 1 : -1
}

const natures = { war: '因战', duty: '因公', illness: '因病' } as const

function groupOf(kind: RateKind, key: string): string | undefined {
  if (kind !== 'disability-pension') return undefined
  const [nature = ''] = key.split('-')
  return nature in natures ? natures[nature as keyof typeof natures] : undefined
}

/** Rows as they stand: what counts today, and what waits. Corrected, dropped and taken away rows are history of another kind. */
export function standingRows(rows: readonly RateLine[]): readonly RateLine[] {
  return rows.filter(
    (row) => row.supersededAt === null && row.withdrawnAt === null && !(row.isVoid && row.state === 'confirmed'),
  )
}

/** 按某日所知: the rows that counted at the end of a day, as the book stood then. */
export function rowsKnownOn(rows: readonly RateLine[], day: string): readonly RateLine[] {
  return rows.filter((row) => {
    if (row.isVoid || (row.state !== 'sample' && row.confirmedAt === null)) return false
    const since = row.confirmedAt ?? row.recordedAt
    return dayInChina(since) <= day && (row.supersededAt === null || dayInChina(row.supersededAt) > day)
  })
}

function dayInChina(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** What is in force on a day for one grade of one jurisdiction; what waits does not count. */
export function inForceOn(rows: readonly RateLine[], on: string): RateLine | undefined {
  return rows
    .filter((row) => row.state !== 'proposed' && row.validFrom <= on && (row.validTo === null || row.validTo > on))
    .toSorted(latestFirst)[0]
}

/** The jurisdictions that have rows, the nearest first: it is the one that pays. */
export function jurisdictionsOf(rows: readonly RateLine[]): readonly Jurisdiction[] {
  const found = new Set(rows.map(({ jurisdiction }) => jurisdiction))
  return (Object.keys(jurisdictions) as Jurisdiction[]).toReversed().filter((each) => found.has(each))
}
