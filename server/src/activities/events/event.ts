import { type Day, day, type Precision } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { FactSource } from '@dongzhou/terms/fact'
import type { PartnerColumn } from '../tables.ts'

export type EventState = 'planned' | 'held' | 'cancelled'
export type Counting = 'list' | 'counter' | 'estimate' | 'not-counted'

/** 活动 (event) as the table keeps it. */
export interface ActivityEvent {
  readonly id: number
  readonly version: number
  readonly seriesId: number
  readonly division: DivisionCode
  readonly title: string
  readonly day: Day
  readonly precision: Precision
  readonly state: EventState
  readonly place: string
  readonly host: string
  readonly partners: readonly PartnerColumn[]
  readonly attendance: number | undefined
  readonly counting: Counting | undefined
  readonly proof: string
  readonly proofFileId: string | undefined
  readonly remark: string
  readonly cancelledBecause: string | undefined
  readonly source: FactSource
}

/** What an event says, without its id and its state in the table. */
export type EventContent = Omit<ActivityEvent, 'id' | 'version' | 'cancelledBecause' | 'source'>

export const eventColumns = [
  'id',
  'version',
  'series_id',
  'division_code',
  'title',
  'day',
  'day_precision',
  'state',
  'place',
  'host',
  'partners',
  'attendance',
  'counting',
  'proof',
  'proof_file_id',
  'remark',
  'cancelled_because',
  'source',
] as const

export interface EventRow {
  readonly id: number
  readonly version: number
  readonly series_id: number
  readonly division_code: string
  readonly title: string
  readonly day: string
  readonly day_precision: string
  readonly state: string
  readonly place: string
  readonly host: string
  readonly partners: PartnerColumn[]
  readonly attendance: number | null
  readonly counting: string | null
  readonly proof: string
  readonly proof_file_id: string | null
  readonly remark: string
  readonly cancelled_because: string | null
  readonly source: object
}

export function toEvent(row: EventRow): ActivityEvent {
  return {
    id: row.id,
    version: row.version,
    seriesId: row.series_id,
    division: divisionCode(row.division_code),
    title: row.title,
    day: day(row.day),
    precision: row.day_precision as Precision,
    state: row.state as EventState,
    place: row.place,
    host: row.host,
    partners: row.partners,
    attendance: row.attendance ?? undefined,
    counting: (row.counting as Counting | null) ?? undefined,
    proof: row.proof,
    proofFileId: row.proof_file_id ?? undefined,
    remark: row.remark,
    cancelledBecause: row.cancelled_because ?? undefined,
    source: row.source as FactSource,
  }
}

export function toContentColumns(content: EventContent) {
  return {
    series_id: content.seriesId,
    division_code: content.division,
    title: content.title,
    day: content.day,
    day_precision: content.precision,
    state: content.state,
    place: content.place,
    host: content.host,
    partners: JSON.stringify(content.partners),
    attendance: content.attendance ?? null,
    counting: content.counting ?? null,
    proof: content.proof,
    proof_file_id: content.proofFileId ?? null,
    remark: content.remark,
  }
}
