import type { ReportComparison, ReportFile } from '@dongzhou/contract/reports'
import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { DayPicker } from '../kit/day-picker.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { FigureChangeTable } from './figure-change-table.tsx'
import { changedFigures, figureChanges } from './figure-changes.ts'
import { yearBefore } from './half-year.ts'
import './reports.css'
import { useReportSearch } from './use-report-search.ts'
import { useComparison, useReport } from './use-reports.ts'
import { compareWords, listWords } from './words.ts'

/** 对比: the report beside itself at another cut-off. */
export function ComparePage() {
  const report = useReport(Number(usePageParam('reportId')))
  return (
    <Loaded query={report} head={{ title: compareWords.title, above: [{ title: listWords.title, to: '/reports' }] }}>
      {(file) => <Comparing file={file} />}
    </Loaded>
  )
}

function Comparing({ file }: { readonly file: ReportFile }) {
  const { other: found } = usePageSearch()
  const change = useReportSearch()
  const id = useId()
  const lastYear = yearBefore(file.cutOff)
  const other = typeof found === 'string' && /^20\d\d-\d\d-\d\d$/.test(found) ? found : lastYear
  const comparison = useComparison(file.id, other)
  return (
    <>
      <PageTitle
        title={compareWords.title}
        note={file.title}
        above={[
          { title: listWords.title, to: '/reports' },
          { title: file.title, to: `/reports/${file.id}` },
        ]}
        help={<HelpLines lines={compareWords.help} />}
      />
      <div className="stack">
        <div className="card report-compare-choice no-print">
          <label htmlFor={id}>{compareWords.other}</label>
          <DayPicker id={id} value={other} onChange={(day) => change({ other: day })} />
          <Button disabled={other === lastYear} onClick={() => change({ other: lastYear })}>
            {compareWords.lastYear}
          </Button>
        </div>
        <Loaded query={comparison} rows={10}>
          {(it) => <Compared key={other} comparison={it} />}
        </Loaded>
      </div>
    </>
  )
}

function Compared({ comparison }: { readonly comparison: ReportComparison }) {
  const [isChangedOnly, setChangedOnly] = useState(true)
  const all = figureChanges(comparison.figures, 'to-report')
  const changed = changedFigures(comparison.figures, 'to-report')
  const shown = isChangedOnly ? changed : all
  return (
    <>
      <Card
        title={`${compareWords.figures}（${changed.length}）`}
        extra={
          <Checkbox checked={isChangedOnly} onChange={(event) => setChangedOnly(event.target.checked)}>
            {compareWords.onlyChanged}
          </Checkbox>
        }
      >
        {shown.length === 0 ? (
          <EmptyState title={compareWords.noFigures} />
        ) : (
          <FigureChangeTable
            changes={shown}
            before={compareWords.before(writeDay(comparison.otherCutOff))}
            after={compareWords.after(writeDay(comparison.cutOff))}
          />
        )}
      </Card>
      <Card title={`${compareWords.text}（${comparison.blocks.length}）`}>
        {comparison.blocks.length === 0 && <p className="quiet">{compareWords.noText}</p>}
        {comparison.blocks.map((block) => (
          <p key={block.id} className="report-difference">
            <Chunks chunks={block.chunks} />
          </p>
        ))}
      </Card>
    </>
  )
}

type Chunk = ReportComparison['blocks'][number]['chunks'][number]

function Chunks({ chunks }: { readonly chunks: readonly Chunk[] }) {
  return chunks.map((chunk, at) => {
    if (chunk.kind === 'same') return chunk.text
    const Part = chunk.kind === 'removed' ? 'del' : 'ins'
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a difference are only read
    return <Part key={at}>{chunk.text}</Part>
  })
}
