import type { RunView } from '@dongzhou/contract/payments-views'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageSearch } from '../../kit/navigation.tsx'
import { sizes } from '../../kit/theme.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import { moneySum, receiptRows } from './receipt-rows.ts'
import { receiptWords } from './receipt-words.ts'
import { SheetPage } from './sheet-page.tsx'
import { useRosterSheet } from './use-sheets.ts'

/** 签收单 of a run, for what is handed over as cash or on paper. */
export function ReceiptsPage() {
  return (
    <SheetPage title={receiptWords.title} help={receiptWords.runHelp} choices={<WhomChoice />}>
      {(run, division) => <Receipts run={run} division={division} />}
    </SheetPage>
  )
}

/** Everybody, or whom the bank could not pay: it stands in the address, and the town stays. */
function WhomChoice() {
  const navigate = useNavigate()
  const search = usePageSearch()
  const { whom: chosen } = search
  return (
    <Select
      aria-label={receiptWords.whom}
      value={chosen === 'unpaid' ? 'unpaid' : 'all'}
      style={{ width: sizes.filters }}
      options={[
        { value: 'all', label: receiptWords.everybody },
        { value: 'unpaid', label: receiptWords.unpaid },
      ]}
      onChange={(whom) => void navigate({ to: '.', search: { ...search, whom: whom === 'all' ? undefined : whom } })}
    />
  )
}

function Receipts({ run, division }: { readonly run: RunView; readonly division: string | undefined }) {
  const { whom } = usePageSearch()
  const query = useRosterSheet({ runId: run.id, division })
  const rows = query.data && receiptRows(query.data, whom === 'unpaid')
  return (
    <Loaded
      query={{ ...query, data: rows, refetch: query.refetch }}
      rows={14}
      isEmpty={(all) => all.length === 0}
      empty={{ title: receiptWords.none }}
    >
      {(all) => (
        <ReceiptPaper
          title={receiptWords.runTitle(run.title)}
          whatTitle={receiptWords.amount}
          rows={all}
          towns={run.byDivision.map(({ division: town }) => town)}
          sumOf={moneySum}
          proof={
            run.digest === null ? (
              <strong>{receiptWords.draft}</strong>
            ) : (
              <>
                {receiptWords.digest}：<span className="pay-digest">{run.digest}</span>
              </>
            )
          }
          isSample={run.isSample}
        />
      )}
    </Loaded>
  )
}
