import { Input, Radio } from 'antd'
import { useState } from 'react'
import { askWords } from '../words/kit.ts'
import { FormEnd, PlainForm } from './form.tsx'
import { FormDialog } from './form-dialog.tsx'
import { isStated, type Purpose, type PurposeKind, purposes, purposesFor } from './purposes.ts'
import './dialogs.css'
import { troubleOf } from './trouble.ts'

interface AskPurposeProps {
  readonly isOpen: boolean
  readonly for: keyof typeof purposesFor
  /** What will happen, in words: how many, of what, and that it is kept. */
  readonly say: string
  /** The verb on the button: 查看原文, 导出. */
  readonly verb: string
  readonly title?: string
  readonly onAnswer: (purpose: Purpose) => void | Promise<void>
  readonly onClose: () => void
}

/** 说明用途: the dialog before a masked value is opened or a list is taken away. */
export function AskPurpose(props: AskPurposeProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={props.title ?? askWords.title} onClose={props.onClose}>
      <PurposeForm {...props} />
    </FormDialog>
  )
}

function PurposeForm({ for: use, say, verb, onAnswer, onClose }: AskPurposeProps) {
  const [kind, setKind] = useState<PurposeKind>()
  const [note, setNote] = useState('')
  const [complaint, setComplaint] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function answer(): Promise<void> {
    if (kind === undefined || !isStated({ kind, note })) return setComplaint(askWords.needed)
    setBusy(true)
    setComplaint(undefined)
    try {
      await onAnswer({ kind, note })
    } catch (error) {
      setComplaint(troubleOf(error).say)
    } finally {
      setBusy(false)
    }
  }

  return (
    <PlainForm onSubmit={() => void answer()}>
      <p>{say}</p>
      <Radio.Group
        className="purpose-choices"
        aria-label={askWords.kind}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={purposesFor[use].map((value) => ({ value, label: purposes[value] }))}
      />
      <Input
        aria-label={askWords.note}
        placeholder={askWords.noteHint}
        value={note}
        maxLength={100}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormEnd verb={verb} isBusy={isBusy} onCancel={onClose} complaint={complaint} />
    </PlainForm>
  )
}
