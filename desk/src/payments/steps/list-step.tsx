import { WarningOutlined } from '@ant-design/icons'
import type { RunView } from '@dongzhou/contract/payments-views'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { askAnew } from '../../kit/ask-anew.ts'
import { BecauseDialog } from '../../kit/because-dialog.tsx'
import { Drawn } from '../../kit/drawn-state.tsx'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { Card, FactList } from '../../kit/record-page.tsx'
import { useAction } from '../../kit/use-action.ts'
import { RunJob } from '../run-job.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { StepFrame } from '../step-frame.tsx'
import { listWords, pageWords, stepVerbs } from '../words.ts'

/** 编制名单: what was worked out, by benefit and by town; to be worked out anew or given up as long as it is a draft. */
export function ListStep(props: StepProps) {
  const { run } = props
  const work = useRecompute(run)
  return (
    <StepFrame {...props} current="list" trouble={work.trouble}>
      <Standing run={run} />
      {run.computedAt !== null && run.jobId === null && <Figures run={run} />}
      <DraftActions run={run} isBusy={work.isBusy} onRecompute={() => work.act({})} />
    </StepFrame>
  )
}

function useRecompute({ id, version }: RunView) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useAction(
    ({ actionId }: { readonly actionId: string }) =>
      api.payments.recomputeRun({ actionId, id, version }).catch(askAnew(queries)),
    () => void message.success(listWords.recomputed),
  )
}

function Standing({ run }: { readonly run: RunView }) {
  if (run.jobId !== null) return <RunJob jobId={run.jobId} say={listWords.computing} unit="人" mayStop />
  if (run.computedAt !== null || run.state !== 'draft') return null
  return <Drawn icon={<WarningOutlined aria-hidden />} title={pageWords.waits} say={listWords.failed} isTrouble />
}

function Figures({ run }: { readonly run: RunView }) {
  return (
    <>
      {run.unknown > 0 && (
        <p className="risk">
          {listWords.unknown(run.unknown)} <PageLink to="/benefits/screening">待遇线索</PageLink>
        </p>
      )}
      {run.openings.map(({ say }) => (
        <p key={say} className="quiet">
          {say}
        </p>
      ))}
      <div className="pay-two">
        <Card title={listWords.totals} extra={<span className="quiet small">{computedSay(run)}</span>}>
          <FactList facts={factsOf(run)} />
        </Card>
        <Card title={listWords.byBenefit}>
          <Breakdown rows={run.byBenefit.map((row) => ({ key: row.benefit, name: row.benefitName, ...row }))} />
        </Card>
      </div>
      <Card
        title={listWords.byDivision}
        extra={<PageLink to={`/payments/runs/${run.id}/lines`}>{pageWords.lines}</PageLink>}
      >
        <Breakdown rows={run.byDivision.map((row) => ({ key: row.division.code, name: row.division.name, ...row }))} />
      </Card>
    </>
  )
}

function computedSay({ computedAt }: RunView): string {
  return computedAt === null ? '' : listWords.computedAt(writeInstant(computedAt))
}

/** Only what there is: a list without recoveries does not say that there are none, line by line. */
function factsOf({ totals }: RunView) {
  const amounts = [
    { label: listWords.regular, amount: totals.regular },
    { label: listWords.arrears, amount: totals.arrears },
    { label: listWords.recovery, amount: totals.recovery },
    { label: listWords.offset, amount: totals.offset },
    { label: listWords.withheld, amount: totals.withheld },
  ]
  return [
    { label: listWords.people, value: writeCount(totals.people, '人') },
    { label: listWords.lines, value: writeCount(totals.lines, '条') },
    ...amounts
      .filter(({ amount }, at) => at === 0 || amount !== 0)
      .map(({ label, amount }) => ({ label, value: writeMoney(amount) })),
    { label: listWords.list, value: <strong>{writeMoney(totals.list)}</strong> },
    ...(totals.held > 0 ? [{ label: listWords.held, value: writeMoney(totals.held) }] : []),
    ...(totals.cancelled > 0 ? [{ label: listWords.cancelled, value: writeMoney(totals.cancelled) }] : []),
  ]
}

interface BreakdownRow {
  readonly key: string
  readonly name: string
  readonly people: number
  readonly amount: number
}

function Breakdown({ rows }: { readonly rows: readonly BreakdownRow[] }) {
  return (
    <table className="pay-table">
      <thead>
        <tr>
          <th scope="col">{listWords.name}</th>
          <th scope="col" className="number">
            {listWords.people}
          </th>
          <th scope="col" className="number">
            {listWords.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="number">{writeCount(row.people, '人')}</td>
            <td className="number">{writeMoney(row.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DraftActionsProps {
  readonly run: RunView
  readonly isBusy: boolean
  readonly onRecompute: () => void
}

function DraftActions({ run, isBusy, onRecompute }: DraftActionsProps) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [again, withdraw] = [answerFor(run, 'recompute'), answerFor(run, 'withdraw')]
  if (!again.may && !withdraw.may) return null
  return (
    <div className="row">
      <Button onClick={onRecompute} loading={isBusy} disabled={!again.may}>
        {stepVerbs.recompute}
      </Button>
      <Button danger onClick={() => setWithdrawing(true)} disabled={!withdraw.may}>
        {stepVerbs.withdraw}
      </Button>
      <BecauseDialog
        isOpen={isWithdrawing}
        title={listWords.withdrawTitle}
        say={listWords.withdrawSay}
        label={listWords.because}
        hint={listWords.becauseHint}
        wrong={listWords.becauseWrong}
        verb={stepVerbs.withdraw}
        done={listWords.withdrawn}
        onClose={() => setWithdrawing(false)}
        run={(sending) => api.payments.withdrawRun({ ...sending, id: run.id, version: run.version })}
      />
    </div>
  )
}
