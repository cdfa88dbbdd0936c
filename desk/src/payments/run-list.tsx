import type { RunLine } from '@dongzhou/contract/payments-views'
import { benefits } from '@dongzhou/terms/benefit'
import { runKinds, runStates } from '@dongzhou/terms/payment'
import { Tag } from 'antd'
import { useState } from 'react'
import { writeMonth } from '../benefits/entitlement-month.ts'
import { SampleNote } from '../benefits/entitlement-sample.tsx'
import { writeCount, writeInstant, writeMoney, writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter, LedgerPage } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMedia } from '../kit/use-media.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { CreateRunDialog } from './create-run-dialog.tsx'
import './payments.css'
import { lateFirst, monthsLate, waitingSay } from './run-steps.ts'
import { useRuns } from './use-runs.ts'
import { runWords } from './words.ts'

/** 发放批次: what waits for whom, the latest first. */
export function RunListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const { today } = useMe()
  // On a telephone the month and whose turn it is have room; the rest is in the summary.
  const isNarrow = useMedia('(max-width: 640px)')
  const mayMake = useMay('payments.make')
  const [isOpen, setOpen] = useState(false)
  const query = useRuns(ask)
  const create = { label: runWords.create, onClick: () => setOpen(true) }
  const sorted = query.data && { ...query.data, items: lateFirst(query.data.items, today) }
  return (
    <>
      <PageTitle
        title={runWords.title}
        help={<HelpLines lines={runWords.help} />}
        {...(mayMake ? { primary: create } : {})}
      />
      <SampleNote />
      <LedgerTable<RunLine>
        pageKey="payments.runs"
        counted={{ noun: runWords.noun, unit: runWords.unit }}
        ask={ask}
        onAsk={setAsk}
        query={{ ...query, data: sorted, refetch: query.refetch }}
        columns={columnsFor(today, isNarrow)}
        filters={filtersFor(today)}
        keyOf={({ id }) => String(id)}
        summary={{
          title: ({ title }) => title,
          opensAt: ({ id }) => `/payments/runs/${id}`,
          body: (run) => <RunSummary run={run} today={today} />,
        }}
        totals={totalsOf}
        empty={{
          title: runWords.emptyTitle,
          say: runWords.emptySay,
          ...(mayMake ? { action: create } : {}),
        }}
      />
      <CreateRunDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

function totalsOf(page: LedgerPage<RunLine>): React.ReactNode {
  const open = page.items.filter(({ state }) => state !== 'closed' && state !== 'withdrawn').length
  return (
    <>
      {runWords.total(`${writeNumber(page.total)}${page.more ? '+' : ''} ${runWords.unit}`)}
      {open > 0 && <span className="quiet">，{runWords.open(open)}</span>}
    </>
  )
}

function filtersFor(today: string): readonly LedgerFilter[] {
  const year = Number(today.slice(0, 4))
  return [
    {
      kind: 'one',
      key: 'year',
      label: runWords.year,
      options: Array.from({ length: 4 }, (_, back) => ({ value: String(year - back), label: `${year - back}年` })),
    },
    {
      kind: 'one',
      key: 'state',
      label: runWords.state,
      options: Object.entries(runStates).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'kind',
      label: runWords.kind,
      options: Object.entries(runKinds).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'benefit',
      label: runWords.benefits,
      options: Object.entries(benefits).map(([value, label]) => ({ value, label })),
    },
  ]
}

function columnsFor(today: string, isNarrow: boolean): readonly LedgerColumn<RunLine>[] {
  return [
    {
      key: 'title',
      title: runWords.name,
      width: isNarrow ? columnWidths.division * 1.05 : columnWidths.text,
      render: (run) => <RunName run={run} />,
    },
    {
      key: 'waits',
      title: runWords.waits,
      width: columnWidths.text * (isNarrow ? 0.94 : 1),
      render: (run) => <Waits run={run} today={today} />,
    },
    {
      key: 'people',
      isWideOnly: true,
      title: runWords.people,
      width: columnWidths.count,
      isNumber: true,
      render: ({ people }) => writeCount(people, '人'),
    },
    {
      key: 'list',
      isWideOnly: true,
      title: runWords.list,
      width: columnWidths.money * 1.15,
      isNumber: true,
      render: ({ list }) => writeMoney(list),
    },
    {
      key: 'state',
      isWideOnly: true,
      title: runWords.state,
      width: columnWidths.state,
      render: ({ stateName }) => stateName,
    },
    { key: 'by', isWideOnly: true, title: runWords.by, width: columnWidths.name, render: ({ createdBy }) => createdBy },
    {
      key: 'division',
      title: runWords.division,
      width: columnWidths.division,
      isOptional: true,
      render: ({ division }) => division.name,
    },
    {
      key: 'at',
      title: runWords.at,
      width: columnWidths.idNumber,
      isOptional: true,
      render: ({ createdAt }) => writeInstant(createdAt),
    },
  ]
}

function RunName({ run }: { readonly run: RunLine }) {
  return (
    <span className="pay-name" title={run.title}>
      {run.title} {run.isSample && <Tag className="sample-tag">{runWords.sample}</Tag>}
    </span>
  )
}

function Waits({ run, today }: { readonly run: RunLine; readonly today: string }) {
  const say = waitingSay(run, today)
  const isEnded = run.state === 'closed' || run.state === 'withdrawn'
  const tone = monthsLate(run, today) > 0 ? 'late' : isEnded ? 'quiet' : ''
  return (
    <span className={tone} title={say}>
      {say}
    </span>
  )
}

function RunSummary({ run, today }: { readonly run: RunLine; readonly today: string }) {
  return (
    <FactList
      facts={[
        { label: runWords.waits, value: <Waits run={run} today={today} /> },
        { label: runWords.month, value: writeMonth(run.month) },
        { label: runWords.people, value: writeCount(run.people, '人') },
        { label: runWords.list, value: writeMoney(run.list) },
        { label: runWords.benefits, value: run.benefits.map((benefit) => benefits[benefit]).join('、') },
        { label: runWords.division, value: run.division.name },
        { label: runWords.by, value: `${run.createdBy}，${writeInstant(run.createdAt)}` },
      ]}
    />
  )
}
