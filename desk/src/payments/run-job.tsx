import { useMutation, useQueryClient } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { jobView } from '../job-view.ts'
import { newActionId } from '../kit/action-id.ts'
import { isOpen, JobProgress } from '../kit/job-progress.tsx'
import { useRunJob } from './use-runs.ts'

interface RunJobProps {
  readonly jobId: string
  /** What is going on, and that one may leave. */
  readonly say: string
  readonly unit: string
  readonly mayStop?: boolean
}

/** The work the server does for a run, with its bar. A colleague sees the sentence without the bar: the job is not theirs. */
export function RunJob({ jobId, say, unit, mayStop = false }: RunJobProps) {
  const queries = useQueryClient()
  const job = useRunJob(jobId)
  const stop = useMutation({ ...orpc.jobs.cancel.mutationOptions(), onSettled: () => queries.invalidateQueries() })
  return (
    <section className="card" aria-live="polite">
      <div className="card-body">
        {(job.data === undefined || isOpen(job.data)) && <p>{say}</p>}
        {job.data && (
          <JobProgress
            job={{ ...jobView(job.data), unit }}
            {...(mayStop ? { onCancel: (id) => stop.mutate({ actionId: newActionId(), id }) } : {})}
          />
        )}
      </div>
    </section>
  )
}
