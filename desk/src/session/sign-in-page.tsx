import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { colours, sizes } from '../kit/theme.ts'
import { sessionWords } from '../words/session.ts'
import { signIn } from './auth-client.ts'
import { CodeForm } from './code-form.tsx'
import { Complaint, Field, SessionFrame } from './session-frame.tsx'
import { useAnswer } from './use-answer.ts'

interface SignInPageProps {
  readonly onSignedIn: () => Promise<void>
}

/** 登录: the page before everything. The address stays, so one lands where one wanted to go. */
export function SignInPage({ onSignedIn }: SignInPageProps) {
  return (
    <SessionFrame>
      <SignInForms onSignedIn={onSignedIn} />
    </SessionFrame>
  )
}

/** Over a desk whose session ended: what is half filled in stays behind it, covered, and is there again afterwards. */
export function SignInAgain({ onSignedIn }: SignInPageProps) {
  return (
    <Modal
      open
      centered
      closable={false}
      footer={null}
      width={sizes.drawer}
      keyboard={false}
      mask={{ closable: false }}
      // Opaque: whoever passes the desk must not read what the last person had open.
      styles={{ mask: { background: colours.page } }}
    >
      <p className="quiet">{sessionWords.endedSay}</p>
      <SignInForms onSignedIn={onSignedIn} />
    </Modal>
  )
}

/** Name and password, then a code where the account has a second factor. */
function SignInForms({ onSignedIn }: SignInPageProps) {
  const [asksForCode, setAsksForCode] = useState(false)
  if (asksForCode) return <CodeForm onDone={onSignedIn} />
  return <PasswordForm onSignedIn={onSignedIn} onCode={() => setAsksForCode(true)} />
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
