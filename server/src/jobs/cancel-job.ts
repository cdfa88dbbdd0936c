import { Fault } from '../platform/fault.ts'
import { changeJobRun, endSilentRun, type JobRun } from '../platform/job.sql.ts'
import { SILENT_AFTER_MS } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'

/**
 * 取消任务: one that waits ends at once; one that runs stops at its next report, and keeps what it has written. One that says it runs
 * and was silent for an hour will never report: it ends here, and a worker frees what it had taken.
 */
export async function cancelJob(setting: ActionSetting, run: JobRun): Promise<void> {
  const silentSince = new Date(setting.now.getTime() - SILENT_AFTER_MS)
  const hasEnded = await endSilentRun(setting.tx, run.id, silentSince, setting.now)
  if (hasEnded) await setting.wakeJob(run.id)
  else await askToStop(setting, run)
  await recordTrail(setting, {
    verb: 'jobs.cancel',
    subject: { kind: 'job', id: run.id },
    division: run.division,
    before: { kind: run.kind, state: run.state, done: run.done },
  })
}

async function askToStop(setting: ActionSetting, run: JobRun): Promise<void> {
  const state = run.state === 'waiting' ? { state: 'cancelled' as const } : {}
  const isChanged = await changeJobRun(setting.tx, run.id, { ...state, cancelAsked: true }, setting.now)
  if (!isChanged) throw new Fault('platform.job-ended')
}
