import type { RecoveryView } from '@dongzhou/contract/payments-money'
import { Button } from 'antd'
import { useState } from 'react'
import { writeMonth } from '../../benefits/entitlement-month.ts'
import { SampleNote } from '../../benefits/entitlement-sample.tsx'
import { writeDay, writeMoney } from '../../kit/format.ts'
import { HelpLines } from '../../kit/help-lines.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { PageLink, usePageParam } from '../../kit/navigation.tsx'
import { Card, RecordPage } from '../../kit/record-page.tsx'
import '../payments.css'
import { linesWords } from '../lines-words.ts'
import { personWords } from '../words.ts'
import { recoveryWords, settleWords } from './recovery-words.ts'
import { SettleDialog, type SettleWish } from './settle-dialog.tsx'
import { useRecovery } from './use-recoveries.ts'

const above = [{ title: recoveryWords.title, to: '/payments/recoveries' }]

/** 一笔追回款: how much is left, how it comes back, and from which months it stems. */
export function RecoveryPage() {
  const recovery = useRecovery(Number(usePageParam('recoveryId')))
  return (
    <Loaded query={recovery} rows={10} head={{ title: recoveryWords.noun, above }}>
      {(it) => <RecoveryRecord recovery={it} />}
    </Loaded>
  )
}

function RecoveryRecord({ recovery }: { readonly recovery: RecoveryView }) {
  const [wish, setWish] = useState<SettleWish>()
  const { may, rest } = recovery
  const planVerb = recovery.monthly === null ? settleWords.plan : settleWords.replan
  return (
    <>
      <RecordPage
        title={{
          title: `${recovery.name}${recoveryWords.noun}`,
          above,
          help: <HelpLines lines={recoveryWords.help} />,
          actions: (
            <>
              {may.writeOff && rest > 0 && <Button onClick={() => setWish('write-off')}>{settleWords.writeOff}</Button>}
              {may.repay && rest > 0 && <Button onClick={() => setWish('repay')}>{settleWords.repay}</Button>}
            </>
          ),
          ...(may.plan && rest > 0 ? { primary: { label: planVerb, onClick: () => setWish('plan') } } : {}),
        }}
        marks={recovery.stateName}
        facts={[
          { label: recoveryWords.rest, value: writeMoney(rest) },
          { label: recoveryWords.settled, value: writeMoney(recovery.settled) },
          { label: recoveryWords.amount, value: writeMoney(recovery.amount) },
          { label: recoveryWords.cause, value: recovery.cause },
          { label: recoveryWords.division, value: recovery.division.name },
        ]}
        alerts={recovery.isAlive || rest === 0 ? [] : [{ key: 'dead', level: 'risk', say: recoveryWords.isDead }]}
        side={<Side recovery={recovery} />}
      >
        <div className="stack">
          <SampleNote />
          <Steps recovery={recovery} />
          <Lines recovery={recovery} />
        </div>
      </RecordPage>
      <SettleDialog wish={wish} recovery={recovery} onClose={() => setWish(undefined)} />
    </>
  )
}

function Side({ recovery }: { readonly recovery: RecoveryView }) {
  return (
    <>
      <Card title={settleWords.ahead}>
        {recovery.ahead.length === 0 ? <p className="quiet">{settleWords.noPlan}</p> : <Ahead recovery={recovery} />}
        {recovery.document !== null && (
          <p className="quiet small">{`${recoveryWords.document}：${recovery.document}`}</p>
        )}
      </Card>
      <Card title={recoveryWords.related}>
        <ul>
          <li>
            <PageLink to={`/registry/people/${recovery.personId}`}>{recoveryWords.person}</PageLink>
          </li>
          <li>
            <PageLink to={`/benefits/people/${recovery.personId}`}>{recoveryWords.timeline}</PageLink>
          </li>
          <li>
            <PageLink to={`/payments/people/${recovery.personId}`}>{personWords.title}</PageLink>
          </li>
          <li>
            <PageLink to={`/payments/runs/${recovery.runId}`}>{recoveryWords.seeRun}</PageLink>
          </li>
          <li>
            <PageLink to={`/payments/recoveries/${recovery.id}/letter`}>{recoveryWords.letter}</PageLink>
          </li>
        </ul>
      </Card>
    </>
  )
}

function Ahead({ recovery }: { readonly recovery: RecoveryView }) {
  return (
    <table className="pay-table">
      <thead>
        <tr>
          <th scope="col">{settleWords.aheadMonth}</th>
          <th scope="col" className="number">
            {settleWords.aheadAmount}
          </th>
          <th scope="col" className="number">
            {settleWords.aheadRest}
          </th>
        </tr>
      </thead>
      <tbody>
        {recovery.ahead.map((row) => (
          <tr key={row.month}>
            <th scope="row">{writeMonth(row.month)}</th>
            <td className="number">{writeMoney(row.amount)}</td>
            <td className="number">{writeMoney(row.rest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Steps({ recovery }: { readonly recovery: RecoveryView }) {
  return (
    <Card title={settleWords.steps}>
      {recovery.steps.length === 0 ? (
        <p className="quiet">{settleWords.noSteps}</p>
      ) : (
        <div className="scroll-across">
          <table className="pay-table">
            <thead>
              <tr>
                <th scope="col">{settleWords.day}</th>
                <th scope="col">{settleWords.way}</th>
                <th scope="col" className="number">
                  {linesWords.amount}
                </th>
                <th scope="col">{settleWords.by}</th>
              </tr>
            </thead>
            <tbody>
              {recovery.steps.map((step) => (
                <tr key={step.id}>
                  <th scope="row">{writeDay(step.on)}</th>
                  <td>
                    {step.wayName}
                    {step.note !== '' && <span className="quiet small">{` ${step.note}`}</span>}
                  </td>
                  <td className="number">{writeMoney(step.amount)}</td>
                  <td>{step.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

function Lines({ recovery }: { readonly recovery: RecoveryView }) {
  return (
    <Card title={settleWords.lines}>
      <div className="scroll-across">
        <table className="pay-table">
          <tbody>
            {recovery.lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <span className="pay-nowrap">{writeMonth(line.month)}</span>
                  <br />
                  <span className="small quiet">{line.benefitName}</span>
                </th>
                <td>{line.cause}</td>
                <td className="number">{writeMoney(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
