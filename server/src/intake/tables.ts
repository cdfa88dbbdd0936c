import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type IntakeTables = {
  readonly intake_batch: {
    readonly id: string
    readonly version: Generated<number>
    readonly division_code: string
    readonly account_id: number | null
    readonly file_id: string
    readonly file_name: string
    readonly sender: string
    readonly state: string
    readonly refusal: string | null
    readonly fault: string | null
    readonly job_id: string | null
    readonly created_at: Date
    readonly changed_at: Date
  }
  readonly intake_sheet: {
    readonly batch_id: string
    readonly sheet: number
    readonly division_code: string
    readonly name: string
    readonly is_hidden: boolean
    readonly ledger: string | null
    readonly why: string
    readonly header_bottom: number | null
    readonly columns_sealed: string
    readonly counts: JSONColumnType<object, string, string>
  }
  readonly intake_chunk: {
    readonly batch_id: string
    readonly sheet: number
    readonly number: number
    readonly division_code: string
    readonly first_row: number
    readonly last_row: number
    readonly rows: number
    readonly held: number
    readonly forecast: JSONColumnType<object, string, string>
    readonly sealed: Uint8Array
  }
  readonly intake_complaint: {
    readonly id: Generated<number>
    readonly batch_id: string
    readonly sheet: number
    readonly row: number
    readonly column: number
    readonly division_code: string
    readonly field: string
    readonly code: string
    readonly severity: string
    readonly say: string
  }
  readonly intake_match: {
    readonly batch_id: string
    readonly sheet: number
    readonly row: number
    readonly person_id: number
    readonly division_code: string
    readonly band: string
    readonly score: number
    readonly reasons: JSONColumnType<object, string, string>
    readonly decided: string | null
  }
  readonly intake_outcome: {
    readonly batch_id: string
    readonly sheet: number
    readonly row: number
    readonly division_code: string
    readonly outcome: string
    readonly person_id: number | null
    readonly record_id: number | null
    readonly added: number
    readonly disagreeing: number
    readonly why: string | null
    readonly at: Date
  }
  readonly intake_mapping: {
    readonly sender: string
    readonly ledger: string
    readonly division_code: string
    readonly titles: JSONColumnType<object, string, string>
    readonly changed_at: Date
  }
}
