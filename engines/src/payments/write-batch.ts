import { plainYuan } from './amounts.ts'
import {
  type BankBatch,
  type BankRow,
  type Layout,
  type LayoutColumn,
  LayoutOverflow,
  type TextEncoding,
} from './layout.ts'

/** What is written beside a row of a return file: the bank's answer. Batches that go out have none. */
export interface RowAnswer {
  readonly outcome: string
  readonly reason: string
}

/**
 * 写银行文件: a batch as the bytes of a layout. Throws LayoutOverflow where a text does not fit: cutting a name or an account would pay
 * somebody else.
 */
export function writeBatch(layout: Layout, batch: BankBatch, encoding: TextEncoding): Uint8Array {
  return written(layout, batch, encoding, undefined)
}

/** The same batch as a bank sends it back, an answer to each row: for the demo bank and for tests. */
export function writeReturn(
  layout: Layout,
  batch: BankBatch,
  encoding: TextEncoding,
  answers: readonly RowAnswer[],
): Uint8Array {
  return written(layout, batch, encoding, answers)
}

function written(
  layout: Layout,
  batch: BankBatch,
  encoding: TextEncoding,
  answers: readonly RowAnswer[] | undefined,
): Uint8Array {
  const columns = answers === undefined ? layout.row : [...layout.row, ...(layout.returns?.columns ?? [])]
  const records: string[] = []
  const line = (from: readonly LayoutColumn[], source: Source) => records.push(recordOf(layout, from, source, encoding))
  if (layout.titles) records.push(csvLine(columns.map(({ title }) => title)))
  if (layout.head) line(layout.head, { batch, row: undefined, at: 0, answer: undefined })
  for (const [at, row] of batch.rows.entries()) line(columns, { batch, row, at, answer: answers?.[at] })
  if (layout.foot) line(layout.foot, { batch, row: undefined, at: 0, answer: undefined })
  return encoding.encode(records.map((record) => record + layout.lineEnd).join(''))
}

interface Source {
  readonly batch: BankBatch
  readonly row: BankRow | undefined
  readonly at: number
  readonly answer: RowAnswer | undefined
}

function recordOf(layout: Layout, columns: readonly LayoutColumn[], source: Source, encoding: TextEncoding): string {
  const where = source.row === undefined ? '汇总行' : `第 ${source.at + 1} 笔`
  const texts = columns.map((column) => textOf(column, source))
  for (const [at, text] of texts.entries())
    if (/[\r\n]/.test(text)) throw new LayoutOverflow(`${where}“${columns[at]?.title}”`, '内容中有换行，请先更正。')
  if (layout.format === 'csv') {
    for (const [at, text] of texts.entries())
      if (startsFormula(text)) throw new LayoutOverflow(`${where}“${columns[at]?.title}”`, formulaSay)
    return csvLine(texts)
  }
  return columns.map((column, at) => padded(column, texts[at] ?? '', { where, encoding })).join('')
}

// A table is opened in spreadsheets, at the bank too, and one that begins so is carried out there. No name, account or amount of ours does.
function startsFormula(text: string): boolean {
  return /^[=+\-@\t]/.test(text)
}

const formulaSay = '内容以 =、+、-、@ 开头，表格软件会当作公式执行。请先更正户名或开户银行。'

function textOf(column: LayoutColumn, { batch, row, at, answer }: Source): string {
  const total = () => batch.rows.reduce((sum, { amount }) => sum + amount, 0)
  switch (column.field) {
    case 'sequence':
      return String(at + 1)
    case 'batch':
      return batch.batch
    case 'issuer':
      return batch.issuer
    case 'count':
      return String(batch.rows.length)
    case 'total-fen':
      return String(total())
    case 'total-yuan':
      return plainYuan(total())
    case 'constant':
      return column.constant ?? ''
    case 'outcome':
      return answer?.outcome ?? ''
    case 'reason':
      return answer?.reason ?? ''
    default:
      return row === undefined ? '' : textOfRow(column.field, row)
  }
}

function textOfRow(
  field: 'reference' | 'name' | 'id-number' | 'bank' | 'account' | 'note' | 'amount-fen' | 'amount-yuan',
  row: BankRow,
): string {
  switch (field) {
    case 'amount-fen':
      return String(row.amount)
    case 'amount-yuan':
      return plainYuan(row.amount)
    case 'id-number':
      return row.idNumber
    default:
      return row[field]
  }
}

function padded(
  { title, width = 0, align = 'left', pad = ' ' }: LayoutColumn,
  text: string,
  { where, encoding }: { readonly where: string; readonly encoding: TextEncoding },
): string {
  const bytes = encoding.encode(text).length
  if (bytes > width)
    throw new LayoutOverflow(
      `${where}“${title}”`,
      `内容为 ${bytes} 字节，超过该格式的 ${width} 字节，请改用其他格式或更正。`,
    )
  const filling = pad.repeat(width - bytes)
  return align === 'right' ? filling + text : text + filling
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
