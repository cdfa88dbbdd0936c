import type { StockItemView } from '@dongzhou/contract/payments-stock'
import { Button } from 'antd'
import { nothing } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn } from '../../kit/ledger-types.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useMay } from '../../session/use-session.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { quantityText } from './quantity.ts'
import type { StockStart } from './stock-page.tsx'
import { moveWords, stockWords } from './stock-words.ts'
import { useStockItems } from './use-stock.ts'

/** 库存: each item with what is left of it, by budget line and campaign. */
export function ItemList({ start }: { readonly start: StockStart }) {
  const [ask, setAsk] = useStepAsk('view')
  const query = useStockItems(ask)
  return (
    <LedgerTable<StockItemView>
      pageKey="payments.stock-items"
      counted={{ noun: stockWords.noun, unit: stockWords.unit }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={[{ kind: 'text', key: 'text', label: stockWords.text }]}
      keyOf={({ id }) => String(id)}
      summary={{ title: ({ name }) => name, body: (item) => <ItemSummary item={item} start={start} /> }}
      empty={{
        title: stockWords.emptyTitle,
        say: stockWords.emptySay,
        ...(start.register === undefined ? {} : { action: start.register }),
      }}
    />
  )
}

const columns: readonly LedgerColumn<StockItemView>[] = [
  { key: 'name', title: stockWords.name, width: columnWidths.text, render: ({ name }) => name },
  {
    key: 'kind',
    isWideOnly: true,
    title: stockWords.kind,
    width: columnWidths.count,
    render: ({ kind }) => stockWords[kind],
  },
  {
    key: 'quantity',
    title: stockWords.quantity,
    width: columnWidths.money,
    isNumber: true,
    render: (item) => quantityText(item.quantity, item),
  },
  {
    key: 'lots',
    isWideOnly: true,
    title: stockWords.lots,
    width: columnWidths.text * 1.6,
    render: (item) => <span title={lotsSay(item)}>{lotsSay(item)}</span>,
  },
  {
    key: 'division',
    title: stockWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: ({ division }) => division.name,
  },
]

function lotsSay(item: StockItemView): string {
  const parts = item.lots.map((lot) => `${lot.campaign} ${quantityText(lot.quantity, item)}`)
  return parts.length === 0 ? nothing : parts.join('；')
}

function ItemSummary({ item, start }: { readonly item: StockItemView; readonly start: StockStart }) {
  const mayCheck = useMay('payments.check')
  const { onWish } = start
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: stockWords.quantity, value: <strong>{quantityText(item.quantity, item)}</strong> },
          { label: stockWords.kind, value: stockWords[item.kind] },
          { label: stockWords.division, value: item.division.name },
        ]}
      />
      <Lots item={item} />
      <div className="row">
        {onWish && <Button onClick={() => onWish('in', item)}>{moveWords.in}</Button>}
        {onWish && item.lots.length > 0 && (
          <Button type="primary" onClick={() => onWish('issue', item)}>
            {moveWords.issue}
          </Button>
        )}
        {onWish && mayCheck && item.lots.length > 0 && (
          <Button onClick={() => onWish('loss', item)}>{moveWords.loss}</Button>
        )}
        <PageLink to={`/payments/stock?view=moves&item=${item.id}`}>{stockWords.moves}</PageLink>
      </div>
    </div>
  )
}

function Lots({ item }: { readonly item: StockItemView }) {
  if (item.lots.length === 0) return <p className="quiet">{stockWords.noLots}</p>
  return (
    <table className="pay-table">
      <tbody>
        {item.lots.map((lot) => (
          <tr key={`${lot.budgetLine} ${lot.campaign}`}>
            <th scope="row">
              {lot.campaign}
              <br />
              <span className="small quiet">{lot.budgetLine}</span>
            </th>
            <td className="number">{quantityText(lot.quantity, item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
