import type { LedgerView, RunView } from '@dongzhou/contract/payments-views'
import { App } from 'antd'
import { useState } from 'react'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { Card } from '../../kit/record-page.tsx'
import { Consequences } from '../../kit/wizard.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { closeWords } from '../stage-words.ts'
import { NoteField, StepFrame } from '../step-frame.tsx'
import { useCountIn, useRunStep } from '../use-runs.ts'
import { stepVerbs } from '../words.ts'
import { CancelledSay } from './return-step.tsx'
import { Signatures } from './sign-step.tsx'

/** 结清: the list is what was paid, what failed and what is held, to the fen; then the run is closed. */
export function CloseStep(props: StepProps) {
  const { run } = props
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const { may, why } = answerFor(run, 'close')
  const isOpen = run.state === 'returned'
  const close = useRunStep(run, 'close', () => void message.success(closeWords.done))
  return (
    <StepFrame
      {...props}
      current="close"
      trouble={close.trouble}
      {...(isOpen
        ? {
            action: {
              label: stepVerbs.close,
              onClick: () => close.act({ note: note.trim() }),
              isDisabled: !may,
              isBusy: close.isBusy,
            },
            hint: why,
          }
        : {})}
    >
      <Equation run={run} />
      <CancelledSay run={run} />
      <LedgerCards ledger={run.ledger} />
      {isOpen && may && (
        <>
          <CloseSay run={run} />
          <NoteField value={note} onChange={setNote} />
        </>
      )}
      {!isOpen && <Signatures run={run} />}
    </StepFrame>
  )
}

function CloseSay({ run }: { readonly run: RunView }) {
  const open = (useCountIn(run.id, 'failed') ?? 0) + (useCountIn(run.id, 'held') ?? 0)
  const will = open === 0 ? closeWords.willAll : closeWords.will(writeCount(open, '人'))
  return <Consequences will={[will]} takeBack={closeWords.takeBack} />
}

/** 清单 = 已付 + 失败 + 暂缓, as the ledger has it. */
function Equation({ run }: { readonly run: RunView }) {
  const { list, paid, failed, held, sent } = run.totals
  const parts = [
    { sign: '', label: closeWords.list, amount: list },
    { sign: '=', label: closeWords.paid, amount: paid },
    { sign: '+', label: closeWords.failed, amount: failed },
    { sign: '+', label: closeWords.held, amount: held },
    ...(sent === 0 ? [] : [{ sign: '+', label: closeWords.sent, amount: sent }]),
  ]
  return (
    <Card
      title={closeWords.equation}
      extra={<span className={run.ledger.isBalanced ? 'small quiet' : 'small late'}>{run.ledger.say}</span>}
    >
      <div className="pay-equation">
        {parts.map(({ sign, label, amount }) => (
          <div key={label}>
            <span className="small quiet">{label}</span>
            <strong>
              {sign !== '' && <span className="pay-sign">{`${sign} `}</span>}
              {writeMoney(amount)}
            </strong>
          </div>
        ))}
      </div>
    </Card>
  )
}

function LedgerCards({ ledger }: { readonly ledger: LedgerView }) {
  if (ledger.entries.length === 0) return null
  return (
    <div className="pay-two">
      <Card title={closeWords.entries}>
        <div className="scroll-across">
          <Entries entries={ledger.entries} />
        </div>
      </Card>
      <Card title={closeWords.balances}>
        <table className="pay-table">
          <tbody>
            {ledger.balances.map((balance) => (
              <tr key={balance.account}>
                <th scope="row">{balance.accountName}</th>
                <td className="number">{writeMoney(balance.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  )
}

function Entries({ entries }: Pick<LedgerView, 'entries'>) {
  return (
    <table className="pay-table">
      <thead>
        <tr>
          <th scope="col">{closeWords.memo}</th>
          <th scope="col">{closeWords.debit}</th>
          <th scope="col">{closeWords.credit}</th>
          <th scope="col" className="number">
            {closeWords.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              {entry.memo}
              <br />
              <span className="small quiet">{writeInstant(entry.at)}</span>
            </th>
            <td>{entry.debit}</td>
            <td>{entry.credit}</td>
            <td className="number">{writeMoney(entry.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
