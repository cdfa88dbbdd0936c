import type { Spending } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import { appropriationWords } from './spending-words.ts'

/** What an appropriation is as one looks at it: of the year, or of one benefit. */
export interface SeenAppropriation {
  /** In fen; undefined where none is on file. */
  readonly amount: number | undefined
  readonly version: number
}

/** A change of an appropriation as it is being written down; the amount in yuan. */
export interface AppropriationDraft {
  readonly amount: number | undefined
  readonly document: string
  readonly decidedOn: string | undefined
  readonly reason: string
}

export type AppropriationComplaints = { readonly [K in 'document' | 'decidedOn' | 'reason']?: string }

/** What stands on file for the year, or for one benefit of it. */
export function seenAppropriation(spending: Spending, benefit: Benefit | undefined): SeenAppropriation {
  if (benefit === undefined) return { amount: spending.appropriation?.amount, version: spending.appropriationVersion }
  const line = spending.benefits.find((one) => one.benefit === benefit)
  return { amount: line?.appropriation ?? undefined, version: line?.appropriationVersion ?? 0 }
}

/** The form as it opens: the amount that stands; document and reason are the change's own. */
export function appropriationDraft({ amount }: SeenAppropriation, today: string | undefined): AppropriationDraft {
  return { amount: amount === undefined ? undefined : amount / 100, document: '', decidedOn: today, reason: '' }
}

/** What still keeps the form from being sent; the server decides in any case. */
export function appropriationComplaints(draft: AppropriationDraft): AppropriationComplaints {
  return {
    ...(draft.document.trim().length < 2 ? { document: appropriationWords.complaintDocument } : {}),
    ...(draft.decidedOn === undefined ? { decidedOn: appropriationWords.complaintDay } : {}),
    ...(draft.reason.trim().length < 2 ? { reason: appropriationWords.complaintReason } : {}),
  }
}

/** The change as the server takes it: whole fen. */
export function appropriationOf({ amount, document, decidedOn, reason }: AppropriationDraft) {
  return {
    amount: amount === undefined ? null : Math.round(amount * 100),
    document: document.trim(),
    decidedOn: decidedOn ?? '',
    reason: reason.trim(),
  }
}
