import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Cell, Merge } from '../cell.ts'
import type { Complaint, ComplaintSeverity, Repair } from '../complaint.ts'
import type { RowValues } from '../ledger.ts'
import type { DivisionIndex } from '../readers/division-index.ts'
import type { ColumnProposal, RememberedMapping } from '../sheet/propose-mapping.ts'

/** good: nothing to say. warned: may be accepted, look again. held: waits in staging. */
export type RowSeverity = 'good' | ComplaintSeverity

export interface DataRow {
  readonly kind: 'data'
  readonly row: number
  readonly values: RowValues
  readonly complaints: readonly Complaint[]
  readonly severity: RowSeverity
  readonly repaired: readonly Repair[]
}

/** 一行的读法 (row reading): what the row is, and for data its values by field with all that is wrong with them. */
export type RowReading =
  | DataRow
  | { readonly kind: 'blank'; readonly row: number }
  | { readonly kind: 'total'; readonly row: number; readonly text: string }
  | { readonly kind: 'note'; readonly row: number; readonly text: string; readonly town: DivisionCode | undefined }
  | {
      readonly kind: 'header'
      readonly row: number
      /** The columns from here on. */
      readonly columns: readonly ColumnProposal[]
      /** The same titles in the same places as before. */
      readonly isRepeated: boolean
    }

/** What the whole sheet needs to be read: today, the divisions, and what is known of the sender. */
export interface ReadingContext {
  readonly today: Day
  readonly divisions: DivisionIndex
  /** The sender's town, for villages written without theirs. */
  readonly within?: DivisionCode | undefined
  /** The sheet's merges, by zero-based rows of the sheet (row number less one). */
  readonly merges?: readonly Merge[]
  readonly remembered?: RememberedMapping
  /** What holds for every row of a sheet that has no column for it: field key to text (a list of 残疾军人 only). */
  readonly constants?: { readonly [field: string]: string }
}

/** 行数 by kind, after the last row. */
export interface RowCounts {
  readonly data: number
  readonly blank: number
  readonly total: number
  readonly note: number
  readonly header: number
}

/** What only the whole sheet can tell: rows that are there twice, each complained of on all its rows. */
export interface SheetReading {
  readonly complaints: readonly Complaint[]
  readonly counts: RowCounts
}

/** 逐行读表 (row reader): one pass, in the sheet's order; row numbers are those the sheet shows, from 1. */
export interface RowReader {
  read(rowNumber: number, cells: readonly Cell[]): RowReading
  finish(): SheetReading
}
