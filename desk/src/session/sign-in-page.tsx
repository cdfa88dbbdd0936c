import { Button, Input } from 'antd'
import { useState } from 'react'
import { sessionWords } from '../words/session.ts'
import { signIn } from './auth-client.ts'
import { CodeForm } from './code-form.tsx'
import { Complaint, Field, SessionFrame } from './session-frame.tsx'
import { useAnswer } from './use-answer.ts'

interface SignInPageProps {
  readonly onSignedIn: () => Promise<void>
}

/** 登录: name and password, then a code where the account has one. The address stays, so one lands where one wanted to go. */
export function SignInPage({ onSignedIn }: SignInPageProps) {
  const [asksForCode, setAsksForCode] = useState(false)
  return (
    <SessionFrame>
      {asksForCode ? (
        <CodeForm onDone={onSignedIn} />
      ) : (
        <PasswordForm onSignedIn={onSignedIn} onCode={() => setAsksForCode(true)} />
      )}
    </SessionFrame>
  )
}

function PasswordForm({ onSignedIn, onCode }: SignInPageProps & { readonly onCode: () => void }) {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const form = useAnswer(async () => {
    if (userName.trim() === '') return sessionWords.needUserName
    if (password === '') return sessionWords.needPassword
    const answer = await signIn(userName.trim(), password)
    if (answer.kind === 'refused') return answer.say
    if (answer.kind === 'code') onCode()
    else await onSignedIn()
    return undefined
  })

  return (
    <form className="stack" onSubmit={form.submit}>
      <h1>{sessionWords.signInTitle}</h1>
      <Field label={sessionWords.userName}>
        {(id) => (
          <Input
            id={id}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
        )}
      </Field>
      <Field label={sessionWords.password}>
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
        {sessionWords.signIn}
      </Button>
      <p className="quiet small">{sessionWords.forgotten}</p>
    </form>
  )
}
