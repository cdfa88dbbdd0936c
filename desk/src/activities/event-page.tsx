import type { EventFile } from '@dongzhou/contract/activities'
import { Button } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam } from '../kit/navigation.tsx'
import type { PageTitleProps } from '../kit/page-title.tsx'
import { Card, FactList, type RecordAlert, RecordPage } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { countedText } from './event-columns.tsx'
import { EventDialog } from './event-dialog.tsx'
import { draftOf, type EventPurpose } from './event-draft.ts'
import { daysOverdue, EventStateMark } from './event-state.tsx'
import { SeriesCard } from './series-card.tsx'
import { TakeProof } from './take-proof.tsx'
import { useEvent } from './use-activities.ts'
import { eventPageWords, eventWords } from './words.ts'

/** 一场活动: what took place, how many came, what proves it. */
export function EventPage() {
  const event = useEvent(Number(usePageParam('eventId')))
  return (
    <Loaded query={event} head={{ title: eventWords.noun, above: [{ title: eventPageWords.back, to: '/activities' }] }}>
      {(it) => <EventRecord event={it} />}
    </Loaded>
  )
}

function EventRecord({ event }: { readonly event: EventFile }) {
  const { today } = useMe()
  const [form, setForm] = useState<EventPurpose>()
  const [isCancelling, setCancelling] = useState(false)
  return (
    <>
      <RecordPage
        title={titleOf(event, setForm, () => setCancelling(true))}
        marks={<EventStateMark event={event} today={today} />}
        facts={[
          { label: eventWords.day, value: event.dayText },
          { label: eventWords.attendance, value: countedText(event) },
          { label: eventWords.place, value: placeOf(event) },
          { label: eventWords.programme, value: event.programme.name },
        ]}
        alerts={alertsOf(event, today)}
        side={
          <>
            <SeriesCard seriesId={event.seriesId} />
            <Card title={eventWords.partners}>
              <Partners event={event} />
            </Card>
          </>
        }
      >
        <Card title={cardTitles[event.state]}>
          <FactList facts={factsOf(event)} />
        </Card>
      </RecordPage>
      <EventDialog
        purpose={form ?? 'correct'}
        isOpen={form !== undefined}
        draft={draftOf(event)}
        event={event}
        onClose={() => setForm(undefined)}
      />
      <CancelDialog event={event} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </>
  )
}

const cardTitles = {
  planned: eventPageWords.plan,
  held: eventPageWords.held,
  cancelled: eventPageWords.before,
} as const

function titleOf(event: EventFile, onForm: (form: EventPurpose) => void, onCancel: () => void): PageTitleProps {
  const title: PageTitleProps = {
    title: event.title,
    above: [{ title: eventPageWords.back, to: '/activities' }],
    help: <HelpLines lines={eventWords.help} />,
  }
  if (!event.may.write) return title
  const isPlanned = event.state === 'planned'
  return {
    ...title,
    actions: (
      <>
        <Button onClick={onCancel}>{eventPageWords.cancel}</Button>
        {isPlanned && <Button onClick={() => onForm('correct')}>{eventPageWords.correct}</Button>}
      </>
    ),
    primary: isPlanned
      ? { label: eventPageWords.hold, onClick: () => onForm('hold') }
      : { label: eventPageWords.correct, onClick: () => onForm('correct') },
  }
}

function alertsOf(event: EventFile, today: string): readonly RecordAlert[] {
  const overdue = daysOverdue(event, today)
  const hasProof = event.proof !== '' || event.proofFileId !== null
  return [
    ...(overdue === undefined
      ? []
      : [{ key: 'overdue', level: 'late' as const, say: eventPageWords.overdue(overdue) }]),
    ...(event.state === 'cancelled'
      ? [
          {
            key: 'cancelled',
            level: 'information' as const,
            say: eventPageWords.cancelled(event.cancelledBecause ?? ''),
          },
        ]
      : []),
    ...(event.state === 'held' && !hasProof
      ? [{ key: 'proof', level: 'risk' as const, say: eventPageWords.proofMissing }]
      : []),
    ...(event.state === 'held' && event.counting === 'not-counted'
      ? [{ key: 'count', level: 'information' as const, say: eventPageWords.countMissing }]
      : []),
  ]
}

function placeOf(event: EventFile): string {
  return event.place === '' ? event.division.name : event.place
}

function factsOf(event: EventFile) {
  return [
    { label: eventWords.proof, value: event.state === 'planned' ? '' : <Proof event={event} /> },
    { label: eventWords.counting, value: event.countingName },
    { label: eventWords.division, value: event.division.name },
    { label: eventWords.place, value: event.place },
    { label: eventWords.host, value: event.host },
    { label: eventWords.remark, value: event.remark },
    { label: eventWords.source, value: event.source },
  ].filter(({ value }) => value !== '')
}

function Proof({ event }: { readonly event: EventFile }) {
  if (event.proof === '' && event.proofFileId === null) return <span className="quiet">{eventPageWords.noProof}</span>
  return (
    <span className="row">
      {event.proof !== '' && <span>{event.proof}</span>}
      {event.proofFileId !== null && <TakeProof fileId={event.proofFileId} />}
    </span>
  )
}

function Partners({ event }: { readonly event: EventFile }) {
  if (event.partners.length === 0) return <p className="quiet">{eventPageWords.noPartners}</p>
  return (
    <ul>
      {event.partners.map(({ name, organisationId }) => (
        <li key={name}>
          {organisationId === null ? (
            name
          ) : (
            <PageLink to="/registry/organisations" search={{ text: name }}>
              {name}
            </PageLink>
          )}
        </li>
      ))}
    </ul>
  )
}
