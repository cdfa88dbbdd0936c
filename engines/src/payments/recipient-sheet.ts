import { fen, yuanText } from '@dongzhou/terms/fen'
import { maskedAccount } from './masking.ts'

/** 发放名单行: what one person gets in a run, and what became of it. Amounts in fen. */
export interface RecipientRow {
  readonly town: string
  readonly village: string
  readonly name: string
  readonly idNumberMasked: string
  readonly benefits: string
  readonly gross: number
  readonly offset: number
  readonly withheld: number
  readonly amount: number
  readonly cancelled: number
  readonly state: string
  readonly note: string
  readonly bank: string
  readonly account: string
  /** 代领人, where the account is somebody else's. */
  readonly payee: string
}

export interface RecipientHead {
  readonly issuer: string
  readonly title: string
  readonly batch: string
  /** Undefined as long as the list is a draft. */
  readonly digest: string | undefined
  readonly isSample: boolean
}

type Cells = readonly (string | number)[]

/** 发放名单 titles, in the order of the cells. */
export const recipientTitles: readonly string[] = [
  '序号',
  '镇（街道）',
  '村（社区）',
  '姓名',
  '身份证号',
  '待遇项目',
  '应发（元）',
  '抵扣追回（元）',
  '按月扣回（元）',
  '实发（元）',
  '已撤销（元）',
  '发放状态',
  '说明',
  '开户银行',
  '收款账号',
  '代领人',
]

/**
 * 发放名单 (recipients of a run): row by row as they come, a subtotal wherever a town ends, the total, and what ties the sheet to its list.
 * The rows come town by town; numbers are masked.
 */
export async function* recipientSheet(
  head: RecipientHead,
  rows: AsyncIterable<RecipientRow> | Iterable<RecipientRow>,
): AsyncGenerator<Cells, void, undefined> {
  let total = nought
  let ofTown = nought
  let town: string | undefined
  for await (const row of rows) {
    if (town !== undefined && town !== row.town) {
      yield sumLine(`${town}小计`, ofTown)
      ofTown = nought
    }
    town = row.town
    total = plus(total, row)
    ofTown = plus(ofTown, row)
    yield lineOf(row, total.people)
  }
  if (town !== undefined) yield sumLine(`${town}小计`, ofTown)
  yield sumLine('合计', total)
  yield* foot(head, total)
}

interface Sums {
  readonly people: number
  readonly gross: number
  readonly offset: number
  readonly withheld: number
  readonly amount: number
  readonly cancelled: number
}

const nought: Sums = { people: 0, gross: 0, offset: 0, withheld: 0, amount: 0, cancelled: 0 }

function plus(sums: Sums, row: RecipientRow): Sums {
  return {
    people: sums.people + 1,
    gross: sums.gross + row.gross,
    offset: sums.offset + row.offset,
    withheld: sums.withheld + row.withheld,
    amount: sums.amount + row.amount,
    cancelled: sums.cancelled + row.cancelled,
  }
}

function amountsOf({ gross, offset, withheld, amount, cancelled }: Omit<Sums, 'people'>): readonly number[] {
  return [gross, offset, withheld, amount, cancelled].map((amountOf) => amountOf / 100)
}

function lineOf(row: RecipientRow, sequence: number): Cells {
  const { town, village, name, idNumberMasked, benefits, state, note, bank, account, payee } = row
  return [
    ...[sequence, town, village, name, idNumberMasked, benefits],
    ...amountsOf(row),
    ...[state, note, bank, maskedAccount(account), payee],
  ]
}

function sumLine(name: string, sums: Sums): Cells {
  return [name, `${sums.people} 人`, '', '', '', '', ...amountsOf(sums), '', '', '', '', '']
}

function foot({ issuer, title, batch, digest, isSample }: RecipientHead, { people, amount }: Sums): readonly Cells[] {
  return [
    [],
    [issuer, title],
    ['批次号', batch, `${people} 人，实发 ${yuanText(fen(amount))} 元`],
    digest === undefined ? ['编制中的名单，尚未锁定，不得据此发放'] : ['名单摘要（SM3）', digest],
    ...(isSample ? [['样例标准，仅供演示，不得据此发放']] : []),
  ]
}
