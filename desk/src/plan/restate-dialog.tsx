import type { ClosedFigure } from '@dongzhou/contract/plan'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { writeFigure } from './figure.ts'
import { closingWords } from './words.ts'

interface RestateDialogProps {
  readonly closingId: number
  /** The figure to restate; undefined keeps the dialog closed. */
  readonly figure: ClosedFigure | undefined
  readonly onClose: () => void
}

/** 更正定数: a new revision with its reason; the old one stays. */
export function RestateDialog({ closingId, figure, onClose }: RestateDialogProps) {
  return (
    <FormDialog
      isOpen={figure !== undefined}
      title={figure === undefined ? closingWords.restate : `${closingWords.restate}：${figure.current.indicator.name}`}
      onClose={onClose}
    >
      {figure && <RestateForm closingId={closingId} figure={figure} onClose={onClose} />}
    </FormDialog>
  )
}

interface RestateFormProps {
  readonly closingId: number
  readonly figure: ClosedFigure
  readonly onClose: () => void
}

function RestateForm({ closingId, figure: { current, now }, onClose }: RestateFormProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const isMissing = reason.trim().length < 2
  const { unit, code } = current.indicator
  const action = useAction(
    (input: { readonly reason: string; readonly actionId: string }) =>
      api.plan
        .restatePeriod({ ...input, closingId, indicator: code, revision: current.revision })
        .catch(askAnew(queries)),
    () => {
      onClose()
      void message.success(closingWords.restated)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        setSent(true)
        if (!isMissing) action.act({ reason: reason.trim() })
      }}
    >
      <p>{closingWords.restateSay(writeFigure(current.value, unit), writeFigure(now.value, unit))}</p>
      <TextField
        label={closingWords.reason}
        value={reason}
        most={300}
        complaint={isSent && isMissing ? closingWords.complaintReason : undefined}
        onChange={setReason}
      />
      <FormEnd verb={closingWords.restate} isBusy={action.isBusy} onCancel={onClose} trouble={action.trouble} />
    </PlainForm>
  )
}
