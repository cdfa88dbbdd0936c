import type { JobLine } from '@dongzhou/contract/platform'
import type { JobRun } from '../platform/job.sql.ts'

/** A job on the wire: never its payload. */
export function presentJob(run: JobRun): JobLine {
  return {
    id: run.id,
    kind: run.kind,
    title: run.title,
    state: run.state,
    done: run.done,
    total: run.total ?? null,
    result: run.result ?? null,
    fault: run.fault ?? null,
    createdAt: run.createdAt.toISOString(),
    changedAt: run.changedAt.toISOString(),
  }
}
