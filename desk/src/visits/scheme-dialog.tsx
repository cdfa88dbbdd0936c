import { App, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { schemeWords } from './words.ts'

interface SchemeDialogProps {
  readonly isOpen: boolean
  readonly year: number
  readonly onClose: () => void
}

/** 开设方案. */
export function SchemeDialog({ isOpen, year, onClose }: SchemeDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={schemeWords.open} onClose={onClose}>
      <SchemeForm year={year} onClose={onClose} />
    </FormDialog>
  )
}

function SchemeForm({ year: first, onClose }: Omit<SchemeDialogProps, 'isOpen'>) {
  const { message } = App.useApp()
  const [year, setYear] = useState(first)
  const [title, setTitle] = useState('')
  const [isSent, setSent] = useState(false)
  const isMissing = title.trim().length < 2
  const action = useAction(
    (input: { readonly year: number; readonly title: string; readonly actionId: string }) =>
      api.visits.openScheme(input),
    () => {
      onClose()
      void message.success(schemeWords.opened)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        setSent(true)
        if (!isMissing) action.act({ year, title: title.trim() })
      }}
    >
      <FormField label={schemeWords.year}>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={2000}
            max={2100}
            precision={0}
            value={year}
            onChange={(next) => setYear(next ?? first)}
          />
        )}
      </FormField>
      <TextField
        label={schemeWords.name}
        value={title}
        most={60}
        hint={schemeWords.nameHint}
        complaint={isSent && isMissing ? schemeWords.complaint : undefined}
        onChange={setTitle}
      />
      <FormEnd verb={schemeWords.open} isBusy={action.isBusy} onCancel={onClose} complaint={action.trouble?.say} />
    </PlainForm>
  )
}
