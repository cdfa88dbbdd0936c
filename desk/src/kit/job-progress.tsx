import { Button, Popconfirm, Progress } from 'antd'
import { jobWords, words } from '../words/kit.ts'
import { writeNumber, writeWait } from './format.ts'
import { PageLink } from './navigation.tsx'
import { sizes } from './theme.ts'

/** 后台任务 (job) as the desk draws it. */
export interface JobView {
  readonly id: string
  readonly title: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | undefined
  /** 行, 份 …: what is being counted. */
  readonly unit?: string
  readonly secondsLeft?: number | undefined
  /** Why it failed, in the server's words. */
  readonly fault?: string | undefined
  /** The page its result is on. */
  readonly resultAt?: string | undefined
  /** The file it made, to be taken away. */
  readonly fileAt?: string | undefined
}

interface JobProgressProps {
  readonly job: JobView
  readonly onCancel?: (id: string) => void
}

/** Long work: a bar, a count, an estimate, a way to stop it, and a result to come back to. */
export function JobProgress({ job, onCancel }: JobProgressProps) {
  return (
    <div className="job">
      <span className="job-name" title={job.title}>
        {job.title}
      </span>
      <span className="job-end">
        {isOpen(job) && onCancel && <CancelButton onCancel={() => onCancel(job.id)} />}
        {job.state === 'done' && job.resultAt !== undefined && <PageLink to={job.resultAt}>{jobWords.result}</PageLink>}
        {job.state === 'done' && job.fileAt !== undefined && (
          <a href={job.fileAt} download>
            {jobWords.download}
          </a>
        )}
      </span>
      <Progress
        percent={percentOf(job)}
        showInfo={false}
        size={['100%', sizes.space]}
        status={statusOf(job)}
        aria-label={job.title}
      />
      <span className={job.state === 'failed' ? 'job-say small late' : 'job-say small quiet'}>{sayOf(job)}</span>
    </div>
  )
}

/** Is the job still to end? */
export function isOpen(job: Pick<JobView, 'state'>): boolean {
  return job.state === 'waiting' || job.state === 'running'
}

function CancelButton({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <Popconfirm
      title={jobWords.cancel}
      description={jobWords.cancelAsk}
      okText={jobWords.cancel}
      cancelText={words.cancel}
      onConfirm={onCancel}
    >
      <Button type="link" size="small">
        {jobWords.cancel}
      </Button>
    </Popconfirm>
  )
}

function sayOf(job: JobView): string {
  const state =
    job.state === 'failed' && job.fault !== undefined ? `${jobWords.failed}：${job.fault}` : jobWords[job.state]
  const unit = job.unit ?? ''
  const count = job.total === undefined ? writeNumber(job.done) : `${writeNumber(job.done)} / ${writeNumber(job.total)}`
  const left = job.state === 'running' && job.secondsLeft !== undefined ? jobWords.left(writeWait(job.secondsLeft)) : ''
  const counted =
    job.state === 'waiting' || (job.done === 0 && job.total === undefined) ? '' : `${count} ${unit}`.trim()
  return [state, counted, left].filter((part) => part !== '').join(' · ')
}

function percentOf(job: JobView): number {
  if (job.state === 'done') return 100
  return job.total === undefined || job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100)
}

function statusOf(job: JobView): 'normal' | 'exception' | 'success' | 'active' {
  switch (job.state) {
    case 'failed':
      return 'exception'
    case 'done':
      return 'success'
    case 'running':
      return 'active'
    case 'waiting':
    case 'cancelled':
      return 'normal'
  }
}
