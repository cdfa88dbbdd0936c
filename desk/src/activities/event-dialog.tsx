import type { EventFile } from '@dongzhou/contract/activities'
import { App } from 'antd'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { EventConflict } from './event-conflict.tsx'
import { asksEvidence, complaintsOf, type EventDraft, type EventPurpose } from './event-draft.ts'
import { EvidenceFields, PlacedFields } from './event-fields.tsx'
import { eventRuns } from './event-runs.ts'
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
  const hasEvidence = asksEvidence(purpose, event?.state)
  const work = useDraft({
    first,
    seen: event,
    complaintsOf: (draft) => complaintsOf(draft, { purpose, hasEvidence, today }),
    run: eventRuns[purpose],
    onDone: ({ id }) => {
      onClose()
      void message.success(`已${formVerbs[purpose]}`)
      if (event === undefined) open(`/activities/events/${Number(id)}`)
    },
  })
  const { draft, complaints, seen, change } = work
  const fields = { draft, complaints, hasEvidence, onChange: change }
  return (
    <DraftForm
      work={work}
      verb={formVerbs[purpose]}
      onClose={onClose}
      conflict={
        seen &&
        ((trouble) => (
          <EventConflict trouble={trouble} seen={seen} mine={draft} onKeep={work.resend} onDrop={onClose} />
        ))
      }
    >
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
          onChange={(remark) => change({ remark })}
        />
        {purpose === 'correct' && (
          <TextField
            label={formLabels.because}
            value={draft.because}
            most={200}
            isWide
            hint={formLabels.becauseHint}
            complaint={complaints.because}
            onChange={(because) => change({ because })}
          />
        )}
      </div>
    </DraftForm>
  )
}
