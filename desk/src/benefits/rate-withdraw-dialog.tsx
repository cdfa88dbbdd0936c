import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { withdrawWords } from './rate-words.ts'

interface WithdrawProps {
  /** As it stands now: after a conflict the row is asked anew, and the second attempt is made under its new version. */
  readonly row: Pick<RateLine, 'id' | 'version' | 'state' | 'kindName' | 'keyName' | 'valueText'>
  readonly onClose: () => void
}

/** 撤回 what waits, or 作废 what counts: the first is done at once, the second waits for another person. */
export function RateWithdrawDialog({ row, onClose }: WithdrawProps) {
  const title = row.state === 'proposed' ? withdrawWords.dropTitle : withdrawWords.voidTitle
  return (
    <FormDialog isOpen title={title} onClose={onClose}>
      <WithdrawForm row={row} onClose={onClose} />
    </FormDialog>
  )
}

function WithdrawForm({ row, onClose }: WithdrawProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isWaiting = row.state === 'proposed'
  const what = `${row.kindName} ${row.keyName}`.trim()
  const complaint = reason.trim().length < 2 ? withdrawWords.reasonNeeded : undefined
  const action = useAction(
    (input: { readonly actionId: string }) =>
      api.benefits
        .withdrawRate({ ...input, id: row.id, version: row.version, reason: reason.trim() })
        .catch(askAnew(queries)),
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
      <p>
        {isWaiting
          ? withdrawWords.dropSay(`${what} ${row.valueText}`)
          : withdrawWords.voidSay(`${what} ${row.valueText}`)}
      </p>
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
