import type { VisitLine } from '@dongzhou/contract/visits'
import { complaints } from './words.ts'

/** A visit as it is being filled in. Money is in yuan here, as people write it, and in fen everywhere else. */
export interface VisitDraft {
  readonly day: string | undefined
  readonly visitors: string
  readonly help: string
  readonly goods: string
  readonly yuan: number | undefined
  readonly findings: string
  readonly because: string
}

export interface VisitComplaints {
  readonly day?: string
  readonly nothingSaid?: string
  readonly because?: string
}

/** An empty form for today's call. */
export function newVisit(day: string | undefined): VisitDraft {
  return { day, visitors: '', help: '', goods: '', yuan: undefined, findings: '', because: '' }
}

/** The form of a visit on file. */
export function draftOfVisit(visit: VisitLine): VisitDraft {
  const { day, visitors, help, goods, money, findings } = visit
  return { day, visitors, help, goods, yuan: money === null ? undefined : money / 100, findings, because: '' }
}

/** What still keeps the form from being sent; the server decides in any case. */
export function visitComplaints(draft: VisitDraft, isCorrection: boolean): VisitComplaints {
  const saysNothing = [draft.help, draft.goods, draft.findings].every((text) => text.trim() === '')
  return {
    ...(draft.day === undefined ? { day: complaints.day } : {}),
    ...(saysNothing && draft.yuan === undefined ? { nothingSaid: complaints.nothingSaid } : {}),
    ...(isCorrection && draft.because.trim().length < 2 ? { because: complaints.because } : {}),
  }
}

/** The visit as the server takes it. */
export function visitOf(draft: VisitDraft) {
  return {
    day: draft.day ?? '',
    visitors: draft.visitors.trim(),
    help: draft.help.trim(),
    goods: draft.goods.trim(),
    // 12.34 times 100 is 1233.9999999999998 in a machine's numbers.
    money: draft.yuan === undefined ? null : Math.round(draft.yuan * 100),
    findings: draft.findings.trim(),
  }
}
