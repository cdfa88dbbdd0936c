import type { Cell } from '../cell.ts'
import { type Complaint, complain, type Flaw, held, type Place } from '../complaint.ts'
import { findField, type Ledger, type RowValues } from '../ledger.ts'
import { isNothing, nothing, type Value } from '../reader.ts'
import type { MappedColumn } from './column-readers.ts'
import { checkRow } from './cross-checks.ts'
import { severityOf, townFor } from './read-data-row.ts'
import type { ReadingContext, RowSeverity } from './row-reading.ts'

/** Where the corrected cell stands, and the rest of its row, against which it is checked again. */
export interface FixContext extends ReadingContext {
  readonly row: number
  readonly column: number
  /** The title over the column in the sheet; the field's own when left out. */
  readonly title?: string
  readonly values?: RowValues
  /** The sheet's columns, so that a complaint about a neighbouring cell stands on that cell. */
  readonly columns?: readonly MappedColumn[]
}

/** 改正结果: the value as it is now read, and what is still wrong with it. */
export interface FixedValue {
  readonly value: Value | undefined
  readonly complaints: readonly Complaint[]
  readonly severity: RowSeverity
  readonly repaired: string | undefined
}

/** Reads one corrected cell as it would be read in the sheet, with the checks that look at its field. */
export function fixValue(ledger: Ledger, key: string, text: Cell, context: FixContext): FixedValue | undefined {
  const field = findField(ledger, key)
  if (!field) return undefined
  const title = context.title ?? field.title
  const place: Place = { row: context.row, column: context.column, field: key, title }
  const { today, divisions } = context
  const within = townFor(field, context.values ?? {}, context.within)
  const setting = { today, divisions, within, columnTitle: title }
  const reading = isNothing(text) ? nothing : field.reader.read(text, setting)
  const flaws: Flaw[] = [...reading.flaws]
  if (field.required && reading.value === undefined && flaws.length === 0) {
    flaws.push(held('required-missing', `必填，现为空。${field.help}`))
  }
  const values = { ...context.values, [key]: reading.value }
  const complaints = flaws.map((flaw) => complain(place, flaw))
  for (const check of checkRow(ledger.checks, values, today)) {
    complaints.push(complain(placeOf(check.field, place, context), check.flaw))
  }
  return { value: reading.value, complaints, severity: severityOf(complaints), repaired: reading.repaired }
}

function placeOf(key: string, fixed: Place, { columns }: FixContext): Place {
  if (key === fixed.field) return fixed
  const column = columns?.find(({ field }) => field === key)
  return column ? { row: fixed.row, column: column.index, field: key, title: column.title } : { ...fixed, field: key }
}
