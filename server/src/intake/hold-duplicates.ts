import type { SheetCounts } from '@dongzhou/contract/intake'
import type { Complaint } from '@dongzhou/engines/intake'
import type { Setting } from '../platform/setting.ts'
import type { Batch } from './batches.sql.ts'
import { findChunkOfRow } from './chunks.sql.ts'
import { type LedgerSheet, saveChunk } from './save-chunk.ts'

/**
 * 表内重复留待核实: what only the whole sheet tells about a row, such as one ID number under two names, holds the row like a flaw of its
 * own, although its chunk was stored before. Answers the counts of the sheet as they are then.
 */
export async function holdDuplicates(
  setting: Setting,
  batch: Batch,
  sheet: LedgerSheet,
  { complaints, counts }: { readonly complaints: readonly Complaint[]; readonly counts: SheetCounts },
): Promise<SheetCounts> {
  const told = complaints.filter(({ severity }) => severity === 'held')
  const left = new Set(told.map(({ row }) => row).toSorted((one, other) => one - other))
  const after = { ...counts }
  for (const row of left) {
    // In the order of the sheet, so each of its chunks is opened once.
    const chunk = await findChunkOfRow(setting, batch.id, sheet.sheet, row)
    if (!chunk) continue
    const rows = chunk.rows.map((each) => {
      if (!left.delete(each.row) || each.severity === 'held') return each
      after[each.severity] -= 1
      after.held += 1
      return { ...each, severity: 'held' as const }
    })
    await saveChunk(setting, batch, sheet, { ...chunk, rows })
  }
  return after
}
