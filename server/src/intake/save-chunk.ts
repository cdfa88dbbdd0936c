import type { Setting } from '../platform/setting.ts'
import type { Batch, Sheet } from './batches.sql.ts'
import { forecastRows, numbersIn } from './chunk-forecast.ts'
import { type Chunk, changeChunk } from './chunks.sql.ts'
import { listMatches } from './matches.sql.ts'
import { listOutcomes } from './outcomes.sql.ts'
import { requireLedger } from './require-ledger.ts'
import { matchKeyOf } from './staged.ts'

export type LedgerSheet = Pick<Sheet, 'sheet' | 'name' | 'ledger'>

/** Writes a chunk back with what accepting it would now do. */
export async function saveChunk(setting: Setting, batch: Batch, sheet: LedgerSheet, chunk: Chunk): Promise<void> {
  const ledger = requireLedger(sheet.ledger)
  const matches = await listMatches(setting, batch.id, sheet.sheet, chunk)
  const outcomes = await listOutcomes(setting, batch.id, sheet.sheet, chunk)
  const done = new Set(outcomes.filter(({ outcome }) => outcome !== 'refused').map(({ row }) => row))
  const forecast = await forecastRows(setting, batch, {
    ledger,
    sheetName: sheet.name,
    rows: chunk.rows,
    matches,
    numberOf: numbersIn(chunk.rows.flatMap(({ row, values }) => matchKeyOf(ledger, row, values) ?? [])),
    isDone: (row) => done.has(row),
  })
  await changeChunk(setting, batch.id, chunk, forecast)
}
