import type { StockMoveView } from '@dongzhou/contract/payments-stock'
import { stockMoves } from '@dongzhou/terms/payment'
import { Button } from 'antd'
import { TakeProof } from '../../activities/take-proof.tsx'
import { nothing, writeDay, writeInstant, writeMoney } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useStepAsk } from '../use-step-ask.ts'
import { movedText } from './quantity.ts'
import { moveWords, stockWords } from './stock-words.ts'
import { useStockItems, useStockMoves } from './use-stock.ts'

interface MoveListProps {
  /** Missing for those who only read. */
  readonly onReturn: ((move: StockMoveView) => void) | undefined
}

/** 出入库记录: what came, who received it and signed, what came back. */
export function MoveList({ onReturn }: MoveListProps) {
  const [ask, setAsk] = useStepAsk('view')
  const query = useStockMoves(ask)
  return (
    <LedgerTable<StockMoveView>
      pageKey="payments.stock-moves"
      counted={{ noun: moveWords.noun, unit: '条' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={useFilters()}
      keyOf={({ id }) => String(id)}
      summary={{
        title: ({ itemName, moveName }) => `${itemName} · ${moveName}`,
        body: (move) => <MoveSummary move={move} onReturn={onReturn} />,
      }}
      empty={{ title: stockWords.emptyMovesTitle, say: stockWords.emptyMovesSay }}
    />
  )
}

function useFilters(): readonly LedgerFilter[] {
  const items = useStockItems({ page: 1, size: 200, sort: undefined, filters: {} }).data?.items ?? []
  return [
    {
      kind: 'one',
      key: 'item',
      label: moveWords.itemName,
      options: items.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      kind: 'one',
      key: 'move',
      label: moveWords.move,
      options: Object.entries(stockMoves).map(([value, label]) => ({ value, label })),
    },
    { kind: 'text', key: 'campaign', label: moveWords.campaign },
    { kind: 'days', key: 'on', label: moveWords.on },
  ]
}

const columns: readonly LedgerColumn<StockMoveView>[] = [
  { key: 'on', isWideOnly: true, title: moveWords.on, width: columnWidths.day, render: ({ on }) => writeDay(on) },
  { key: 'item', title: moveWords.itemName, width: columnWidths.division, render: ({ itemName }) => itemName },
  {
    key: 'move',
    isWideOnly: true,
    title: moveWords.move,
    width: columnWidths.count,
    render: ({ moveName }) => moveName,
  },
  {
    key: 'quantity',
    title: moveWords.quantity,
    width: columnWidths.money,
    isNumber: true,
    render: ({ quantity, unit }) => movedText(quantity, unit),
  },
  {
    key: 'receiver',
    isWideOnly: true,
    title: moveWords.receiver,
    width: columnWidths.division,
    render: ({ receiver }) => receiver?.name ?? nothing,
  },
  {
    key: 'signed',
    isWideOnly: true,
    title: moveWords.signedBy,
    width: columnWidths.name,
    render: ({ signedBy }) => signedBy ?? nothing,
  },
  {
    key: 'campaign',
    title: moveWords.campaign,
    width: columnWidths.text,
    isOptional: true,
    render: ({ campaign }) => campaign,
  },
]

interface MoveSummaryProps extends MoveListProps {
  readonly move: StockMoveView
}

function MoveSummary({ move, onReturn }: MoveSummaryProps) {
  return (
    <div className="stack">
      <FactList facts={factsOf(move)} />
      {move.proofFileId !== null && (
        <div>
          <TakeProof fileId={move.proofFileId} />
        </div>
      )}
      {onReturn && move.move === 'issue' && (
        <div className="row">
          <Button onClick={() => onReturn(move)}>{moveWords.return}</Button>
        </div>
      )}
    </div>
  )
}

function factsOf(move: StockMoveView) {
  return [
    { label: moveWords.quantity, value: <strong>{movedText(move.quantity, move.unit)}</strong> },
    { label: moveWords.on, value: writeDay(move.on) },
    { label: moveWords.campaign, value: move.campaign },
    { label: moveWords.budgetLine, value: move.budgetLine },
    ...(move.unitPrice === null ? [] : [{ label: moveWords.unitPrice, value: writeMoney(move.unitPrice) }]),
    ...(move.document === '' ? [] : [{ label: moveWords.document, value: move.document }]),
    ...(move.receiver === null ? [] : [{ label: moveWords.receiver, value: move.receiver.name }]),
    ...(move.signedBy === null ? [] : [{ label: moveWords.signedBy, value: move.signedBy }]),
    ...(move.note === '' ? [] : [{ label: moveWords.note, value: move.note }]),
    { label: moveWords.by, value: `${move.by}，${writeInstant(move.at)}` },
  ]
}
