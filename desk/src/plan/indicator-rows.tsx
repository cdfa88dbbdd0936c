import type { IndicatorLine, IndicatorRowLine } from '@dongzhou/contract/plan'
import { writeDay, writeNumber } from '../kit/format.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { writeFigure } from './figure.ts'
import { opensAt } from './row-address.ts'
import type { Span } from './span.ts'
import { useIndicatorRows } from './use-plan.ts'
import { indicatorWords, rowKinds } from './words.ts'

interface IndicatorRowsProps {
  readonly indicator: IndicatorLine
  readonly span: Span
}

/** 明细: every record that the figure counts; a row opens it. */
export function IndicatorRows({ indicator, span }: IndicatorRowsProps) {
  const [ask, setAsk] = useLedgerAsk()
  const input = { code: indicator.code, ...span, page: ask.page, size: ask.size }
  const columns = columnsOf(indicator)
  return (
    <LedgerTable<IndicatorRowLine>
      pageKey="plan.rows"
      counted={{ noun: indicatorWords.noun, unit: '条' }}
      // The span is chosen above the rows: for the table it is no filter, so that nothing found says so plainly.
      ask={{ ...ask, filters: {} }}
      onAsk={(next) => setAsk({ ...next, filters: ask.filters })}
      query={useIndicatorRows(input, true)}
      columns={columns}
      filters={[]}
      totals={(page) => `共 ${writeNumber(page.total)}${page.more ? '+' : ''} 条记录`}
      keyOf={(row) => `${row.kind} ${row.id}`}
      summary={{
        title: (row) => row.title,
        opensAt: (row) => opensAt(row) ?? '/plan',
        body: (row) => (
          <FactList
            facts={[
              { label: indicatorWords.kind, value: rowKinds[row.kind] },
              ...columns.slice(1).map(({ title, render }) => ({ label: title, value: render(row) })),
            ]}
          />
        ),
      }}
      empty={{ title: indicatorWords.emptyTitle, say: indicatorWords.emptySay }}
    />
  )
}

function columnsOf({ unit }: IndicatorLine): readonly LedgerColumn<IndicatorRowLine>[] {
  return [
    {
      key: 'item',
      title: indicatorWords.item,
      width: columnWidths.text + columnWidths.actions / 2,
      render: (row) => <span title={row.title}>{row.title}</span>,
    },
    { key: 'day', title: indicatorWords.day, width: columnWidths.day, render: (row) => writeDay(row.day) },
    {
      key: 'division',
      title: indicatorWords.division,
      width: columnWidths.division,
      render: (row) => row.division.name,
    },
    {
      key: 'amount',
      title: indicatorWords.amount,
      width: columnWidths.count,
      isNumber: true,
      render: (row) => writeFigure(row.amount, unit),
    },
  ]
}
