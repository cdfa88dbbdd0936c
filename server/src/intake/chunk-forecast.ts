import type { Ledger } from '@dongzhou/engines/intake'
import { newFacts } from '@dongzhou/engines/registry'
import type { Setting } from '../platform/setting.ts'
import { listFactsOf } from '../registry/index.ts'
import type { Batch } from './batches.sql.ts'
import { type ChunkForecast, type KeptForecast, makesRecords, NOTHING_FORECAST, standingOf } from './forecast.ts'
import type { Match } from './matches.sql.ts'
import { factsOfRow } from './row-facts.ts'
import type { MatchKey, StagedRow } from './staged.ts'

export interface ForecastInput {
  readonly ledger: Ledger
  readonly sheetName: string
  readonly rows: readonly StagedRow[]
  readonly matches: readonly Match[]
  /** The ID number a row states. */
  readonly numberOf: (row: number) => string | undefined
  /** Rows that were accepted already count no more. */
  readonly isDone: (row: number) => boolean
}

/** What accepting these rows would do now. Asks once for the facts of all people the rows speak of. */
export async function forecastRows(setting: Setting, batch: Batch, input: ForecastInput): Promise<KeptForecast> {
  const byRow = Map.groupBy(input.matches, ({ row }) => row)
  const waiting = input.rows.filter(({ row }) => !input.isDone(row))
  const standings = waiting.map((row) => ({ row, standing: standingOf(row, byRow.get(row.row) ?? []) }))
  const count = (kind: string) => standings.filter(({ standing }) => standing.kind === kind).length
  const base = { ...NOTHING_FORECAST, toDecide: count('to-decide'), held: count('held') }
  const known = standings.flatMap(({ row, standing }) =>
    standing.kind === 'known' ? [{ row, personId: standing.personId }] : [],
  )
  if (makesRecords(input.ledger)) return { ...base, newRecords: count('new') + known.length }
  const fresh = standings.flatMap(({ row, standing }) => (standing.kind === 'new' ? [row.row] : []))
  return { ...base, ...forecastNew(setting, input, fresh), ...(await forecastKnown(setting, batch, input, known)) }
}

/** The ID numbers of rows, by row. */
export function numbersIn(keys: readonly MatchKey[]): ForecastInput['numberOf'] {
  const numbers = new Map(keys.map(({ row, idNumber }) => [row, idNumber]))
  return (row) => numbers.get(row)
}

// 66 bits tell a million numbers apart, at half the room of the whole index.
const PIECE = 11

function forecastNew(
  { vault }: Setting,
  { numberOf }: ForecastInput,
  rows: readonly number[],
): Pick<KeptForecast, 'newPeople' | 'newRows' | 'newNumbers'> {
  const numbers = rows.flatMap((row) => numberOf(row) ?? [])
  const pieces = new Set(numbers.map((number) => vault.index('id-number', number).slice(0, PIECE)))
  return { newPeople: rows.length - numbers.length, newRows: rows.length, newNumbers: [...pieces] }
}

async function forecastKnown(
  setting: Setting,
  batch: Batch,
  input: ForecastInput,
  known: readonly { readonly row: StagedRow; readonly personId: number }[],
): Promise<Pick<ChunkForecast, 'changedPeople' | 'changedFacts' | 'unchangedPeople'>> {
  const facts = await listFactsOf(setting, [...new Set(known.map(({ personId }) => personId))], 'open')
  const byPerson = Map.groupBy(facts, ({ personId }) => personId)
  let changedPeople = 0
  let changedFacts = 0
  for (const { row, personId } of known) {
    const drafts = factsOfRow(input.ledger, batch.id, input.sheetName, row)
    const { add, disagreeing } = newFacts(byPerson.get(personId) ?? [], drafts)
    if (add.length + disagreeing.length > 0) changedPeople += 1
    changedFacts += add.length + disagreeing.length
  }
  return { changedPeople, changedFacts, unchangedPeople: known.length - changedPeople }
}
