import type { SheetCounts } from '@dongzhou/contract/intake'
import {
  type Complaint,
  duplicateFinder,
  type FieldPlaces,
  type RowSeverity,
  severityOf,
} from '@dongzhou/engines/intake'
import type { Setting } from '../platform/setting.ts'
import type { Batch, Sheet } from './batches.sql.ts'
import { findChunkAfter, findChunkOfRow } from './chunks.sql.ts'
import { replaceDuplicates } from './marks.sql.ts'
import { requireLedger } from './require-ledger.ts'
import { type LedgerSheet, saveChunk } from './save-chunk.ts'
import type { StagedRow } from './staged.ts'

/**
 * 表内重复留待核实: what only the whole sheet tells about a row, such as one ID number under two names, holds the row like a flaw of its
 * own, although its chunk was stored before.
 */
export async function holdDuplicates(
  setting: Setting,
  batch: Batch,
  sheet: LedgerSheet,
  complaints: readonly Complaint[],
): Promise<void> {
  const held = heldBy(complaints)
  await settleRows(setting, batch, sheet, { rows: [...held], held })
}

/** 表内重新查重: after a key was corrected, over the whole sheet. Rows, complaints and the answered counts agree afterwards. */
export async function recheckDuplicates(setting: Setting, batch: Batch, sheet: Sheet): Promise<SheetCounts> {
  const finder = duplicateFinder(requireLedger(sheet.ledger))
  const places = placesOf(sheet)
  const all: Pick<StagedRow, 'row' | 'severity' | 'complaints'>[] = []
  let after = { sheet: sheet.sheet, number: -1 }
  for (;;) {
    // Chunk by chunk: the whole of a sheet opened at once is some hundred megabytes. 100,000 rows are 200 chunks.
    const chunk = await findChunkAfter(setting, batch.id, after)
    if (chunk?.sheet !== sheet.sheet) break
    for (const { row, values, severity, complaints } of chunk.rows) {
      finder.note(row, values, places)
      all.push({ row, severity, complaints })
    }
    after = { sheet: chunk.sheet, number: chunk.number }
  }
  const complaints = finder.finish()
  const held = heldBy(complaints)
  const settled = all.map((row) => ({ row: row.row, before: row.severity, severity: severityIn(held, row) }))
  const rows = settled.filter(({ before, severity }) => before !== severity).map(({ row }) => row)
  await settleRows(setting, batch, sheet, { rows, held })
  await replaceDuplicates(setting, batch, sheet.sheet, complaints)
  const count = (wanted: RowSeverity) => settled.filter(({ severity }) => severity === wanted).length
  return { ...sheet.counts, good: count('good'), warned: count('warned'), held: count('held') }
}

function heldBy(complaints: readonly Complaint[]): ReadonlySet<number> {
  return new Set(complaints.filter(({ severity }) => severity === 'held').map(({ row }) => row))
}

function severityIn(held: ReadonlySet<number>, row: Pick<StagedRow, 'row' | 'complaints'>): RowSeverity {
  return held.has(row.row) ? 'held' : severityOf(row.complaints)
}

/** Gives rows the severity they have together with the rest of the sheet. */
async function settleRows(
  setting: Setting,
  batch: Batch,
  sheet: LedgerSheet,
  { rows, held }: { readonly rows: readonly number[]; readonly held: ReadonlySet<number> },
): Promise<void> {
  const left = new Set(rows.toSorted((one, other) => one - other))
  for (const row of left) {
    // In the order of the sheet, so each of its chunks is opened once.
    const chunk = await findChunkOfRow(setting, batch.id, sheet.sheet, row)
    if (!chunk) continue
    const settled = chunk.rows.map((each) =>
      left.delete(each.row) ? { ...each, severity: severityIn(held, each) } : each,
    )
    await saveChunk(setting, batch, sheet, { ...chunk, rows: settled })
  }
}

function placesOf({ columns }: Sheet): FieldPlaces {
  return {
    placeOf(field) {
      const column = columns.find((each) => each.field === field)
      return { column: column?.index ?? columns[0]?.index ?? 0, title: column?.title ?? field }
    },
  }
}
