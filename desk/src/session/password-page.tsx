import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../kit/help-lines.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { sessionWords } from '../words/session.ts'
import { changePassword } from './auth-client.ts'
import { complaintOfPassword } from './password-rule.ts'
import { Complaint, Field } from './session-frame.tsx'
import { useAnswer } from './use-answer.ts'

const untouched = { current: '', fresh: '', again: '' }

/** 修改密码. */
export function PasswordPage() {
  const [typed, setTyped] = useState(untouched)
  const [isDone, setDone] = useState(false)
  const form = useAnswer(async () => {
    setDone(false)
    const complaint = complaintOfPassword(typed.current, typed.fresh, typed.again)
    if (complaint !== undefined) return complaint
    const answer = await changePassword(typed.current, typed.fresh)
    if (answer.kind === 'refused') return answer.say
    setTyped(untouched)
    setDone(true)
    return undefined
  })

  function field(name: keyof typeof untouched, autoComplete: string) {
    return (id: string) => (
      <Input.Password
        id={id}
        autoComplete={autoComplete}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    )
  }

  return (
    <div className="own-page">
      <PageTitle title={sessionWords.changeTitle} help={<HelpLines lines={sessionWords.changeHelp} />} />
      {isDone && <Alert type="success" showIcon title={sessionWords.changed} />}
      <form className="card stack own-form" onSubmit={form.submit}>
        <Field label={sessionWords.current}>{field('current', 'current-password')}</Field>
        <Field label={sessionWords.fresh} hint={sessionWords.freshRule}>
          {field('fresh', 'new-password')}
        </Field>
        <Field label={sessionWords.freshAgain}>{field('again', 'new-password')}</Field>
        <Complaint say={form.say} />
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {sessionWords.change}
        </Button>
      </form>
    </div>
  )
}
