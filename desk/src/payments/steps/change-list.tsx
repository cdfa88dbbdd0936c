import type { ChangeView, RunView } from '@dongzhou/contract/payments-views'
import { changeCauses, changeKinds } from '@dongzhou/terms/payment'
import { App } from 'antd'
import { api } from '../../api.ts'
import { useDivisionFilterTree } from '../../kit/division-picker.tsx'
import { DraftForm } from '../../kit/draft-form.tsx'
import { writeInstant, writeMoney } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { FactList } from '../../kit/record-page.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { useMay, useMe } from '../../session/use-session.ts'
import { PersonLines } from '../lines-grounds.tsx'
import { signedMoney } from '../signed-money.ts'
import { useChanges } from '../use-runs.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { changeWords } from '../words.ts'

/** The change sheet, what is unexplained first. */
export function ChangeList({ run }: { readonly run: RunView }) {
  const [ask, setAsk] = useStepAsk()
  const query = useChanges(run.id, ask)
  return (
    <LedgerTable<ChangeView>
      pageKey="payments.changes"
      counted={{ noun: changeWords.noun, unit: '人' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={useFilters(run)}
      keyOf={({ id }) => String(id)}
      summary={{
        title: ({ name, changeName }) => `${name} · ${changeName}`,
        opensAt: ({ personId }) => `/benefits/people/${personId}`,
        body: (change) => <ChangeSummaryOf key={change.id} run={run} change={change} />,
      }}
      empty={{ title: changeWords.emptyTitle, say: changeWords.emptySay }}
    />
  )
}

function useFilters(run: RunView): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  const { changes } = run
  const { same: _, ...kinds } = changeKinds
  return [
    { kind: 'text', key: 'text', label: changeWords.name },
    {
      kind: 'one',
      key: 'unexplained',
      label: changeWords.why,
      options: [{ value: 'yes', label: changeWords.only, count: changes.unexplained }],
    },
    {
      kind: 'one',
      key: 'change',
      label: changeWords.change,
      options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'cause',
      label: changeWords.cause,
      options: changes.byCause.map(({ cause, people }) => ({
        value: cause,
        label: changeCauses[cause],
        count: people,
      })),
    },
    { kind: 'tree', key: 'division', label: changeWords.division, tree },
  ]
}

const columns: readonly LedgerColumn<ChangeView>[] = [
  {
    key: 'name',
    title: changeWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  { key: 'change', title: changeWords.change, width: columnWidths.age, render: ({ changeName }) => changeName },
  {
    key: 'why',
    isWideOnly: true,
    title: changeWords.why,
    width: columnWidths.text * 1.2,
    render: (change) => <Why change={change} />,
  },
  {
    key: 'before',
    isWideOnly: true,
    title: changeWords.was,
    width: columnWidths.money,
    isNumber: true,
    render: ({ before }) => writeMoney(before),
  },
  {
    key: 'now',
    isWideOnly: true,
    title: changeWords.is,
    width: columnWidths.money,
    isNumber: true,
    render: ({ now }) => writeMoney(now),
  },
  {
    key: 'difference',
    title: changeWords.difference,
    width: columnWidths.money,
    isNumber: true,
    render: ({ before, now }) => signedMoney(now - before),
  },
  {
    key: 'division',
    title: changeWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: ({ division }) => division.name,
  },
]

function Why({ change }: { readonly change: ChangeView }) {
  if (change.isUnexplained) return <strong className="late">{changeWords.none}</strong>
  const say = [...change.say, ...(change.explanation === null ? [] : [change.explanation.note])].join('；')
  return <span title={say}>{say}</span>
}

interface ChangeProps {
  readonly run: RunView
  readonly change: ChangeView
}

const openStates: readonly RunView['state'][] = ['draft', 'locked', 'checked', 'approved']

function ChangeSummaryOf({ run, change }: ChangeProps) {
  const mayMake = useMay('payments.make')
  const { explanation } = change
  return (
    <div className="stack">
      <ul className="pay-cause-list">
        {change.say.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {change.isUnexplained && <li className="late">{changeWords.none}</li>}
      </ul>
      <FactList
        facts={[
          { label: changeWords.was, value: writeMoney(change.before) },
          { label: changeWords.is, value: writeMoney(change.now) },
          { label: changeWords.difference, value: signedMoney(change.now - change.before) },
          { label: changeWords.division, value: change.division.name },
          ...(explanation === null
            ? []
            : [
                {
                  label: changeWords.explainTitle,
                  value: `${explanation.note}（${changeWords.by(explanation.by, writeInstant(explanation.at))}）`,
                },
              ]),
        ]}
      />
      {change.isUnexplained && mayMake && openStates.includes(run.state) && <ExplainForm run={run} change={change} />}
      <PersonLines runId={run.id} personId={change.personId} />
    </div>
  )
}

function ExplainForm({ run, change }: ChangeProps) {
  const { message } = App.useApp()
  const work = useDraft({
    first: { note: '' },
    seen: undefined,
    complaintsOf: ({ note }): { readonly note?: string } =>
      note.trim().length < 2 ? { note: changeWords.explainWrong } : {},
    run: ({ actionId, draft }) =>
      api.payments.explainChange({ actionId, runId: run.id, changeId: change.id, note: draft.note.trim() }),
    onDone: () => void message.success(changeWords.explained),
  })
  return (
    <DraftForm work={work} verb={changeWords.explain} onClose={() => work.change({ note: '' })}>
      <TextField
        label={changeWords.explainTitle}
        hint={changeWords.explainHint}
        most={200}
        lines={2}
        value={work.draft.note}
        complaint={work.complaints.note}
        onChange={(note) => work.change({ note })}
      />
    </DraftForm>
  )
}
