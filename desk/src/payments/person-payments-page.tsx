import type { TransferView } from '@dongzhou/contract/payments-views'
import { writeMonth } from '../benefits/entitlement-month.ts'
import { SampleNote } from '../benefits/entitlement-sample.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { PageLink, useLedgerAsk, usePageParam } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { columnWidths } from '../kit/theme.ts'
import { cancelledColumn, transferColumns, transferFilters } from './lines-columns.tsx'
import { TransferGrounds } from './lines-grounds.tsx'
import { linesWords } from './lines-words.ts'
import './payments.css'
import { usePersonTransfers } from './use-runs.ts'
import { pageWords, personWords } from './words.ts'

/** 个人发放记录: every sum that was listed for somebody, what became of it, and what of it was cancelled. */
export function PersonPaymentsPage() {
  const personId = Number(usePageParam('personId'))
  const [ask, setAsk] = useLedgerAsk()
  const query = usePersonTransfers(personId, ask)
  const name = query.data?.items[0]?.name
  return (
    <>
      <PageTitle
        title={name === undefined ? personWords.title : personWords.of(name)}
        above={[{ title: personWords.file, to: `/registry/people/${personId}` }]}
        actions={<PageLink to={`/benefits/people/${personId}`}>{personWords.entitlement}</PageLink>}
        help={<HelpLines lines={personWords.help} />}
      />
      <SampleNote />
      <LedgerTable<TransferView>
        pageKey="payments.person"
        counted={{ noun: personWords.noun, unit: '笔' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={transferFilters}
        keyOf={({ id }) => String(id)}
        summary={{
          title: ({ runTitle }) => runTitle,
          opensAt: ({ runId }) => `/payments/runs/${runId}`,
          body: (transfer) => <TransferGrounds key={transfer.id} transfer={transfer} />,
        }}
        empty={{ title: personWords.emptyTitle, say: personWords.emptySay }}
      />
    </>
  )
}

const ofPerson: ReadonlySet<string> = new Set(['gross', 'amount', 'state', 'account', 'payee'])

const columns: readonly LedgerColumn<TransferView>[] = [
  { key: 'month', title: linesWords.month, width: columnWidths.state, render: ({ month }) => writeMonth(month) },
  {
    key: 'run',
    isWideOnly: true,
    title: pageWords.run,
    width: columnWidths.text,
    render: ({ runTitle }) => <span title={runTitle}>{runTitle}</span>,
  },
  ...transferColumns.filter(({ key }) => ofPerson.has(key)),
  cancelledColumn,
]
