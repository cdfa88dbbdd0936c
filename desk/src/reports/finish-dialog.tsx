import type { ReportFile } from '@dongzhou/contract/reports'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { stateWords } from '../words/kit.ts'
import { countsOf, numbersOf } from './report-numbers.ts'
import { finishWords } from './words.ts'

interface StateDialogProps {
  readonly isOpen: boolean
  readonly file: ReportFile
  readonly onClose: () => void
}

/** 定稿: says what is sealed, and what still has no number. */
export function FinishDialog(props: StateDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={finishWords.title} onClose={props.onClose}>
      <FinishForm {...props} />
    </FormDialog>
  )
}

function FinishForm({ file, onClose }: StateDialogProps) {
  const { message } = App.useApp()
  const [seen] = useState(file)
  const { bound, missing, typed } = countsOf(numbersOf(seen.document, seen.figures, []))
  const queries = useQueryClient()
  const finish = (input: Parameters<typeof api.reports.finishReport>[0]) =>
    api.reports.finishReport(input).catch(askAnew(queries))
  const action = useAction(finish, () => {
    onClose()
    void message.success(finishWords.done)
  })
  return (
    <PlainForm onSubmit={() => action.act({ id: seen.id, version: seen.version })}>
      <p>{finishWords.say(bound)}</p>
      {missing > 0 && <p className="risk">{finishWords.missing(missing)}</p>}
      {typed > 0 && <p className="risk">{finishWords.typed(typed)}</p>}
      <FormEnd
        verb={finishWords.verb}
        isBusy={action.isBusy}
        onCancel={onClose}
        trouble={action.trouble}
        whenStale={stateWords.staleReopen}
      />
    </PlainForm>
  )
}

/** 重新打开: a finished report becomes a draft again, for a reason the trail keeps. */
export function ReopenDialog(props: StateDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={finishWords.reopenTitle} onClose={props.onClose}>
      <ReopenForm {...props} />
    </FormDialog>
  )
}

function ReopenForm({ file, onClose }: StateDialogProps) {
  const { message } = App.useApp()
  const [seen] = useState(file)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isStated = reason.trim().length >= 2
  const queries = useQueryClient()
  const reopen = (input: Parameters<typeof api.reports.reopenReport>[0]) =>
    api.reports.reopenReport(input).catch(askAnew(queries))
  const action = useAction(reopen, () => {
    onClose()
    void message.success(finishWords.reopened)
  })
  return (
    <PlainForm
      onSubmit={() => {
        setTried(true)
        if (isStated) action.act({ id: seen.id, version: seen.version, reason: reason.trim() })
      }}
    >
      <p>{finishWords.reopenSay}</p>
      <TextField
        label={finishWords.reason}
        value={reason}
        most={300}
        lines={3}
        complaint={isTried && !isStated ? finishWords.reasonWrong : undefined}
        onChange={setReason}
      />
      <FormEnd
        verb={finishWords.reopenVerb}
        isBusy={action.isBusy}
        onCancel={onClose}
        trouble={action.trouble}
        whenStale={stateWords.staleReopen}
      />
    </PlainForm>
  )
}
