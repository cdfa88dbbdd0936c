import type { FindingView, RunView } from '@dongzhou/contract/payments-views'
import { runChecks } from '@dongzhou/terms/payment'
import { App, Radio } from 'antd'
import { api } from '../../api.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormField } from '../../kit/form.tsx'
import { nothing, writeInstant, writeMoney } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { FactList } from '../../kit/record-page.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { useMay } from '../../session/use-session.ts'
import { useRunFindings } from '../use-runs.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { checkWords } from '../words.ts'

/** The people that the checks found, each with the sentence, what to do, and the decision. */
export function FindingList({ run }: { readonly run: RunView }) {
  const [ask, setAsk] = useStepAsk()
  const query = useRunFindings(run.id, ask)
  return (
    <LedgerTable<FindingView>
      pageKey="payments.findings"
      counted={{ noun: checkWords.noun, unit: '人' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={filtersOf(run)}
      keyOf={({ id }) => String(id)}
      summary={{
        title: ({ name, checkName }) => `${name} · ${checkName}`,
        opensAt: ({ personId }) => (personId === null ? '/registry/people' : `/registry/people/${personId}`),
        body: (finding) => (
          <FindingSummary key={`${finding.id} ${finding.decision?.at ?? ''}`} run={run} finding={finding} />
        ),
      }}
      empty={{ title: checkWords.emptyTitle, say: checkWords.emptySay }}
    />
  )
}

function filtersOf(run: RunView): readonly LedgerFilter[] {
  return [
    {
      kind: 'one',
      key: 'check',
      label: checkWords.check,
      options: run.checks
        .filter(({ found }) => found > 0)
        .map(({ check, found }) => ({ value: check, label: runChecks[check], count: found })),
    },
    {
      kind: 'one',
      key: 'undecided',
      label: checkWords.undecidedFilter,
      options: [{ value: 'yes', label: checkWords.undecidedOnly }],
    },
  ]
}

const columns: readonly LedgerColumn<FindingView>[] = [
  {
    key: 'name',
    title: checkWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  { key: 'check', title: checkWords.check, width: columnWidths.phone, render: (row) => <Effect finding={row} /> },
  {
    key: 'say',
    isWideOnly: true,
    title: checkWords.say,
    width: columnWidths.text * 1.2,
    render: ({ say }) => <span title={say}>{say}</span>,
  },
  {
    key: 'amount',
    isWideOnly: true,
    title: checkWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: ({ amount }) => writeMoney(amount),
  },
  { key: 'decision', title: checkWords.decision, width: columnWidths.state, render: decisionOf },
  {
    key: 'division',
    isWideOnly: true,
    title: checkWords.division,
    width: columnWidths.division,
    render: ({ division }) => <span title={division.name}>{division.name}</span>,
  },
]

function Effect({ finding }: { readonly finding: FindingView }) {
  return <span className={`pay-effect is-${finding.effect}`}>{finding.checkName}</span>
}

/** What only asks for eyes needs no decision. */
function decisionOf({ decision, effect }: FindingView): string {
  if (decision === null) return effect === 'holds' ? checkWords.none : nothing
  return decision.pay ? checkWords.pay : checkWords.hold
}

interface FindingProps {
  readonly run: RunView
  readonly finding: FindingView
}

function FindingSummary({ run, finding }: FindingProps) {
  const mayCheck = useMay('payments.check')
  const { decision } = finding
  const mayDecide = mayCheck && run.state === 'draft' && run.jobId === null && finding.effect === 'holds'
  return (
    <div className="stack">
      <p className={`pay-effect is-${finding.effect}`}>{finding.say}</p>
      <FactList
        facts={[
          { label: checkWords.whatToDo, value: finding.whatToDo },
          { label: checkWords.division, value: finding.division.name },
          { label: checkWords.amount, value: writeMoney(finding.amount) },
          {
            label: checkWords.decision,
            value:
              decision === null ? (
                decisionOf(finding)
              ) : (
                <>
                  {`${decisionOf(finding)}：${decision.because}`}
                  <br />
                  <span className="quiet small">{checkWords.byAt(decision.by, writeInstant(decision.at))}</span>
                </>
              ),
          },
        ]}
      />
      {mayDecide && <DecideForm run={run} finding={finding} />}
      {!mayDecide && finding.effect === 'holds' && <p className="quiet small">{checkWords.whoDecides}</p>}
    </div>
  )
}

interface Decision {
  readonly pay: boolean | undefined
  readonly because: string
}

type Complaints = { readonly [K in keyof Decision]?: string }

function complaintsOf({ pay, because }: Decision): Complaints {
  return {
    ...(pay === undefined ? { pay: checkWords.choose } : {}),
    ...(because.trim().length < 2 ? { because: checkWords.becauseWrong } : {}),
  }
}

function DecideForm({ run, finding }: FindingProps) {
  const { message } = App.useApp()
  const empty: Decision = { pay: undefined, because: '' }
  const work = useDraft<Decision, undefined, Complaints, unknown>({
    first: empty,
    seen: undefined,
    complaintsOf,
    run: ({ actionId, draft }) =>
      api.payments.decideRunFinding({
        actionId,
        runId: run.id,
        findingId: finding.id,
        pay: draft.pay === true,
        because: draft.because.trim(),
      }),
    onDone: () => void message.success(checkWords.decided2),
  })
  return (
    <DraftForm
      work={work}
      verb={finding.decision === null ? checkWords.decide : checkWords.decideAgain}
      onClose={() => work.change(empty)}
    >
      <FormField label={checkWords.decision} hint={checkWords.whoDecides} complaint={work.complaints.pay}>
        {(id) => (
          <Radio.Group
            id={id}
            value={work.draft.pay}
            options={[
              { value: true, label: checkWords.pay },
              { value: false, label: checkWords.hold },
            ]}
            onChange={(event) => work.change({ pay: event.target.value })}
          />
        )}
      </FormField>
      <TextField
        label={checkWords.because}
        hint={checkWords.becauseHint}
        most={200}
        lines={2}
        value={work.draft.because}
        complaint={work.complaints.because}
        onChange={(because) => work.change({ because })}
      />
    </DraftForm>
  )
}
