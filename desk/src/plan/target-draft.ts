import type { BoardLine } from '@dongzhou/contract/plan'
import { inUnit, stepsOf } from './figure.ts'
import { targetWords } from './words.ts'

/** A target as it is being changed, in the indicator's own unit. */
export interface TargetDraft {
  readonly value: number | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly document: string
  readonly decidedOn: string | undefined
  readonly reason: string
}

export type TargetComplaints = { readonly [K in 'span' | 'document' | 'decidedOn' | 'reason']?: string }

/** The form as it opens: the target that stands; document and reason are the change's own. */
export function targetDraft({ target, indicator }: BoardLine, year: number, today: string): TargetDraft {
  return {
    value: target ? inUnit(target.value, indicator.unit) : undefined,
    from: target?.from ?? `${year}-01-01`,
    to: target?.to ?? `${year}-12-31`,
    document: '',
    decidedOn: today,
    reason: '',
  }
}

/** What still keeps the form from being sent; the server decides in any case. */
export function targetComplaints(draft: TargetDraft, year: number): TargetComplaints {
  return {
    ...(isWithin(draft, year) ? {} : { span: targetWords.complaintSpan }),
    ...(draft.document.trim().length < 2 ? { document: targetWords.complaintDocument } : {}),
    ...(draft.decidedOn === undefined ? { decidedOn: targetWords.complaintDay } : {}),
    ...(draft.reason.trim().length < 2 ? { reason: targetWords.complaintReason } : {}),
  }
}

function isWithin({ from, to }: TargetDraft, year: number): boolean {
  if (from === undefined || to === undefined) return false
  return from <= to && from >= `${year}-01-01` && to <= `${year}-12-31`
}

/** The change as the server takes it. */
export function targetOf(draft: TargetDraft, unit: string) {
  return {
    target: draft.value === undefined ? null : Math.round(draft.value * stepsOf(unit)),
    ...(draft.from === undefined ? {} : { from: draft.from }),
    ...(draft.to === undefined ? {} : { to: draft.to }),
    document: draft.document.trim(),
    decidedOn: draft.decidedOn ?? '',
    reason: draft.reason.trim(),
  }
}
