import type { CaseFile } from '@dongzhou/contract/casework-views'
import { Tag } from 'antd'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam } from '../kit/navigation.tsx'
import { type RecordAlert, RecordPage } from '../kit/record-page.tsx'
import { RecordTimeline, type TimelineEntry } from '../kit/record-timeline.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { AnswersCard } from './answers-card.tsx'
import { DueSay } from './case-columns.tsx'
import { eventBody } from './case-history.tsx'
import { MovesCard } from './case-moves.tsx'
import { ClocksCard, KnownCard } from './case-side.tsx'
import './casework.css'
import { dueOf } from './due.ts'
import { PapersCard } from './papers-card.tsx'
import { useCase } from './use-casework.ts'
import { caseWords, pageWords } from './words.ts'

/** 办件详情: where it stands and who can move it, what is known and what is lacking, and all that was done. */
export function CasePage() {
  const found = useCase(Number(usePageParam('caseId')))
  return (
    <Loaded query={found} rows={12} head={{ title: caseWords.noun, above }}>
      {(file) => <CaseRecord key={file.id} file={file} />}
    </Loaded>
  )
}

const above = [{ title: caseWords.title, to: '/casework/cases' }]

function CaseRecord({ file }: { readonly file: CaseFile }) {
  const { today } = useMe()
  return (
    <RecordPage
      title={{
        title: pageWords.title(file.person.name, file.procedureName),
        above,
        help: <HelpLines lines={caseWords.help} />,
      }}
      marks={<Tag>{file.atName}</Tag>}
      facts={headOf(file, today)}
      alerts={alertsOf(file, today)}
      side={
        <>
          <ClocksCard file={file} />
          <KnownCard file={file} />
        </>
      }
    >
      <MovesCard file={file} />
      <AnswersCard file={file} />
      <PapersCard file={file} />
      <RecordTimeline entries={entriesOf(file)} />
    </RecordPage>
  )
}

function headOf(file: CaseFile, today: string) {
  const hasDue = file.dueOn !== null || file.lacksCalendar !== null
  const running = [
    { label: pageWords.place, value: file.placeName },
    ...(hasDue ? [{ label: caseWords.due, value: <DueSay line={file} today={today} /> }] : []),
  ]
  return [
    { label: caseWords.person, value: <PersonName file={file} /> },
    ...(file.isEnded ? [] : running),
    { label: caseWords.division, value: file.division.name },
    { label: pageWords.section, value: file.sectionName },
    { label: pageWords.begunOn, value: writeDay(file.begunOn) },
    ...(file.onBehalf === '' ? [] : [{ label: pageWords.onBehalf, value: file.onBehalf }]),
  ]
}

function PersonName({ file }: { readonly file: CaseFile }) {
  const mayOpen = useMay('registry.read')
  if (!mayOpen) return file.person.name
  return <PageLink to={`/registry/people/${file.person.id}`}>{file.person.name}</PageLink>
}

function alertsOf(file: CaseFile, today: string): readonly RecordAlert[] {
  if (file.isEnded) {
    return [{ key: 'ended', level: 'information', say: pageWords.ended(file.atName, writeDay(file.since)) }]
  }
  const due = dueOf(file, today)
  const alerts: readonly (RecordAlert | undefined)[] = [
    file.isOverdue ? { key: 'late', level: 'late', say: pageWords.overdue(due.text) } : undefined,
    file.awaited.length > 0
      ? { key: 'awaited', level: 'risk', say: pageWords.awaited(file.awaited.join('、')) }
      : undefined,
    file.noticeThrough === null
      ? undefined
      : { key: 'notice', level: 'information', say: pageWords.notice(writeDay(file.noticeThrough)) },
    file.assignee === null
      ? undefined
      : { key: 'assigned', level: 'information', say: pageWords.assigned(file.assignee) },
  ]
  return alerts.filter((alert) => alert !== undefined)
}

function entriesOf({ events }: CaseFile): readonly TimelineEntry[] {
  return events.toReversed().map((event) => ({
    id: String(event.seq),
    on: writeDay(event.on),
    room: '',
    title: event.say,
    body: eventBody(event),
  }))
}
