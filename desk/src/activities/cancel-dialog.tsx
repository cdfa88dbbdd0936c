import type { EventFile } from '@dongzhou/contract/activities'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { countedText } from './event-columns.tsx'
import { cancelWords, complaints, eventPageWords, formLabels } from './words.ts'

interface CancelDialogProps {
  readonly event: EventFile
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 取消活动: says what no longer counts, and asks why. */
export function CancelDialog({ event, isOpen, onClose }: CancelDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={cancelWords.title} onClose={onClose}>
      <CancelForm event={event} onClose={onClose} />
    </FormDialog>
  )
}

function CancelForm({ event, onClose }: Omit<CancelDialogProps, 'isOpen'>) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [because, setBecause] = useState('')
  const [complaint, setComplaint] = useState<string>()
  const action = useAction(
    (input: { readonly because: string; readonly actionId: string }) =>
      api.activities.cancelEvent({ ...input, id: event.id, version: event.version }).catch(askAnew(queries)),
    () => {
      onClose()
      void message.success(cancelWords.done)
    },
  )
  const say =
    event.state === 'held' ? cancelWords.heldSay(event.title, countedText(event)) : cancelWords.say(event.title)
  return (
    <PlainForm
      onSubmit={() => {
        const isMissing = because.trim().length < 2
        setComplaint(isMissing ? complaints.because : undefined)
        if (!isMissing) action.act({ because: because.trim() })
      }}
    >
      <p>{say}</p>
      <TextField label={formLabels.because} value={because} most={200} complaint={complaint} onChange={setBecause} />
      <FormEnd
        verb={eventPageWords.cancel}
        leave={cancelWords.leave}
        isDanger
        isBusy={action.isBusy}
        onCancel={onClose}
        trouble={action.trouble}
      />
    </PlainForm>
  )
}
