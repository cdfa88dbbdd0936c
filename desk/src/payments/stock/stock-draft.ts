import type { StockItemView } from '@dongzhou/contract/payments-stock'
import { quantityText } from './quantity.ts'
import { moveWords } from './stock-words.ts'

/** Something on file that receives goods, as a field keeps it. */
export interface Receiver {
  readonly id: number
  readonly name: string
}

/** 入库、领用、报损 as they are filled in: one form, of which each shows its part. */
export interface StockDraft {
  readonly move: 'purchase' | 'donation'
  /** In the item's unit; of money in fen. */
  readonly quantity: number | undefined
  readonly unitPrice: number | undefined
  readonly budgetLine: string
  readonly campaign: string
  readonly on: string | undefined
  readonly document: string
  readonly receiverKind: 'person' | 'household' | 'organisation'
  readonly receiver: Receiver | undefined
  readonly signedBy: string
  /** 签收单, a photograph or a scan. */
  readonly proofFileId: string | undefined
  readonly note: string
}

export type StockComplaints = { readonly [K in keyof StockDraft]?: string }

type Kind = 'in' | 'issue' | 'loss'

/** An empty form; where there is one lot only, it is from that one. */
export function stockDraft(kind: Kind, item: StockItemView, today: string): StockDraft {
  const lot = kind !== 'in' && item.lots.length === 1 ? item.lots[0] : undefined
  return {
    move: 'purchase',
    quantity: undefined,
    unitPrice: undefined,
    budgetLine: lot?.budgetLine ?? '',
    campaign: lot?.campaign ?? '',
    on: today,
    document: '',
    receiverKind: 'person',
    receiver: undefined,
    signedBy: '',
    proofFileId: undefined,
    note: '',
  }
}

/** What still keeps it from being sent; the server decides in any case. */
export function stockComplaints(kind: Kind, item: StockItemView, draft: StockDraft): StockComplaints {
  return {
    ...common(kind, item, draft),
    ...(kind === 'in' ? ofIn(draft) : kind === 'issue' ? ofIssue(draft) : ofLoss(draft)),
  }
}

function common(kind: Kind, item: StockItemView, draft: StockDraft): StockComplaints {
  const quantity = quantityComplaint(kind, item, draft)
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(draft.budgetLine.trim().length < 2
      ? { budgetLine: kind === 'in' ? moveWords.budgetWrong : moveWords.lotWrong }
      : {}),
    ...(draft.on === undefined ? { on: moveWords.onWrong } : {}),
  }
}

function quantityComplaint(kind: Kind, item: StockItemView, draft: StockDraft): string | undefined {
  const { quantity } = draft
  if (quantity === undefined || quantity < 1 || !Number.isInteger(quantity)) {
    return item.kind === 'money' ? moveWords.amountWrong : moveWords.quantityWrong
  }
  const lot = lotOf(item, draft)
  return kind !== 'in' && lot !== undefined && quantity > lot.quantity
    ? moveWords.short(quantityText(lot.quantity, item))
    : undefined
}

/** The lot that a draft takes from. */
export function lotOf(item: StockItemView, { budgetLine, campaign }: Pick<StockDraft, 'budgetLine' | 'campaign'>) {
  return item.lots.find((lot) => lot.budgetLine === budgetLine && lot.campaign === campaign)
}

function ofIn({ campaign, document }: StockDraft): StockComplaints {
  return {
    ...(campaign.trim().length < 2 ? { campaign: moveWords.campaignWrong } : {}),
    ...(document.trim().length < 2 ? { document: moveWords.documentWrong } : {}),
  }
}

function ofIssue({ receiver, receiverKind, signedBy }: StockDraft): StockComplaints {
  return {
    ...(receiver === undefined ? { receiver: receiverWrong[receiverKind] } : {}),
    ...(signedBy.trim().length < 2 ? { signedBy: moveWords.signedWrong } : {}),
  }
}

const receiverWrong: { readonly [K in StockDraft['receiverKind']]: string } = {
  person: moveWords.personWrong,
  household: moveWords.householdWrong,
  organisation: moveWords.organisationWrong,
}

function ofLoss({ document, note }: StockDraft): StockComplaints {
  return {
    ...(document.trim().length < 2 ? { document: moveWords.documentWrong } : {}),
    ...(note.trim().length < 2 ? { note: moveWords.becauseWrong } : {}),
  }
}
