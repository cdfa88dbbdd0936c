import type { Ledger } from '@dongzhou/engines/intake'
import type { Match } from './matches.sql.ts'
import type { StagedRow } from './staged.ts'

/** What accepting a chunk would do, in numbers; summed over the chunks it is what the last step says in words. */
export interface ChunkForecast {
  readonly newPeople: number
  readonly changedPeople: number
  readonly changedFacts: number
  readonly unchangedPeople: number
  readonly newRecords: number
  readonly toDecide: number
  readonly held: number
}

/**
 * The same as it is kept with a chunk. Somebody new who stands twice in a sheet is one person, and the two rows may lie in two chunks:
 * `newPeople` counts the new rows without an ID number, `newNumbers` names the others by a piece of their blind index.
 */
export interface KeptForecast extends ChunkForecast {
  readonly newRows: number
  readonly newNumbers: readonly string[]
}

export const NOTHING_FORECAST: KeptForecast = {
  newRows: 0,
  newNumbers: [],
  newPeople: 0,
  changedPeople: 0,
  changedFacts: 0,
  unchangedPeople: 0,
  newRecords: 0,
  toDecide: 0,
  held: 0,
}

/** Where a row stands before it is accepted. */
export type Standing =
  | { readonly kind: 'held' }
  | { readonly kind: 'to-decide' }
  | { readonly kind: 'known'; readonly personId: number }
  | { readonly kind: 'new' }

/**
 * Whom a row speaks of. One person with the same number, or the one a clerk named, is meant; two with the same number,
 * or a likely one nobody has decided about, wait for a clerk. A merely possible one does not hold the row up: it is
 * accepted as somebody new and the pair goes into the queue.
 */
export function standingOf(row: Pick<StagedRow, 'severity'>, matches: readonly Match[]): Standing {
  if (row.severity === 'held') return { kind: 'held' }
  const chosen = matches.find(({ decided }) => decided === 'same')
  if (chosen) return { kind: 'known', personId: chosen.personId }
  const open = matches.filter(({ decided }) => decided === undefined)
  const same = open.filter(({ band }) => band === 'same')
  const [only] = same
  if (only && same.length === 1) return { kind: 'known', personId: only.personId }
  if (same.length > 1 || open.some(({ band }) => band === 'likely')) return { kind: 'to-decide' }
  return { kind: 'new' }
}

/** The last step in words: 「新增 412 人，更新 38 人 51 项，9 行待核，不改动 3 人」. */
export function forecastInWords(forecast: ChunkForecast): string {
  const parts = [
    forecast.newPeople > 0 && `新增 ${forecast.newPeople} 人`,
    forecast.changedPeople > 0 && `更新 ${forecast.changedPeople} 人 ${forecast.changedFacts} 项`,
    forecast.newRecords > 0 && `登记 ${forecast.newRecords} 条记录`,
    forecast.unchangedPeople > 0 && `不改动 ${forecast.unchangedPeople} 人`,
    forecast.toDecide > 0 && `${forecast.toDecide} 行待确认是否同一人`,
    forecast.held > 0 && `${forecast.held} 行有问题，留待核实`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '没有可以接收的内容。' : `${parts.join('，')}。`
}

/** Rows of activities and pairings become records, not people. */
export function makesRecords(ledger: Ledger): boolean {
  return ledger.target !== 'people'
}
