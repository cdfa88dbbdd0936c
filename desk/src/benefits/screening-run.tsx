import type { ScreeningOverview } from '@dongzhou/contract/benefits'
import { Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { useJob } from '../intake/use-batches.ts'
import { jobView } from '../job-view.ts'
import { JobProgress } from '../kit/job-progress.tsx'
import { sizes } from '../kit/theme.ts'
import { useAction } from '../kit/use-action.ts'
import { words } from '../words/kit.ts'
import { screeningWords } from './screening-words.ts'

/** 重新筛查: says what it does, then starts it. */
export function useScreeningRun(): { readonly ask: () => void; readonly drawn: React.ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const start = useAction(api.benefits.runScreening, () => setAsking(false))
  const drawn = (
    <Modal
      open={isAsking}
      title={screeningWords.run}
      width={sizes.dialog}
      okText={screeningWords.run}
      okButtonProps={{ loading: start.isBusy }}
      cancelText={words.cancel}
      onOk={() => start.act({})}
      onCancel={() => setAsking(false)}
    >
      <p>{screeningWords.runSay}</p>
      <p className="late complaint" role="alert">
        {start.trouble?.say}
      </p>
    </Modal>
  )
  return { ask: () => setAsking(true), drawn }
}

/** What is going on: a screening under way with its bar, or that the list is of before. A colleague's job shows its sentence alone. */
export function ScreeningRun({ overview }: { readonly overview: ScreeningOverview }) {
  const job = useJob(overview.jobId ?? undefined)
  if (overview.jobId !== null)
    return (
      <section className="card screening-run" aria-live="polite">
        <p>{screeningWords.running}</p>
        {job.data && <JobProgress job={{ ...jobView(job.data), unit: '人' }} />}
      </section>
    )
  if (overview.screenedAt === null || !overview.isStale) return null
  return <p className="old-answer risk">{screeningWords.stale}</p>
}
