import type { RunView } from '@dongzhou/contract/payments-views'
import { App } from 'antd'
import { useState } from 'react'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { Consequences } from '../../kit/wizard.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { releaseWords } from '../stage-words.ts'
import { NoteField, StepFrame } from '../step-frame.tsx'
import { usePaidAndHeld, useRunStep } from '../use-runs.ts'
import { stepVerbs } from '../words.ts'
import { Signatures } from './sign-step.tsx'

/** 确认发放: the one step that lets money go. It says in words what will happen, and who must not take it. */
export function ReleaseStep(props: StepProps) {
  const { run, onGo } = props
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const { may, why } = answerFor(run, 'release')
  const isOpen = run.state === 'approved'
  const release = useRunStep(run, 'release', () => {
    void message.success(releaseWords.done)
    onGo('bank')
  })
  return (
    <StepFrame
      {...props}
      current="release"
      trouble={release.trouble}
      {...(isOpen
        ? {
            action: {
              label: stepVerbs.release,
              onClick: () => release.act({ note: note.trim() }),
              isDisabled: !may,
              isBusy: release.isBusy,
            },
            hint: why,
          }
        : {})}
    >
      {isOpen ? <ReleaseSay run={run} /> : <p>{releasedSay(run)}</p>}
      {isOpen && may && <NoteField value={note} onChange={setNote} />}
      <Signatures run={run} />
    </StepFrame>
  )
}

function releasedSay({ signatures }: RunView): string {
  const one = signatures.findLast(({ step }) => step === 'release')
  return one === undefined ? '' : `${releaseWords.already}：${one.by}，${writeInstant(one.at)}`
}

function ReleaseSay({ run }: { readonly run: RunView }) {
  const { list, held } = run.totals
  const people = usePaidAndHeld(run.id)
  const changed = run.checks.find(({ check }) => check === 'account-changed')?.found ?? 0
  const will = [
    releaseWords.will(writeCount(people.paid, '人'), writeMoney(list - held)),
    ...(held > 0 ? [releaseWords.held(writeCount(people.held, '人'), writeMoney(held))] : []),
    releaseWords.ledger,
  ]
  return (
    <>
      <Consequences will={will} takeBack={releaseWords.takeBack} />
      {changed > 0 && (
        <p className="risk">
          {releaseWords.account(writeCount(changed, '人'))}{' '}
          <PageLink to={`/payments/runs/${run.id}?step=checks&check=account-changed`}>
            {releaseWords.accountSee}
          </PageLink>
        </p>
      )}
      {run.isSample && <p className="quiet">{releaseWords.sample}</p>}
    </>
  )
}
