import { rm } from 'node:fs/promises'
import type { Book, SheetHead } from './book.ts'
import { inspectZip, unpack, type ZipContents } from './guard.ts'
import { markedSheet, type SheetMarking } from './mark-rows.ts'
import { MarkStyles } from './mark-styles.ts'
import { type CellComplaint, gatherMarks, type MarkedTable, REASON_TITLE, type RowMarks } from './marks.ts'
import { openBook } from './open-book.ts'
import { DEFAULT_LIMITS, damaged, type SheetLimits } from './refusal.ts'
import { SheetXml } from './sheet-xml.ts'
import { partText, readParts, relationsEntry, type XlsxParts } from './xlsx-parts.ts'
import { STYLES_XML } from './xlsx-style.ts'
import { type WrittenSheet, writeXlsx } from './xlsx-writer.ts'
import { ZipWriter } from './zip-writer.ts'

/** What to mark, and where the marked workbook goes. The original is only read. */
export interface Marking {
  readonly original: string
  /** The file's name as the sender knows it. */
  readonly name: string
  readonly out: string
  readonly complaints: Iterable<CellComplaint>
  readonly tables: readonly MarkedTable[]
  readonly limits?: Partial<SheetLimits>
}

/** The ending the marked file must be given: Excel will not open a workbook with macros under the ending .xlsx. */
export type MarkedEnding = '.xlsx' | '.xlsm'

/**
 * 退回标注 (mark a book): the sender's own workbook with each questioned cell filled and the reasons in a column 问题说明 at the
 * right. The sheet's XML is edited as it streams from one zip to the other, and every other part is copied still packed:
 * hucre's openXlsx/saveXlsx holds the whole book (over 800 MB for 100,000 x 30) and rewrites what it knows of it. Other
 * formats become an xlsx with the same content first. A book marked before is marked anew: old fills and reasons go.
 */
export async function markBook(marking: Marking): Promise<MarkedEnding> {
  const book = await openBook(marking.original, marking.name, marking.limits)
  if (book.format === 'xlsx') return await markXlsx(marking, book)
  const copy = `${marking.out}.part`
  try {
    await writeAsXlsx(book, copy)
    return await markXlsx({ ...marking, original: copy }, await openBook(copy, marking.name, marking.limits))
  } finally {
    await rm(copy, { force: true })
  }
}

async function markXlsx(marking: Marking, book: Book): Promise<MarkedEnding> {
  const limits = { ...DEFAULT_LIMITS, ...marking.limits }
  const zip = await inspectZip(marking.original, limits.unpackedBytes)
  const parts = await readParts(zip)
  const stylesXml = parts.styles === undefined ? STYLES_XML : await partText(zip, parts.styles)
  const styles = new MarkStyles(stylesXml ?? STYLES_XML)
  const sheets = new Map<string, SheetMarking>()
  for (const [index, rows] of gatherMarks(marking.complaints)) {
    const entry = parts.sheets[index]?.entry
    if (entry === undefined) throw new RangeError(`no sheet ${index}`)
    sheets.set(entry, await sheetMarking({ book, index, rows, styles, tables: marking.tables }))
  }
  await rewriteZip({ zip, parts, styles, sheets, unpackedBytes: limits.unpackedBytes }, marking.out)
  const types = await partText(zip, '[Content_Types].xml')
  return types?.includes('macroEnabled') ? '.xlsm' : '.xlsx'
}

interface SheetToMark {
  readonly book: Book
  readonly index: number
  readonly rows: ReadonlyMap<number, RowMarks>
  readonly styles: MarkStyles
  readonly tables: readonly MarkedTable[]
}

async function sheetMarking({ book, index, rows, styles, tables }: SheetToMark): Promise<SheetMarking> {
  const headerRows = new Set(tables.filter((table) => table.sheet === index).map((table) => table.headerRow))
  const head = await book.head(index, 0)
  // A title merged wider than the table may reach over the added column; a merged header must not.
  const acrossHeader = head.merges.filter((merge) =>
    [...headerRows].some((row) => merge.top < row && row <= merge.bottom + 1),
  )
  let width = acrossHeader.reduce((most, merge) => Math.max(most, merge.right + 1), 0)
  let before: number | undefined
  for await (const row of book.rows(index)) {
    width = Math.max(width, row.cells.length)
    const at = headerRows.has(row.number) ? row.cells.indexOf(REASON_TITLE) : -1
    if (at >= 0) before = at
  }
  return { styles, rows, headerRows, reasonColumn: before ?? width, isMarkedAgain: before !== undefined }
}

interface Rewriting {
  readonly zip: ZipContents
  readonly parts: XlsxParts
  readonly styles: MarkStyles
  readonly sheets: ReadonlyMap<string, SheetMarking>
  readonly unpackedBytes: number
}

async function rewriteZip(rewriting: Rewriting, out: string): Promise<void> {
  const { zip, parts, styles, sheets } = rewriting
  const target = new ZipWriter(out)
  try {
    for (const entry of zip.entries.values()) {
      const sheet = sheets.get(entry.name)
      if (sheet)
        await target.add(entry.name, markedSheet(new SheetXml(unpack(zip, entry, rewriting.unpackedBytes)), sheet))
      else if (parts.styles === undefined && isStylesIndex(entry.name, parts))
        await target.addText(entry.name, await withStyles(zip, entry.name))
      else if (entry.name !== parts.styles) await target.copy(zip, entry)
    }
    // Last, because only now is it known which formats the sheets needed.
    await target.addText(parts.styles ?? stylesEntry(parts), styles.xml())
    await target.finish()
  } catch (cause) {
    await target.abandon()
    throw cause
  }
}

function stylesEntry(parts: XlsxParts): string {
  return `${parts.workbook.slice(0, parts.workbook.lastIndexOf('/') + 1)}styles.xml`
}

function isStylesIndex(name: string, parts: XlsxParts): boolean {
  return name === '[Content_Types].xml' || name === relationsEntry(parts.workbook)
}

// Small programs write workbooks without a styles part; it must be named in both lists of the package.
async function withStyles(zip: ZipContents, name: string): Promise<string> {
  const xml = await partText(zip, name)
  if (xml === undefined) throw damaged()
  const { workbook } = await readParts(zip)
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
  return xml
    .replace(
      /<\/(?:[\w.-]+:)?Types>/,
      (end) =>
        `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${folder}styles.xml" ContentType="${kind}"/>${end}`,
    )
    .replace(
      /<\/(?:[\w.-]+:)?Relationships>/,
      (end) =>
        `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="rIdDongzhouStyles" Type="${type}" Target="styles.xml"/>${end}`,
    )
}

async function writeAsXlsx(book: Book, path: string): Promise<void> {
  const sheets: WrittenSheet[] = []
  for (const sheet of book.sheets) {
    const head = await book.head(sheet.index)
    const { name, hidden } = sheet
    sheets.push({ name, hidden, columns: columnsOf(head), rows: book.rows(sheet.index), merges: head.merges })
  }
  await writeXlsx(path, sheets)
}

function columnsOf(head: SheetHead): { readonly width: number; readonly hidden: boolean }[] {
  const count = Math.max(head.columnCount, ...head.widths.keys(), 0)
  return Array.from({ length: Math.min(count, 256) }, (_, column) => ({
    width: head.widths.get(column) ?? 14,
    hidden: head.hiddenColumns.includes(column),
  }))
}
