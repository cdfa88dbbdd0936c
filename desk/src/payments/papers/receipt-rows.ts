import type { StockMoveView } from '@dongzhou/contract/payments-stock'
import type { TransferView } from '@dongzhou/contract/payments-views'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { quantityText } from '../stock/quantity.ts'
import { payeeOf, restOf } from '../transfer-state.tsx'
import { receiptWords } from './receipt-words.ts'
import { type Placed, sumOf } from './sheet-groups.ts'

/** One line to be signed: who gets what. */
export interface ReceiptRow extends Placed {
  readonly key: string
  readonly name: string
  /** What is received, with its unit: 200.00 or 大米 2 袋. */
  readonly what: string
  /** 代领人, where one is known before anybody signs. */
  readonly payee: string | undefined
  /** The number of the record, where the line stands for one that was made already. */
  readonly record: string | undefined
}

export interface MoneyRow extends ReceiptRow {
  readonly amount: number
}

/** Money of a run: whoever gets nothing signs for nothing, and of what was cancelled nobody gets anything. */
export function receiptRows(transfers: readonly TransferView[], isUnpaidOnly: boolean): readonly MoneyRow[] {
  return transfers
    .filter(({ state, reissuedIn }) => !isUnpaidOnly || ((state === 'held' || state === 'failed') && !reissuedIn))
    .filter((transfer) => restOf(transfer) > 0)
    .map((transfer) => ({
      key: String(transfer.id),
      name: transfer.name,
      division: transfer.division,
      amount: restOf(transfer),
      what: yuanText(fen(restOf(transfer))),
      payee: payeeOf(transfer),
      record: undefined,
    }))
}

export function moneySum(rows: readonly MoneyRow[]): string {
  const total = yuanText(fen(sumOf(rows, ({ amount }) => amount)))
  return `${receiptWords.people(rows.length)}，${receiptWords.yuan(total)}`
}

export interface IssueRow extends ReceiptRow {
  readonly item: string
  readonly unit: string
  readonly quantity: number
}

/** Goods that went out, oldest first, as they were handed out. */
export function issueRows(moves: readonly StockMoveView[]): readonly IssueRow[] {
  return [...moves].reverse().flatMap((move) => {
    const { receiver, itemName: item, unit, signedBy } = move
    if (receiver === null) return []
    const { name, division } = receiver
    const quantity = Math.abs(move.quantity)
    const payee = signedBy === null || signedBy === name || receiver.kind === 'organisation' ? undefined : signedBy
    const what = `${item} ${amountText(quantity, unit)}`
    return [{ key: String(move.id), name, division, item, unit, quantity, what, payee, record: String(move.id) }]
  })
}

/** Goods of several kinds are summed kind by kind: bags and yuan make no sum. */
export function goodsSum(rows: readonly IssueRow[]): string {
  const kinds = Map.groupBy(rows, ({ item }) => item)
  const parts = [...kinds].map(([item, some]) => {
    return `${item} ${amountText(
      sumOf(some, ({ quantity }) => quantity),
      some[0]?.unit ?? '',
    )}`
  })
  return [receiptWords.times(rows.length), ...parts].join('，')
}

function amountText(quantity: number, unit: string): string {
  return quantityText(quantity, { kind: unit === '元' ? 'money' : 'goods', unit })
}
