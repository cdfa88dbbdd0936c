import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { withdrawWords } from './rate-words.ts'

interface WithdrawProps {
  /** Of a row that waits to be confirmed; else it counts already. */
  readonly isWaiting: boolean
  readonly title: string
  /** What will happen, in words. */
  readonly say: string
  /** Sends it under the row's present version: after a conflict the row is asked anew. */
  readonly withdraw: (sending: {
    readonly actionId: string
    readonly reason: string
  }) => Promise<{ readonly awaitsConfirmation: boolean }>
  readonly onClose: () => void
}

/** 撤回 what waits, or 作废 what counts: the first is done at once, the second waits for another person. */
export function WithdrawDialog(props: WithdrawProps) {
  return (
    <FormDialog isOpen title={props.title} onClose={props.onClose}>
      <WithdrawForm {...props} />
    </FormDialog>
  )
}

function WithdrawForm({ isWaiting, say, withdraw, onClose }: WithdrawProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const complaint = reason.trim().length < 2 ? withdrawWords.reasonNeeded : undefined
  const action = useAction(
    (input: { readonly actionId: string }) => withdraw({ ...input, reason: reason.trim() }).catch(askAnew(queries)),
    ({ awaitsConfirmation }) => {
      onClose()
      void message.success(awaitsConfirmation ? withdrawWords.voided : withdrawWords.dropped)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        setTried(true)
        if (complaint === undefined) action.act({})
      }}
    >
      <p>{say}</p>
      <TextField
        label={withdrawWords.reason}
        value={reason}
        most={300}
        complaint={isTried ? complaint : undefined}
        onChange={setReason}
      />
      <FormEnd
        verb={isWaiting ? withdrawWords.dropVerb : withdrawWords.voidVerb}
        isBusy={action.isBusy}
        onCancel={onClose}
        trouble={action.trouble}
        isDanger
      />
    </PlainForm>
  )
}
