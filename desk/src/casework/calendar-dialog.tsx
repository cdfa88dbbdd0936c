import type { CalendarYearView } from '@dongzhou/contract/casework-views'
import { App, Input, InputNumber } from 'antd'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { calendarComplaints, calendarDraft, calendarOf } from './calendar-draft.ts'
import { FaultSay } from './fault-say.tsx'
import { daysText, readDays } from './holidays.ts'
import { calendarWords } from './words.ts'

interface CalendarDialogProps {
  /** A new year, or the one to correct; undefined while closed. */
  readonly open: 'new' | CalendarYearView | undefined
  /** The year that is not known yet. */
  readonly next: number
  readonly onClose: () => void
}

/** 录入放假安排: a year as its notice writes it; what was read stands under the field before it is saved. */
export function CalendarDialog({ open, next, onClose }: CalendarDialogProps) {
  return (
    <FormDialog isOpen={open !== undefined} title={calendarWords.addTitle} onClose={onClose} isWide>
      {open && <CalendarForm open={open} next={next} onClose={onClose} />}
    </FormDialog>
  )
}

type CalendarFormProps = CalendarDialogProps & { readonly open: 'new' | CalendarYearView }

function CalendarForm({ open, next, onClose }: CalendarFormProps) {
  const { message } = App.useApp()
  const work = useDraft({
    first: calendarDraft(open, next),
    seen: undefined,
    complaintsOf: calendarComplaints,
    run: ({ actionId, draft }) => api.casework.recordCalendarYear({ actionId, ...calendarOf(draft) }),
    onDone: () => {
      onClose()
      void message.success(calendarWords.done)
    },
  })
  const { draft, complaints, change, action } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{calendarWords.say}</p>
      <FormField label={calendarWords.year}>
        {(id) => (
          <InputNumber
            id={id}
            min={2020}
            max={2100}
            precision={0}
            disabled={open !== 'new'}
            value={draft.year}
            onChange={(year) => change({ year: year ?? next })}
          />
        )}
      </FormField>
      <TextField
        label={calendarWords.document}
        value={draft.document}
        most={80}
        hint={calendarWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => change({ document })}
      />
      <DaysField
        label={calendarWords.rest}
        hint={calendarWords.restHint}
        value={draft.rest}
        year={draft.year}
        complaint={complaints.rest}
        onChange={(rest) => change({ rest })}
      />
      <DaysField
        label={calendarWords.work}
        hint={calendarWords.workHint}
        value={draft.work}
        year={draft.year}
        complaint={complaints.work}
        isOptional
        onChange={(worked) => change({ work: worked })}
      />
      <FaultSay trouble={action.trouble} />
      <FormEnd verb={calendarWords.verb} isBusy={action.isBusy} onCancel={onClose} />
    </PlainForm>
  )
}

interface DaysFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly year: number
  readonly complaint: string | undefined
  readonly isOptional?: boolean
  readonly onChange: (text: string) => void
}

function DaysField({ label, hint, value, year, complaint, isOptional = false, onChange }: DaysFieldProps) {
  const { days } = readDays(value, year)
  return (
    <FormField
      label={label}
      hint={days.length === 0 ? hint : calendarWords.read(days.length, daysText(days))}
      complaint={complaint}
      isOptional={isOptional}
    >
      {(id) => (
        <Input.TextArea
          id={id}
          value={value}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}
