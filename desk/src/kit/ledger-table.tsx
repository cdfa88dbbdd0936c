import { FilterOutlined } from '@ant-design/icons'
import { Button, Drawer, Pagination } from 'antd'
import { useState } from 'react'
import { ledgerWords } from '../words/kit.ts'
import { EmptyState, type EmptyWords } from './drawn-state.tsx'
import { writeNumber } from './format.ts'
import './ledger.css'
import { ColumnChooser } from './ledger-columns.tsx'
import { ExportButton } from './ledger-export.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { LedgerRows } from './ledger-rows.tsx'
import { BulkBar, type Selection } from './ledger-selection.tsx'
import type { BulkAction, LedgerColumn, LedgerFilter, LedgerPage, LedgerSummary } from './ledger-types.ts'
import { Loaded, type QueryLike } from './loaded.tsx'
import type { Purpose } from './purposes.ts'
import { type LedgerAsk, pageSizes } from './search-params.ts'
import { sizes } from './theme.ts'
import { useColumns } from './use-columns.ts'

export interface LedgerProps<Row> {
  /** Names the page in this browser's memory of columns: `registry.people`. */
  readonly pageKey: string
  /** What the rows are, with their unit: `{ noun: '人员', unit: '人' }`. */
  readonly counted: { readonly noun: string; readonly unit: string }
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
  readonly query: QueryLike<LedgerPage<Row>>
  readonly columns: readonly LedgerColumn<Row>[]
  readonly filters: readonly LedgerFilter[]
  readonly keyOf: (row: Row) => string
  readonly summary: LedgerSummary<Row>
  readonly bulk?: readonly BulkAction[]
  /** Says what the total counts: `共 5,120 人，其中重点优抚对象 812 人`. The plain sentence when missing. */
  readonly totals?: (page: LedgerPage<Row>) => React.ReactNode
  /** Starts the export of everything that matches; missing for those who may not. */
  readonly onExport?: (purpose: Purpose) => Promise<void>
  /** The first time, when there is nothing at all and nothing was filtered. */
  readonly empty: EmptyWords
}

/** 台账 (ledger): filters on the left, a page of the server's rows, summary in a drawer, bulk work, export with a purpose. */
export function LedgerTable<Row>(props: LedgerProps<Row>) {
  const { ask, onAsk, query, filters } = props
  const isFiltered = Object.keys(ask.filters).length > 0
  // Other filters begin anew: what was ticked under the old ones must not be worked on unseen.
  const under = JSON.stringify(ask.filters)
  return (
    <div className="ledger">
      <FilterPanel filters={filters} ask={ask} onAsk={onAsk} />
      <section className="card ledger-main" aria-label={props.counted.noun}>
        <Loaded
          query={query}
          rows={12}
          isEmpty={(page) => page.items.length === 0 && ask.page === 1 && !isFiltered}
          empty={props.empty}
        >
          {(page) => <LedgerBody {...props} key={under} page={page} />}
        </Loaded>
      </section>
    </div>
  )
}

/** The panel on the left; behind a button where the screen is narrow. */
function FilterPanel({ filters, ask, onAsk }: Pick<LedgerProps<unknown>, 'filters' | 'ask' | 'onAsk'>) {
  const [isOpen, setOpen] = useState(false)
  const count = Object.keys(ask.filters).length
  if (filters.length === 0) return null
  return (
    <>
      <aside className="card ledger-filters no-print" aria-label={ledgerWords.filters}>
        <LedgerFilters filters={filters} ask={ask} onAsk={onAsk} />
      </aside>
      <div className="ledger-filters-button no-print">
        <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {count > 0 ? `${ledgerWords.openFilters}（${count}）` : ledgerWords.openFilters}
        </Button>
        <Drawer
          open={isOpen}
          onClose={() => setOpen(false)}
          placement="left"
          size={sizes.side}
          title={ledgerWords.filters}
          footer={
            <Button type="primary" block onClick={() => setOpen(false)}>
              {ledgerWords.done}
            </Button>
          }
        >
          <LedgerFilters filters={filters} ask={ask} onAsk={onAsk} />
        </Drawer>
      </div>
    </>
  )
}

function LedgerBody<Row>(props: LedgerProps<Row> & { readonly page: LedgerPage<Row> }) {
  const { page, ask, counted, bulk = [] } = props
  const columns = useColumns(props.pageKey, props.columns)
  const [selection, setSelection] = useState<Selection>({ kind: 'rows', ids: [] })
  const total = `${writeNumber(page.total)}${page.more ? '+' : ''} ${counted.unit}`
  return (
    <>
      <div className="ledger-head">
        <p className="ledger-totals" aria-live="polite">
          {props.totals ? props.totals(page) : `共 ${total}`}
        </p>
        <span className="row no-print">
          <ColumnChooser columns={columns} />
          {props.onExport && <ExportButton count={total} onExport={props.onExport} />}
        </span>
      </div>
      {page.items.length === 0 ? (
        <EmptyState
          title={ledgerWords.noMatch}
          action={{ label: ledgerWords.clearFilters, onClick: () => props.onAsk({ ...ask, page: 1, filters: {} }) }}
        />
      ) : (
        <LedgerRows
          key={`${ask.page} ${ask.sort ?? ''}`}
          {...props}
          isWaiting={props.query.isPlaceholderData ?? false}
          columns={columns.shown}
          selection={bulk.length > 0 ? selection : undefined}
          onSelection={setSelection}
        />
      )}
      {bulk.length > 0 && (
        <BulkBar
          actions={bulk}
          selection={selection}
          onSelection={setSelection}
          page={page}
          ask={ask}
          unit={counted.unit}
        />
      )}
      <Pager {...props} />
    </>
  )
}

function Pager<Row>({
  page,
  ask,
  onAsk,
  summary,
  bulk = [],
}: Pick<LedgerProps<Row>, 'ask' | 'onAsk' | 'summary' | 'bulk'> & { readonly page: LedgerPage<Row> }) {
  // Above ten thousand the server stops counting; then there is always one page more until a page comes short.
  const reached = (ask.page - 1) * ask.size + page.items.length
  const total = page.more ? Math.max(page.total, reached + (page.items.length === ask.size ? 1 : 0)) : page.total
  return (
    <div className="ledger-foot no-print">
      <span className="quiet small ledger-keys">
        {ledgerWords.keysFor({ tick: bulk.length > 0, open: summary.opensAt !== undefined })}
      </span>
      <Pagination
        size="small"
        current={ask.page}
        pageSize={ask.size}
        total={total}
        showSizeChanger
        showLessItems
        pageSizeOptions={[...pageSizes]}
        onChange={(number, size) => onAsk({ ...ask, page: size === ask.size ? number : 1, size })}
      />
    </div>
  )
}
