import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { type Jurisdiction, jurisdictions, type RateKind, type RateKindTerm, rateKinds } from '@dongzhou/terms/rate'
import { bareValue, valueText } from './rate-value.ts'
import { rateWords } from './rate-words.ts'

type Group = RateKindTerm['group']

/** One kind as the first page of the book shows it: what pays on the day, and where it stands. */
export interface KindLine {
  readonly kind: RateKind
  readonly name: string
  readonly group: Group
  /** `9,110 至 157,570元/年`, `5 档：西藏 …`; empty while nothing is in force. */
  readonly value: string
  readonly grades: number
  readonly jurisdiction: string
  readonly validFrom: string | undefined
  readonly documents: readonly string[]
  readonly isSample: boolean
  readonly waiting: number
}

export const groupOrder: readonly Group[] = ['amount', 'index', 'condition', 'choice', 'house']

/** Every kind there is, by group, with what is in force: a kind without a row is a question the rules cannot answer. */
export function kindLines(inForce: readonly RateLine[], waiting: readonly RateLine[]): readonly KindLine[] {
  const rows = Map.groupBy(inForce, ({ kind }) => kind)
  const waits = Map.groupBy(waiting, ({ kind }) => kind)
  const lines = (Object.keys(rateKinds) as RateKind[]).map((kind) =>
    lineOf(kind, payingRows(rows.get(kind) ?? []), waits.get(kind)?.length ?? 0),
  )
  return groupOrder.flatMap((group) => lines.filter((line) => line.group === group))
}

/** `2025-03-01` of `2026-03-01`: the first of the month, because the year before may have had no such day. */
export function yearBefore(on: string): string {
  return `${String(Number(on.slice(0, 4)) - 1).padStart(4, '0')}${on.slice(4, 8)}01`
}

/** What is in force, with the indices of the year before in the place of this year's. */
export function withIndices(inForce: readonly RateLine[], indices: readonly RateLine[]): readonly RateLine[] {
  return [...inForce.filter(({ kind }) => rateKinds[kind].group !== 'index'), ...indices]
}

function lineOf(kind: RateKind, rows: readonly RateLine[], waiting: number): KindLine {
  return {
    kind,
    name: rateKinds[kind].name,
    group: rateKinds[kind].group,
    value: summaryOf(rows),
    grades: rows.length,
    jurisdiction: [...new Set(rows.map(({ jurisdictionName }) => jurisdictionName))].join('、'),
    validFrom: rows
      .map(({ validFrom }) => validFrom)
      .toSorted()
      .at(-1),
    documents: [...new Set(rows.map(({ document }) => document))],
    isSample: rows.some(({ state }) => state === 'sample'),
    waiting,
  }
}

const nearness = Object.keys(jurisdictions) as Jurisdiction[]

/** Of each grade the row of the nearest jurisdiction: the one that pays. */
export function payingRows(rows: readonly RateLine[]): readonly RateLine[] {
  const byKey = Map.groupBy(
    rows.filter(({ state }) => state !== 'proposed'),
    ({ key }) => key,
  )
  return [...byKey.values()].flatMap(
    (same) => same.toSorted((a, b) => nearness.indexOf(b.jurisdiction) - nearness.indexOf(a.jurisdiction))[0] ?? [],
  )
}

function summaryOf(rows: readonly RateLine[]): string {
  const [first] = rows
  if (first === undefined) return ''
  if (rows.length === 1) return valueText(first)
  const units = new Set(rows.map(({ unit }) => unit))
  if (first.unit === 'choice' || first.unit === 'date' || units.size > 1) return namedValues(rows)
  const byValue = rows.toSorted((one, other) => one.value - other.value)
  const [low = first, high = first] = [byValue[0], byValue.at(-1)]
  if (low.value === high.value) return valueText(low)
  // 增发10% 至 30%; 25% 至 50%（按基数）: what both have in common is said once.
  if (first.unit === 'increment-percent') return `${valueText(low)} 至 ${high.value / 100}%`
  if (first.unit.includes('percent')) return `${low.value / 100}% 至 ${valueText(high)}`
  return `${bareValue(low)} 至 ${valueText(high)}`
}

const shownAtOnce = 2

function namedValues(rows: readonly RateLine[]): string {
  const texts = new Set(rows.map(valueText))
  const [only] = texts
  if (texts.size === 1 && only !== undefined) return only
  const shown = rows.slice(0, shownAtOnce).map((row) => `${row.keyName} ${valueText(row)}`)
  const rest = rows.length - shownAtOnce
  return [...shown, ...(rest > 0 ? [rateWords.more(rest)] : [])].join('；')
}
