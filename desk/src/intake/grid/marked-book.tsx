import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { isOpen } from '../../kit/job-progress.tsx'
import { useAction } from '../../kit/use-action.ts'
import { downloadFile } from '../download.ts'
import { useJob } from '../use-batches.ts'
import { gridWords } from './grid-words.ts'

/** 退回问题表: the sender's own workbook with the questioned cells marked. Made in the background, then taken away here. */
export function MarkedBook({ batchId }: { readonly batchId: string }) {
  const [jobId, setJobId] = useState<string>()
  const order = useAction(api.intake.exportComplaints, (made) => setJobId(made.jobId))
  const job = useJob(jobId).data
  const isBusy = order.isBusy || (jobId !== undefined && (!job || isOpen(job)))
  const { fileId } = job?.result ?? {}
  const ready = typeof fileId === 'string' ? fileId : undefined
  const trouble = order.trouble?.say ?? job?.fault
  return (
    <span className="row grid-marked">
      {trouble && (
        <span className="late" role="alert">
          {trouble}
        </span>
      )}
      {ready === undefined ? (
        <Button loading={isBusy} title={gridWords.markedSay} onClick={() => order.act({ id: batchId })}>
          {isBusy ? gridWords.markedBusy : gridWords.marked}
        </Button>
      ) : (
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => {
            downloadFile(ready)
            // What is mended afterwards wants a new one.
            setJobId(undefined)
          }}
        >
          {gridWords.markedReady}
        </Button>
      )}
    </span>
  )
}
