import type { StockUseLine } from '@dongzhou/contract/payments-stock'
import { nothing, writeCount, writeMoney } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn } from '../../kit/ledger-types.ts'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { quantityText } from './quantity.ts'
import { moveWords, stockWords, useWords } from './stock-words.ts'
import { useStockUse } from './use-stock.ts'

/** 经费使用: what came in and went out under a budget line, by campaign. */
export function UseList() {
  const [ask, setAsk] = useStepAsk('view')
  const query = useStockUse(ask)
  return (
    <LedgerTable<StockUseLine>
      pageKey="payments.stock-use"
      counted={{ noun: stockWords.use, unit: '条' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={[
        { kind: 'text', key: 'campaign', label: moveWords.campaign },
        { kind: 'text', key: 'budgetLine', label: moveWords.budgetLine },
      ]}
      keyOf={({ item, budgetLine, campaign }) => `${item.id} ${budgetLine} ${campaign}`}
      summary={{
        title: ({ campaign, item }) => `${campaign} · ${item.name}`,
        body: (line) => <FactList facts={factsOf(line)} />,
      }}
      empty={{ title: stockWords.emptyUseTitle, say: stockWords.emptyUseSay }}
    />
  )
}

const columns: readonly LedgerColumn<StockUseLine>[] = [
  {
    key: 'campaign',
    title: useWords.campaign,
    width: columnWidths.day,
    render: ({ campaign }) => <span title={campaign}>{campaign}</span>,
  },
  {
    key: 'item',
    title: useWords.item,
    width: columnWidths.day,
    render: ({ item }) => <span title={item.name}>{item.name}</span>,
  },
  quantity('in', (line) => line.in),
  quantity('out', (line) => line.out),
  quantity('left', (line) => line.left),
  {
    key: 'spent',
    isWideOnly: true,
    title: useWords.spent,
    width: columnWidths.money,
    isNumber: true,
    render: ({ spent }) => writeMoney(spent),
  },
  {
    key: 'receivers',
    isWideOnly: true,
    title: useWords.receivers,
    width: columnWidths.count,
    isNumber: true,
    render: ({ receivers }) => writeCount(receivers, '个'),
  },
]

function quantity(key: 'in' | 'out' | 'left', of: (line: StockUseLine) => number): LedgerColumn<StockUseLine> {
  return {
    key,
    title: useWords[key],
    width: columnWidths.count,
    isNumber: true,
    isWideOnly: key !== 'left',
    render: (line) => said(line, of(line)),
  }
}

function said({ item }: StockUseLine, count: number): string {
  if (count === 0) return nothing
  return quantityText(Math.abs(count), { kind: item.unit === '元' ? 'money' : 'goods', unit: item.unit })
}

function factsOf(line: StockUseLine) {
  return [
    { label: useWords.budgetLine, value: line.budgetLine },
    { label: useWords.in, value: said(line, line.in) },
    { label: useWords.out, value: said(line, line.out) },
    { label: useWords.returned, value: said(line, line.returned) },
    { label: useWords.lost, value: said(line, line.lost) },
    { label: useWords.left, value: <strong>{said(line, line.left)}</strong> },
    { label: useWords.spent, value: writeMoney(line.spent) },
    { label: useWords.receivers, value: writeCount(line.receivers, '个') },
  ]
}
