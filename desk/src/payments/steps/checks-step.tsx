import type { CheckSummary, RunView } from '@dongzhou/contract/payments-views'
import { App, Button } from 'antd'
import { useState } from 'react'
import { writeCount, writeMoney } from '../../kit/format.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { Card } from '../../kit/record-page.tsx'
import { withFilter } from '../../kit/search-params.ts'
import { Consequences } from '../../kit/wizard.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { NoteField, StepFrame } from '../step-frame.tsx'
import { useCountIn, useRunStep } from '../use-runs.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { changeWords, checkWords, lockWords, stepVerbs } from '../words.ts'
import { FindingList } from './finding-list.tsx'

/** 锁定前核查: every named check, the people it found, what is decided of them; then the lock. */
export function ChecksStep(props: StepProps) {
  const { run, onGo } = props
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const lock = useRunStep(run, 'lock', () => {
    void message.success(lockWords.done)
    onGo('changes')
  })
  const isDraft = run.state === 'draft'
  const { may, why } = answerFor(run, 'lock')
  const found = run.checks.filter((check) => check.found > 0)
  return (
    <StepFrame
      {...props}
      current="checks"
      trouble={lock.trouble}
      {...(isDraft
        ? {
            action: {
              label: stepVerbs.lock,
              onClick: () => lock.act({ note: note.trim() }),
              isDisabled: !may,
              isBusy: lock.isBusy,
            },
            hint: why,
          }
        : {})}
    >
      <ChecksCard checks={run.checks} />
      {found.length > 0 && <FindingList run={run} />}
      {isDraft && may && (
        <>
          <AgainstLast run={run} />
          <LockSay run={run} />
          <NoteField value={note} onChange={setNote} />
        </>
      )}
    </StepFrame>
  )
}

/** The change sheet is there before the lock already: whoever made the list sees what it changes. */
function AgainstLast({ run }: { readonly run: RunView }) {
  const { changes } = run
  if (changes.previousRunId === null) return null
  const parts = [
    `${changeWords.in} ${writeCount(changes.in.people, '人')}`,
    `${changeWords.out} ${writeCount(changes.out.people, '人')}`,
    `${changeWords.changed} ${writeCount(changes.changed.people, '人')}`,
    ...(changes.unexplained > 0 ? [`${changeWords.unexplained} ${writeCount(changes.unexplained, '人')}`] : []),
  ]
  return (
    <p className={changes.unexplained > 0 ? 'risk' : ''}>
      {lockWords.changes(parts.join('，'))}{' '}
      <PageLink to={`/payments/runs/${run.id}?step=changes`}>{lockWords.seeChanges}</PageLink>
    </p>
  )
}

function LockSay({ run }: { readonly run: RunView }) {
  const { people, list, held } = run.totals
  const heldPeople = useCountIn(run.id, 'held') ?? 0
  return (
    <Consequences
      will={[
        lockWords.will(writeCount(people, '人'), writeMoney(list)),
        ...(held > 0 ? [lockWords.held(writeCount(heldPeople, '人'), writeMoney(held))] : []),
      ]}
      takeBack={lockWords.takeBack}
    />
  )
}

function ChecksCard({ checks }: { readonly checks: readonly CheckSummary[] }) {
  const found = checks.filter((check) => check.found > 0)
  const clean = checks.filter((check) => check.found === 0).map(({ name }) => name)
  return (
    <Card title={checkWords.title}>
      {found.length === 0 ? (
        <p>{checkWords.allClean}</p>
      ) : (
        <div className="scroll-across">
          <table className="pay-table pay-checks">
            <tbody>
              {found.map((check) => (
                <CheckRow key={check.check} check={check} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {clean.length > 0 && <p className="quiet small">{checkWords.clean(clean.join('、'))}</p>}
    </Card>
  )
}

function CheckRow({ check }: { readonly check: CheckSummary }) {
  const [ask, setAsk] = useStepAsk()
  return (
    <tr>
      <th scope="row">
        <strong>{check.name}</strong>
        <br />
        <span className={`small pay-effect is-${check.effect}`}>{checkWords[check.effect]}</span>
      </th>
      <td className="pay-nowrap">
        {checkWords.found(check.found)}
        <br />
        <span className="small quiet">{decidedSay(check)}</span>
      </td>
      <td>
        {check.say}
        <br />
        <span className="pay-say">{check.whatToDo}</span>
      </td>
      <td className="number">
        <Button type="link" size="small" onClick={() => setAsk(withFilter(ask, 'check', [check.check]))}>
          {checkWords.see}
        </Button>
      </td>
    </tr>
  )
}

/** Only what holds money back waits for a decision. */
function decidedSay({ effect, undecided }: CheckSummary): string {
  if (effect !== 'holds') return ''
  return undecided > 0 ? checkWords.undecided(undecided) : checkWords.decided
}
