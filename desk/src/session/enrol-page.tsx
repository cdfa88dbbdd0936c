import { Button, Input, QRCode } from 'antd'
import { useState } from 'react'
import { colours } from '../kit/theme.ts'
import { sessionWords } from '../words/session.ts'
import { answerCode, beginEnrolment, type Enrolment } from './auth-client.ts'
import { digitsOf } from './code-form.tsx'
import { Complaint, Field, SessionFrame } from './session-frame.tsx'
import { useAnswer } from './use-answer.ts'

interface EnrolPageProps {
  readonly onDone: () => Promise<void>
}

/** 启用动态口令: the first time an account with power signs in, and only once. */
export function EnrolPage({ onDone }: EnrolPageProps) {
  const [enrolment, setEnrolment] = useState<Enrolment>()
  return (
    <SessionFrame>
      <h1>{sessionWords.enrolTitle}</h1>
      {enrolment ? <EnrolSteps enrolment={enrolment} onDone={onDone} /> : <EnrolStart onEnrolment={setEnrolment} />}
    </SessionFrame>
  )
}

function EnrolStart({ onEnrolment }: { readonly onEnrolment: (enrolment: Enrolment) => void }) {
  const [password, setPassword] = useState('')
  const form = useAnswer(async () => {
    if (password === '') return sessionWords.needPassword
    const answer = await beginEnrolment(password)
    if (answer.kind === 'refused') return answer.say
    onEnrolment(answer)
    return undefined
  })

  return (
    <form className="stack" onSubmit={form.submit}>
      <p>{sessionWords.enrolWhy}</p>
      <Field label={sessionWords.enrolPassword}>
        {(id) => (
          <Input.Password
            id={id}
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Complaint say={form.say} />
      <Button type="primary" size="large" htmlType="submit" block loading={form.isBusy}>
        {sessionWords.enrolStart}
      </Button>
    </form>
  )
}

/** The three things to do, in order, on one page: scan, write the codes down, prove it works. */
export function EnrolSteps({ enrolment, onDone }: EnrolPageProps & { readonly enrolment: Enrolment }) {
  return (
    <ol className="enrol-steps">
      <li>
        <h2>{sessionWords.enrolScan}</h2>
        <p className="quiet">{sessionWords.enrolScanSay}</p>
        <div className="enrol-scan">
          <QRCode
            type="svg"
            value={enrolment.uri}
            size={168}
            errorLevel="M"
            color={colours.ink}
            bgColor={colours.surface}
            aria-label={sessionWords.uriLabel}
          />
          <div>
            <p>{sessionWords.enrolByHand}</p>
            <code className="enrol-secret">{inFours(enrolment.secret)}</code>
          </div>
        </div>
      </li>
      <li>
        <h2>{sessionWords.enrolBackup}</h2>
        <p className="quiet">{sessionWords.enrolBackupSay}</p>
        <ul className="enrol-backups">
          {enrolment.backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </li>
      <li>
        <h2>{sessionWords.enrolConfirm}</h2>
        <ProveForm onDone={onDone} />
      </li>
    </ol>
  )
}

function ProveForm({ onDone }: EnrolPageProps) {
  const [code, setCode] = useState('')
  const form = useAnswer(async () => {
    if (digitsOf(code).length !== 6) return sessionWords.codeSay
    const answered = await answerCode('totp', digitsOf(code))
    if (answered.kind === 'refused') return answered.say
    await onDone()
    return undefined
  })

  return (
    <form className="stack" onSubmit={form.submit}>
      <Input
        aria-label={sessionWords.code}
        size="large"
        className="session-code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Complaint say={form.say} />
      <Button type="primary" size="large" htmlType="submit" block loading={form.isBusy}>
        {sessionWords.enrolDone}
      </Button>
    </form>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
