import type { ReportLine } from '@dongzhou/contract/reports'
import { useState } from 'react'
import { writeDay, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import type { LedgerAsk } from '../kit/search-params.ts'
import { columnWidths } from '../kit/theme.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { yearsUpTo } from './half-year.ts'
import { StartDialog } from './start-dialog.tsx'
import { type ReportsAsk, useReports } from './use-reports.ts'
import { listWords, periodName, stateNames } from './words.ts'

/** 报告: what was drafted, up to which day, by whom, and where each stands. */
export function ReportListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const mayStart = useMay('reports.write')
  const { today } = useMe()
  const [isStarting, setStarting] = useState(false)
  const start = { label: listWords.start, onClick: () => setStarting(true) }
  return (
    <>
      <PageTitle
        title={listWords.title}
        help={<HelpLines lines={listWords.help} />}
        {...(mayStart ? { primary: start } : {})}
      />
      <LedgerTable<ReportLine>
        pageKey="reports.list"
        counted={{ noun: listWords.noun, unit: '份' }}
        ask={ask}
        onAsk={setAsk}
        query={useReports(askOf(ask))}
        columns={columns}
        filters={filtersIn(today)}
        keyOf={(report) => String(report.id)}
        summary={{
          title: (report) => report.title,
          opensAt: (report) => `/reports/${report.id}`,
          body: (report) => <FactList facts={factsOf(report)} />,
        }}
        empty={{
          title: listWords.emptyTitle,
          say: listWords.emptySay,
          ...(mayStart ? { action: start } : {}),
        }}
      />
      <StartDialog isOpen={isStarting} onClose={() => setStarting(false)} />
    </>
  )
}

function askOf({ page, size, filters: chosen }: LedgerAsk): ReportsAsk {
  const { text, year, state } = chosen
  const found = Number(year?.[0])
  return {
    page,
    size,
    text: text?.[0] ?? '',
    ...(Number.isInteger(found) && found >= 2000 ? { year: found } : {}),
    ...(state?.[0] === 'draft' || state?.[0] === 'finished' ? { state: state[0] } : {}),
  }
}

function filtersIn(today: string): readonly LedgerFilter[] {
  return [
    { kind: 'text', key: 'text', label: listWords.text },
    {
      kind: 'one',
      key: 'state',
      label: listWords.state,
      options: Object.entries(stateNames).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'year',
      label: listWords.year,
      options: yearsUpTo(today).map((year) => ({ value: String(year), label: `${year}年` })),
    },
  ]
}

const columns: readonly LedgerColumn<ReportLine>[] = [
  {
    key: 'title',
    title: listWords.reportTitle,
    width: columnWidths.text + columnWidths.idNumber,
    render: (report) => <span title={report.title}>{report.title}</span>,
  },
  { key: 'cutOff', title: listWords.cutOff, width: columnWidths.day, render: (report) => writeDay(report.cutOff) },
  { key: 'state', title: listWords.state, width: columnWidths.count, render: (report) => stateMark(report) },
  { key: 'madeBy', title: listWords.madeBy, width: columnWidths.name, render: (report) => report.madeBy },
  { key: 'changedBy', title: listWords.changedBy, width: columnWidths.name, render: (report) => report.changedBy },
  {
    key: 'changedAt',
    title: listWords.changedAt,
    width: columnWidths.idNumber,
    isOptional: true,
    render: (report) => writeInstant(report.changedAt),
  },
  { key: 'period', title: listWords.period, width: columnWidths.day, isOptional: true, render: periodName },
  {
    key: 'division',
    title: listWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: (report) => report.division.name,
  },
]

function stateMark({ state }: ReportLine) {
  return <span className={state === 'draft' ? 'risk' : ''}>{stateNames[state]}</span>
}

function factsOf(report: ReportLine) {
  return [
    { label: listWords.period, value: periodName(report) },
    { label: listWords.cutOff, value: writeDay(report.cutOff) },
    { label: listWords.state, value: stateMark(report) },
    { label: listWords.division, value: report.division.name },
    { label: listWords.madeBy, value: `${report.madeBy}，${writeInstant(report.createdAt)}` },
    { label: listWords.changedBy, value: `${report.changedBy}，${writeInstant(report.changedAt)}` },
    ...(report.finishedAt === null ? [] : [{ label: listWords.finishedAt, value: writeInstant(report.finishedAt) }]),
  ]
}
