import type { ReportDocument } from '@dongzhou/terms/document'
import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type ReportTables = {
  readonly report: ReportTable
  readonly report_figure: ReportFigureTable
}

export type ReportTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly division_code: string
  readonly title: string
  readonly template: 'half-year'
  readonly year: number
  readonly half: 'first' | 'second'
  readonly cut_off: string
  readonly state: 'draft' | 'finished'
  readonly document: JSONColumnType<ReportDocument, string, string>
  readonly made_by: string
  readonly changed_by: string
  readonly created_at: Date
  readonly changed_at: Date
  readonly finished_at: Date | null
  readonly finished_version: number | null
}

export type ReportFigureTable = {
  readonly report_id: number
  readonly finished_version: number
  readonly figure_id: string
  readonly division_code: string
  readonly indicator: string
  readonly from_day: string
  readonly to_day: string
  readonly unit: string
  readonly value: number | null
  readonly rows: number | null
  readonly missing: 'room-not-built' | 'no-rows' | 'not-permitted' | null
  readonly at: Date
}
