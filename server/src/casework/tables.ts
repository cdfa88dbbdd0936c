import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type CaseworkTables = {
  readonly case_file: CaseFileTable
  readonly case_event: CaseEventTable
  readonly case_paper: CasePaperTable
  readonly calendar_year: CalendarYearTable
}

export type CaseFileTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly procedure_code: string
  readonly procedure_version: number
  readonly person_id: number
  readonly division_code: string
  readonly is_single: boolean
  readonly on_behalf: string
  readonly answers_sealed: string
  readonly stands_at: string
  readonly end_kind: string | null
  readonly authority: string | null
  readonly entered_on: string
  readonly assignee_id: number | null
  readonly due_on: string | null
  readonly lacks_calendar: number | null
  readonly begun_on: string
  readonly created_at: Date
  readonly changed_at: Date
}

export type CaseEventTable = {
  readonly case_id: number
  readonly seq: number
  readonly division_code: string
  readonly on_day: string
  readonly at: Date
  readonly by_whom: string
  readonly by_name: string
  readonly event: JSONColumnType<object, string, string>
  readonly because_sealed: string | null
}

export type CasePaperTable = {
  readonly case_id: number
  readonly code: string
  readonly division_code: string
  readonly received_on: string
  readonly received_by: string
  readonly file_id: string | null
}

export type CalendarYearTable = {
  readonly year: number
  readonly version: Generated<number>
  readonly document: string
  readonly rest: readonly string[]
  readonly work: readonly string[]
  readonly recorded_by: string
  readonly recorded_at: Date
}
