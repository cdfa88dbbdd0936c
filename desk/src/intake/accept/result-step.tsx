import type { BatchView } from '@dongzhou/contract/intake'
import { Button } from 'antd'
import { useState } from 'react'
import { writeNumber } from '../../kit/format.ts'
import { Wizard } from '../../kit/wizard.tsx'
import { useMay } from '../../session/use-session.ts'
import type { StepProps } from '../batch-page.tsx'
import { steps } from '../batch-steps.ts'
import { JobCard } from '../job-card.tsx'
import { resultWords } from '../words.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** 结果: what became of the rows, which were not let in and why, and the way back. */
export function ResultStep({ batch, onGo, onLeave }: StepProps) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const mayWithdraw = useMay('intake.write') && batch.state === 'accepted' && batch.forecast.done > 0
  const isLeft = batch.state === 'accepted' && (batch.forecast.held > 0 || batch.forecast.toDecide > 0)
  return (
    <Wizard
      steps={steps}
      current="result"
      onGo={onGo}
      {...(isLeft ? { next: { label: resultWords.more, onClick: () => onGo('check') } } : {})}
      onLeave={onLeave}
    >
      <div className="stack">
        <Work batch={batch} />
        <div className="card intake-outcomes">
          <Outcomes batch={batch} />
          {mayWithdraw && (
            <Button danger onClick={() => setWithdrawing(true)}>
              {resultWords.withdraw}
            </Button>
          )}
        </div>
        <OutcomeRows batch={batch} />
      </div>
      <WithdrawDialog isOpen={isWithdrawing} batch={batch} onClose={() => setWithdrawing(false)} />
    </Wizard>
  )
}

function Work({ batch }: { readonly batch: BatchView }) {
  if (batch.state === 'accepting') return <JobCard batch={batch} say={resultWords.accepting} />
  if (batch.state === 'withdrawing') return <JobCard batch={batch} say={resultWords.withdrawing} />
  if (batch.fault !== null) return <p className="card intake-job late">{batch.fault}</p>
  return null
}

const shown = ['new', 'changed', 'unchanged', 'refused', 'withdrawn', 'kept'] as const

/** The outcomes in figures; those that are nil and would say nothing are left out. */
function Outcomes({ batch }: { readonly batch: BatchView }) {
  const { outcomes, forecast } = batch
  const isWithdrawn = batch.state === 'withdrawn'
  const figures: readonly (readonly [string, number, string])[] = [
    ...shown
      .filter((key) => outcomes[key] > 0 || (key === 'new' && batch.state === 'accepted'))
      .map((key) => [resultWords[key], outcomes[key], key] as const),
    ...(forecast.held > 0 && !isWithdrawn ? [[resultWords.held, forecast.held, 'held'] as const] : []),
    ...(forecast.toDecide > 0 && !isWithdrawn ? [[resultWords.toDecide, forecast.toDecide, 'held'] as const] : []),
  ]
  return (
    <dl className="intake-figures">
      {figures.map(([label, count, key]) => (
        <div key={label} className={key === 'refused' || key === 'kept' ? 'late' : undefined}>
          <dt>{label}</dt>
          <dd>
            {writeNumber(count)} <span className="small quiet">行</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
