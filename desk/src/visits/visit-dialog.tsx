import type { PairingFile, VisitLine } from '@dongzhou/contract/visits'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { VisitConflict } from './visit-conflict.tsx'
import {
  draftOfVisit,
  newVisit,
  type VisitComplaints,
  type VisitDraft,
  visitComplaints,
  visitOf,
} from './visit-draft.ts'
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
  const [draft, setDraft] = useState(() => (visit ? draftOfVisit(visit) : newVisit(today)))
  const [seen, setSeen] = useState(visit)
  const [isSent, setSent] = useState(false)
  const found = visitComplaints(draft, visit !== undefined)
  const complaints: VisitComplaints = isSent ? found : {}
  const action = useVisitAction(pairing, visit !== undefined, onClose)

  function send(): void {
    setSent(true)
    if (Object.keys(found).length === 0) action.act({ draft, seen })
  }

  const change = (part: Partial<VisitDraft>) => setDraft({ ...draft, ...part })
  return (
    <PlainForm onSubmit={send}>
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
      <FormEnd
        verb={visit ? visitLabels.correct : visitLabels.record}
        isBusy={action.isBusy}
        onCancel={onClose}
        complaint={complaints.nothingSaid ?? (action.trouble?.kind === 'stale' ? undefined : action.trouble?.say)}
      />
      {seen && action.trouble?.kind === 'stale' && (
        <VisitConflict
          seen={seen}
          mine={draft}
          onDrop={onClose}
          onKeep={(merged, now) => {
            action.clear()
            setDraft(merged)
            setSeen(now)
            action.act({ draft: merged, seen: now })
          }}
        />
      )}
    </PlainForm>
  )
}

interface Sending {
  readonly draft: VisitDraft
  readonly seen: VisitLine | undefined
}

function useVisitAction(pairing: PairingFile, isCorrection: boolean, onClose: () => void) {
  const { message } = App.useApp()
  return useAction(
    ({ draft, seen, actionId }: Sending & { readonly actionId: string }): Promise<unknown> =>
      seen
        ? api.visits.correctVisit({
            actionId,
            id: seen.id,
            version: seen.version,
            ...visitOf(draft),
            because: draft.because.trim(),
          })
        : api.visits.recordVisit({ actionId, pairingId: pairing.id, ...visitOf(draft) }),
    () => {
      onClose()
      void message.success(isCorrection ? visitLabels.corrected : visitLabels.recorded)
    },
  )
}
