import type { StockItemView } from '@dongzhou/contract/payments-stock'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../../kit/help-lines.tsx'
import { PageLink, usePageSearch } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { writeAsk } from '../../kit/search-params.ts'
import { useMay } from '../../session/use-session.ts'
import { receiptWords } from '../papers/receipt-words.ts'
import '../payments.css'
import { useStepAsk } from '../use-step-ask.ts'
import { ItemList } from './item-list.tsx'
import { MoveList } from './move-list.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { StockDialog, type StockWish } from './stock-dialog.tsx'
import { stockWords } from './stock-words.ts'
import { UseList } from './use-list.tsx'

type View = 'items' | 'moves' | 'use'

/** What a list of this page may start: nothing for those who only read. */
export interface StockStart {
  readonly register: { readonly label: string; readonly onClick: () => void } | undefined
  readonly onWish: ((kind: 'in' | 'issue' | 'loss', item: StockItemView) => void) | undefined
}

/** 慰问物资: what is in store, what came and went, and what the money was used for. */
export function StockPage() {
  const { view } = usePageSearch()
  const mayMake = useMay('payments.make')
  const [isRegistering, setRegistering] = useState(false)
  const [wish, setWish] = useState<StockWish>()
  const start: StockStart = {
    register: mayMake ? { label: stockWords.register, onClick: () => setRegistering(true) } : undefined,
    onWish: mayMake ? (kind, item) => setWish({ kind, item }) : undefined,
  }
  const shown = view === 'moves' || view === 'use' ? view : 'items'
  return (
    <>
      <PageTitle
        title={stockWords.title}
        help={<HelpLines lines={stockWords.help} />}
        actions={
          <>
            {shown === 'moves' && <ReceiptsLink />}
            <ViewChoice view={shown} />
          </>
        }
        {...(start.register === undefined || shown !== 'items' ? {} : { primary: start.register })}
      />
      {shown === 'items' && <ItemList start={start} />}
      {shown === 'moves' && <MoveList onReturn={mayMake ? (move) => setWish({ kind: 'return', move }) : undefined} />}
      {shown === 'use' && <UseList />}
      <RegisterDialog isOpen={isRegistering} onClose={() => setRegistering(false)} />
      <StockDialog wish={wish} onClose={() => setWish(undefined)} />
    </>
  )
}

/** 打印签收单 of the issues that the filters show. */
function ReceiptsLink() {
  const [ask] = useStepAsk('view')
  return (
    <PageLink to="/payments/stock/receipts" search={writeAsk({ ...ask, page: 1 })}>
      {receiptWords.print}
    </PageLink>
  )
}

function ViewChoice({ view }: { readonly view: View }) {
  const navigate = useNavigate()
  return (
    <Segmented<View>
      aria-label={stockWords.view}
      value={view}
      options={[
        { value: 'items', label: stockWords.items },
        { value: 'moves', label: stockWords.moves },
        { value: 'use', label: stockWords.use },
      ]}
      onChange={(next) => void navigate({ to: '.', search: next === 'items' ? {} : { view: next } })}
    />
  )
}
