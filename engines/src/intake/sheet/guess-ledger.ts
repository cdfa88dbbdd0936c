import type { Field, Ledger } from '../ledger.ts'
import type { TableReading } from './recognise-table.ts'
import { findExactly, vocabularyOf } from './title.ts'

/** 台账种类的判断: how well a table fits a ledger kind, and why, in words. */
export interface LedgerGuess {
  readonly ledger: Ledger
  /** 0 to 1. */
  readonly score: number
  readonly why: string
}

/** Scores every ledger kind for a table, best first. Titles that only one kind has weigh most. */
export function guessLedger(table: TableReading, ledgers: readonly Ledger[]): readonly LedgerGuess[] {
  const matches = ledgers.map((ledger) => fieldsNamed(table, ledger))
  const weigh = (title: string) => 1 / Math.max(1, matches.filter((named) => named.has(title)).length) ** 2
  const owns = matches.map((named) => [...named.keys()].reduce((total, title) => total + weigh(title), 0))
  const most = Math.max(...owns, Number.MIN_VALUE)
  const raw = ledgers.map((ledger, at) => score(table, ledger, matches[at] ?? new Map(), (owns[at] ?? 0) / most))
  return raw.sort((one, other) => other.score - one.score)
}

function fieldsNamed(table: TableReading, ledger: Ledger): ReadonlyMap<string, Field> {
  const { words } = vocabularyOf(ledger)
  const named = new Map<string, Field>()
  for (const { path } of table.columns) {
    const field = findExactly(words, path.join('')) ?? findExactly(words, path.at(-1) ?? '')
    if (field) named.set(path.join(''), field)
  }
  return named
}

function score(table: TableReading, ledger: Ledger, named: ReadonlyMap<string, Field>, own: number): LedgerGuess {
  const fields = new Set(named.values())
  const required = ledger.fields.filter((field) => field.required)
  const missing = required.filter((field) => !fields.has(field))
  const titles = Math.max(1, table.columns.filter((column) => column.title !== '').length)
  const caption = ledger.captions.find((word) => table.caption.includes(word))
  const points =
    0.35 * own +
    0.25 * (named.size / titles) +
    0.25 * (1 - missing.length / Math.max(1, required.length)) +
    (caption === undefined ? 0 : 0.15)
  return { ledger, score: Math.round(points * 1000) / 1000, why: reason(named, titles, missing, caption) }
}

function reason(
  named: ReadonlyMap<string, Field>,
  titles: number,
  missing: readonly Field[],
  caption: string | undefined,
): string {
  const sentences = [`${titles} 列中认出 ${named.size} 列`]
  if (caption !== undefined) sentences.push(`表名中有“${caption}”`)
  if (missing.length > 0) sentences.push(`缺少必填列“${missing.map((field) => field.title).join('、')}”`)
  return `${sentences.join('，')}。`
}
