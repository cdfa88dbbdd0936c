import type { EventFile } from '@dongzhou/contract/activities'
import { App } from 'antd'
import { useState } from 'react'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMe } from '../session/use-session.ts'
import { EventConflict } from './event-conflict.tsx'
import { asksEvidence, complaintsOf, type EventComplaints, type EventDraft, type EventPurpose } from './event-draft.ts'
import { EvidenceFields, PlacedFields } from './event-fields.tsx'
import { useEventAction } from './use-event-action.ts'
import { eventPageWords, eventWords, formLabels, formVerbs } from './words.ts'

interface EventDialogProps {
  readonly purpose: EventPurpose
  readonly isOpen: boolean
  /** What stands in the form when it opens. */
  readonly draft: EventDraft
  /** The event it is about; undefined for a new one. */
  readonly event: EventFile | undefined
  readonly onClose: () => void
}

const titles: { readonly [P in EventPurpose]: string } = {
  schedule: eventWords.schedule,
  record: eventWords.record,
  hold: eventPageWords.hold,
  correct: eventPageWords.correct,
}

/** 安排、登记、登记举办、更正: one form, asking only what each needs. */
export function EventDialog(props: EventDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={titles[props.purpose]} onClose={props.onClose} isWide>
      <EventForm {...props} />
    </FormDialog>
  )
}

function EventForm({ purpose, draft: first, event, onClose }: EventDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const open = useOpenPage()
  const [draft, setDraft] = useState(first)
  const [isSent, setSent] = useState(false)
  const [seen, setSeen] = useState(event)
  const hasEvidence = asksEvidence(purpose, event?.state)
  const found = complaintsOf(draft, { purpose, hasEvidence, today })
  const complaints: EventComplaints = isSent ? found : {}
  const action = useEventAction(purpose, (id) => {
    onClose()
    void message.success(`已${formVerbs[purpose]}`)
    if (event === undefined) open(`/activities/events/${id}`)
  })

  function send(): void {
    setSent(true)
    if (Object.keys(found).length === 0) action.act({ draft, event: seen })
  }

  const fields = {
    draft,
    complaints,
    hasEvidence,
    onChange: (change: Partial<EventDraft>) => setDraft({ ...draft, ...change }),
  }
  return (
    <PlainForm onSubmit={send}>
      <div className="form-grid">
        <PlacedFields {...fields} />
        {hasEvidence && <EvidenceFields {...fields} />}
        <TextField
          label={eventWords.remark}
          value={draft.remark}
          most={300}
          lines={2}
          isOptional
          isWide
          onChange={(remark) => setDraft({ ...draft, remark })}
        />
        {purpose === 'correct' && (
          <TextField
            label={formLabels.because}
            value={draft.because}
            most={200}
            isWide
            hint={formLabels.becauseHint}
            complaint={complaints.because}
            onChange={(because) => setDraft({ ...draft, because })}
          />
        )}
      </div>
      <FormEnd
        verb={formVerbs[purpose]}
        isBusy={action.isBusy}
        onCancel={onClose}
        complaint={action.trouble?.kind === 'stale' ? undefined : action.trouble?.say}
      />
      {seen && action.trouble?.kind === 'stale' && (
        <EventConflict
          seen={seen}
          mine={draft}
          onDrop={onClose}
          onKeep={(merged, now) => {
            action.clear()
            setDraft(merged)
            setSeen(now)
            action.act({ draft: merged, event: now })
          }}
        />
      )}
    </PlainForm>
  )
}
