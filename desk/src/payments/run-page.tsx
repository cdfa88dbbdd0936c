import type { RunView } from '@dongzhou/contract/payments-views'
import { useNavigate } from '@tanstack/react-router'
import { Tag } from 'antd'
import { SampleNote, SampleSay } from '../benefits/entitlement-sample.tsx'
import { writeCount, writeInstant, writeMoney } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, useOpenPage, usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMe } from '../session/use-session.ts'
import { BankStep } from './steps/bank-step.tsx'
import { ChangesStep } from './steps/changes-step.tsx'
import { ChecksStep } from './steps/checks-step.tsx'
import { CloseStep } from './steps/close-step.tsx'
import { ListStep } from './steps/list-step.tsx'
import { ReleaseStep } from './steps/release-step.tsx'
import { ReturnStep } from './steps/return-step.tsx'
import { SignStep } from './steps/sign-step.tsx'
import './payments.css'
import { monthsLate, type StepKey, stepOf, waitingSay } from './run-steps.ts'
import { helpOf } from './step-help.ts'
import { useRun } from './use-runs.ts'
import { pageWords, runWords } from './words.ts'

/** 发放批次: the wizard of one run. Where one is stands in the address; how far the run is, the run says. */
export function RunPage() {
  const run = useRun(Number(usePageParam('runId')))
  const above = [{ title: runWords.title, to: '/payments/runs' }]
  return (
    <Loaded query={run} rows={12} head={{ title: runWords.title, above }}>
      {(it) => (
        <>
          <PageTitle
            title={it.title}
            above={above}
            note={<RunNote run={it} />}
            actions={<RunLinks run={it} />}
            help={<RunHelp run={it} />}
          />
          {it.isSample ? <SampleSay /> : <SampleNote />}
          <RunHead run={it} />
          <RunStep run={it} />
        </>
      )}
    </Loaded>
  )
}

/** The step one stands on first, then the run as a whole. */
function RunHelp({ run }: { readonly run: RunView }) {
  const { step } = usePageSearch()
  return <HelpLines lines={[...helpOf(stepOf(run, step)), ...runWords.help]} />
}

/** What every step is given: the run, and the ways out of the step. */
export interface StepProps {
  readonly run: RunView
  readonly onGo: (step: string) => void
  readonly onLeave: () => void
}

function RunStep({ run }: { readonly run: RunView }) {
  const navigate = useNavigate()
  const open = useOpenPage()
  const { step: asked } = usePageSearch()
  const props: StepProps = {
    run,
    onGo: (step) => void navigate({ to: '.', search: { step } }),
    onLeave: () => open('/payments/runs'),
  }
  return drawn[stepOf(run, asked)](props)
}

const drawn: { readonly [Key in StepKey]: (props: StepProps) => React.ReactNode } = {
  list: (props) => <ListStep {...props} />,
  checks: (props) => <ChecksStep {...props} />,
  changes: (props) => <ChangesStep {...props} />,
  sign: (props) => <SignStep {...props} />,
  release: (props) => <ReleaseStep {...props} />,
  bank: (props) => <BankStep {...props} />,
  return: (props) => <ReturnStep {...props} />,
  close: (props) => <CloseStep {...props} />,
}

function RunNote({ run }: { readonly run: RunView }) {
  return (
    <>
      <Tag>{run.stateName}</Tag> {`${run.division.name} · ${pageWords.by(run.createdBy, writeInstant(run.createdAt))}`}
    </>
  )
}

function RunLinks({ run }: { readonly run: RunView }) {
  if (run.computedAt === null) return null
  return (
    <span className="row pay-links">
      <PageLink to={`/payments/runs/${run.id}/lines`}>{pageWords.lines}</PageLink>
      {run.digest !== null && <PageLink to={`/payments/runs/${run.id}/roster`}>{pageWords.roster}</PageLink>}
      {run.digest !== null && <PageLink to={`/payments/runs/${run.id}/notice`}>{pageWords.notice}</PageLink>}
      {run.digest !== null && <PageLink to={`/payments/runs/${run.id}/receipts`}>{pageWords.receipts}</PageLink>}
    </span>
  )
}

/** The figures everybody asks for first, on every step. */
function RunHead({ run }: { readonly run: RunView }) {
  const { today } = useMe()
  const isThere = run.computedAt !== null && run.jobId === null
  const tone = isThere && monthsLate(run, today) > 0 ? 'late' : ''
  return (
    <dl className="card pay-head">
      <div>
        <dt>{pageWords.waits}</dt>
        <dd className={tone}>{waitingSay(run, today)}</dd>
      </div>
      {isThere && <Figures run={run} />}
    </dl>
  )
}

function Figures({ run }: { readonly run: RunView }) {
  const { people, list, held } = run.totals
  return (
    <>
      <div>
        <dt>{pageWords.people}</dt>
        <dd>{writeCount(people, '人')}</dd>
      </div>
      <div>
        <dt>{pageWords.amount}</dt>
        <dd>{writeMoney(list)}</dd>
      </div>
      {held > 0 && (
        <div>
          <dt>{pageWords.held}</dt>
          <dd className="risk">{writeMoney(held)}</dd>
        </div>
      )}
      {run.digest !== null && (
        <div className="pay-head-digest">
          <dt title={pageWords.digestSay}>{pageWords.digest}</dt>
          <dd className="pay-digest" title={run.digest}>
            {run.digest.slice(0, 8)}…{run.digest.slice(-8)}
          </dd>
        </div>
      )}
    </>
  )
}
