import type { PairingFile } from '@dongzhou/contract/visits'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { type PairComplaints, type PairDraft, pairComplaints, pairDraft, pairOf } from './pair-draft.ts'
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
  const [draft, setDraft] = useState(() => pairDraft(schemeId, proposal, today))
  const [isSent, setSent] = useState(false)
  const found = pairComplaints(draft)
  const complaints: PairComplaints = isSent ? found : {}
  const action = useAction(save, ({ id }) => {
    onClose()
    void message.success(proposal ? pairingLabels.confirmedDone : pairingLabels.added)
    if (proposal === undefined) open(`/visits/pairings/${id}`)
  })

  function send(): void {
    setSent(true)
    if (Object.keys(found).length === 0) action.act({ draft })
  }

  const fields = {
    draft,
    complaints,
    proposal,
    onChange: (part: Partial<PairDraft>) => setDraft({ ...draft, ...part }),
  }
  return (
    <PlainForm onSubmit={send}>
      <div className="form-grid">
        <PairFields {...fields} />
        <ContactFields {...fields} />
      </div>
      <FormEnd
        verb={proposal ? pairingLabels.confirmVerb : pairingLabels.add}
        isBusy={action.isBusy}
        onCancel={onClose}
        complaint={action.trouble?.say}
      />
    </PlainForm>
  )
}

async function save(input: { readonly draft: PairDraft; readonly actionId: string }): Promise<{ readonly id: number }> {
  const { draft, actionId } = input
  const { confirmedOn } = draft
  const changed =
    draft.isConfirmed && confirmedOn !== undefined
      ? await api.visits.confirmPairing({ actionId, ...pairOf(draft), confirmedOn })
      : await api.visits.proposePairing({ actionId, ...pairOf(draft) })
  return { id: changed.id }
}
