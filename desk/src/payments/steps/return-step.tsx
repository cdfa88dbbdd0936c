import type { ReturnView } from '@dongzhou/contract/payments-money'
import type { RunView } from '@dongzhou/contract/payments-views'
import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { uploadFile } from '../../intake/upload.ts'
import { FormField, PlainForm } from '../../kit/form.tsx'
import { writeCount, writeInstant, writeMoney } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { PageLink } from '../../kit/navigation.tsx'
import { Card } from '../../kit/record-page.tsx'
import { useAction } from '../../kit/use-action.ts'
import { saidOnce } from '../complaints.ts'
import { FileField } from '../file-field.tsx'
import { OutstandingList } from '../outstanding-list.tsx'
import type { StepProps } from '../run-page.tsx'
import { answerFor } from '../run-steps.ts'
import { returnWords } from '../stage-words.ts'
import { StepFrame } from '../step-frame.tsx'
import { useLayouts, useReturns } from '../use-runs.ts'

/** 回盘: the bank's answer comes in whole or not at all; what failed and what is held is taken up again from here. */
export function ReturnStep(props: StepProps) {
  const { run } = props
  const { may, why } = answerFor(run, 'return')
  const isWaiting = run.state === 'released'
  return (
    <StepFrame {...props} current="return" hint={isWaiting ? waitingSay(run) : undefined}>
      {isWaiting && may && <ImportCard run={run} />}
      {isWaiting && !may && <p className="quiet">{why}</p>}
      <ReturnsCard run={run} />
      <section className="stack">
        <h2 className="pay-heading">{returnWords.outstanding}</h2>
        <CancelledSay run={run} />
        <OutstandingList runId={run.id} />
      </section>
    </StepFrame>
  )
}

function waitingSay({ totals: { paid, failed, sent } }: RunView): string {
  return paid + failed === 0 ? returnWords.waiting : returnWords.waitingRest(writeMoney(sent))
}

/** 撤销: what was learnt too late for the list, and in time for the money. */
export function CancelledSay({ run }: { readonly run: RunView }) {
  const { cancelled } = run.totals
  if (cancelled === 0) return null
  return (
    <p>
      {returnWords.cancelled(writeMoney(cancelled))}{' '}
      <PageLink to={`/payments/runs/${run.id}/lines?cancelled=yes`}>{returnWords.cancelledSee}</PageLink>
    </p>
  )
}

function ImportCard({ run }: { readonly run: RunView }) {
  const { message } = App.useApp()
  const [file, setFile] = useState<File>()
  const [layout, setLayout] = useState<string>()
  const [complaint, setComplaint] = useState<string>()
  const layouts = (useLayouts().data ?? []).filter(({ readsReturns }) => readsReturns)
  const [refused, setRefused] = useState<ReturnView>()
  const work = useAction(sendReturn, (one) => {
    setFile(undefined)
    setRefused(one.state === 'refused' ? one : undefined)
    if (one.state === 'taken') void message.success(returnWords.done)
  })
  const code = layout ?? layouts[0]?.code

  function send(): void {
    setComplaint(file === undefined ? returnWords.wrongFile : undefined)
    if (file !== undefined && code !== undefined) work.act({ file, runId: run.id, layout: code })
  }

  return (
    <Card title={returnWords.title}>
      <PlainForm onSubmit={send} className="stack pay-form">
        <p className="quiet">{returnWords.say}</p>
        {refused && (
          <div role="alert">
            <ReturnResult one={refused} />
          </div>
        )}
        <FileField
          file={file}
          onChange={setFile}
          accept=".csv,.txt,.dat"
          title={returnWords.drop}
          say={returnWords.dropSay}
          complaint={complaint}
        />
        <FormField label={returnWords.layout}>
          {(id) => (
            <Radio.Group
              id={id}
              value={code}
              onChange={(event) => setLayout(event.target.value)}
              options={layouts.map(({ code: value, name }) => ({ value, label: name }))}
            />
          )}
        </FormField>
        {work.trouble && (
          <p className="late" role="alert">
            {work.trouble.say}
          </p>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={work.isBusy} disabled={code === undefined}>
            {returnWords.import}
          </Button>
        </div>
      </PlainForm>
    </Card>
  )
}

interface Sending {
  readonly actionId: string
  readonly file: File
  readonly runId: number
  readonly layout: string
}

async function sendReturn({ actionId, file, runId, layout }: Sending): Promise<ReturnView> {
  const { fileId } = await uploadFile(file, () => undefined)
  return api.payments.importReturn({ actionId, runId, layout, fileId })
}

function ReturnsCard({ run }: { readonly run: RunView }) {
  const returns = useReturns(run.id)
  return (
    <Card title={returnWords.history}>
      <Loaded query={returns} rows={3} isEmpty={({ items }) => items.length === 0} empty={{ title: returnWords.none }}>
        {({ items }) => (
          <div className="stack">
            {items.map((one) => (
              <ReturnResult key={one.id} one={one} />
            ))}
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function ReturnResult({ one }: { readonly one: ReturnView }) {
  const isTaken = one.state === 'taken'
  return (
    <section>
      <p className="pay-file-state">
        <strong className={isTaken ? '' : 'late'}>{isTaken ? returnWords.taken : returnWords.refused}</strong>{' '}
        <span className="quiet small">
          {`${one.fileName} · ${one.layoutName} · ${returnWords.by(one.by, writeInstant(one.at))}`}
        </span>
      </p>
      {isTaken ? <TakenTable one={one} /> : <ComplaintTable complaints={one.complaints} />}
    </section>
  )
}

function TakenTable({ one }: { readonly one: ReturnView }) {
  return (
    <>
      <p>
        {returnWords.takenSay(
          writeCount(one.paid.people, '人'),
          writeMoney(one.paid.amount),
          writeCount(one.failed.people, '人'),
          writeMoney(one.failed.amount),
        )}
      </p>
      {one.byReason.length > 0 && (
        <table className="pay-table">
          <tbody>
            {one.byReason.map((row) => (
              <tr key={row.reason}>
                <th scope="row">{row.reasonName}</th>
                <td className="number">{writeCount(row.people, '人')}</td>
                <td className="number">{writeMoney(row.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** Where a file is wrong, what is wrong, what to do. */
export function ComplaintTable({ complaints }: { readonly complaints: ReturnView['complaints'] }) {
  return (
    <table className="pay-table">
      <thead>
        <tr>
          <th scope="col">{returnWords.where}</th>
          <th scope="col">{returnWords.what}</th>
        </tr>
      </thead>
      <tbody>
        {saidOnce(complaints).map((complaint) => (
          <tr key={`${complaint.where} ${complaint.say}`}>
            <th scope="row" className="pay-nowrap">
              {complaint.where}
            </th>
            <td>{complaint.say}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
