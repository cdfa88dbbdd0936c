import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type ActivityTables = {
  readonly activity_series: SeriesTable
  readonly activity_event: EventTable
}

export type SeriesTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: string[]
  readonly planned: number | null
  readonly state: Generated<'open' | 'withdrawn'>
  readonly division_code: string
  readonly source: JSONColumnType<object, string, string>
  readonly created_at: Date
  readonly changed_at: Date
}

export type EventTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly series_id: number
  readonly division_code: string
  readonly title: string
  readonly day: string
  readonly day_precision: Generated<string>
  readonly state: string
  readonly place: string
  readonly host: string
  readonly partners: JSONColumnType<PartnerColumn[], string, string>
  readonly attendance: number | null
  readonly counting: string | null
  readonly proof: string
  readonly proof_file_id: string | null
  readonly remark: string
  readonly cancelled_because: string | null
  readonly source: JSONColumnType<object, string, string>
  readonly scheduled_source: JSONColumnType<object, string, string | null> | null
  readonly batch_version: number | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_because: string | null
  readonly created_at: Date
  readonly changed_at: Date
}

export type PartnerColumn = {
  readonly name: string
  readonly organisationId: number | null
}
