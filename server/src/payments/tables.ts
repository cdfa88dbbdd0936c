import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type PaymentsTables = {
  readonly payment_run: RunTable
  readonly payment_line: LineTable
  readonly payment_transfer: TransferTable
  readonly payment_change: ChangeTable
  readonly payment_finding: FindingTable
  readonly payment_file: FileTable
  readonly bank_return: ReturnTable
  readonly recovery: RecoveryTable
  readonly person: {
    readonly id: number
    readonly name: string
    readonly is_alive: boolean
    readonly division_code: string
  }
}

export type RunTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly division_code: string
  readonly kind: 'regular' | 'reissue'
  readonly month: number
  readonly benefits: string[]
  readonly openings: JSONColumnType<Record<string, Record<string, number>>, string, string>
  readonly state: string
  readonly edition: number
  readonly computed_at: Date | null
  readonly job_id: string | null
  readonly is_sample: boolean
  readonly people: number
  readonly list_fen: number
  readonly unknown: number
  readonly unexplained: number
  readonly seen_signature: Generated<number>
  readonly previous_run_id: number | null
  readonly before_fen: number | null
  readonly before_people: number | null
  readonly uncompared: Generated<number>
  readonly digest: string | null
  readonly locked_at: Date | null
  readonly note: string
  readonly created_by: string
  readonly account_id: number | null
  readonly created_at: Date
  readonly changed_at: Date
}

export type LineTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly edition: number
  readonly person_id: number
  readonly division_code: string
  readonly benefit: string
  readonly month: number
  readonly kind: string
  readonly amount_fen: number
  readonly cause: string
  readonly rate_ids: number[]
  readonly rule_version: number
  readonly known_at: Date
}

export type TransferTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly edition: number
  readonly person_id: number
  readonly division_code: string
  readonly month: number
  readonly gross_fen: number
  readonly offset_fen: number
  readonly withheld_fen: number
  readonly amount_fen: number
  readonly bank: string
  readonly holder: string
  readonly account_sealed: string | null
  readonly state: string
  readonly held_because: string | null
  readonly failure: string | null
  readonly failure_text: string | null
  readonly reissue_of: number | null
  readonly cancelled_fen: Generated<number>
  readonly reissued_in: number | null
}

export type ChangeTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly edition: number
  readonly person_id: number
  readonly division_code: string
  readonly change: string
  readonly before_fen: number
  readonly now_fen: number
  readonly causes: string[]
  readonly say: string[]
  readonly is_unexplained: boolean
  readonly note: string | null
  readonly noted_by: string | null
  readonly noted_at: Date | null
}

export type FindingTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly edition: number
  readonly person_id: number
  readonly division_code: string
  readonly check_code: string
  readonly amount_fen: number
  readonly say: string
}

export type FileTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly layout: string
  readonly batch: string
  readonly people: number
  readonly amount_fen: number
  readonly digest: string
  readonly purpose: string
  readonly file_id: string
  readonly actor: string
  readonly at: Date
}

export type ReturnTable = {
  readonly id: Generated<number>
  readonly run_id: number
  readonly file_name: string
  readonly layout: string
  readonly state: 'taken' | 'refused'
  readonly paid_count: number
  readonly paid_fen: number
  readonly failed_count: number
  readonly failed_fen: number
  readonly reasons: JSONColumnType<object, string, string>
  readonly complaints: JSONColumnType<object, string, string>
  readonly actor: string
  readonly at: Date
}

export type RecoveryTable = {
  readonly id: Generated<number>
  readonly version: number
  readonly run_id: number
  readonly person_id: number
  readonly division_code: string
  readonly month: number
  readonly amount_fen: number
  readonly settled_fen: number
  readonly cause: string
  readonly monthly_fen: number | null
  readonly from_month: number | null
  readonly document: string | null
}
