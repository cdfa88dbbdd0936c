import { createReadStream } from 'node:fs'
import { type Book, HEAD_ROWS, type SheetHead } from './book.ts'
import type { Cell, SheetRow } from './cell.ts'
import { CsvRows } from './csv-rows.ts'
import { damaged, notASpreadsheet, type SheetLimits, tooManyColumns, tooManyRows } from './refusal.ts'
import { findTextEncoding, type TextEncoding } from './text-encoding.ts'

interface OpenCsv {
  readonly path: string
  readonly name: string
  readonly encoding: TextEncoding
  readonly limits: SheetLimits
}

/** Opens a CSV: UTF-8 with or without a mark, GB18030 or UTF-16; comma, tab, semicolon or bar between the cells. */
export async function openCsv(path: string, name: string, limits: SheetLimits): Promise<Book> {
  const open: OpenCsv = { path, name: name.replace(/\.[^.]*$/, ''), encoding: await findTextEncoding(path), limits }
  await refuseGibberish(open)
  return {
    format: 'csv',
    name,
    sheets: [{ index: 0, name: open.name, hidden: false }],
    head: (index, rows = HEAD_ROWS) => readHead(open, onlySheet(index), rows),
    rows: (index) => readRows(open, onlySheet(index)),
  }
}

function onlySheet(index: number): number {
  if (index !== 0) throw new RangeError(`no sheet ${index}`)
  return index
}

async function* readRows(open: OpenCsv, _index: number): AsyncGenerator<SheetRow, void, undefined> {
  let rows: CsvRows | undefined
  let count = 0
  for await (const { text, isLast } of piecesOf(open)) {
    rows ??= new CsvRows(delimiterOf(text))
    rows.add(text, isLast)
    for (let cells = rows.next(); cells !== undefined; cells = rows.next()) {
      const content = contentOf(cells, open)
      if (content.length === 0) continue
      if (++count > open.limits.rows) throw tooManyRows(open.name, open.limits.rows)
      yield { number: rows.rowNumber, cells: content }
    }
  }
  if (rows?.isInsideQuotes) throw damaged(undefined, `第 ${rows.rowNumber + 1} 行的引号没有成对`)
}

function contentOf(cells: readonly Cell[], open: OpenCsv): readonly Cell[] {
  const last = cells.findLastIndex((cell) => cell !== undefined)
  if (last >= open.limits.columns) throw tooManyColumns(open.name, open.limits.columns)
  return last + 1 === cells.length ? cells : cells.slice(0, last + 1)
}

async function readHead(open: OpenCsv, index: number, most: number): Promise<SheetHead> {
  const rows: SheetRow[] = []
  const rowsAtMost = open.encoding.lineEnds + 1
  for await (const row of readRows(open, index)) {
    if (rows.length < most) rows.push(row)
    // Past the head only a sheet that may be over the limit is read on, so that it is refused here.
    else if (rowsAtMost <= open.limits.rows) break
  }
  const columnCount = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  return {
    name: open.name,
    rows,
    merges: [],
    hiddenColumns: [],
    widths: new Map(),
    columnCount,
    hidden: false,
    rowsAtMost,
  }
}

async function* piecesOf(
  open: OpenCsv,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }, void, undefined> {
  const decoder = new TextDecoder(open.encoding.label)
  for await (const piece of createReadStream(open.path, { highWaterMark: 64 * 1024 })) {
    const bytes: Buffer = piece
    yield { text: decoder.decode(bytes, { stream: true }), isLast: false }
  }
  yield { text: decoder.decode(), isLast: true }
}

// In a text that is none, one character in a hundred or more has no meaning in GB18030.
async function refuseGibberish(open: OpenCsv): Promise<void> {
  for await (const { text } of piecesOf(open)) {
    const unknown = text.match(/\uFFFD|(?![\t\n\r])\p{Cc}/gu)?.length ?? 0
    if (unknown * 100 > text.length) throw notASpreadsheet('乱码或二进制文件')
    return
  }
}

/** The separator that stands most often, outside quotes, in the first lines. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 20)
    .join('\n')
  let best = ','
  let most = 0
  for (const delimiter of [',', '\t', ';', '|']) {
    const count = lines.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}
