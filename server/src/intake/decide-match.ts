import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeBatch } from './batches.sql.ts'
import { findChunkOfRow } from './chunks.sql.ts'
import { loadBatchForChange, loadSheet, requireRowOpen } from './load-batch.ts'
import { decideMatchRow } from './matches.sql.ts'
import { saveChunk } from './save-chunk.ts'

export interface DecideMatch {
  readonly id: string
  readonly version: number
  readonly sheet: number
  readonly row: number
  readonly personId: number
  readonly decided: 'same' | 'different'
}

/** 确认是否同一人: the clerk's word about a staged row and somebody on file. */
export async function decideMatch(
  setting: ActionSetting,
  input: DecideMatch,
): Promise<{ id: string; version: number; jobId: null }> {
  const batch = await loadBatchForChange(setting, input)
  const sheet = await loadSheet(setting, batch.id, input.sheet)
  const chunk = await findChunkOfRow(setting, batch.id, input.sheet, input.row)
  if (!chunk) throw new Fault('intake.row-not-found')
  await requireRowOpen(setting, batch, input.sheet, input.row)
  if ((await decideMatchRow(setting, batch.id, input.sheet, input)) === 0) throw new Fault('intake.row-not-found')
  await saveChunk(setting, batch, sheet, chunk)
  const version = await changeBatch(setting, batch.id, {})
  await recordTrail(setting, {
    verb: 'intake.decide-match',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    after: { sheet: input.sheet, row: input.row, personId: input.personId, decided: input.decided },
  })
  return { id: batch.id, version, jobId: null }
}
