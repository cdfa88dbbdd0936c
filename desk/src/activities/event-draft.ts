import type { EventFile } from '@dongzhou/contract/activities'
import { complaints } from './words.ts'

export type Counting = 'list' | 'counter' | 'estimate' | 'not-counted'

/** What a form of an event is for. `hold` records a planned event as held. */
export type EventPurpose = 'schedule' | 'record' | 'hold' | 'correct'

/** An event as it is being filled in. */
export interface EventDraft {
  readonly seriesId: number | undefined
  readonly title: string
  readonly day: string | undefined
  readonly place: string
  readonly division: string | undefined
  readonly host: string
  readonly partners: readonly string[]
  readonly remark: string
  readonly attendance: number | undefined
  readonly counting: Counting | undefined
  readonly proof: string
  readonly proofFileId: string | undefined
  readonly because: string
}

export type EventComplaints = { readonly [K in keyof EventDraft]?: string }

/** An empty form; what is already known of the clerk or of the ledger's filters is filled in. */
export function newDraft(known: Partial<EventDraft>): EventDraft {
  return {
    seriesId: undefined,
    title: '',
    day: undefined,
    place: '',
    division: undefined,
    host: '',
    partners: [],
    remark: '',
    attendance: undefined,
    counting: undefined,
    proof: '',
    proofFileId: undefined,
    because: '',
    ...known,
  }
}

/** The form of an event on file. */
export function draftOf(event: EventFile): EventDraft {
  return {
    seriesId: event.seriesId,
    title: event.title,
    day: event.day,
    place: event.place,
    division: event.division.code,
    host: event.host,
    partners: event.partners.map(({ name }) => name),
    remark: event.remark,
    attendance: event.attendance ?? undefined,
    counting: event.counting ?? undefined,
    proof: event.proof,
    proofFileId: event.proofFileId ?? undefined,
    because: '',
  }
}

/** Is attendance asked for: of what was held, or is being recorded as held? */
export function asksEvidence(purpose: EventPurpose, state: EventFile['state'] | undefined): boolean {
  return purpose === 'record' || purpose === 'hold' || (purpose === 'correct' && state === 'held')
}

/** What still keeps a form from being sent, by field; the server decides in any case. */
export function complaintsOf(
  draft: EventDraft,
  form: { readonly purpose: EventPurpose; readonly hasEvidence: boolean; readonly today: string },
): EventComplaints {
  return {
    ...(draft.seriesId === undefined ? { seriesId: complaints.series } : {}),
    ...(draft.title.trim().length < 2 ? { title: complaints.title } : {}),
    ...dayComplaint(draft, form),
    ...(draft.division === undefined ? { division: complaints.division } : {}),
    ...(form.hasEvidence ? evidenceComplaint(draft) : {}),
    ...(form.purpose === 'correct' && draft.because.trim().length < 2 ? { because: complaints.because } : {}),
  }
}

function dayComplaint(draft: EventDraft, form: { readonly hasEvidence: boolean; readonly today: string }) {
  if (draft.day === undefined) return { day: complaints.day }
  return form.hasEvidence && draft.day > form.today ? { day: complaints.future } : {}
}

function evidenceComplaint({ counting, attendance }: EventDraft): EventComplaints {
  if (counting === undefined) return { counting: complaints.counting }
  if (counting !== 'not-counted' && attendance === undefined) return { attendance: complaints.attendance }
  return {}
}

type KnownPartners = readonly { readonly name: string; readonly organisationId: number | null }[]

/** What every action on an event takes. A partner that was linked to an organisation before stays linked. */
export function placedOf(draft: EventDraft, known: KnownPartners) {
  return {
    seriesId: draft.seriesId ?? 0,
    title: draft.title.trim(),
    day: draft.day ?? '',
    place: draft.place.trim(),
    division: draft.division ?? '',
    host: draft.host.trim(),
    partners: draft.partners.map((name) => ({
      name,
      organisationId: known.find((partner) => partner.name === name)?.organisationId ?? null,
    })),
    remark: draft.remark.trim(),
  }
}

/** The count and the proof. Not counted means no number, whatever was typed before. */
export function evidenceOf(draft: EventDraft) {
  return {
    attendance: draft.counting === undefined || draft.counting === 'not-counted' ? null : (draft.attendance ?? null),
    proof: draft.proof.trim(),
    proofFileId: draft.proofFileId ?? null,
  }
}
