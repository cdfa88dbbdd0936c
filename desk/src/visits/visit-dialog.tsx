import type { PairingFile, VisitLine } from '@dongzhou/contract/visits'
import { App } from 'antd'
import { api } from '../api.ts'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { VisitConflict } from './visit-conflict.tsx'
import { draftOfVisit, newVisit, type VisitDraft, visitComplaints, visitOf } from './visit-draft.ts'
import { VisitFields } from './visit-fields.tsx'
import { visitLabels } from './words.ts'

interface VisitDialogProps {
  readonly isOpen: boolean
  readonly pairing: PairingFile
  /** The visit to correct; undefined records a new one. */
  readonly visit: VisitLine | undefined
  readonly onClose: () => void
}

/** 登记走访、更正走访. */
export function VisitDialog(props: VisitDialogProps) {
  const title = props.visit ? visitLabels.correctTitle : visitLabels.title
  return (
    <FormDialog isOpen={props.isOpen} title={title} onClose={props.onClose} isWide>
      <VisitForm {...props} />
    </FormDialog>
  )
}

function VisitForm({ pairing, visit, onClose }: VisitDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const work = useDraft({
    first: visit ? draftOfVisit(visit) : newVisit(today),
    seen: visit,
    complaintsOf: (draft) => visitComplaints(draft, visit !== undefined),
    run: (sending: Sending) => saveVisit(pairing, sending),
    onDone: () => {
      onClose()
      void message.success(visit ? visitLabels.corrected : visitLabels.recorded)
    },
  })
  const { draft, complaints, seen, change } = work
  return (
    <DraftForm
      work={work}
      verb={visit ? visitLabels.correct : visitLabels.record}
      onClose={onClose}
      complaint={complaints.nothingSaid}
      conflict={
        seen &&
        ((trouble) => (
          <VisitConflict trouble={trouble} seen={seen} mine={draft} onKeep={work.resend} onDrop={onClose} />
        ))
      }
    >
      <div className="form-grid">
        <VisitFields pairing={pairing} draft={draft} complaints={complaints} onChange={change} />
        {visit && (
          <TextField
            label={visitLabels.because}
            value={draft.because}
            most={200}
            isWide
            complaint={complaints.because}
            onChange={(because) => change({ because })}
          />
        )}
      </div>
    </DraftForm>
  )
}

type Sending = DraftSending<VisitDraft, VisitLine | undefined>

function saveVisit(pairing: PairingFile, { actionId, draft, seen }: Sending): Promise<unknown> {
  if (!seen) return api.visits.recordVisit({ actionId, pairingId: pairing.id, ...visitOf(draft) })
  const { id, version } = seen
  return api.visits.correctVisit({ actionId, id, version, ...visitOf(draft), because: draft.because.trim() })
}
