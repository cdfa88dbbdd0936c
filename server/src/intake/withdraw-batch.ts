import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeBatch } from './batches.sql.ts'
import { loadBatchForChange } from './load-batch.ts'
import { countOutcomes } from './outcomes.sql.ts'

export interface WithdrawBatch {
  readonly id: string
  readonly version: number
  readonly because: string
}

/** 撤回台账: takes back what a batch brought. What cannot be taken back stays, and each such row says why. */
export async function withdrawBatch(
  setting: ActionSetting,
  input: WithdrawBatch,
): Promise<{ id: string; version: number; jobId: string }> {
  const batch = await loadBatchForChange(setting, input)
  if (batch.state !== 'accepted') throw new Fault('intake.batch-not-staged')
  const outcomes = await countOutcomes(setting, batch.id)
  const accepted = outcomes.new + outcomes.changed + outcomes.unchanged
  if (accepted === 0) throw new Fault('intake.nothing-to-withdraw')
  const jobId = await setting.startJob({
    kind: 'intake.withdraw-batch',
    title: '撤回台账',
    payload: { batchId: batch.id, because: input.because },
    total: accepted,
  })
  const version = await changeBatch(setting, batch.id, { state: 'withdrawing', jobId, fault: null })
  await recordTrail(setting, {
    verb: 'intake.withdraw-batch',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    before: { ...outcomes },
    purpose: input.because,
  })
  return { id: batch.id, version, jobId }
}
