import type { BatchView } from '@dongzhou/contract/intake'
import { useMutation } from '@tanstack/react-query'
import { orpc, queries } from '../api.ts'
import { jobView } from '../job-view.ts'
import { newActionId } from '../kit/action-id.ts'
import { JobProgress } from '../kit/job-progress.tsx'
import { useJob } from './use-batches.ts'

interface JobCardProps {
  readonly batch: BatchView
  /** What is going on, and that one may leave. */
  readonly say: string
  readonly mayStop?: boolean
}

/** The work the server does on a batch, with its bar. A colleague sees the sentence without the bar: the job is not theirs. */
export function JobCard({ batch, say, mayStop = false }: JobCardProps) {
  const job = useJob(batch.jobId ?? undefined)
  const stop = useMutation({
    ...orpc.jobs.cancel.mutationOptions(),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <section className="card intake-job" aria-live="polite">
      <p>{say}</p>
      {job.data && (
        <JobProgress
          job={{ ...jobView(job.data), unit: '行' }}
          {...(mayStop ? { onCancel: (id) => stop.mutate({ actionId: newActionId(), id }) } : {})}
        />
      )}
    </section>
  )
}
