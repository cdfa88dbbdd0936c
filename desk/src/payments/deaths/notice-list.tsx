import type { DeathNoticeView } from '@dongzhou/contract/payments-deaths'
import { deathNoticeStates } from '@dongzhou/terms/payment'
import { App, Radio } from 'antd'
import { api, queries } from '../../api.ts'
import { askAnew } from '../../kit/ask-anew.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormField } from '../../kit/form.tsx'
import { nothing, writeDay } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { PageLink, useLedgerAsk } from '../../kit/navigation.tsx'
import { type PersonChoice, PersonPicker } from '../../kit/person-picker.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { useMay } from '../../session/use-session.ts'
import { deathWords } from './death-words.ts'
import { useDeathLists, useDeathNotices } from './use-deaths.ts'

interface StartProps {
  readonly start: { readonly label: string; readonly onClick: () => void } | undefined
}

/** 比对结果: rows that are somebody on file, and rows that somebody must place. */
export function NoticeList({ start }: StartProps) {
  const [ask, setAsk] = useLedgerAsk()
  const query = useDeathNotices(ask)
  return (
    <LedgerTable<DeathNoticeView>
      pageKey="payments.death-notices"
      counted={{ noun: deathWords.noun, unit: '人' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={useFilters()}
      keyOf={({ id }) => String(id)}
      summary={{ title: ({ name }) => name, body: (notice) => <NoticeSummary key={notice.id} notice={notice} /> }}
      empty={{
        title: deathWords.emptyTitle,
        say: deathWords.emptySay,
        ...(start === undefined ? {} : { action: start }),
      }}
    />
  )
}

function useFilters(): readonly LedgerFilter[] {
  const lists = useDeathLists(1, 50).data?.items ?? []
  return [
    {
      kind: 'one',
      key: 'state',
      label: deathWords.state,
      options: Object.entries(deathNoticeStates)
        .filter(([value]) => value !== 'unmatched')
        .map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'list',
      label: deathWords.list,
      options: lists.map(({ id, source, receivedOn }) => ({
        value: String(id),
        label: `${source} ${writeDay(receivedOn)}`,
      })),
    },
  ]
}

const columns: readonly LedgerColumn<DeathNoticeView>[] = [
  { key: 'name', title: deathWords.name, width: columnWidths.name, render: ({ name }) => name || nothing },
  {
    key: 'idNumber',
    isWideOnly: true,
    title: deathWords.idNumber,
    width: columnWidths.idNumber,
    render: ({ idNumberMasked }) => idNumberMasked || nothing,
  },
  {
    key: 'diedOn',
    title: deathWords.diedOn,
    width: columnWidths.day,
    render: ({ diedOn }) => writeDay(diedOn ?? undefined),
  },
  {
    key: 'state',
    title: deathWords.state,
    width: columnWidths.state,
    render: ({ state, stateName }) => <span className={state === 'held' ? 'risk' : ''}>{stateName}</span>,
  },
  { key: 'person', isWideOnly: true, title: deathWords.person, width: columnWidths.text, render: personSay },
]

function personSay({ person }: DeathNoticeView): string {
  return person === null ? nothing : `${person.name} ${person.division.name}`
}

function NoticeSummary({ notice }: { readonly notice: DeathNoticeView }) {
  const mayMake = useMay('payments.make')
  const { person } = notice
  return (
    <div className="stack">
      {notice.say !== '' && <p className={notice.state === 'held' ? 'risk' : ''}>{notice.say}</p>}
      <FactList
        facts={[
          { label: deathWords.list, value: deathWords.row(notice.row) },
          { label: deathWords.idNumber, value: notice.idNumberMasked || nothing },
          { label: deathWords.diedOn, value: writeDay(notice.diedOn ?? undefined) },
          { label: deathWords.state, value: notice.stateName },
          { label: deathWords.person, value: person === null ? deathWords.nobody : <Person notice={notice} /> },
        ]}
      />
      {person?.isAlive === true && <PageLink to={`/registry/people/${person.id}`}>{deathWords.registerDeath}</PageLink>}
      {mayMake && notice.state === 'held' && <DecideForm notice={notice} />}
    </div>
  )
}

function Person({ notice: { person } }: { readonly notice: DeathNoticeView }) {
  if (person === null) return null
  return (
    <>
      <PageLink to={`/registry/people/${person.id}`}>{person.name}</PageLink> {person.division.name}
      <br />
      <span className="small quiet">{person.isAlive ? deathWords.registeredAlive : deathWords.registeredDead}</span>
    </>
  )
}

interface Decision {
  readonly isOnFile: boolean
  readonly person: PersonChoice | undefined
  readonly because: string
}

type Complaints = { readonly [K in 'person' | 'because']?: string }

function complaintsOf({ isOnFile, person, because }: Decision): Complaints {
  return {
    ...(isOnFile && person === undefined ? { person: deathWords.whichWrong } : {}),
    ...(because.trim().length < 2 ? { because: deathWords.becauseWrong } : {}),
  }
}

function DecideForm({ notice }: { readonly notice: DeathNoticeView }) {
  const { message } = App.useApp()
  const first: Decision = { isOnFile: true, person: notice.person ?? undefined, because: '' }
  const work = useDraft<Decision, undefined, Complaints, unknown>({
    first,
    seen: undefined,
    complaintsOf,
    run: ({ actionId, draft }) =>
      api.payments
        .decideDeathNotice({
          actionId,
          id: notice.id,
          version: notice.version,
          personId: draft.isOnFile ? (draft.person?.id ?? null) : null,
          because: draft.because.trim(),
        })
        .catch(askAnew(queries)),
    onDone: () => void message.success(deathWords.decided),
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={deathWords.decide} onClose={() => change(first)}>
      <p className="quiet">{deathWords.decideSay}</p>
      <Radio.Group
        aria-label={deathWords.decide}
        value={draft.isOnFile}
        options={[
          { value: true, label: deathWords.isOnFile },
          { value: false, label: deathWords.notOnFile },
        ]}
        onChange={(event) => change({ isOnFile: event.target.value })}
      />
      {draft.isOnFile && (
        <FormField label={deathWords.which} complaint={complaints.person}>
          {(id) => (
            <PersonPicker
              id={id}
              value={draft.person}
              isWrong={complaints.person !== undefined}
              onChange={(person) => change({ person })}
            />
          )}
        </FormField>
      )}
      <TextField
        label={deathWords.because}
        hint={deathWords.becauseHint}
        most={200}
        lines={2}
        value={draft.because}
        complaint={complaints.because}
        onChange={(because) => change({ because })}
      />
    </DraftForm>
  )
}
