import { readFile } from 'node:fs/promises'
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { type BiffLayout, type BiffSheet, readBiffLayout } from './biff.ts'
import type { Book, BookFormat } from './book.ts'
import { type Cell, cellOfSerial, cellOfText, cellOfUtc, type Merge, type SheetRow } from './cell.ts'
import { bookOfWholeSheets, type WholeSheet } from './memory-book.ts'
import { findOleStreams } from './ole.ts'
import { damaged, notASpreadsheet, passwordProtected, type SheetLimits } from './refusal.ts'
import { decodeWhole } from './text-encoding.ts'
import { kindOfFormat } from './xlsx-parts.ts'

/** Opens an .xls: BIFF8 with hucre (twice as fast, two thirds of the memory), BIFF5 and older with @e965/xlsx. */
export async function openXls(path: string, name: string, limits: SheetLimits): Promise<Book> {
  const bytes = await readFile(path)
  const layout = layoutOf(bytes)
  if (layout?.isEncrypted) throw passwordProtected()
  const sheets = layout?.isBiff8
    ? await readBiff8(bytes, layout)
    : await readWithFallback(bytes, { layout, codepage: 936 })
  return bookOfWholeSheets('xls', name, { sheets, limits })
}

/** Opens an HTML table or an XML 2003 workbook saved as .xls, as government sites hand them out. */
export async function openMarkup(path: string, name: string, setting: MarkupSetting): Promise<Book> {
  const text = decodeWhole(await readFile(path))
  if (setting.format === 'html' && !/<table[\s>]/i.test(text)) throw notASpreadsheet('没有表格的网页')
  // In HTML every cell is a text: read as numbers, an ID number would lose its last digits.
  const sheets = await readWithFallback(text, { raw: setting.format === 'html' })
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw notASpreadsheet('没有表格的网页')
  return bookOfWholeSheets(setting.format, name, { sheets, limits: setting.limits })
}

/** Which markup it is, and how much of it may be read. */
export interface MarkupSetting {
  readonly format: Extract<BookFormat, 'html' | 'xml-2003'>
  readonly limits: SheetLimits
}

// Excel 2 to 4 wrote no OLE wrapper: the records are the file.
function layoutOf(bytes: Buffer): BiffLayout | undefined {
  if (bytes.readUInt32BE(0) !== 0xd0cf11e0) return undefined
  const streams = findOleStreams(bytes)
  try {
    const stream = (streams?.get('Workbook') ?? streams?.get('Book'))?.()
    if (!stream) throw damaged()
    return readBiffLayout(stream)
  } catch (cause) {
    throw damaged(cause)
  }
}

async function readBiff8(bytes: Buffer, layout: BiffLayout): Promise<WholeSheet[]> {
  const { readXls } = await import('hucre/xlsx')
  const workbook = await readXls(bytes).catch((cause: unknown) => {
    throw damaged(cause)
  })
  return workbook.sheets.map((sheet, index) => ({
    name: sheet.name,
    ...layoutOfSheet(layout.sheets[index]),
    rows: rowsWithContent(sheet.rows.map((row) => row.map(cellOfHucre))),
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
  }))
}

function cellOfHucre(value: string | number | boolean | Date | null): Cell {
  if (value === null) return undefined
  if (typeof value === 'string') return cellOfText(value)
  if (!(value instanceof Date)) return value
  if (value.getUTCFullYear() >= 1900) return cellOfUtc(value)
  return value.toISOString().slice(11, 16)
}

interface FallbackSetting extends ParsingOptions {
  readonly layout?: BiffLayout | undefined
}

async function readWithFallback(source: Buffer | string, setting: FallbackSetting): Promise<WholeSheet[]> {
  const { layout, ...options } = setting
  const workbook = await parseWithFallback(source, options)
  return workbook.SheetNames.map((name, index) => {
    const sheet = workbook.Sheets[name] ?? {}
    const since1904 = workbook.Workbook?.WBProps?.date1904 === true
    return {
      name,
      ...layoutOfSheet(layout?.sheets[index]),
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: rowsWithContent(
        gridOf(sheet).map((row) => Array.from(row ?? [], (cell) => cellOfSheetJs(cell, since1904))),
      ),
      merges: mergesOf(sheet),
    }
  })
}

async function parseWithFallback(source: Buffer | string, options: ParsingOptions): Promise<WorkBook> {
  const library = await import('@e965/xlsx')
  // BIFF5 keeps its texts in the code page of the sender's Windows: 936 is Chinese.
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  try {
    const type = typeof source === 'string' ? 'string' : 'buffer'
    return library.read(source, { ...options, type, dense: true, cellNF: true, cellText: false, cellHTML: false })
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) throw passwordProtected()
    throw damaged(cause)
  }
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

// `dense` keeps the cells in an array of rows, which the published types know only by index access.
function gridOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  const grid: unknown = sheet['!data']
  // A hostile `colspan` or `ss:Index` makes arrays of a thousand million holes; no sheet of Excel is larger than this.
  const rows: unknown[] = Array.isArray(grid) ? grid.slice(0, LAST_ROW) : []
  return Array.from(rows, (row) => (Array.isArray(row) ? row.slice(0, LAST_COLUMN) : undefined))
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}

function cellOfSheetJs(cell: CellObject | undefined, since1904: boolean): Cell {
  if (cell === undefined || cell === null) return undefined
  const { v: value } = cell
  if (cell.t === 'e') return { error: ERRORS[Number(value)] ?? '#N/A' }
  if (value instanceof Date) return cellOfUtc(value)
  if (typeof value === 'string') return cellOfText(value)
  if (typeof value !== 'number') return value
  const kind = typeof cell.z === 'string' ? kindOfFormat(cell.z) : 'plain'
  return kind === 'plain' || (kind === 'time' && value >= 1) ? value : cellOfSerial(value, kind === 'day' && since1904)
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function layoutOfSheet(sheet: BiffSheet | undefined): BiffSheet {
  return sheet ?? { hidden: false, hiddenColumns: [], widths: new Map() }
}

function rowsWithContent(grid: readonly Cell[][]): SheetRow[] {
  const rows: SheetRow[] = []
  for (const [index, cells] of grid.entries()) {
    const last = cells.findLastIndex((cell) => cell !== undefined)
    if (last >= 0) rows.push({ number: index + 1, cells: cells.slice(0, last + 1) })
  }
  return rows
}
