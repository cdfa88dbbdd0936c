import type { Layout, LayoutColumn, TextEncoding } from './layout.ts'
import type { Complaint } from './read-return.ts'

/** One line of a file, taken apart; `where` names it for whoever looks for it. */
export interface FileRecord {
  readonly where: string
  readonly cells: readonly string[]
}

export type FoundRecords =
  | {
      readonly kind: 'read'
      readonly rows: readonly FileRecord[]
      readonly totals: readonly { readonly record: FileRecord; readonly columns: readonly LayoutColumn[] }[]
    }
  | { readonly kind: 'unreadable'; readonly complaint: Complaint }

/** Takes a file apart by a layout: titles, head, rows, foot. What is not of this layout, or cut off, is unreadable. */
export function recordsOf(
  layout: Layout,
  columns: readonly LayoutColumn[],
  bytes: Uint8Array,
  encoding: TextEncoding,
): FoundRecords {
  if (bytes.length === 0) return unreadable('文件', '是空文件。请向银行重新索取。')
  if (countLines(bytes) > MOST_LINES)
    return unreadable('文件', `超过 ${MOST_LINES} 行，不会是一个批次的回盘。请核对是否拿错文件。`)
  try {
    return layout.format === 'csv'
      ? csvRecords(layout, columns, encoding.decode(bytes))
      : fixedRecords(layout, columns, bytes, encoding)
  } catch (error) {
    if (error instanceof RecordTrouble) return unreadable(error.where, error.say)
    if (error instanceof TypeError)
      return unreadable('文件', `不是 ${layout.encoding.toUpperCase()} 编码的文本。请核对文件格式。`)
    throw error
  }
}

// Beyond any batch, and far below what a process can hold: a file of line ends alone would be taken apart into as many records.
const MOST_LINES = 3_000_000
const MOST_CELLS = 200

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** 引用 of a cell in a sentence: enough to find it by, however much it holds. */
export function quoted(text: string | undefined): string {
  if (text === undefined) return '（没有这一列）'
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text
}

const QUOTED = 40

class RecordTrouble extends Error {
  readonly where: string
  readonly say: string

  constructor(where: string, say: string) {
    super('a record cannot be read')
    this.where = where
    this.say = say
  }
}

function unreadable(where: string, say: string): FoundRecords {
  return { kind: 'unreadable', complaint: { where, say } }
}

function csvRecords(layout: Layout, columns: readonly LayoutColumn[], text: string): FoundRecords {
  const plain = text.startsWith('\u{feff}') ? text.slice(1) : text
  if (!plain.endsWith('\n')) throw new RecordTrouble('最后一行', '没有写完，文件可能没有传完。请重新下载。')
  const lines = plain.split(/\r?\n/).slice(0, -1)
  const records = lines.map((line, at) => ({ where: `第 ${at + 1} 行`, cells: csvCells(line, `第 ${at + 1} 行`) }))
  const titles = layout.titles ? records.shift() : undefined
  if (titles) requireTitles(titles, columns, layout)
  const totals = takeTotals(layout, records)
  for (const record of records) requireCells(record, columns.length)
  return { kind: 'read', rows: records, totals }
}

function requireTitles(titles: FileRecord, columns: readonly LayoutColumn[], layout: Layout): void {
  const wanted = columns.map(({ title }) => title)
  const at = wanted.findIndex((title, index) => titles.cells[index] !== title)
  if (at < 0 && titles.cells.length === wanted.length) return
  const column = at < 0 ? wanted.length : at
  throw new RecordTrouble(
    `第 1 行第 ${column + 1} 列`,
    `应为“${wanted[column] ?? '（没有这一列）'}”，现为“${quoted(titles.cells[column])}”。这不是“${layout.name}”的回盘文件，请核对所选格式。`,
  )
}

function requireCells(record: FileRecord, columns: number): void {
  if (record.cells.length === columns) return
  throw new RecordTrouble(
    record.where,
    `有 ${record.cells.length} 列，应为 ${columns} 列。这一行可能被截断，请向银行重新索取文件。`,
  )
}

