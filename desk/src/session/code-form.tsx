import { Button, Input } from 'antd'
import { useState } from 'react'
import { sessionWords } from '../words/session.ts'
import { answerCode } from './auth-client.ts'
import { Complaint, Field } from './session-frame.tsx'
import { useAnswer } from './use-answer.ts'

interface CodeFormProps {
  readonly onDone: () => Promise<void>
}

/** 动态口令: the second factor, by six digits or by a backup code when the phone is away. */
export function CodeForm({ onDone }: CodeFormProps) {
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const [code, setCode] = useState('')
  const isTotp = kind === 'totp'
  const form = useAnswer(async () => {
    const answer = isTotp ? digitsOf(code) : code.trim()
    if (isTotp && answer.length !== 6) return sessionWords.codeSay
    if (answer === '') return sessionWords.backupSay
    const answered = await answerCode(kind, answer)
    if (answered.kind === 'refused') return answered.say
    await onDone()
    return undefined
  })

  function change(): void {
    setKind(isTotp ? 'backup' : 'totp')
    setCode('')
    form.clear()
  }

  return (
    <form className="stack" onSubmit={form.submit}>
      <h1>{sessionWords.codeTitle}</h1>
      <p>{isTotp ? sessionWords.codeSay : sessionWords.backupSay}</p>
      <Field label={isTotp ? sessionWords.code : sessionWords.backup}>
        {(id) => (
          <Input
            id={id}
            key={kind}
            size="large"
            autoFocus
            className="session-code"
            autoComplete="one-time-code"
            inputMode={isTotp ? 'numeric' : 'text'}
            maxLength={isTotp ? 7 : 40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Complaint say={form.say} />
      <Button type="primary" size="large" htmlType="submit" block loading={form.isBusy}>
        {sessionWords.codeNext}
      </Button>
      <Button type="link" onClick={change}>
        {isTotp ? sessionWords.backupInstead : sessionWords.codeInstead}
      </Button>
    </form>
  )
}

/** Authenticators show `123 456`, and Chinese input methods write full-width digits. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
