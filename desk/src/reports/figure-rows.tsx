import type { IndicatorRowLine } from '@dongzhou/contract/plan'
import type { ReportFile } from '@dongzhou/contract/reports'
import { divisionCode } from '@dongzhou/terms/division'
import { Pagination } from 'antd'
import { writeDay, writeNumber } from '../kit/format.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageSearch } from '../kit/navigation.tsx'
import { writeFigure } from '../plan/figure.ts'
import { opensAt } from '../plan/row-address.ts'
import type { ReportNumber } from './report-numbers.ts'
import { useReportSearch } from './use-report-search.ts'
import { ROWS_SHOWN, useFigureRows } from './use-reports.ts'
import { inspectorWords } from './words.ts'

interface FigureRowsProps {
  readonly report: ReportFile
  readonly number: ReportNumber
}

/** 明细: the records behind the chosen figure, each opening where it stands. */
export function FigureRows({ report, number }: FigureRowsProps) {
  const { figure } = number
  return figure && <Rows report={report} number={number} figure={figure} />
}

function Rows({ report, number, figure }: FigureRowsProps & { readonly figure: NonNullable<ReportNumber['figure']> }) {
  const search = usePageSearch()
  const change = useReportSearch()
  const { rows: pageText } = search
  const page = Math.max(1, Number(pageText) || 1)
  const { indicator: code, from, to } = figure
  const rows = useFigureRows({ code, from, to, page, division: divisionCode(report.division.code) })
  return (
    <Loaded query={rows} rows={4}>
      {(found) => (
        <div className="stack">
          <Listed found={found} number={number} />
          <ol className="report-rows" start={(page - 1) * ROWS_SHOWN + 1}>
            {found.items.map((row) => (
              <Row key={`${row.kind} ${row.id}`} row={row} unit={figure.unit} />
            ))}
          </ol>
          {found.total > ROWS_SHOWN && (
            <Pagination
              size="small"
              simple
              showSizeChanger={false}
              current={page}
              pageSize={ROWS_SHOWN}
              total={found.total}
              onChange={(next) => change({ rows: next === 1 ? undefined : String(next) })}
            />
          )}
          <PageLink to={`/plan/indicators/${figure.indicator}?dayFrom=${figure.from}&dayTo=${figure.to}`}>
            {inspectorWords.openIndicator}
          </PageLink>
        </div>
      )}
    </Loaded>
  )
}

/** Says whether what is listed is what the paper counts; a finished report may have been overtaken by its records. */
function Listed({ found, number }: { readonly found: LedgerPage<IndicatorRowLine>; readonly number: ReportNumber }) {
  const count = `${writeNumber(found.total)}${found.more ? '+' : ''}`
  const then = number.rows ?? 0
  if (found.total === then || found.more) return <p className="quiet small">{inspectorWords.listed(count)}</p>
  return <p className="risk small">{inspectorWords.listedNow(count, writeNumber(then))}</p>
}

function Row({ row, unit }: { readonly row: IndicatorRowLine; readonly unit: string }) {
  const address = opensAt(row)
  return (
    <li>
      {address === undefined ? row.title : <PageLink to={address}>{row.title}</PageLink>}
      <span className="quiet small report-row-place">
        {`${writeDay(row.day)} · ${row.division.name}`}
        {row.amount !== 1 && <span className="number">{` · ${writeFigure(row.amount, unit)}`}</span>}
      </span>
    </li>
  )
}
