import type { TrailLine } from '@dongzhou/contract/platform'
import { useMemo } from 'react'
import { divisionTitle } from '../kit/division-tree.ts'
import { nothing, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type LedgerAsk, withFilter } from '../kit/search-params.ts'
import { columnWidths } from '../kit/theme.ts'
import { useDivisions } from '../kit/use-divisions.ts'
import { changeText } from './change-lines.ts'
import { ChangeTable } from './change-table.tsx'
import { subjectText } from './subject-text.ts'
import { subjectIn } from './trail-ask.ts'
import './trail.css'
import { useActorName, useActors, useTrail, useVerification } from './use-trail.ts'
import { trailVerbs } from './verbs.ts'
import { VerificationSay } from './verification-say.tsx'
import { trailWords } from './words.ts'

/** 操作留痕 (trail): who did what to whom, when and why; verified by one button. */
export function TrailPage() {
  const [ask, setAsk] = useLedgerAsk()
  const names = useNames()
  const filters = useTrailFilters(ask, names)
  const verification = useVerification()
  const columns = useMemo(() => columnsWith(names), [names])
  return (
    <>
      <PageTitle
        title={trailWords.title}
        help={<HelpLines lines={trailWords.help} />}
        primary={{
          label: trailWords.verify,
          isDisabled: verification.isFetching,
          onClick: () => void verification.refetch(),
        }}
      />
      <VerificationSay verification={verification} />
      <LedgerTable<TrailLine>
        pageKey="trail"
        counted={{ noun: trailWords.noun, unit: '条' }}
        ask={ask}
        onAsk={setAsk}
        query={useTrail(ask)}
        columns={columns}
        filters={filters}
        keyOf={(line) => String(line.id)}
        summary={{
          title: (line) => line.verbName,
          body: (line) => (
            <ChangeTable
              line={line}
              subject={subjectText(line, names)}
              actor={names.actor(line.actor)}
              divisionName={names.division}
              onOnlySubject={() => setAsk(withFilter(ask, 'subject', [`${line.subjectKind}:${line.subject}`]))}
            />
          ),
        }}
        empty={{ title: trailWords.emptyTitle, say: trailWords.emptySay }}
      />
    </>
  )
}

interface Names {
  readonly division: (code: string) => string
  readonly account: (id: string) => string | undefined
  /** The person behind a login name; a name that is gone stands as it is. */
  readonly actor: (userName: string) => string
  readonly accounts: readonly { readonly id: number; readonly displayName: string; readonly userName: string }[]
}

function useNames(): Names {
  const { data: divisions = noDivisions } = useDivisions()
  const accounts = useActors()
  const actor = useActorName()
  return useMemo(
    () => ({
      division: (code) => divisionTitle(divisions, code),
      account: (id) => accounts.find((account) => String(account.id) === id)?.displayName,
      actor,
      accounts,
    }),
    [divisions, accounts, actor],
  )
}

const noDivisions = [] as const

function useTrailFilters(ask: LedgerAsk, names: Names): readonly LedgerFilter[] {
  const { subject: subjectTexts } = ask.filters
  const subject = subjectIn(subjectTexts?.[0])
  return [
    { kind: 'days', key: 'day', label: trailWords.filterDays },
    {
      kind: 'one',
      key: 'account',
      label: trailWords.filterAccount,
      options: names.accounts.map(({ id, displayName, userName }) => ({
        value: String(id),
        label: `${displayName}（${userName}）`,
      })),
    },
    { kind: 'one', key: 'verb', label: trailWords.filterVerb, options: verbOptions },
    // Only where one came by "only this": a subject is chosen from a row, not typed.
    ...(subject
      ? [
          {
            kind: 'one' as const,
            key: 'subject',
            label: trailWords.filterSubject,
            options: [
              {
                value: `${subject.kind}:${subject.id}`,
                label: subjectText({ subjectKind: subject.kind, subject: subject.id }, names),
              },
            ],
          },
        ]
      : []),
  ]
}

const verbOptions = trailVerbs().map(({ value, label, room }) => ({ value, label: `${room}：${label}` }))

function columnsWith(names: Names): readonly LedgerColumn<TrailLine>[] {
  return [
    {
      key: 'at',
      title: trailWords.at,
      width: columnWidths.idNumber,
      render: (line) => <span className="trail-at">{writeInstant(line.at)}</span>,
    },
    { key: 'actor', title: trailWords.actor, width: columnWidths.name, render: (line) => names.actor(line.actor) },
    { key: 'verb', title: trailWords.verb, width: columnWidths.phone, render: (line) => line.verbName },
    {
      key: 'subject',
      title: trailWords.subject,
      width: columnWidths.phone,
      render: (line) => subjectText(line, names),
    },
    {
      key: 'change',
      title: trailWords.change,
      width: columnWidths.identity,
      render: (line) => changeText(line.before, line.after, names.division) || nothing,
    },
    {
      key: 'purpose',
      title: trailWords.purpose,
      width: columnWidths.phone,
      render: (line) => line.purpose ?? nothing,
    },
    {
      key: 'division',
      title: trailWords.division,
      width: columnWidths.division,
      render: (line) => names.division(line.division),
      isOptional: true,
    },
  ]
}
