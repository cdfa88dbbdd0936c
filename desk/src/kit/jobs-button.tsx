import { HourglassOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { frameWords } from '../words/kit.ts'
import { isOpen, JobProgress, type JobView } from './job-progress.tsx'

interface JobsButtonProps {
  /** undefined while nobody could say. */
  readonly jobs: readonly JobView[] | undefined
  readonly onCancel: (id: string) => void
}

/** The running jobs in the top bar: a count, and the list of them behind it. */
export function JobsButton({ jobs, onCancel }: JobsButtonProps) {
  const running = jobs?.filter(isOpen).length ?? 0
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={frameWords.jobs}
      content={<JobList jobs={jobs} onCancel={onCancel} />}
    >
      <Badge count={running} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<HourglassOutlined aria-hidden />}
          aria-label={running > 0 ? frameWords.runningJobs(running) : frameWords.jobs}
        />
      </Badge>
    </Popover>
  )
}

function JobList({ jobs, onCancel }: JobsButtonProps) {
  return (
    <div className="job-list" aria-live="polite">
      {jobs === undefined && <p className="quiet">{frameWords.unknown}</p>}
      {jobs?.length === 0 && <p className="quiet">{frameWords.noJobs}</p>}
      {jobs?.map((job) => (
        <JobProgress key={job.id} job={job} onCancel={onCancel} />
      ))}
    </div>
  )
}
