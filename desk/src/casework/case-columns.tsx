import type { CaseLine } from '@dongzhou/contract/casework-views'
import { nothing, writeDay } from '../kit/format.ts'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import type { CaseList } from './case-ask.ts'
import { dueOf } from './due.ts'
import { caseWords } from './words.ts'

type Column = LedgerColumn<CaseLine>

/** Columns of the list: on a telephone who, where it stands, and until when. */
export function caseColumns(list: CaseList, today: string): readonly Column[] {
  const isEnded = list === 'ended'
  return [
    { key: 'person', title: caseWords.person, width: columnWidths.name, render: ({ person }) => person.name },
    {
      key: 'procedure',
      title: caseWords.procedure,
      width: columnWidths.text,
      isWideOnly: true,
      render: ({ procedureName }) => <span title={procedureName}>{procedureName}</span>,
    },
    {
      key: 'at',
      title: isEnded ? caseWords.ended : caseWords.at,
      width: columnWidths.money,
      render: ({ atName }) => <span title={atName}>{atName}</span>,
    },
    isEnded ? since(caseWords.endedOn) : due(today),
    {
      key: 'division',
      title: caseWords.division,
      width: columnWidths.division,
      isWideOnly: true,
      render: ({ division }) => <span title={division.name}>{division.name}</span>,
    },
    ...(isEnded ? [] : [assignee, { ...since(caseWords.since), isOptional: true }]),
    { ...begun, isOptional: !isEnded },
  ]
}

const assignee: Column = {
  key: 'assignee',
  title: caseWords.assignee,
  width: columnWidths.count,
  isWideOnly: true,
  render: (line) => line.assignee ?? <span className="quiet">{nothing}</span>,
}

const begun: Column = {
  key: 'begun',
  title: caseWords.begunOn,
  width: columnWidths.day,
  isWideOnly: true,
  render: ({ begunOn }) => writeDay(begunOn),
}

function since(title: string): Column {
  return { key: 'since', title, width: columnWidths.day, render: (line) => writeDay(line.since) }
}

function due(today: string): Column {
  return {
    key: 'due',
    title: caseWords.due,
    width: columnWidths.day,
    render: (line) => <DueSay line={line} today={today} />,
  }
}

/** 期限 as a word in its colour, its day on hover. */
export function DueSay({ line, today }: { readonly line: CaseLine; readonly today: string }) {
  const { text, tone } = dueOf(line, today)
  return (
    <span className={tone} title={line.dueOn === null ? text : writeDay(line.dueOn)}>
      {text}
    </span>
  )
}

/** What the drawer says of a case. */
export function caseSummary(today: string): LedgerSummary<CaseLine> {
  return {
    title: ({ person }) => person.name,
    opensAt: ({ id }) => `/casework/cases/${id}`,
    body: (line) => <FactList facts={factsOf(line, today).filter(({ value }) => value !== null)} />,
  }
}

function factsOf(line: CaseLine, today: string) {
  const running = line.isEnded ? null : <DueSay line={line} today={today} />
  return [
    { label: caseWords.procedure, value: line.procedureName },
    { label: line.isEnded ? caseWords.ended : caseWords.at, value: line.atName },
    { label: caseWords.due, value: running },
    { label: line.isEnded ? caseWords.endedOn : caseWords.since, value: writeDay(line.since) },
    { label: caseWords.assignee, value: line.assignee },
    { label: caseWords.division, value: line.division.name },
    { label: caseWords.begunOn, value: writeDay(line.begunOn) },
  ]
}
