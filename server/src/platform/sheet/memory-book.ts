import { type Book, type BookFormat, HEAD_ROWS, type SheetHead } from './book.ts'
import { type Merge, type SheetRow, withinSheet } from './cell.ts'
import { damaged, type SheetLimits, tooManyColumns, tooManyRows } from './refusal.ts'

/** A sheet that its format forces us to read whole. */
export interface WholeSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  /** Widths in characters, where the format keeps them. */
  readonly widths: ReadonlyMap<number, number>
}

/** A book whose sheets are in memory already: xls, HTML and XML 2003. */
export function bookOfWholeSheets(
  format: BookFormat,
  name: string,
  { sheets, limits }: { readonly sheets: readonly WholeSheet[]; readonly limits: SheetLimits },
): Book {
  if (sheets.length === 0) throw damaged()
  const sheetAt = (index: number): WholeSheet => {
    const sheet = sheets[index]
    if (!sheet) throw new RangeError(`no sheet ${index}`)
    refuseOverLimits(sheet, limits)
    return sheet
  }
  return {
    format,
    name,
    sheets: sheets.map((sheet, index) => ({ index, name: sheet.name, hidden: sheet.hidden })),
    head: async (index, rows = HEAD_ROWS) => headOf(sheetAt(index), rows, limits.columns),
    rows: (index) => rowsOf(sheetAt(index)),
  }
}

function headOf(sheet: WholeSheet, most: number, columns: number): SheetHead {
  const rows = sheet.rows.slice(0, most)
  return {
    name: sheet.name,
    rows,
    merges: withinSheet(sheet.merges, columns),
    hiddenColumns: sheet.hiddenColumns,
    widths: sheet.widths,
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
    hidden: sheet.hidden,
    rowsAtMost: sheet.rows.length,
  }
}

async function* rowsOf(sheet: WholeSheet): AsyncGenerator<SheetRow, void, undefined> {
  yield* sheet.rows
}

function refuseOverLimits(sheet: WholeSheet, limits: SheetLimits): void {
  if (sheet.rows.length > limits.rows) throw tooManyRows(sheet.name, limits.rows)
  if (sheet.rows.some((row) => row.cells.length > limits.columns)) throw tooManyColumns(sheet.name, limits.columns)
}
