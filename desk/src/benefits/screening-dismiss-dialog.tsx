import type { FindingLine } from '@dongzhou/contract/benefits'
import { addDays, findDay } from '@dongzhou/terms/day'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { dismissWords } from './screening-words.ts'

interface DismissProps {
  readonly finding: FindingLine
  readonly onClose: () => void
}

/** 搁置线索: until a day, with the reason; it comes back by itself. */
export function DismissDialog({ finding, onClose }: DismissProps) {
  return (
    <FormDialog isOpen title={dismissWords.title} onClose={onClose}>
      <DismissForm finding={finding} onClose={onClose} />
    </FormDialog>
  )
}

interface Dismissal {
  readonly until: string | undefined
  readonly because: string
}

type DismissComplaints = { readonly [K in keyof Dismissal]?: string }

function DismissForm({ finding, onClose }: DismissProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { id, version, person, benefitName } = finding
  const work = useDraft({
    first: { until: daysOn(today, 30), because: '' },
    seen: version,
    complaintsOf: dismissComplaints,
    run: async ({ actionId, draft: { until, because } }: DraftSending<Dismissal, number>) => {
      if (until === undefined) return
      await api.benefits
        .dismissFinding({ actionId, id, version, until, because: because.trim() })
        .catch(askAnew(queries))
    },
    onDone: () => {
      onClose()
      void message.success(dismissWords.done)
    },
  })
  const { draft, complaints } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{dismissWords.say(person.name, benefitName)}</p>
      <FormField label={dismissWords.until} hint={dismissWords.untilHint} complaint={complaints.until}>
        {(field) => (
          <DayPicker
            id={field}
            value={draft.until}
            earliest={daysOn(today, 1)}
            latest={daysOn(today, 365)}
            onChange={(until) => work.change({ until })}
          />
        )}
      </FormField>
      <TextField
        label={dismissWords.because}
        value={draft.because}
        most={200}
        hint={dismissWords.becauseHint}
        complaint={complaints.because}
        onChange={(because) => work.change({ because })}
      />
      <FormEnd verb={dismissWords.verb} isBusy={work.action.isBusy} onCancel={onClose} trouble={work.action.trouble} />
    </PlainForm>
  )
}

/** 恢复: back on the list at once. */
export function ReopenButton({ finding: { id, version } }: { readonly finding: FindingLine }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const reopen = useAction(
    (input: { readonly actionId: string }) =>
      api.benefits.reopenFinding({ ...input, id, version }).catch(askAnew(queries)),
    () => void message.success(dismissWords.reopened),
  )
  return (
    <>
      <Button size="small" loading={reopen.isBusy} onClick={() => reopen.act({})}>
        {dismissWords.reopen}
      </Button>
      <span className="late small complaint" role="alert">
        {reopen.trouble?.say}
      </span>
    </>
  )
}

function dismissComplaints({ until, because }: Dismissal): DismissComplaints {
  return {
    ...(until === undefined ? { until: dismissWords.complaintUntil } : {}),
    ...(because.trim().length < 2 ? { because: dismissWords.complaintBecause } : {}),
  }
}

function daysOn(today: string, count: number): string | undefined {
  const from = findDay(today)
  return from && addDays(from, count)
}