/** Takes head and foot out of the records. */
function takeTotals(layout: Layout, records: FileRecord[]) {
  const totals: { record: FileRecord; columns: readonly LayoutColumn[] }[] = []
  const take = (columns: readonly LayoutColumn[] | undefined, record: FileRecord | undefined, name: string) => {
    if (columns === undefined) return
    const constant = columns.find(({ field }) => field === 'constant')
    const at = constant === undefined ? -1 : columns.indexOf(constant)
    if (record === undefined || (constant && record.cells[at] !== constant.constant))
      throw new RecordTrouble(name, '没有找到汇总行，文件可能被截断或不是这种格式。请向银行重新索取。')
    requireCells(record, columns.length)
    totals.push({ record, columns })
  }
  if (layout.head) take(layout.head, records.shift(), '第 1 行')
  if (layout.foot) take(layout.foot, records.pop(), '最后一行')
  return totals
}

function csvCells(line: string, where: string): readonly string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    const isQuoted = line[at] === '"'
    const end = isQuoted ? endOfQuoted(line, at, where) : (indexOrEnd(line, at) as number)
    if (cells.length === MOST_CELLS)
      throw new RecordTrouble(where, `有 ${MOST_CELLS} 列以上，不会是回盘的一行。请核对是否拿错文件。`)
    const raw = line.slice(at, end)
    cells.push(isQuoted ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim())
    if (end >= line.length) return cells
    at = end + 1
  }
}

function indexOrEnd(line: string, from: number): number {
  const comma = line.indexOf(',', from)
  return comma < 0 ? line.length : comma
}

function endOfQuoted(line: string, from: number, where: string): number {
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue
    if (line[at + 1] === '"') at += 1
    else return at + 1
  }
  throw new RecordTrouble(where, '引号没有成对，这一行可能被截断。请向银行重新索取文件。')
}

function fixedRecords(
  layout: Layout,
  columns: readonly LayoutColumn[],
  bytes: Uint8Array,
  encoding: TextEncoding,
): FoundRecords {
  const lines = linesOf(bytes)
  const totals: { record: FileRecord; columns: readonly LayoutColumn[] }[] = []
  const rows: FileRecord[] = []
  for (const [at, line] of lines.entries()) {
    const own = at === 0 && layout.head ? layout.head : at === lines.length - 1 && layout.foot ? layout.foot : columns
    const record = fixedRecord(line, own, { where: `第 ${at + 1} 行`, layout, encoding })
    if (own === columns) rows.push(record)
    else totals.push({ record, columns: own })
  }
  return { kind: 'read', rows, totals }
}

// In GB18030 no byte of a character of several is a line end: lines may be parted before decoding.
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.at(-1) !== 10) throw new RecordTrouble('最后一行', '没有写完，文件可能没有传完。请重新下载。')
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from)
    lines.push(bytes.subarray(from, bytes[end - 1] === 13 ? end - 1 : end))
    from = end + 1
  }
  return lines
}

function fixedRecord(
  line: Uint8Array,
  columns: readonly LayoutColumn[],
  { where, layout, encoding }: { readonly where: string; readonly layout: Layout; readonly encoding: TextEncoding },
): FileRecord {
  const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  if (line.length !== width)
    throw new RecordTrouble(
      where,
      `长 ${line.length} 字节，“${layout.name}”应为 ${width} 字节。这一行被截断，或不是这种格式，请向银行重新索取。`,
    )
  let from = 0
  const cells = columns.map((column) => {
    const text = encoding.decode(line.subarray(from, from + (column.width ?? 0)))
    from += column.width ?? 0
    return column.align === 'right' && column.pad === '0' ? text.replace(/^0+(?=\d)/, '') : text.trim()
  })
  const wrong = columns.findIndex(({ field, constant }, at) => field === 'constant' && cells[at] !== constant)
  if (wrong >= 0)
    throw new RecordTrouble(
      where,
      `开头应为“${columns[wrong]?.constant}”，现为“${quoted(cells[wrong])}”。不是“${layout.name}”的文件，请核对所选格式。`,
    )
  return { where, cells }
}
