import type { SeriesLine } from '@dongzhou/contract/activities'
import { Button } from 'antd'
import { useState } from 'react'
import { writeCount } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { yearOptions } from '../kit/year-options.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { eventsAsk } from './event-ask.ts'
import { heldText } from './series-card.tsx'
import { SeriesDialog } from './series-dialog.tsx'
import { useProgrammes, useSeriesList } from './use-activities.ts'
import { eventWords, seriesWords } from './words.ts'

/** 专项与系列: what each programme holds in a year, and how far each series has come. */
export function SeriesListPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const mayWrite = useMay('activities.write')
  const [edited, setEdited] = useState<SeriesLine | 'new'>()
  const { programme, year, text } = eventsAsk(ask.filters)
  const query = useSeriesList({
    page: ask.page,
    size: ask.size,
    text,
    ...(programme === undefined ? {} : { programme }),
    ...(year === undefined ? {} : { year }),
  })
  const open = { label: seriesWords.open, onClick: () => setEdited('new') }
  return (
    <>
      <PageTitle
        title={seriesWords.title}
        help={<HelpLines lines={seriesWords.help} />}
        {...(mayWrite ? { primary: open } : {})}
      />
      <LedgerTable<SeriesLine>
        pageKey="activities.series"
        counted={{ noun: seriesWords.noun, unit: '个系列' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={useFilters(today)}
        keyOf={(series) => String(series.id)}
        summary={{
          title: (series) => series.title,
          opensAt: (series) => `/activities?series=${series.id}`,
          body: (series) => <Summary series={series} onChange={mayWrite ? () => setEdited(series) : undefined} />,
        }}
        empty={{
          title: seriesWords.emptyTitle,
          say: seriesWords.emptySay,
          ...(mayWrite ? { action: open } : {}),
        }}
      />
      <SeriesDialog
        series={edited === 'new' ? undefined : edited}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
      />
    </>
  )
}

function useFilters(today: string): readonly LedgerFilter[] {
  const programmes = useProgrammes().data ?? []
  return [
    { kind: 'text', key: 'text', label: seriesWords.name },
    { kind: 'one', key: 'year', label: eventWords.year, options: yearOptions(today) },
    {
      kind: 'one',
      key: 'programme',
      label: eventWords.programme,
      options: programmes.map(({ code, name }) => ({ value: code, label: name })),
    },
  ]
}

const columns: readonly LedgerColumn<SeriesLine>[] = [
  {
    key: 'title',
    title: seriesWords.name,
    width: columnWidths.text,
    render: (series) => <span title={series.title}>{series.title}</span>,
  },
  {
    key: 'programme',
    title: seriesWords.programme,
    width: columnWidths.idNumber,
    render: (series) => <span title={series.programme.name}>{series.programme.name}</span>,
  },
  { key: 'year', title: seriesWords.year, width: columnWidths.age, render: (series) => `${series.year}年` },
  { key: 'held', title: seriesWords.held, width: columnWidths.day, isNumber: true, render: heldText },
  {
    key: 'scheduled',
    title: seriesWords.scheduled,
    width: columnWidths.count,
    isNumber: true,
    render: (series) => writeCount(series.scheduled, '场'),
  },
  {
    key: 'attendance',
    title: seriesWords.attendance,
    width: columnWidths.state,
    isNumber: true,
    render: (series) => writeCount(series.attendance, '人次'),
  },
  {
    key: 'division',
    title: seriesWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: (series) => series.division.name,
  },
]

interface SummaryProps {
  readonly series: SeriesLine
  readonly onChange: (() => void) | undefined
}

function Summary({ series, onChange }: SummaryProps) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: seriesWords.programme, value: series.programme.name },
          { label: seriesWords.year, value: `${series.year}年` },
          { label: seriesWords.held, value: heldText(series) },
          { label: seriesWords.scheduled, value: writeCount(series.scheduled, '场') },
          { label: seriesWords.attendance, value: writeCount(series.attendance, '人次') },
          { label: seriesWords.aliases, value: series.aliases.join('、') },
          { label: seriesWords.division, value: series.division.name },
        ].filter(({ value }) => value !== '')}
      />
      {onChange && (
        <div className="row">
          <Button onClick={onChange}>{seriesWords.change}</Button>
        </div>
      )}
    </div>
  )
}
