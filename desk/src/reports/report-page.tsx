import { Loaded } from '../kit/loaded.tsx'
import { usePageParam } from '../kit/navigation.tsx'
import { ReportDesk } from './report-desk.tsx'
import { useReport } from './use-reports.ts'
import { listWords, reportWords } from './words.ts'

/** 一份报告: the paper in the middle, the origin of its figures at the right. */
export function ReportPage() {
  const report = useReport(Number(usePageParam('reportId')))
  return (
    <Loaded
      query={report}
      rows={16}
      head={{ title: reportWords.noun, above: [{ title: listWords.title, to: '/reports' }] }}
    >
      {(file) => <ReportDesk key={file.id} file={file} />}
    </Loaded>
  )
}
