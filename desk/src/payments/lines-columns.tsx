import type { PostedLineView, TransferView } from '@dongzhou/contract/payments-views'
import { transferStates } from '@dongzhou/terms/payment'
import { writeMonth } from '../benefits/entitlement-month.ts'
import { nothing, writeMoney } from '../kit/format.ts'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { columnWidths } from '../kit/theme.ts'
import { linesWords } from './lines-words.ts'
import { accountSay } from './outstanding-list.tsx'
import { payeeOf, TransferStateOf } from './transfer-state.tsx'

/** What became of a transfer: for one run, and for one person through all of them. */
export const transferFilters: readonly LedgerFilter[] = [
  {
    kind: 'one',
    key: 'state',
    label: linesWords.state,
    options: Object.entries(transferStates).map(([value, label]) => ({ value, label })),
  },
  {
    kind: 'one',
    key: 'cancelled',
    label: linesWords.cancelled,
    options: [{ value: 'yes', label: linesWords.cancelledOnly }],
  },
]

/** What one person gets in a run. */
export const transferColumns: readonly LedgerColumn<TransferView>[] = [
  {
    key: 'name',
    title: linesWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'division',
    isWideOnly: true,
    title: linesWords.division,
    width: columnWidths.division * 0.95,
    render: ({ division }) => <span title={division.name}>{division.name}</span>,
  },
  money('gross', linesWords.gross, ({ gross }) => gross),
  money('offset', linesWords.offset, ({ offset }) => offset),
  money('withheld', linesWords.withheld, ({ withheld }) => withheld),
  money('amount', linesWords.amount, ({ amount }) => amount),
  {
    key: 'state',
    title: linesWords.state,
    width: columnWidths.count,
    render: (transfer) => <TransferStateOf transfer={transfer} />,
  },
  {
    key: 'payee',
    title: linesWords.payee,
    width: columnWidths.name,
    isOptional: true,
    render: (transfer) => payeeOf(transfer) ?? nothing,
  },
  {
    key: 'account',
    title: linesWords.account,
    width: columnWidths.text,
    isOptional: true,
    render: (row) => <span title={accountSay(row)}>{accountSay(row)}</span>,
  },
]

/** 已撤销 of a transfer, where a list has it as a column of its own. */
export const cancelledColumn: LedgerColumn<TransferView> = {
  key: 'cancelled',
  title: linesWords.cancelled,
  width: columnWidths.money,
  isNumber: true,
  isOptional: true,
  render: ({ cancelled }) => writeMoney(cancelled),
}

function money(key: string, title: string, of: (row: TransferView) => number): LedgerColumn<TransferView> {
  return {
    key,
    title,
    width: columnWidths.money,
    isNumber: true,
    isWideOnly: key !== 'amount',
    render: (row) => (of(row) === 0 && key !== 'amount' ? nothing : writeMoney(of(row))),
  }
}

/** One line: a month of one benefit. */
export const lineColumns: readonly LedgerColumn<PostedLineView>[] = [
  {
    key: 'name',
    title: linesWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'benefit',
    isWideOnly: true,
    title: linesWords.benefit,
    width: columnWidths.text,
    render: ({ benefitName }) => <span title={benefitName}>{benefitName}</span>,
  },
  { key: 'month', title: linesWords.month, width: columnWidths.state, render: ({ month }) => writeMonth(month) },
  {
    key: 'kind',
    isWideOnly: true,
    title: linesWords.kind,
    width: columnWidths.age,
    render: ({ kind, kindName }) => <span className={kind === 'recovery' ? 'late' : ''}>{kindName}</span>,
  },
  {
    key: 'amount',
    title: linesWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: ({ amount }) => writeMoney(amount),
  },
  {
    key: 'cause',
    isWideOnly: true,
    title: linesWords.cause,
    width: columnWidths.text,
    render: ({ cause }) => <span title={cause}>{cause}</span>,
  },
  {
    key: 'division',
    title: linesWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: ({ division }) => division.name,
  },
]
