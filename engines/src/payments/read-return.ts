import type { FailureReason } from '@dongzhou/terms/payment'
import { fenOfDigits, fenOfYuan } from './amounts.ts'
import type { BankBatch, BankRow, ColumnField, Layout, LayoutColumn, ReturnLayout, TextEncoding } from './layout.ts'
import { type FileRecord, quoted, recordsOf } from './records.ts'

/** 回盘结果 of one transfer. */
export interface Outcome {
  readonly reference: string
  readonly isPaid: boolean
  readonly reason: FailureReason | undefined
  /** The bank's own words. */
  readonly words: string
}

/** 指出的问题: where in the file, and what to do. */
export interface Complaint {
  readonly where: string
  readonly say: string
}

/** What went out, with the references that earlier files have answered. */
export interface SentBatch extends BankBatch {
  readonly answered?: ReadonlySet<string>
}

/** A file is taken whole or not at all; `waiting` transfers are answered by none yet. */
export type ReadReturn =
  | { readonly kind: 'taken'; readonly outcomes: readonly Outcome[]; readonly waiting: number }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] }

/**
 * 读回盘文件: reads what a bank sent back and holds every line against what was sent: the batch, the account, the name, the amount, the
 * totals. One difference or one foreign line refuses the file: nothing of it counts. Several banks answer in several files: one that counts
 * its own lines may be a part of the batch; without a count nobody could tell a part from a file that was cut off.
 */
export function readReturn(layout: Layout, bytes: Uint8Array, sent: SentBatch, encoding: TextEncoding): ReadReturn {
  if (layout.returns === undefined) throw new RangeError(`the layout ${layout.code} has no returns`)
  if (bytes.length > largestReturn(sent)) return tooLarge(sent)
  const columns = [...layout.row, ...layout.returns.columns]
  const found = recordsOf(layout, columns, bytes, encoding)
  if (found.kind === 'unreadable') return { kind: 'refused', complaints: [found.complaint] }
  const complaints: Complaint[] = []
  const answered = sent.answered ?? new Set()
  const outcomes = new Map<string, Outcome>()
  const rows = new Map(sent.rows.map((row) => [row.reference, row]))
  for (const record of found.rows) {
    const trouble = troubleOf(record, columns, { rows, sent, seen: outcomes, answered })
    if (trouble !== undefined) complaints.push(trouble)
    else takeOutcome(record, columns, layout.returns, { outcomes, complaints })
  }
  complaints.push(...troubleOfTotals(found.totals, found.rows, columns, sent))
  const absent = [...rows.keys()].filter((one) => !outcomes.has(one) && !answered.has(one))
  if (complaints.length === 0) complaints.push(...troubleOfWhole(layout, absent, outcomes.size))
  return complaints.length > 0
    ? { kind: 'refused', complaints }
    : { kind: 'taken', outcomes: [...outcomes.values()], waiting: absent.length }
}

/** 回盘最大字节数 for a batch of so many rows: a line of any bank is some hundreds of bytes. What is larger need not even be read. */
export function largestReturn({ rows }: Pick<BankBatch, 'rows'>): number {
  return 64 * 1024 + rows.length * 2048
}

/** The answer to a file that is larger than that. */
export function tooLarge({ rows }: Pick<BankBatch, 'rows'>): ReadReturn {
  const say = `本批次送盘 ${rows.length} 笔，回盘不会有这么大。请核对是否拿错文件。`
  return { kind: 'refused', complaints: [{ where: '文件', say }] }
}

/** What is wrong with a file whose every line is right: nothing in it, or too little of what waits. */
function troubleOfWhole(layout: Layout, absent: readonly string[], found: number): readonly Complaint[] {
  if (absent.length > 0 && !countsItself(layout)) return [missing(absent, found)]
  return found === 0 ? [{ where: '文件', say: '里面一笔也没有。请向银行索取有明细的回盘文件。' }] : []
}

interface Ground {
  readonly rows: ReadonlyMap<string, BankRow>
  readonly sent: BankBatch
  readonly seen: ReadonlyMap<string, Outcome>
  readonly answered: ReadonlySet<string>
}

/** What is wrong with a line, held against what was sent; undefined when it is ours, unchanged and new. */
function troubleOf(record: FileRecord, columns: readonly LayoutColumn[], ground: Ground): Complaint | undefined {
  const at = (field: ColumnField) => cellOf(record, columns, field)
  const complain = (say: string) => ({ where: record.where, say })
  const batch = at('batch')
  if (batch !== undefined && batch !== ground.sent.batch)
    return complain(`批次号为“${quoted(batch)}”，不是本批次的“${ground.sent.batch}”。请向银行索取本批次的回盘文件。`)
  const reference = at('reference') ?? ''
  const row = ground.rows.get(reference)
  if (row === undefined) return complain(`业务编号“${quoted(reference)}”不在本批次中。请核对是否拿错文件。`)
  if (ground.seen.has(reference)) return complain(`业务编号“${reference}”重复出现。请向银行重新索取文件。`)
  if (ground.answered.has(reference))
    return complain(`业务编号“${reference}”已在先前导入的回盘中处理。请核对是否重复导入。`)
  return differsFrom(row, at)
    ? complain(`${differsFrom(row, at)}与送盘不一致。文件可能被改动，请向银行重新索取。`)
    : undefined
}

