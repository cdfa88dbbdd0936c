import type { EventLine } from '@dongzhou/contract/activities'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { attendanceText, EventStateMark } from './event-state.tsx'
import { eventPageWords, eventWords } from './words.ts'

/** Columns of the ledger of events. */
export function eventColumns(today: string): readonly LedgerColumn<EventLine>[] {
  return [
    {
      key: 'title',
      title: eventWords.name,
      width: columnWidths.text,
      render: (event) => <span title={event.title}>{event.title}</span>,
    },
    { key: 'day', title: eventWords.day, width: columnWidths.day, render: (event) => event.dayText },
    {
      key: 'state',
      title: eventWords.state,
      width: columnWidths.count,
      render: (event) => <EventStateMark event={event} today={today} />,
    },
    {
      key: 'attendance',
      title: eventWords.attendance,
      width: columnWidths.state,
      isNumber: true,
      render: attendanceText,
    },
    { key: 'place', title: eventWords.place, width: columnWidths.idNumber, render: (event) => event.place },
    {
      key: 'proof',
      title: eventWords.proof,
      width: columnWidths.division,
      render: (event) => proofMark(event),
    },
    {
      key: 'programme',
      title: eventWords.programme,
      width: columnWidths.division,
      isOptional: true,
      render: (event) => event.programme.name,
    },
    { key: 'host', title: eventWords.host, width: columnWidths.text, isOptional: true, render: (event) => event.host },
    {
      key: 'series',
      title: eventWords.series,
      width: columnWidths.text,
      isOptional: true,
      render: (event) => event.seriesTitle,
    },
    {
      key: 'division',
      title: eventWords.division,
      width: columnWidths.division,
      isOptional: true,
      render: (event) => event.division.name,
    },
    {
      key: 'partners',
      title: eventWords.partners,
      width: columnWidths.text,
      isOptional: true,
      render: (event) => partnerNames(event),
    },
  ]
}

/** What the drawer says of an event. */
export function eventSummary(today: string): LedgerSummary<EventLine> {
  return {
    title: (event) => event.title,
    opensAt: (event) => `/activities/events/${event.id}`,
    body: (event) => (
      <FactList
        facts={[
          { label: eventWords.state, value: <EventStateMark event={event} today={today} /> },
          { label: eventWords.day, value: event.dayText },
          { label: eventWords.place, value: [event.place, event.division.name].filter(Boolean).join('，') },
          { label: eventWords.attendance, value: countedText(event) },
          { label: eventWords.proof, value: proofMark(event) },
          { label: eventWords.host, value: event.host },
          { label: eventWords.partners, value: partnerNames(event) },
          { label: eventWords.series, value: event.seriesTitle },
          { label: eventWords.programme, value: event.programme.name },
          { label: eventWords.source, value: event.source },
        ].filter(({ value }) => value !== '')}
      />
    ),
  }
}

/** `128 人次（签到名单）`. */
export function countedText(event: EventLine): string {
  const text = attendanceText(event)
  return event.attendance === null || event.countingName === '' ? text : `${text}（${event.countingName}）`
}

export function partnerNames(event: Pick<EventLine, 'partners'>): string {
  return event.partners.map(({ name }) => name).join('、')
}

function proofMark(event: EventLine): React.ReactNode {
  if (event.proof !== '') return <span title={event.proof}>{event.proof}</span>
  if (event.proofFileId !== null) return eventPageWords.proofFile
  return event.state === 'held' ? <span className="risk">{eventPageWords.noProof}</span> : ''
}
