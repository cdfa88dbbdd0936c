import { type Cell, indexDivisions, type MappedColumn, startReading } from '@dongzhou/engines/intake'
import { divisionCode } from '@dongzhou/terms/division'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { listDivisions } from '../registry/index.ts'
import { type Batch, changeBatch, changeSheetCounts, type Sheet } from './batches.sql.ts'
import { type Chunk, findChunkOfRow } from './chunks.sql.ts'
import { recheckDuplicates } from './hold-duplicates.ts'
import { loadBatchForChange, loadSheet, requireRowOpen } from './load-batch.ts'
import { listRowsHeldAsDuplicates, replaceComplaints } from './marks.sql.ts'
import { matchRows } from './match-rows.ts'
import { clearMatchesOfRow, recordMatches } from './matches.sql.ts'
import { requireLedger } from './require-ledger.ts'
import { saveChunk } from './save-chunk.ts'
import { matchKeyOf, type StagedRow } from './staged.ts'

export interface FixCells {
  readonly id: string
  readonly version: number
  readonly sheet: number
  readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string }[]
}

/** 改正单元格: a clerk corrects cells in staging; each row is read and checked again as a whole. The upload itself stays as it came. */
export async function fixCells(
  setting: ActionSetting,
  input: FixCells,
): Promise<{ id: string; version: number; jobId: null }> {
  const batch = await loadBatchForChange(setting, input)
  const sheet = await loadSheet(setting, batch.id, input.sheet)
  const reread = await rereader(setting, batch, sheet)
  const byRow = Map.groupBy(input.cells, ({ row }) => row)
  const held = await listRowsHeldAsDuplicates(setting, batch.id, sheet.sheet, [...byRow.keys()])
  const chunks = new Map<number, Chunk>()
  const fixed: Fixed[] = []
  for (const [row, cells] of byRow) {
    // One chunk holds 500 rows: corrections of a page of the grid open one or two of them.
    const chunk = await chunkOf(setting, batch, sheet, row, chunks)
    const before = chunk.rows.find((each) => each.row === row)
    if (!before) throw new Fault('intake.row-not-found')
    const read = reread(before, cells)
    // What the rest of the sheet says of the row is not mended by reading the row alone.
    const after = held.has(row) ? { ...read, severity: 'held' as const } : read
    fixed.push({ before, after })
    chunks.set(chunk.number, { ...chunk, rows: chunk.rows.map((each) => (each.row === row ? after : each)) })
    await replaceComplaints(setting, batch, sheet.sheet, row, after.complaints)
    await matchAgain(setting, batch, sheet, after)
  }
  for (const chunk of chunks.values()) await saveChunk(setting, batch, sheet, chunk)
  await countAgain(setting, batch, sheet, fixed)
  const version = await changeBatch(setting, batch.id, {})
  await recordTrail(setting, {
    verb: 'intake.fix-cells',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    after: { sheet: sheet.sheet, cells: input.cells.map(({ row, column }) => `${row}:${column}`) },
  })
  return { id: batch.id, version, jobId: null }
}

interface Fixed {
  readonly before: StagedRow
  readonly after: StagedRow
}

/** Keeps the counts of the sheet true; where a key was corrected, who stands twice in the sheet is looked at again. */
async function countAgain(setting: Setting, batch: Batch, sheet: Sheet, fixed: readonly Fixed[]): Promise<void> {
  // Beside the keys the name: one number under two names is held, under one name it is only a repetition.
  const keys = [...new Set([...requireLedger(sheet.ledger).sameBy.flat(), 'name'])]
  const textOf = ({ values }: StagedRow) => JSON.stringify(keys.map((key) => values[key] ?? null))
  if (fixed.some(({ before, after }) => textOf(before) !== textOf(after))) {
    return changeSheetCounts(setting, batch.id, sheet.sheet, await recheckDuplicates(setting, batch, sheet))
  }
  const counts = { ...sheet.counts }
  for (const { before, after } of fixed) {
    counts[before.severity] -= 1
    counts[after.severity] += 1
  }
  await changeSheetCounts(setting, batch.id, sheet.sheet, counts)
}

async function chunkOf(
  setting: Setting,
  batch: Batch,
  sheet: Sheet,
  row: number,
  open: ReadonlyMap<number, Chunk>,
): Promise<Chunk> {
  const known = [...open.values()].find(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow)
  const chunk = known ?? (await findChunkOfRow(setting, batch.id, sheet.sheet, row))
  if (!chunk) throw new Fault('intake.row-not-found')
  await requireRowOpen(setting, batch, sheet.sheet, row)
  return chunk
}

async function matchAgain(setting: Setting, batch: Batch, sheet: Sheet, row: StagedRow): Promise<void> {
  await clearMatchesOfRow(setting, batch.id, sheet.sheet, row.row)
  const key = matchKeyOf(requireLedger(sheet.ledger), row.row, row.values)
  await recordMatches(setting, batch, sheet.sheet, key ? await matchRows(setting, [key]) : [])
}

type Reread = (row: StagedRow, cells: FixCells['cells']) => StagedRow

/** Reads a corrected row by the sheet's own columns. What the row took from above (同上, merged cells) it keeps as text. */
async function rereader(setting: Setting, batch: Batch, sheet: Sheet): Promise<Reread> {
  const ledger = requireLedger(sheet.ledger)
  const divisions = (await listDivisions(setting)).map(({ code, name, aliases }) => ({
    code: divisionCode(code),
    name,
    aliases,
  }))
  const context = { today: setting.today, divisions: indexDivisions(divisions), within: batch.division }
  const columns: readonly MappedColumn[] = sheet.columns
  return (row, fixes) => {
    const cells: Cell[] = [...row.cells]
    for (const { column, text } of fixes) cells[column] = text === '' ? undefined : text
    const filled = Array.from(cells, (cell) => cell)
    const reading = startReading(ledger, columns, context).read(row.row, filled)
    if (reading.kind !== 'data') throw new Fault('intake.row-not-found')
    const { values, complaints, repaired, severity } = reading
    return { row: row.row, cells: filled, values, complaints, repaired, severity }
  }
}
