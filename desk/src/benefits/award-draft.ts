import { type Benefit, isBenefit } from '@dongzhou/terms/benefit'
import { awardComplaints } from './award-words.ts'

/** A decision as it is being written down. */
export interface AwardDraft {
  readonly benefit: Benefit | undefined
  readonly approved: string | undefined
  /** `2025-03`; undefined where the law says from when. */
  readonly from: string | undefined
  readonly document: string
  readonly years: number | undefined
  readonly because: string
  readonly despiteMissing: boolean
}

export type AwardComplaints = { readonly [K in 'benefit' | 'approved' | 'document' | 'because']?: string }

/** The form as it opens. */
export function awardDraft(benefit: Benefit | undefined, today: string): AwardDraft {
  return {
    benefit,
    approved: today,
    from: undefined,
    document: '',
    years: undefined,
    because: '',
    despiteMissing: false,
  }
}

/** What still keeps the form from being sent; the server decides in any case. */
export function grantComplaints(draft: AwardDraft): AwardComplaints {
  return {
    ...(draft.benefit === undefined ? { benefit: awardComplaints.benefit } : {}),
    ...(draft.approved === undefined ? { approved: awardComplaints.approved } : {}),
    ...textComplaints(draft),
  }
}

/** The decision as the server takes it; undefined while something is missing. */
export function awardOf(draft: AwardDraft) {
  const { benefit, approved, from, years, despiteMissing } = draft
  if (benefit === undefined || approved === undefined) return undefined
  return {
    benefit,
    approved,
    document: draft.document.trim(),
    because: draft.because.trim(),
    despiteMissing,
    ...(from === undefined ? {} : { from }),
    ...(years !== undefined && isByYears(benefit) ? { years } : {}),
  }
}

/** Only what is paid by years of service has years decided. */
export function isByYears(benefit: Benefit | undefined): boolean {
  return benefit === 'rural-veteran-subsidy'
}

/** An end as it is being written down. */
export interface EndDraft {
  readonly lastMonth: string | undefined
  readonly document: string
  readonly because: string
}

export type EndComplaints = { readonly [K in 'lastMonth' | 'document' | 'because']?: string }

export function endComplaints(draft: EndDraft): EndComplaints {
  return {
    ...(draft.lastMonth === undefined ? { lastMonth: awardComplaints.lastMonth } : {}),
    ...textComplaints(draft),
  }
}

/** A benefit named in an address; undefined for nonsense. */
export function benefitNamed(text: unknown): Benefit | undefined {
  return typeof text === 'string' && isBenefit(text) ? text : undefined
}

function textComplaints({ document, because }: Pick<EndDraft, 'document' | 'because'>) {
  return {
    ...(document.trim().length < 2 ? { document: awardComplaints.document } : {}),
    ...(because.trim().length < 2 ? { because: awardComplaints.because } : {}),
  }
}
