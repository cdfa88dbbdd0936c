import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { Fault } from '../../platform/fault.ts'
import { findFile } from '../../platform/file.sql.ts'
import type { Setting } from '../../platform/setting.ts'
import { findSeries } from '../series/series.sql.ts'
import type { PartnerColumn } from '../tables.ts'
import type { Counting, EventContent, EventState } from './event.ts'
import { hasSameEvent } from './events.sql.ts'

/** An event as a clerk writes it on a form. */
export interface EventForm {
  readonly seriesId: number
  readonly title: string
  readonly day: Day
  readonly place: string
  readonly division: DivisionCode
  readonly host: string
  readonly partners: readonly PartnerColumn[]
  readonly remark: string
}

export interface Evidence {
  readonly attendance: number | null
  readonly counting: Counting | null
  readonly proof: string
  readonly proofFileId: string | null
}

export const noEvidence: Evidence = { attendance: null, counting: null, proof: '', proofFileId: null }

/**
 * What a form comes to, held against the rules: held means on a day gone by, with a count or the word that nobody
 * counted; the proof is on file; the same event is not there already.
 */
export async function contentOf(
  setting: Setting,
  form: EventForm,
  evidence: Evidence,
  standing: { readonly state: EventState; readonly own: number | undefined },
): Promise<EventContent> {
  if (!(await findSeries(setting, form.seriesId))) throw new Fault('activities.series-not-found')
  if (standing.state === 'held') requireHeld(setting, form, evidence)
  else if (evidence.counting !== null || evidence.attendance !== null) throw new Fault('activities.event-not-held')
  if (evidence.proofFileId !== null && !(await findFile(setting, evidence.proofFileId)))
    throw new Fault('activities.proof-not-found')
  const content: EventContent = {
    seriesId: form.seriesId,
    division: form.division,
    title: form.title,
    day: form.day,
    precision: 'day',
    state: standing.state,
    place: form.place,
    host: form.host,
    partners: form.partners,
    attendance: evidence.attendance ?? undefined,
    counting: evidence.counting ?? undefined,
    proof: evidence.proof,
    proofFileId: evidence.proofFileId ?? undefined,
    remark: form.remark,
  }
  if (await hasSameEvent(setting, content, standing.own)) throw new Fault('activities.event-exists')
  return content
}

function requireHeld(setting: Setting, form: EventForm, { attendance, counting }: Evidence): void {
  if (form.day > setting.today) throw new Fault('activities.event-not-over')
  const isCounted = counting !== null && counting !== 'not-counted'
  if (counting === null || isCounted !== (attendance !== null)) throw new Fault('activities.event-not-counted')
}
