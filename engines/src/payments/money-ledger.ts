import { fen, yuanText } from '@dongzhou/terms/fen'
import type { MoneyAccount } from '@dongzhou/terms/payment'

/** 分录 (entry): one amount of whole fen, out of the credited account into the debited one. None is ever changed or taken away. */
export interface MoneyEntry {
  readonly debit: MoneyAccount
  readonly credit: MoneyAccount
  readonly amount: number
  readonly memo: string
}

/** What happened to the money of a run; each event has its entries, so that nobody invents one. */
export type MoneyEvent =
  | {
      readonly kind: 'released'
      readonly gross: number
      readonly offset: number
      readonly debt: number
      readonly withheld: number
      readonly fromFailed: number
      readonly fromHeld: number
      readonly sent: number
      readonly held: number
    }
  | { readonly kind: 'returned'; readonly paid: number; readonly failed: number }
  /** Held or failed money that turned out not to be owed: it never left the house. */
  | { readonly kind: 'cancelled'; readonly held: number; readonly failed: number }
  | { readonly kind: 'repaid'; readonly amount: number }
  | { readonly kind: 'written-off'; readonly amount: number }

/** 记账 (entries of an event). Amounts of nought leave no entry. Throws RangeError for what is no amount. */
export function entriesOf(event: MoneyEvent): readonly MoneyEntry[] {
  return drafted(event).filter(({ amount }) => amount > 0)
}

function drafted(event: MoneyEvent): readonly MoneyEntry[] {
  switch (event.kind) {
    case 'released':
      return [
        entry('expense', 'list', event.gross, '名单应发'),
        entry('failed', 'list', event.fromFailed, '退汇款重发'),
        entry('held', 'list', event.fromHeld, '暂缓款重发'),
        entry('list', 'expense', event.offset, '追回抵扣补发'),
        entry('receivable', 'expense', event.debt, '多发转应追回'),
        entry('list', 'receivable', event.withheld, '按月扣回'),
        entry('list', 'transit', event.sent, '送银行'),
        entry('list', 'held', event.held, '暂缓发放'),
      ]
    case 'returned':
      return [entry('transit', 'paid', event.paid, '回盘到账'), entry('transit', 'failed', event.failed, '回盘退汇')]
    case 'cancelled':
      return [
        entry('held', 'expense', event.held, '暂缓款撤销'),
        entry('failed', 'expense', event.failed, '退汇款撤销'),
      ]
    case 'repaid':
      return [entry('cash', 'receivable', event.amount, '退缴')]
    case 'written-off':
      return [entry('written-off', 'receivable', event.amount, '核销')]
  }
}

function entry(debit: MoneyAccount, credit: MoneyAccount, amount: number, memo: string): MoneyEntry {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`no amount for an entry: ${amount}`)
  return { debit, credit, amount, memo }
}

type Moved = Pick<MoneyEntry, 'debit' | 'credit' | 'amount'>

/** 余额 (balances) of the accounts: what was spent, passed on or may be asked back stands in debit, what is owed in credit. */
export function balancesOf(entries: readonly Moved[]): ReadonlyMap<MoneyAccount, number> {
  const balances = new Map<MoneyAccount, number>()
  const add = (account: MoneyAccount, amount: number) => {
    const signed = DEBIT_ACCOUNTS.has(account) ? amount : -amount
    balances.set(account, (balances.get(account) ?? 0) + signed)
  }
  for (const { debit, credit, amount } of entries) {
    add(debit, amount)
    add(credit, -amount)
  }
  return balances
}

const DEBIT_ACCOUNTS: ReadonlySet<MoneyAccount> = new Set(['expense', 'receivable', 'cash', 'written-off'])

/** 结平 (balance) of one run, by the entries of that run alone: list = paid + failed + held, and nothing still under way. */
export interface RunBalance {
  readonly list: number
  readonly paid: number
  readonly failed: number
  readonly held: number
  /** Not yet sent, or sent and not yet answered. */
  readonly open: number
  readonly isBalanced: boolean
  readonly say: string
}

export function runBalanceOf(entries: readonly Moved[]): RunBalance {
  const sumOf = (isMeant: (one: Moved) => boolean) =>
    entries.filter(isMeant).reduce((sum, { amount }) => sum + amount, 0)
  const put = sumOf(({ credit }) => credit === 'list')
  const setOff = sumOf(({ debit, credit }) => debit === 'list' && (credit === 'expense' || credit === 'receivable'))
  const paid = sumOf(({ credit }) => credit === 'paid')
  const failed = sumOf(({ debit, credit }) => debit === 'transit' && credit === 'failed')
  const held = sumOf(({ debit, credit }) => debit === 'list' && credit === 'held')
  const balance = { list: put - setOff, paid, failed, held, open: put - setOff - paid - failed - held }
  return { ...balance, isBalanced: balance.open === 0, say: sentenceOf(balance) }
}

function sentenceOf({ list, paid, failed, held, open }: Omit<RunBalance, 'isBalanced' | 'say'>): string {
  const yuan = (amount: number) => `${yuanText(fen(amount))} 元`
  const parts = `已到账 ${yuan(paid)} + 退汇 ${yuan(failed)} + 暂缓 ${yuan(held)}`
  if (open === 0) return `应付名单 ${yuan(list)} = ${parts}，已结平。`
  if (open > 0) return `应付名单 ${yuan(list)}，${parts}，还有 ${yuan(open)} 没有结果。`
  return `应付名单 ${yuan(list)}，${parts}，多出 ${yuan(-open)}，请立即核查。`
}
