import { type Day, partsOf } from '@dongzhou/terms/day'
import { utils, type WorkBook, write } from '@e965/xlsx'
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'

/** What a cell of a sample holds: a text, a number, or a real date. */
export type SheetCell = string | number | { readonly day: Day } | undefined

/** A merged area, rows and columns from 0, both ends included. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as it will be written. */
export interface SheetDraft {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges: readonly MergedArea[]
  readonly widths: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly isHidden: boolean
}

// A fixed moment, so that the same seed writes the same bytes on any day.
const savedAt = new Date(Date.UTC(2025, 5, 30, 8, 0, 0))

/** The sheets as an .xlsx workbook. */
export function xlsxOf(sheets: readonly SheetDraft[]): Promise<Uint8Array> {
  const properties = { creator: '退役军人服务站', created: savedAt, modified: savedAt }
  return writeXlsx({ properties, sheets: sheets.map(xlsxSheet) })
}

/** The sheets as an old .xls workbook (BIFF8), as some town offices still send them. */
export function xlsOf(sheets: readonly SheetDraft[]): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const draft of sheets) {
    const sheet = utils.aoa_to_sheet(draft.rows.map((row) => row.map(xlsCell)))
    sheet['!merges'] = draft.merges.map((it) => ({ s: { r: it.top, c: it.left }, e: { r: it.bottom, c: it.right } }))
    sheet['!cols'] = draft.widths.map((wch, column) => ({ wch, hidden: draft.hiddenColumns.includes(column) }))
    utils.book_append_sheet(book, sheet, draft.name)
  }
  return write(book, { bookType: 'biff8', type: 'buffer' })
}

function xlsxSheet(draft: SheetDraft): WriteSheet {
  const columns = draft.widths.map((width, at) => ({ width, hidden: draft.hiddenColumns.includes(at) }))
  return {
    name: draft.name,
    hidden: draft.isHidden,
    columns,
    rows: draft.rows.map((row) => row.map(xlsxCell)),
    merges: draft.merges.map((it) => ({
      startRow: it.top,
      startCol: it.left,
      endRow: it.bottom,
      endCol: it.right,
    })),
  }
}

function xlsxCell(cell: SheetCell): CellValue {
  if (cell === undefined) return null
  return typeof cell === 'object' ? instantOf(cell.day) : cell
}

// The serial number with a date format: the library would shift a Date by the time zone of the machine.
function xlsCell(cell: SheetCell): unknown {
  if (typeof cell !== 'object') return cell ?? null
  return { t: 'n', v: serialOf(cell.day), z: 'yyyy/m/d' }
}

/** The number that Excel keeps for a day (1900 system, days after February 1900). */
export function serialOf(on: Day): number {
  return Math.round(instantOf(on).getTime() / 86_400_000) + 25_569
}

function instantOf(on: Day): Date {
  const { year, month, dayOfMonth } = partsOf(on)
  return new Date(Date.UTC(year, month - 1, dayOfMonth))
}
