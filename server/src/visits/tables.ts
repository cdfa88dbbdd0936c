import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type VisitTables = {
  readonly pairing_scheme: SchemeTable
  readonly pairing: PairingTable
  readonly pairing_visit: VisitTable
}

export type SchemeTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly year: number
  readonly title: string
  readonly division_code: string
  readonly source: JSONColumnType<object, string, string>
  readonly created_at: Date
}

export type PairingTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly scheme_id: number
  readonly organisation_id: number
  readonly person_id: number
  readonly division_code: string
  readonly contact_name: string
  readonly contact_phone_sealed: string | null
  readonly planned_visits: number | null
  readonly state: string
  readonly confirmed_on: string | null
  readonly ended_on: string | null
  readonly ended_because: string | null
  readonly help: string
  readonly remark: string
  readonly source: JSONColumnType<object, string, string>
  readonly batch_version: number | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_because: string | null
  readonly created_at: Date
  readonly changed_at: Date
}

export type VisitTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly pairing_id: number
  readonly division_code: string
  readonly day: string
  readonly day_precision: Generated<string>
  readonly visitors: string
  readonly help: string
  readonly goods: string
  readonly money_fen: number | null
  readonly findings: string
  readonly source: JSONColumnType<object, string, string>
  readonly batch_version: number | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_because: string | null
  readonly created_at: Date
  readonly changed_at: Date
}
