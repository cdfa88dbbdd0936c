import type { RunView, SignatureView } from '@dongzhou/contract/payments-views'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { BecauseDialog } from '../../kit/because-dialog.tsx'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { Card } from '../../kit/record-page.tsx'
import { Consequences } from '../../kit/wizard.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { signWords } from '../stage-words.ts'
import { NoteField, StepFrame } from '../step-frame.tsx'
import { useRunStep } from '../use-runs.ts'
import { stepVerbs } from '../words.ts'

/** 复核审批: who has signed over which list, who must still, and why whoever looks may not. */
export function SignStep(props: StepProps) {
  const { run } = props
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const step = run.state === 'locked' ? 'check' : 'approve'
  const isOpen = run.state === 'locked' || run.state === 'checked'
  const { may, why } = answerFor(run, step)
  const sign = useRunStep(run, step, () => {
    setNote('')
    void message.success(step === 'check' ? signWords.checked : signWords.approved)
  })
  return (
    <StepFrame
      {...props}
      current="sign"
      trouble={sign.trouble}
      {...(isOpen
        ? {
            action: {
              label: stepVerbs[step],
              onClick: () => sign.act({ note: note.trim() }),
              isDisabled: !may,
              isBusy: sign.isBusy,
            },
            hint: why,
          }
        : {})}
    >
      <Signatures run={run} />
      {isOpen && may && (
        <>
          <SignSay run={run} step={step} />
          <NoteField value={note} onChange={setNote} />
        </>
      )}
      <SendBack run={run} />
    </StepFrame>
  )
}

function SignSay({ run, step }: { readonly run: RunView; readonly step: 'check' | 'approve' }) {
  const [people, amount] = [writeCount(run.totals.people, '人'), writeMoney(run.totals.list)]
  const { unexplained } = run.changes
  return (
    <Consequences
      will={[step === 'check' ? signWords.checkSay(people, amount) : signWords.approveSay(people, amount)]}
      willNot={unexplained > 0 ? [signWords.unexplained(unexplained)] : []}
      takeBack={signWords.takeBack}
    />
  )
}

/** Every signature there was, and those that are still to come. */
export function Signatures({ run }: { readonly run: RunView }) {
  const { signaturesNeeded: needed } = run
  return (
    <Card title={signWords.history} extra={<span className="quiet small">{signWords.apart}</span>}>
      <div className="scroll-across">
        <table className="pay-table">
          <thead>
            <tr>
              <th scope="col">{signWords.step}</th>
              <th scope="col">{signWords.who}</th>
              <th scope="col">{signWords.at}</th>
              <th scope="col">{signWords.note}</th>
            </tr>
          </thead>
          <tbody>
            {run.signatures.map((one) => (
              <SignatureRow key={`${one.step} ${one.at}`} signature={one} />
            ))}
            <Waiting run={run} />
          </tbody>
        </table>
      </div>
      <p className="quiet small">
        {`${signWords.needed(needed.given, needed.approvals)}。`}
        {needed.approvals > 1 && `${signWords.because}：${needed.because.join('；')}。`}
      </p>
    </Card>
  )
}

function SignatureRow({ signature }: { readonly signature: SignatureView }) {
  return (
    <tr>
      <th scope="row" className="pay-nowrap">
        {signature.stepName}
      </th>
      <td className="pay-nowrap">{signature.by}</td>
      <td className="pay-nowrap">{writeInstant(signature.at)}</td>
      <td className="pay-note">{signature.note}</td>
    </tr>
  )
}

const waitingIn: { readonly [S in RunView['state']]?: readonly string[] } = {
  draft: [],
  locked: [signWords.check, signWords.approve],
  checked: [signWords.approve],
}

function Waiting({ run }: { readonly run: RunView }) {
  return (waitingIn[run.state] ?? []).map((name) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="quiet" colSpan={3}>
        {signWords.waiting}
      </td>
    </tr>
  ))
}

function SendBack({ run }: { readonly run: RunView }) {
  const [isOpen, setOpen] = useState(false)
  if (!answerFor(run, 'send-back').may) return null
  return (
    <div className="row">
      <Button danger onClick={() => setOpen(true)}>
        {stepVerbs['send-back']}
      </Button>
      <BecauseDialog
        isOpen={isOpen}
        title={signWords.sendBackTitle}
        say={signWords.sendBackSay}
        label={signWords.sendBackBecause}
        hint={signWords.sendBackHint}
        wrong={signWords.because2}
        verb={stepVerbs['send-back']}
        done={signWords.sentBack}
        onClose={() => setOpen(false)}
        run={(sending) => api.payments.sendBackRun({ ...sending, id: run.id, version: run.version })}
      />
    </div>
  )
}
