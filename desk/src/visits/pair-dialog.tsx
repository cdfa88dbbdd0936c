import type { PairingFile } from '@dongzhou/contract/visits'
import { App } from 'antd'
import { api } from '../api.ts'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { type PairDraft, pairComplaints, pairDraft, pairOf } from './pair-draft.ts'
import { ContactFields, PairFields } from './pair-fields.tsx'
import { pairingLabels } from './words.ts'

interface PairDialogProps {
  readonly isOpen: boolean
  /** The scheme that the list is narrowed to, if it is. */
  readonly schemeId: number | undefined
  /** The proposal to confirm; undefined records a new pairing. */
  readonly proposal: PairingFile | undefined
  readonly onClose: () => void
}

/** 登记结对、确认结对. */
export function PairDialog(props: PairDialogProps) {
  const title = props.proposal ? pairingLabels.confirmTitle : pairingLabels.addTitle
  return (
    <FormDialog isOpen={props.isOpen} title={title} onClose={props.onClose} isWide>
      <PairForm {...props} />
    </FormDialog>
  )
}

function PairForm({ schemeId, proposal, onClose }: PairDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const open = useOpenPage()
  const work = useDraft({
    first: pairDraft(schemeId, proposal, today),
    seen: proposal,
    complaintsOf: pairComplaints,
    run: savePairing,
    onDone: ({ id }) => {
      onClose()
      void message.success(proposal ? pairingLabels.confirmedDone : pairingLabels.added)
      if (proposal === undefined) open(`/visits/pairings/${id}`)
    },
  })
  const fields = { draft: work.draft, complaints: work.complaints, proposal, onChange: work.change }
  return (
    <DraftForm work={work} verb={proposal ? pairingLabels.confirmVerb : pairingLabels.add} onClose={onClose}>
      <div className="form-grid">
        <PairFields {...fields} />
        <ContactFields {...fields} />
      </div>
    </DraftForm>
  )
}

type Sending = DraftSending<PairDraft, PairingFile | undefined>

async function savePairing({ draft, actionId }: Sending): Promise<{ readonly id: number }> {
  const { confirmedOn } = draft
  const changed =
    draft.isConfirmed && confirmedOn !== undefined
      ? await api.visits.confirmPairing({ actionId, ...pairOf(draft), confirmedOn })
      : await api.visits.proposePairing({ actionId, ...pairOf(draft) })
  return { id: changed.id }
}
