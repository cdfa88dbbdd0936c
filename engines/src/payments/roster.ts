import { fen, yuanText } from '@dongzhou/terms/fen'
import { maskedAccount } from './masking.ts'

/** 花名册行 of the paper roster. */
export interface RosterRow {
  readonly town: string
  readonly village: string
  readonly name: string
  readonly idNumberMasked: string
  readonly benefits: string
  readonly bank: string
  readonly account: string
  readonly amount: number
  readonly note: string
}

export interface RosterHead {
  readonly issuer: string
  readonly title: string
  readonly batch: string
  readonly digest: string
  /** 样例标准: every page says so. */
  readonly isSample: boolean
}

/** A sheet as rows of cells: texts and yuan as numbers; `height` rows of titles stand above. */
export interface RosterSheet {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly count: number
  readonly amount: number
}

const TITLES = [
  '序号',
  '镇（街道）',
  '村（社区）',
  '姓名',
  '身份证号',
  '待遇项目',
  '开户银行',
  '账号',
  '金额（元）',
  '备注',
]

/**
 * 发放花名册: by town with subtotals, the total, the block for signatures and the digest. Numbers are masked: the paper passes through many
 * hands, and the digest ties it to the list.
 */
export function rosterSheet(head: RosterHead, rows: readonly RosterRow[]): RosterSheet {
  const lines: (readonly (string | number)[])[] = []
  let sequence = 0
  const towns = Map.groupBy(rows, ({ town }) => town)
  for (const [town, ofTown] of towns) {
    for (const row of ofTown) lines.push(lineOf(row, ++sequence))
    lines.push(sumLine(`${town}小计`, ofTown))
  }
  lines.push(sumLine('合计', rows))
  const amount = sumOf(rows)
  lines.push(...foot(head, rows.length, amount))
  return { name: '发放花名册', titles: TITLES, rows: lines, count: rows.length, amount }
}

function lineOf(row: RosterRow, sequence: number): readonly (string | number)[] {
  const { town, village, name, idNumberMasked, benefits, bank, account, amount, note } = row
  return [sequence, town, village, name, idNumberMasked, benefits, bank, maskedAccount(account), amount / 100, note]
}

function sumLine(name: string, rows: readonly RosterRow[]): readonly (string | number)[] {
  return [name, `${rows.length} 人`, '', '', '', '', '', '', sumOf(rows) / 100, '']
}

function foot({ issuer, title, batch, digest, isSample }: RosterHead, count: number, amount: number) {
  const total = `${count} 人，共 ${yuanText(fen(amount))} 元`
  const said = isSample ? [['样例标准，仅供演示，不得据此发放']] : []
  return [
    [],
    [issuer, title],
    ['批次号', batch, total],
    ['名单摘要（SM3）', digest],
    ...said,
    ['编制人：', '', '复核人：', '', '审批人：', '', '发放人：', ''],
    ['日  期：', '', '日  期：', '', '日  期：', '', '日  期：', ''],
  ]
}

function sumOf(rows: readonly RosterRow[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
