import { findDay } from '@dongzhou/terms/day'
import type { ReportDocument } from '@dongzhou/terms/document'
import { useState } from 'react'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import type { Edit } from './draft.ts'
import type { HeadFields } from './edit-document.ts'
import { headWords } from './words.ts'

interface HeadDialogProps {
  readonly isOpen: boolean
  readonly document: ReportDocument
  readonly onEdit: (edit: Edit) => void
  readonly onClose: () => void
}

/** 标题与落款: the lines of the official layout around the text. */
export function HeadDialog(props: HeadDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={headWords.title} onClose={props.onClose}>
      <HeadForm {...props} />
    </FormDialog>
  )
}

function HeadForm({ document, onEdit, onClose }: HeadDialogProps) {
  const [head, setHead] = useState<HeadFields>(() => document)
  const [isTried, setTried] = useState(false)
  const isTitleWrong = isTried && head.title.trim().length < 2
  const isIssuerWrong = isTried && head.issuer.trim().length < 2

  function send(): void {
    setTried(true)
    if (head.title.trim().length < 2 || head.issuer.trim().length < 2) return
    const { title, issuer, documentNumber, addressee, date } = head
    onEdit({
      kind: 'head',
      head: {
        // Two lines in the field are one title: the paper breaks it between words.
        title: title.replaceAll(/\s*\n\s*/g, '').trim(),
        issuer: issuer.trim(),
        documentNumber: written(documentNumber),
        addressee: written(addressee),
        date,
      },
    })
    onClose()
  }

  return (
    <PlainForm onSubmit={send}>
      <TextField
        label={headWords.reportTitle}
        value={head.title}
        most={100}
        lines={2}
        complaint={isTitleWrong ? headWords.titleWrong : undefined}
        onChange={(title) => setHead({ ...head, title })}
      />
      <TextField
        label={headWords.documentNumber}
        value={head.documentNumber ?? ''}
        most={60}
        isOptional
        hint={headWords.documentNumberHint}
        onChange={(documentNumber) => setHead({ ...head, documentNumber })}
      />
      <TextField
        label={headWords.addressee}
        value={head.addressee ?? ''}
        most={200}
        isOptional
        hint={headWords.addresseeHint}
        onChange={(addressee) => setHead({ ...head, addressee })}
      />
      <TextField
        label={headWords.issuer}
        value={head.issuer}
        most={60}
        complaint={isIssuerWrong ? headWords.issuerWrong : undefined}
        onChange={(issuer) => setHead({ ...head, issuer })}
      />
      <FormField label={headWords.date} isOptional>
        {(id) => (
          <DayPicker id={id} value={head.date} onChange={(date) => setHead({ ...head, date: findDay(date ?? '') })} />
        )}
      </FormField>
      <FormEnd verb={headWords.verb} isBusy={false} onCancel={onClose} />
    </PlainForm>
  )
}

// An empty line is no line.
function written(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}
