import type { PairingFile } from '@dongzhou/contract/visits'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { complaints, endWords } from './words.ts'

interface EndDialogProps {
  readonly isOpen: boolean
  readonly pairing: PairingFile
  readonly onClose: () => void
}

/** 终止结对: says what can no longer be done and what stays, and asks why. */
export function EndDialog({ isOpen, pairing, onClose }: EndDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={endWords.title} onClose={onClose}>
      <EndForm pairing={pairing} onClose={onClose} />
    </FormDialog>
  )
}

function EndForm({ pairing, onClose }: Omit<EndDialogProps, 'isOpen'>) {
  const { today } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [endedOn, setEndedOn] = useState<string | undefined>(today)
  const [because, setBecause] = useState('')
  const [isSent, setSent] = useState(false)
  const isMissing = because.trim().length < 2
  const action = useAction(
    (input: { readonly endedOn: string; readonly because: string; readonly actionId: string }) =>
      api.visits.endPairing({ ...input, id: pairing.id, version: pairing.version }).catch(askAnew(queries)),
    () => {
      onClose()
      void message.success(endWords.done)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        setSent(true)
        if (endedOn !== undefined && !isMissing) action.act({ endedOn, because: because.trim() })
      }}
    >
      <p>{endWords.say(pairing.organisation.name, pairing.person.name)}</p>
      <FormField label={endWords.on} complaint={isSent && endedOn === undefined ? complaints.endedOn : undefined}>
        {(id) => (
          <DayPicker
            id={id}
            value={endedOn}
            earliest={pairing.confirmedOn ?? undefined}
            latest={today}
            onChange={setEndedOn}
          />
        )}
      </FormField>
      <TextField
        label={endWords.because}
        value={because}
        most={200}
        complaint={isSent && isMissing ? complaints.because : undefined}
        onChange={setBecause}
      />
      <FormEnd verb={endWords.verb} isDanger isBusy={action.isBusy} onCancel={onClose} trouble={action.trouble} />
    </PlainForm>
  )
}
