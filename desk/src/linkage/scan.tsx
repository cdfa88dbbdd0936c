import { Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { jobView } from '../job-view.ts'
import { writeCount, writeNumber } from '../kit/format.ts'
import { isOpen, JobProgress } from '../kit/job-progress.tsx'
import { sizes } from '../kit/theme.ts'
import { useAction } from '../kit/use-action.ts'
import { words } from '../words/kit.ts'
import { useScan } from './use-pairs.ts'
import { linkageWords } from './words.ts'

/** 全库查重: says what it does, starts it, shows how far it is; what it finds comes into the list by itself. */
export function useScanDialog(): { readonly ask: () => void; readonly drawn: React.ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const [jobId, setJobId] = useState<string>()
  const start = useAction(api.linkage.startScan, (started) => {
    setJobId(started.jobId)
    setAsking(false)
  })
  const job = useScan(jobId).data
  const drawn = (
    <>
      <Modal
        open={isAsking}
        title={linkageWords.scan}
        width={sizes.dialog}
        okText={linkageWords.scan}
        okButtonProps={{ loading: start.isBusy }}
        cancelText={words.cancel}
        onOk={() => start.act({})}
        onCancel={() => setAsking(false)}
      >
        <p>{linkageWords.scanSay}</p>
        <p className="late complaint" role="alert">
          {start.trouble?.say}
        </p>
      </Modal>
      {job && (
        <section className="card scan-card" aria-live="polite">
          {isOpen(job) && <p>{linkageWords.scanning}</p>}
          {job.state === 'done' ? <ScanEnd result={job.result} /> : <JobProgress job={jobView(job)} />}
        </section>
      )}
    </>
  )
  return { ask: () => setAsking(true), drawn }
}

/** What the scan found; the list below has been asked anew by then. */
function ScanEnd({ result }: { readonly result: Readonly<Record<string, unknown>> | null }) {
  const { queued, people } = result ?? {}
  if (typeof queued !== 'number' || typeof people !== 'number') return null
  return <p>{linkageWords.scanned(writeCount(people, '人'), writeNumber(queued))}</p>
}
