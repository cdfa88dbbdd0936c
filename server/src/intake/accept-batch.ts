import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeBatch } from './batches.sql.ts'
import { sumForecasts } from './chunks.sql.ts'
import { loadBatchForChange } from './load-batch.ts'

export interface AcceptBatch {
  readonly id: string
  readonly version: number
}

/** 接收台账: lets the good rows in, in the background; rows that are held or undecided stay in staging and can follow later. */
export async function acceptBatch(
  setting: ActionSetting,
  input: AcceptBatch,
): Promise<{ id: string; version: number; jobId: string }> {
  const batch = await loadBatchForChange(setting, input)
  if (batch.state !== 'staged' && batch.state !== 'accepted') throw new Fault('intake.batch-not-staged')
  const { forecast, ready } = await sumForecasts(setting, batch.id)
  if (ready === 0) throw new Fault('intake.nothing-to-accept')
  const jobId = await setting.startJob({
    kind: 'intake.accept-batch',
    title: '接收台账',
    payload: { batchId: batch.id },
    total: ready,
  })
  const version = await changeBatch(setting, batch.id, { state: 'accepting', jobId, fault: null })
  await recordTrail(setting, {
    verb: 'intake.accept-batch',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    after: { ...forecast },
  })
  return { id: batch.id, version, jobId }
}
