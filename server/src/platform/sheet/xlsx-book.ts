import { type Book, HEAD_ROWS, type SheetHead } from './book.ts'
import { type Merge, placeOf, type SheetRow, withinSheet } from './cell.ts'
import { inspectZip, unpack, type ZipContents } from './guard.ts'
import { damaged, type SheetLimits, tooManyRows } from './refusal.ts'
import { SheetXml } from './sheet-xml.ts'
import { CellReader } from './xlsx-cells.ts'
import { type FormatKind, readFormats, readParts, readTexts, type XlsxParts, type XlsxSheet } from './xlsx-parts.ts'
import { elementsOf, isTrue } from './xml.ts'

interface OpenXlsx {
  readonly zip: ZipContents
  readonly parts: XlsxParts
  readonly formats: readonly FormatKind[]
  readonly texts: readonly string[]
  readonly limits: SheetLimits
}

/**
 * Opens an xlsx. The sheets are read by our own scanner over node:zlib and not by hucre's streamXlsxRows, because that one
 * parses ahead of a slow consumer without bound, buffers the whole file when the sheet stands before the table of texts in
 * the zip (as Excel writes it), builds a tree of that table, and gives neither merges nor the kind of an error.
 */
export async function openXlsx(path: string, name: string, limits: SheetLimits): Promise<Book> {
  const zip = await inspectZip(path, limits.unpackedBytes)
  const parts = await readParts(zip)
  const formats = await readFormats(zip, parts)
  const texts = await readTexts(zip, parts, limits)
  const open: OpenXlsx = { zip, parts, formats, texts, limits }
  return {
    format: 'xlsx',
    name,
    sheets: parts.sheets.map((sheet, index) => ({ index, name: sheet.name, hidden: sheet.hidden })),
    head: (index, rows = HEAD_ROWS) => readHead(open, sheetAt(open, index), rows),
    rows: (index) => readRows(open, sheetAt(open, index)),
  }
}

function sheetAt(open: OpenXlsx, index: number): XlsxSheet {
  const sheet = open.parts.sheets[index]
  if (!sheet) throw new RangeError(`no sheet ${index}`)
  return sheet
}

function sheetXml(open: OpenXlsx, sheet: XlsxSheet): SheetXml {
  const entry = open.zip.entries.get(sheet.entry)
  if (!entry) throw damaged()
  return new SheetXml(unpack(open.zip, entry, open.limits.unpackedBytes))
}

function cellReader(open: OpenXlsx, sheet: XlsxSheet, prefix: string): CellReader {
  const { texts, formats, parts, limits } = open
  return new CellReader({
    sheet: sheet.name,
    prefix,
    texts,
    formats,
    since1904: parts.since1904,
    columns: limits.columns,
  })
}

async function* readRows(open: OpenXlsx, sheet: XlsxSheet): AsyncGenerator<SheetRow, void, undefined> {
  const xml = sheetXml(open, sheet)
  try {
    await xml.preamble()
    const reader = cellReader(open, sheet, xml.prefix)
    let count = 0
    for (let span = xml.nextRow(); span !== undefined; span = xml.nextRow()) {
      if (span === 'more') {
        if (!(await xml.more())) throw damaged()
        continue
      }
      const cells = reader.read(xml.text, span)
      if (cells.length === 0) continue
      if (++count > open.limits.rows) throw tooManyRows(sheet.name, open.limits.rows)
      yield { number: span.number, cells }
    }
    // Reads the little that follows, so that a file cut short or with a false checksum is not taken for whole.
    for await (const _ of xml.rest());
  } finally {
    await xml.close()
  }
}

async function readHead(open: OpenXlsx, sheet: XlsxSheet, most: number): Promise<SheetHead> {
  const xml = sheetXml(open, sheet)
  try {
    const preamble = await xml.preamble()
    const reader = cellReader(open, sheet, xml.prefix)
    const rows: SheetRow[] = []
    while (rows.length < most) {
      const span = xml.nextRow()
      if (span === undefined) break
      if (span === 'more') {
        if (!(await xml.more())) throw damaged()
        continue
      }
      const cells = reader.read(xml.text, span)
      if (cells.length > 0) rows.push({ number: span.number, cells })
    }
    const rowsAtMost = rows.length + (await xml.skipRows())
    if (rowsAtMost > open.limits.rows) await countRows(open, sheet)
    return {
      name: sheet.name,
      rows,
      merges: withinSheet(mergesOf(await textOf(xml)), open.limits.columns),
      ...columnsOf(preamble, open.limits.columns),
      columnCount: rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
      hidden: sheet.hidden,
      rowsAtMost,
    }
  } finally {
    await xml.close()
  }
}

// Rows that are only formatted do not count, so the rough count alone cannot refuse.
async function countRows(open: OpenXlsx, sheet: XlsxSheet): Promise<void> {
  for await (const _ of readRows(open, sheet));
}

const REST_CHARACTERS = 32_000_000

async function textOf(xml: SheetXml): Promise<string> {
  let text = ''
  for await (const piece of xml.rest()) if (text.length < REST_CHARACTERS) text += piece
  return text
}

/** The merges a sheet's closing part names. */
function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = []
  for (const one of elementsOf(xml, 'mergeCell')) {
    const [first = '', last = ''] = (one.get('ref') ?? '').split(':')
    const from = placeOf(first)
    const to = placeOf(last === '' ? first : last)
    if (!from || !to) continue
    merges.push({ top: from.row - 1, left: from.column, bottom: to.row - 1, right: to.column })
  }
  return merges
}

function columnsOf(preamble: string, columns: number): Pick<SheetHead, 'hiddenColumns' | 'widths'> {
  const hiddenColumns: number[] = []
  const widths = new Map<number, number>()
  for (const one of elementsOf(preamble, 'col')) {
    const last = Math.min(Number(one.get('max') ?? 0), columns)
    for (let column = Number(one.get('min') ?? 1); column <= last; column++) {
      if (isTrue(one.get('hidden'))) hiddenColumns.push(column - 1)
      if (one.has('width')) widths.set(column - 1, Number(one.get('width')))
    }
  }
  return { hiddenColumns, widths }
}
