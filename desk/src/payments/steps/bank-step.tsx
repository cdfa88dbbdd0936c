import type { LayoutView, RunFileView } from '@dongzhou/contract/payments-money'
import type { RunView } from '@dongzhou/contract/payments-views'
import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { newActionId } from '../../kit/action-id.ts'
import { AskPurpose } from '../../kit/ask-purpose.tsx'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { PageLink } from '../../kit/navigation.tsx'
import { purposeText } from '../../kit/purposes.ts'
import { Card } from '../../kit/record-page.tsx'
import { useMay } from '../../session/use-session.ts'
import { RunJob } from '../run-job.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { bankWords } from '../stage-words.ts'
import { StepFrame } from '../step-frame.tsx'
import { useLayouts, usePaidAndHeld, useRunFiles } from '../use-runs.ts'

/** 银行文件: the file for the bank by its layout, the paper roster for signatures, and what was taken away before. */
export function BankStep(props: StepProps) {
  const { run } = props
  const [jobId, setJobId] = useState<string>()
  return (
    <StepFrame {...props} current="bank">
      <div className="pay-two">
        <BankCard run={run} onJob={setJobId} />
        <RosterCard run={run} onJob={setJobId} />
      </div>
      {jobId !== undefined && <RunJob jobId={jobId} say={bankWords.started} unit="份" />}
      <FilesCard run={run} />
    </StepFrame>
  )
}

interface FileProps {
  readonly run: RunView
  readonly onJob: (jobId: string) => void
}

function BankCard({ run, onJob }: FileProps) {
  const layouts = useLayouts()
  const export_ = answerFor(run, 'export')
  return (
    <Card title={bankWords.choose}>
      <Loaded query={layouts} rows={4}>
        {(all) => (
          <LayoutChoice
            layouts={all.filter(({ code }) => code !== 'roster')}
            run={run}
            answer={export_}
            onJob={onJob}
          />
        )}
      </Loaded>
    </Card>
  )
}

interface LayoutChoiceProps extends FileProps {
  readonly layouts: readonly LayoutView[]
  readonly answer: { readonly may: boolean; readonly why: string }
}

function LayoutChoice({ layouts, run, answer, onJob }: LayoutChoiceProps) {
  const [code, setCode] = useState(layouts[0]?.code)
  const [isAsking, setAsking] = useState(false)
  const chosen = layouts.find((layout) => layout.code === code)
  const { paid } = usePaidAndHeld(run.id)
  const { list, held } = run.totals
  return (
    <div className="stack">
      <Radio.Group
        className="pay-layouts"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        options={layouts.map((layout) => ({ value: layout.code, label: <LayoutLine layout={layout} /> }))}
      />
      <div className="row">
        <Button type="primary" disabled={!answer.may || chosen === undefined} onClick={() => setAsking(true)}>
          {bankWords.export}
        </Button>
        {!answer.may && <span className="quiet small">{answer.why}</span>}
      </div>
      <AskPurpose
        isOpen={isAsking}
        for="export"
        say={bankWords.exportSay(writeCount(paid, '人'), writeMoney(list - held), chosen?.name ?? '')}
        verb={bankWords.export}
        onClose={() => setAsking(false)}
        onAnswer={async (purpose) => {
          const asked = { actionId: newActionId(), runId: run.id, layout: code ?? '', purpose: purposeText(purpose) }
          onJob((await api.payments.exportBankFile(asked)).jobId)
          setAsking(false)
        }}
      />
    </div>
  )
}

function LayoutLine({ layout }: { readonly layout: LayoutView }) {
  return (
    <span>
      {layout.name}
      <span className="small quiet">
        {layout.say}
        {layout.readsReturns ? `${bankWords.reads}。` : `${bankWords.readsNot}。`}
      </span>
    </span>
  )
}

function RosterCard({ run, onJob }: FileProps) {
  const [isAsking, setAsking] = useState(false)
  const mayMake = useMay('payments.make')
  return (
    <Card title={bankWords.roster}>
      <div className="stack">
        <p>{bankWords.rosterSay}</p>
        <div className="row">
          <PageLink to={`/payments/runs/${run.id}/roster`}>{bankWords.rosterPrint}</PageLink>
          {mayMake && <Button onClick={() => setAsking(true)}>{bankWords.rosterExport}</Button>}
        </div>
      </div>
      <AskPurpose
        isOpen={isAsking}
        for="export"
        say={bankWords.rosterExportSay(writeCount(run.totals.people, '人'), writeMoney(run.totals.list))}
        verb={bankWords.rosterExport}
        onClose={() => setAsking(false)}
        onAnswer={async (purpose) => {
          const asked = { actionId: newActionId(), runId: run.id, purpose: purposeText(purpose) }
          onJob((await api.payments.exportRoster(asked)).jobId)
          setAsking(false)
        }}
      />
    </Card>
  )
}

function FilesCard({ run }: { readonly run: RunView }) {
  const files = useRunFiles(run.id)
  return (
    <Card title={bankWords.files}>
      <Loaded query={files} rows={3} isEmpty={({ items }) => items.length === 0} empty={{ title: bankWords.noFiles }}>
        {({ items }) => (
          <div className="scroll-across">
            <FileTable files={items} />
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function FileTable({ files }: { readonly files: readonly RunFileView[] }) {
  return (
    <table className="pay-table">
      <thead>
        <tr>
          <th scope="col">{bankWords.layout}</th>
          <th scope="col" className="number">
            {bankWords.people}
          </th>
          <th scope="col" className="number">
            {bankWords.amount}
          </th>
          <th scope="col" title={bankWords.digestSay}>
            {bankWords.digest}
          </th>
          <th scope="col">{bankWords.by}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </tbody>
    </table>
  )
}

function FileRow({ file }: { readonly file: RunFileView }) {
  const { message } = App.useApp()
  return (
    <tr>
      <th scope="row">
        {file.layoutName}
        <br />
        <span className="small quiet">{file.batch}</span>
      </th>
      <td className="number">{writeCount(file.people, '人')}</td>
      <td className="number">{writeMoney(file.amount)}</td>
      <td>
        <span className="pay-digest small">{file.digest}</span>{' '}
        <Button
          type="link"
          size="small"
          onClick={() =>
            void navigator.clipboard?.writeText(file.digest).then(
              () => message.success(bankWords.copied),
              () => undefined,
            )
          }
        >
          {bankWords.copy}
        </Button>
      </td>
      <td>
        {file.by}
        <br />
        <span className="small quiet">{`${writeInstant(file.at)} · ${file.purpose}`}</span>
      </td>
      <td className="pay-nowrap">
        <a href={`/downloads/${encodeURIComponent(file.fileId)}`} download>
          {bankWords.download}
        </a>
      </td>
    </tr>
  )
}
