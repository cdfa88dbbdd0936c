import type { StockItemView, StockMoveView } from '@dongzhou/contract/payments-stock'
import { App } from 'antd'
import { api } from '../../api.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useMe } from '../../session/use-session.ts'
import { quantityText } from './quantity.ts'
import { type StockDraft, stockComplaints, stockDraft } from './stock-draft.ts'
import { DayField, QuantityField, StockFields } from './stock-fields.tsx'
import { moveWords } from './stock-words.ts'

/** What somebody wants to do with the store. */
export type StockWish =
  | { readonly kind: 'in' | 'issue' | 'loss'; readonly item: StockItemView }
  | { readonly kind: 'return'; readonly move: StockMoveView }

interface StockDialogProps {
  readonly wish: StockWish | undefined
  readonly onClose: () => void
}

const titles: { readonly [K in StockWish['kind']]: string } = {
  in: moveWords.inTitle,
  issue: moveWords.issueTitle,
  loss: moveWords.lossTitle,
  return: moveWords.returnTitle,
}

/** 入库、领用、报损、退回. */
export function StockDialog({ wish, onClose }: StockDialogProps) {
  return (
    <FormDialog isOpen={wish !== undefined} title={wish === undefined ? '' : titleOf(wish)} onClose={onClose} isWide>
      {wish?.kind === 'return' && <ReturnForm move={wish.move} onClose={onClose} />}
      {wish !== undefined && wish.kind !== 'return' && <MoveForm kind={wish.kind} item={wish.item} onClose={onClose} />}
    </FormDialog>
  )
}

function titleOf(wish: StockWish): string {
  return `${titles[wish.kind]}：${wish.kind === 'return' ? wish.move.itemName : wish.item.name}`
}

const verbs = { in: moveWords.in, issue: moveWords.issue, loss: moveWords.loss } as const

interface MoveFormProps {
  readonly kind: 'in' | 'issue' | 'loss'
  readonly item: StockItemView
  readonly onClose: () => void
}

function MoveForm({ kind, item, onClose }: MoveFormProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const work = useDraft({
    first: stockDraft(kind, item, today),
    seen: undefined,
    complaintsOf: (draft: StockDraft) => stockComplaints(kind, item, draft),
    run: ({ actionId, draft }) => sendMove(kind, item, { ...draft, actionId }),
    onDone: () => {
      onClose()
      void message.success(moveWords.done)
    },
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={verbs[kind]} onClose={onClose}>
      <div className="form-grid">
        <StockFields kind={kind} item={item} draft={draft} complaints={complaints} onChange={change} />
      </div>
    </DraftForm>
  )
}

function sendMove(kind: MoveFormProps['kind'], item: StockItemView, draft: StockDraft & { readonly actionId: string }) {
  const { actionId, quantity = 0, budgetLine, campaign, on = '' } = draft
  const base = { actionId, itemId: item.id, quantity, budgetLine: budgetLine.trim(), campaign: campaign.trim(), on }
  const [document, note] = [draft.document.trim(), draft.note.trim()]
  switch (kind) {
    case 'in':
      return api.payments.recordStockIn({
        ...base,
        document,
        note,
        move: draft.move,
        unitPrice: draft.unitPrice ?? null,
      })
    case 'issue':
      return api.payments.issueStock({
        ...base,
        note,
        receiver: { kind: draft.receiverKind, id: draft.receiver?.id ?? 0 },
        signedBy: draft.signedBy.trim(),
        proofFileId: draft.proofFileId ?? null,
      })
    case 'loss':
      return api.payments.recordStockLoss({ ...base, document, note, version: item.version })
  }
}

interface ReturnDraft {
  readonly quantity: number | undefined
  readonly on: string | undefined
  readonly note: string
}

type ReturnComplaints = { readonly [K in keyof ReturnDraft]?: string }

function returnComplaints({ quantity, on, note }: ReturnDraft): ReturnComplaints {
  return {
    ...(quantity === undefined || quantity < 1 ? { quantity: moveWords.quantityWrong } : {}),
    ...(on === undefined ? { on: moveWords.onWrong } : {}),
    ...(note.trim().length < 2 ? { note: moveWords.becauseWrong } : {}),
  }
}

function ReturnForm({ move, onClose }: { readonly move: StockMoveView; readonly onClose: () => void }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const issued = Math.abs(move.quantity)
  const counted = { kind: move.unit === '元' ? ('money' as const) : ('goods' as const), unit: move.unit }
  const work = useDraft<ReturnDraft, undefined, ReturnComplaints, unknown>({
    first: { quantity: issued, on: today, note: '' },
    seen: undefined,
    complaintsOf: returnComplaints,
    run: ({ actionId, draft: { quantity = 0, on = '', note } }) =>
      api.payments.returnStock({ actionId, moveId: move.id, quantity, on, note: note.trim() }),
    onDone: () => {
      onClose()
      void message.success(moveWords.done)
    },
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={moveWords.return} onClose={onClose}>
      <p>{`${moveWords.from}：${move.receiver?.name ?? ''} ${quantityText(issued, counted)}`}</p>
      <div className="form-grid">
        <QuantityField
          counted={counted}
          value={draft.quantity}
          complaint={complaints.quantity}
          onChange={(quantity) => change({ quantity })}
        />
        <DayField value={draft.on} complaint={complaints.on} onChange={(on) => change({ on })} />
        <TextField
          label={moveWords.because}
          most={200}
          isWide
          value={draft.note}
          complaint={complaints.note}
          onChange={(note) => change({ note })}
        />
      </div>
    </DraftForm>
  )
}