function differsFrom(row: BankRow, at: (field: ColumnField) => string | undefined): string | undefined {
  const [inFen, inYuan] = [at('amount-fen'), at('amount-yuan')]
  if (inFen !== undefined && fenOfDigits(inFen) !== row.amount) return '金额'
  if (inYuan !== undefined && fenOfYuan(inYuan) !== row.amount) return '金额'
  if ((at('account') ?? row.account) !== row.account) return '账号'
  if ((at('name') ?? row.name) !== row.name) return '户名'
  if ((at('id-number') ?? row.idNumber) !== row.idNumber) return '身份证号'
  return undefined
}

function takeOutcome(
  record: FileRecord,
  columns: readonly LayoutColumn[],
  returns: ReturnLayout,
  { outcomes, complaints }: { readonly outcomes: Map<string, Outcome>; readonly complaints: Complaint[] },
): void {
  const answer = cellOf(record, columns, 'outcome') ?? ''
  const words = cellOf(record, columns, 'reason') ?? ''
  const reference = cellOf(record, columns, 'reference') ?? ''
  const isPaid = returns.paid.includes(answer)
  if (!isPaid && !returns.failed.includes(answer)) {
    const say = answer === '' ? '没有处理结果' : `不认识的处理结果“${quoted(answer)}”`
    complaints.push({
      where: record.where,
      say: `${say}。应为 ${[...returns.paid, ...returns.failed].join('、')} 之一。`,
    })
    return
  }
  outcomes.set(reference, { reference, isPaid, reason: isPaid ? undefined : reasonOf(words, returns), words })
}

/** 退汇原因 by the bank's words; whatever nobody has met before is `other`, its words are kept. */
export function reasonOf(words: string, { reasons }: Pick<ReturnLayout, 'reasons'>): FailureReason {
  const isMeant = (word: string) => (isCode(word) ? word === words.trim() : words.includes(word))
  return reasons.find((one) => one.words.some(isMeant))?.reason ?? 'other'
}

// A code is never looked for inside words: 01 stands in many an account number.
function isCode(word: string): boolean {
  return /^\d+$/.test(word)
}

/** Head and foot say how many and how much: by what was sent, and by the lines themselves. */
function troubleOfTotals(
  totals: readonly { readonly record: FileRecord; readonly columns: readonly LayoutColumn[] }[],
  rows: readonly FileRecord[],
  columns: readonly LayoutColumn[],
  sent: BankBatch,
): readonly Complaint[] {
  return totals.flatMap(({ record, columns: own }) => {
    const at = (field: ColumnField) => cellOf(record, own, field)
    const complain = (say: string) => [{ where: record.where, say }]
    const batch = at('batch')
    if (batch !== undefined && batch !== sent.batch)
      return complain(`批次号为“${quoted(batch)}”，不是本批次的“${sent.batch}”。请向银行索取本批次的回盘文件。`)
    const count = at('count')
    if (count !== undefined && fenOfDigits(count) !== rows.length)
      return complain(`笔数写明 ${quoted(count)} 笔，文件里有 ${rows.length} 笔。请向银行重新索取文件。`)
    const total = totalOf(at)
    const sum = rows.reduce((all, row) => all + (amountOf(row, columns) ?? 0), 0)
    return total === undefined || total === sum ? [] : complain('总金额与各笔之和不相等。请向银行重新索取文件。')
  })
}

function totalOf(at: (field: ColumnField) => string | undefined): number | undefined {
  const [inFen, inYuan] = [at('total-fen'), at('total-yuan')]
  if (inFen !== undefined) return fenOfDigits(inFen) ?? -1
  return inYuan === undefined ? undefined : (fenOfYuan(inYuan) ?? -1)
}

function amountOf(record: FileRecord, columns: readonly LayoutColumn[]): number | undefined {
  const [inFen, inYuan] = [cellOf(record, columns, 'amount-fen'), cellOf(record, columns, 'amount-yuan')]
  return inFen === undefined ? fenOfYuan(inYuan ?? '') : fenOfDigits(inFen)
}

function cellOf(record: FileRecord, columns: readonly LayoutColumn[], field: ColumnField): string | undefined {
  const at = columns.findIndex((column) => column.field === field)
  return at < 0 ? undefined : record.cells[at]
}

function countsItself({ head = [], foot = [] }: Layout): boolean {
  return [...head, ...foot].some(({ field }) => field === 'count')
}

function missing(absent: readonly string[], found: number): Complaint {
  const shown = absent.slice(0, 3).join('、')
  return {
    where: '文件',
    say: `待回盘 ${absent.length + found} 笔，文件里只有 ${found} 笔，缺业务编号 ${shown}${absent.length > 3 ? ' 等' : ''}。请向银行索取完整文件。`,
  }
}
