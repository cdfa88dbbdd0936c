import { Fault, requireMay } from '../platform/fault.ts'
import type { JobRun } from '../platform/job.sql.ts'
import type { Setting } from '../platform/setting.ts'
import { type Batch, findBatchForUpdate, listSheets, type Sheet, type State } from './batches.sql.ts'
import { listOutcomes } from './outcomes.sql.ts'
import { mayWorkOnBatch } from './policy.ts'

/** The batch an action is about, locked, at rest and as the clerk saw it; otherwise the fault that says why not. */
export async function loadBatchForChange(
  setting: Setting,
  seen: { readonly id: string; readonly version: number },
): Promise<Batch> {
  const batch = await findBatchForUpdate(setting, seen.id)
  if (!batch) throw new Fault('intake.batch-not-found')
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  if (batch.state === 'reading' || batch.state === 'accepting' || batch.state === 'withdrawing')
    throw new Fault('intake.batch-busy')
  if (batch.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: batch.version })
  return batch
}

/**
 * The batch a job works on, locked: asked anew in every step that writes. Undefined when the batch has gone on without this job, so
 * that nothing is left to do; a fault when whoever ordered the job may no longer work on it.
 */
export async function findBatchAtWork(
  setting: Setting,
  run: Pick<JobRun, 'id'>,
  batchId: string,
  state: State,
): Promise<Batch | undefined> {
  const batch = await findBatchForUpdate(setting, batchId)
  if (batch?.state !== state || batch.jobId !== run.id) return undefined
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  return batch
}

/** 未接收的行: what became a record is corrected there; nothing waits in a batch that was refused or taken back. */
export async function requireRowOpen(setting: Setting, batch: Batch, sheet: number, row: number): Promise<void> {
  if (batch.state !== 'staged' && batch.state !== 'accepted') throw new Fault('intake.batch-not-staged')
  const [outcome] = await listOutcomes(setting, batch.id, sheet, { firstRow: row, lastRow: row })
  if (outcome && outcome.outcome !== 'refused') throw new Fault('intake.row-accepted')
}

export async function loadSheet(setting: Setting, batchId: string, sheet: number): Promise<Sheet> {
  const found = (await listSheets(setting, batchId)).find((each) => each.sheet === sheet)
  if (!found) throw new Fault('intake.sheet-not-found')
  return found
}
