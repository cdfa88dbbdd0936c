import type { EventLine } from '@dongzhou/contract/activities'
import { Button } from 'antd'
import { useState } from 'react'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { yearOptions } from '../kit/year-options.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { eventsAsk } from './event-ask.ts'
import { eventColumns, eventSummary } from './event-columns.tsx'
import { EventDialog } from './event-dialog.tsx'
import { newDraft } from './event-draft.ts'
import { useEvents, useProgrammes, useSeries, useSeriesList } from './use-activities.ts'
import { eventStates, eventWords } from './words.ts'

/** 活动台账: what was planned, held and cancelled, the latest first. */
export function EventListPage() {
  const { today, division } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const mayWrite = useMay('activities.write')
  const [open, setOpen] = useState<'schedule' | 'record'>()
  const { seriesId } = eventsAsk(ask.filters)
  const known = newDraft({ seriesId, division: division.code })
  return (
    <>
      <PageTitle
        title={eventWords.title}
        help={<HelpLines lines={eventWords.help} />}
        {...(mayWrite
          ? {
              actions: <Button onClick={() => setOpen('schedule')}>{eventWords.schedule}</Button>,
              primary: { label: eventWords.record, onClick: () => setOpen('record') },
            }
          : {})}
      />
      <LedgerTable<EventLine>
        pageKey="activities.events"
        counted={{ noun: eventWords.noun, unit: '场' }}
        ask={ask}
        onAsk={setAsk}
        query={useEvents(ask)}
        columns={eventColumns(today)}
        filters={useFilters(today, ask.filters)}
        keyOf={(event) => String(event.id)}
        summary={eventSummary(today)}
        empty={{
          title: eventWords.emptyTitle,
          say: eventWords.emptySay,
          ...(mayWrite ? { action: { label: eventWords.record, onClick: () => setOpen('record') } } : {}),
        }}
      />
      <EventDialog
        purpose={open ?? 'record'}
        isOpen={open !== undefined}
        draft={known}
        event={undefined}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}

type Filters = Readonly<Record<string, readonly string[]>>

function useFilters(today: string, filters: Filters): readonly LedgerFilter[] {
  const { programme, year, seriesId } = eventsAsk(filters)
  const programmes = useProgrammes().data ?? []
  const tree = useDivisionFilterTree(useMe().division.code)
  const chosen = useSeries(seriesId).data
  const series = useSeriesList({
    page: 1,
    size: 200,
    text: '',
    ...(programme === undefined ? {} : { programme }),
    ...(year === undefined ? {} : { year }),
  })
  const offered = series.data?.items ?? []
  // A link may name a series that the list under the other filters does not hold.
  const all = chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered
  return [
    { kind: 'text', key: 'text', label: eventWords.text },
    { kind: 'one', key: 'year', label: eventWords.year, options: yearOptions(today) },
    {
      kind: 'one',
      key: 'programme',
      label: eventWords.programme,
      options: programmes.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'one',
      key: 'series',
      label: eventWords.series,
      options: all.map(({ id, title, year: of }) => ({ value: String(id), label: `${title}（${of}年）` })),
    },
    {
      kind: 'one',
      key: 'state',
      label: eventWords.state,
      options: Object.entries(eventStates).map(([value, label]) => ({ value, label })),
    },
    { kind: 'tree', key: 'division', label: eventWords.division, tree },
    { kind: 'days', key: 'day', label: eventWords.day },
  ]
}
