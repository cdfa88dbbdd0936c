import type { Merge, SheetRow } from './cell.ts'

/** 工作表 (sheet) of an opened book. */
export interface SheetName {
  readonly index: number
  readonly name: string
  readonly hidden: boolean
}

/** 表头一带 (head): the first rows with content, and what of the sheet's layout tells where its header is. */
export interface SheetHead {
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  /** 0-based columns the sender hid. */
  readonly hiddenColumns: readonly number[]
  /** 列宽 by 0-based column, in characters, where the file says. */
  readonly widths: ReadonlyMap<number, number>
  /** The widest of the rows read here. */
  readonly columnCount: number
  readonly hidden: boolean
  /** Never fewer than the sheet's rows with content: the whole of a progress bar. */
  readonly rowsAtMost: number
}

/** 表格文件的实际格式, by content, whatever the ending says. */
export type BookFormat = 'xlsx' | 'xls' | 'html' | 'xml-2003' | 'csv'

/** 工作簿 (book): an opened spreadsheet of any format. It keeps no file open between calls. */
export interface Book {
  readonly format: BookFormat
  readonly name: string
  readonly sheets: readonly SheetName[]
  /** The first rows with content and the layout; refuses a sheet over the limits before anything is worked on. */
  head(sheetIndex: number, rows?: number): Promise<SheetHead>
  /** Every row with content, in order; empty rows are passed over, so watch `number`. Only the rows at hand are in memory. */
  rows(sheetIndex: number): AsyncIterable<SheetRow>
}

/** How many rows `head` gives when nobody says. */
export const HEAD_ROWS = 60
