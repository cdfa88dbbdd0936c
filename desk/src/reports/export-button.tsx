import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { jobView } from '../job-view.ts'
import { newActionId } from '../kit/action-id.ts'
import { AskPurpose } from '../kit/ask-purpose.tsx'
import { JobProgress } from '../kit/job-progress.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { purposeText } from '../kit/purposes.ts'
import { useExportJob } from './use-reports.ts'
import { exportWords, reportWords } from './words.ts'

interface ExportButtonProps {
  readonly id: number
  readonly isUnsaved: boolean
}

/** 导出文档: for a stated purpose; the file is made by a job, and taken away when it is there. */
export function ExportButton({ id, isUnsaved }: ExportButtonProps) {
  // Set while the purpose is asked: a retry of the same asking is the same action.
  const [actionId, setActionId] = useState<string>()
  const [jobId, setJobId] = useState<string>()
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setActionId(newActionId())}>
        {reportWords.export}
      </Button>
      <AskPurpose
        isOpen={actionId !== undefined}
        for="export"
        title={exportWords.title}
        say={isUnsaved ? `${exportWords.say}${exportWords.unsaved}` : exportWords.say}
        verb={exportWords.verb}
        onClose={() => setActionId(undefined)}
        onAnswer={async (purpose) => {
          if (actionId === undefined) return
          const started = await api.reports.exportReport({ actionId, id, purpose: purposeText(purpose) })
          setActionId(undefined)
          setJobId(started.jobId)
        }}
      />
      <Modal
        open={jobId !== undefined}
        title={exportWords.title}
        footer={null}
        destroyOnHidden
        onCancel={() => setJobId(undefined)}
      >
        {jobId !== undefined && <ExportJob id={jobId} />}
      </Modal>
    </>
  )
}

function ExportJob({ id }: { readonly id: string }) {
  const job = useExportJob(id)
  return (
    <Loaded query={job} rows={2}>
      {(line) => {
        const view = jobView(line)
        const { fileAt } = view
        return (
          <div className="stack" aria-live="polite">
            <p>{fileAt === undefined ? exportWords.working : exportWords.ready}</p>
            <JobProgress job={{ ...view, fileAt: undefined }} />
            {fileAt !== undefined && (
              <Button type="primary" icon={<DownloadOutlined aria-hidden />} href={fileAt} download>
                {exportWords.download}
              </Button>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
