import type { BatchView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import { useNavigate } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { nothing } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { PageLink, usePageSearch } from '../../kit/navigation.tsx'
import { useMay } from '../../session/use-session.ts'
import { ledgerSheets } from '../grid/grid-ask.ts'
import '../grid/grid.css'
import { textOf } from '../grid/match-card.tsx'
import { GridPager } from '../grid/walk-bar.tsx'
import { outcomeWords } from '../outcome-words.ts'
import { resultWords } from '../words.ts'
import { RESULT_ROWS, type ResultAsk, readResultAsk, useResultRows, writeResultAsk } from './use-result-rows.ts'

/** The rows with what became of each: first those that were not let in, on request all, with the people behind them. */
export function OutcomeRows({ batch }: { readonly batch: BatchView }) {
  const search = usePageSearch()
  const navigate = useNavigate()
  const maySee = useMay('intake.write')
  const ask = readResultAsk(search, batch)
  const change = (next: ResultAsk) => void navigate({ to: '.', search: writeResultAsk(next), resetScroll: false })
  const sheets = ledgerSheets(batch)
  const sheet = sheets.find((one) => one.sheet === ask.sheet)
  // Rows hold ID numbers in clear: those who may only look at batches see the figures.
  if (!maySee || !sheet) return null
  return (
    <section className="card">
      <div className="grid-walk">
        <span className="row">
          <Segmented<ResultAsk['show']>
            aria-label={resultWords.outcome}
            value={ask.show}
            options={[
              { value: 'refused', label: resultWords.refusedRows },
              { value: 'all', label: resultWords.allRows },
            ]}
            onChange={(show) => change({ ...ask, show, page: 1 })}
          />
          {sheets.length > 1 && (
            <Select
              aria-label={resultWords.sheet}
              value={ask.sheet}
              options={sheets.map((one) => ({ value: one.sheet, label: one.name }))}
              onChange={(number) => change({ ...ask, sheet: number, page: 1 })}
            />
          )}
        </span>
      </div>
      <Rows key={batch.state} batch={batch} sheet={sheet} ask={ask} onAsk={change} />
    </section>
  )
}

interface RowsProps {
  readonly batch: BatchView
  readonly sheet: SheetView
  readonly ask: ResultAsk
  readonly onAsk: (ask: ResultAsk) => void
}

function Rows({ batch, sheet, ask, onAsk }: RowsProps) {
  const rows = useResultRows(batch.id, ask)
  return (
    <Loaded query={rows} rows={6}>
      {(page) =>
        page.items.length === 0 ? (
          <p className="intake-none quiet">{ask.show === 'refused' ? resultWords.noneRefused : resultWords.noRows}</p>
        ) : (
          <>
            <RowTable rows={page.items} sheet={sheet} />
            <GridPager
              page={ask.page}
              size={RESULT_ROWS}
              total={page.total}
              onPage={(number) => onAsk({ ...ask, page: number })}
            />
          </>
        )
      }
    </Loaded>
  )
}

function RowTable({ rows, sheet }: { readonly rows: readonly StagedRow[]; readonly sheet: SheetView }) {
  return (
    <div className="scroll-across">
      <table className="intake-columns intake-results">
        <thead>
          <tr>
            <th scope="col">{resultWords.row}</th>
            <th scope="col">{resultWords.who}</th>
            <th scope="col">{resultWords.outcome}</th>
            <th scope="col">{resultWords.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <th scope="row">
                {row.personId === null || row.outcome === 'withdrawn' ? (
                  nameOf(row, sheet)
                ) : (
                  <PageLink
                    to={`/registry/people/${row.personId}`}
                    aria-label={`${nameOf(row, sheet)}：${resultWords.open}`}
                  >
                    {nameOf(row, sheet)}
                  </PageLink>
                )}
              </th>
              <td className={isBad(row) ? 'late' : undefined}>{outcomeWords(row.outcome)}</td>
              <td>{row.why ?? heldWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What names the row: a person's or an activity's name, else its first filled cell. */
function nameOf(row: StagedRow, sheet: SheetView): string {
  const named = ['name', 'title', 'activity', 'veteranName']
    .map((field) => textOf(row, sheet, field))
    .find((text) => text !== '')
  if (named !== undefined) return named
  const first = sheet.columns.find((column) => column.field !== null && (row.cells[column.index] ?? '') !== '')
  return (first && row.cells[first.index]) ?? nothing
}

function isBad({ outcome }: StagedRow): boolean {
  return outcome === 'refused' || outcome === 'kept'
}

function heldWords(row: StagedRow): string {
  if (row.outcome !== null) return nothing
  return row.complaints.find(({ severity }) => severity === 'held')?.say ?? nothing
}
