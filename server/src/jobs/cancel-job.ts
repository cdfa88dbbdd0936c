import { Fault } from '../platform/fault.ts'
import { changeJobRun, type JobRun } from '../platform/job.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'

/** 取消任务: one that waits ends at once; one that runs stops at its next report, and keeps what it has written. */
export async function cancelJob(setting: ActionSetting, run: JobRun): Promise<void> {
  const state = run.state === 'waiting' ? { state: 'cancelled' as const } : {}
  const isChanged = await changeJobRun(setting.tx, run.id, { ...state, cancelAsked: true }, setting.now)
  if (!isChanged) throw new Fault('platform.job-ended')
  await recordTrail(setting, {
    verb: 'jobs.cancel',
    subject: { kind: 'job', id: run.id },
    division: run.division,
    before: { kind: run.kind, state: run.state, done: run.done },
  })
}
