import type { PairingFile } from '@dongzhou/contract/visits'
import type { Picked } from './organisation-picker.tsx'
import { complaints } from './words.ts'

/** A pairing as it is being filled in. */
export interface PairDraft {
  readonly schemeId: number | undefined
  readonly person: Picked | undefined
  readonly organisation: Picked | undefined
  readonly contactName: string
  readonly contactPhone: string
  readonly plannedVisits: number | undefined
  readonly remark: string
  /** Has the organisation agreed? A proposal has no day. */
  readonly isConfirmed: boolean
  readonly confirmedOn: string | undefined
}

export type PairComplaints = { readonly [K in keyof PairDraft]?: string }

/** An empty form, or that of a proposal that is to be confirmed. */
export function pairDraft(schemeId: number | undefined, proposal: PairingFile | undefined, today: string): PairDraft {
  const known = proposal
    ? {
        person: proposal.person,
        organisation: proposal.organisation,
        contactName: proposal.contactName,
        plannedVisits: proposal.plannedVisits ?? undefined,
        remark: proposal.remark,
      }
    : { person: undefined, organisation: undefined, contactName: '', plannedVisits: undefined, remark: '' }
  return { schemeId, contactPhone: '', isConfirmed: true, confirmedOn: today, ...known }
}

/** What still keeps the form from being sent; the server decides in any case. */
export function pairComplaints(draft: PairDraft): PairComplaints {
  return {
    ...(draft.schemeId === undefined ? { schemeId: complaints.scheme } : {}),
    ...(draft.person === undefined ? { person: complaints.person } : {}),
    ...(draft.organisation === undefined ? { organisation: complaints.organisation } : {}),
    ...(draft.isConfirmed && draft.confirmedOn === undefined ? { confirmedOn: complaints.confirmedOn } : {}),
  }
}

/** The pairing as the server takes it. */
export function pairOf(draft: PairDraft) {
  return {
    schemeId: draft.schemeId ?? 0,
    organisationId: draft.organisation?.id ?? 0,
    personId: draft.person?.id ?? 0,
    contactName: draft.contactName.trim(),
    contactPhone: draft.contactPhone.trim(),
    plannedVisits: draft.plannedVisits ?? null,
    remark: draft.remark.trim(),
  }
}
