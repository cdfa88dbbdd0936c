import type { StockMoveView } from '@dongzhou/contract/payments-stock'
import { HelpLines } from '../../kit/help-lines.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { useDivisions } from '../../kit/use-divisions.ts'
import { ReceiptPaper } from '../papers/receipt-paper.tsx'
import { goodsSum, issueRows } from '../papers/receipt-rows.ts'
import { receiptWords } from '../papers/receipt-words.ts'
import '../payments.css'
import { useStepAsk } from '../use-step-ask.ts'
import { stockWords } from './stock-words.ts'
import { useStockMoves } from './use-stock.ts'

// A paper of more would be printed by nobody: the filters of the list narrow it.
const MOST = 200

/** 签收单 of goods and condolence money that went out: the issues that the list's filters show. */
export function StockReceiptsPage() {
  const [ask] = useStepAsk('view')
  const query = useStockMoves({ ...ask, page: 1, size: MOST, filters: { ...ask.filters, move: ['issue'] } })
  return (
    <>
      <PageTitle
        title={receiptWords.title}
        above={[{ title: stockWords.title, to: '/payments/stock?view=moves' }]}
        help={<HelpLines lines={receiptWords.stockHelp} />}
        primary={{ label: receiptWords.print, onClick: () => window.print() }}
      />
      <Loaded
        query={query}
        rows={14}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: receiptWords.noneMoves }}
      >
        {({ items, total }) => (
          <div className="pay-sheet-place">
            {total > MOST && <p className="risk no-print">{receiptWords.most(MOST)}</p>}
            <StockReceipts moves={items} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function StockReceipts({ moves }: { readonly moves: readonly StockMoveView[] }) {
  const towns = useDivisions().data ?? []
  const rows = issueRows(moves)
  const [first = '', last = first] = [rows.at(0)?.record, rows.at(-1)?.record]
  return (
    <ReceiptPaper
      title={titleOf(moves)}
      whatTitle={receiptWords.goods}
      rows={rows}
      towns={towns.filter(({ code }) => code.endsWith('000') && !code.endsWith('000000'))}
      sumOf={goodsSum}
      proof={receiptWords.records(first, last)}
      isSample={false}
    />
  )
}

function titleOf(moves: readonly StockMoveView[]): string {
  const [campaigns, items] = [new Set(moves.map(({ campaign }) => campaign)), new Set(moves.map((one) => one.itemName))]
  const campaign = campaigns.size === 1 ? [...campaigns].join('') : ''
  return receiptWords.stockTitle(campaign, items.size === 1 ? [...items].join('') : receiptWords.allGoods)
}
