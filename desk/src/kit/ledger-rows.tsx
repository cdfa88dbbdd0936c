import { Table, type TableProps } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ledgerWords } from '../words/kit.ts'
import { LedgerDrawer } from './ledger-drawer.tsx'
import type { Selection } from './ledger-selection.tsx'
import type { LedgerColumn, LedgerPage, LedgerSummary } from './ledger-types.ts'
import { useOpenPage } from './navigation.tsx'
import type { LedgerAsk } from './search-params.ts'
import { nextRow } from './shortcuts.ts'
import { columnWidths, largeStretch, sizes } from './theme.ts'
import { useTypeSize } from './type-size.tsx'
import { useMedia } from './use-media.ts'

interface LedgerRowsProps<Row> {
  readonly counted: { readonly noun: string }
  readonly page: LedgerPage<Row>
  readonly columns: readonly LedgerColumn<Row>[]
  readonly keyOf: (row: Row) => string
  readonly summary: LedgerSummary<Row>
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
  /** undefined where there is no bulk work: then there are no boxes to tick. */
  readonly selection: Selection | undefined
  readonly onSelection: (selection: Selection) => void
  /** The rows are those of the page before; the new ones are on their way. */
  readonly isWaiting: boolean
}

/** The rows of one page: arrows move, space ticks, Enter shows the summary and once more opens the record. */
export function LedgerRows<Row>(props: LedgerRowsProps<Row>) {
  const { page, keyOf, summary } = props
  const place = useRef<HTMLElement>(null)
  const [at, setAt] = useState<number>()
  const [isDrawn, setDrawn] = useState(false)
  const open = useOpenPage()
  const row = at === undefined ? undefined : page.items[at]

  useEffect(() => {
    if (at !== undefined) place.current?.querySelector('.ledger-row.is-active')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  function press(event: KeyboardEvent): void {
    if (event.target !== place.current) return
    const next = nextRow(event.key, at, page.items.length)
    if (next !== undefined) setAt(next)
    else if (!act(event.key)) return
    event.preventDefault()
  }

  function act(key: string): boolean {
    if (key === 'Escape') setDrawn(false)
    else if (!row) return false
    else if (key === 'Enter') enter(row)
    else if (key === ' ') props.onSelection(toggled(props.selection, keyOf(row)))
    else return false
    return true
  }

  function enter(on: Row): void {
    const address = summary.opensAt?.(on)
    if (isDrawn && address !== undefined) open(address)
    else setDrawn(true)
  }

  function look(index: number): void {
    setAt(index)
    setDrawn(true)
    place.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <section
        ref={place}
        className={props.isWaiting ? 'ledger-rows is-waiting' : 'ledger-rows'}
        aria-busy={props.isWaiting}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked as one widget, not by three hundred tab stops
        tabIndex={0}
        aria-label={`${props.counted.noun}：${ledgerWords.keysFor({
          tick: props.selection !== undefined,
          open: summary.opensAt !== undefined,
        })}`}
        onKeyDown={press}
      >
        <RowTable {...props} active={at} onLook={look} />
      </section>
      <span className="unseen" role="status">
        {row && `${(at ?? 0) + 1}：${summary.title(row)}`}
      </span>
      <LedgerDrawer
        row={isDrawn ? row : undefined}
        summary={summary}
        onStep={(by) => setAt(nextRow(by, at, page.items.length) ?? at)}
        onClose={() => setDrawn(false)}
      />
    </>
  )
}

// On a telephone a title that stays would leave no room for what is moved past it.
const widestFixed = columnWidths.day

interface RowTableProps<Row> extends LedgerRowsProps<Row> {
  readonly active: number | undefined
  readonly onLook: (index: number) => void
}

function RowTable<Row>(props: RowTableProps<Row>) {
  const { page, columns, keyOf, ask, active, onLook } = props
  const [isLarge] = useTypeSize()
  const isPrinting = useMedia('print')
  const isPhone = useMedia('(max-width: 800px)')
  const stretch = isLarge ? largeStretch : 1
  const width = columns.reduce((sum, column) => sum + column.width * stretch, 0)
  return (
    <Table<Row>
      size="small"
      dataSource={page.items}
      rowKey={keyOf}
      pagination={false}
      tableLayout="fixed"
      showSorterTooltip={false}
      columns={columns.map((column, place) =>
        drawn(column, {
          isFixed: place === 0 && !isPrinting && !(isPhone && column.width > widestFixed),
          sort: ask.sort,
          width: isPrinting ? `${(column.width * stretch * 100) / width}%` : column.width * stretch,
        }),
      )}
      rowClassName={(_, index) => (index === active ? 'ledger-row is-active' : 'ledger-row')}
      onRow={(_, index) => ({
        onClick: (event) => {
          if (!isControl(event.target)) onLook(index ?? 0)
        },
      })}
      onChange={(_page, _filters, sorter) => props.onAsk({ ...ask, page: 1, sort: sortOf(sorter, columns) })}
      {...(isPrinting ? {} : { ...ticking(props), sticky: { offsetHeader: sizes.top }, scroll: { x: width } })}
    />
  )
}

/** The boxes at the left. Ticking a single box after "all that match" goes back to rows by name. */
function ticking<Row>({
  selection,
  onSelection,
  page,
  keyOf,
  summary,
}: RowTableProps<Row>): Pick<TableProps<Row>, 'rowSelection'> {
  if (!selection) return {}
  const keys = selection.kind === 'rows' ? [...selection.ids] : page.items.map(keyOf)
  return {
    rowSelection: {
      columnWidth: sizes.touch,
      selectedRowKeys: keys,
      // Rows ticked on other pages stay ticked: their keys are kept although their rows are not here.
      preserveSelectedRowKeys: true,
      onChange: (ids) => onSelection({ kind: 'rows', ids: ids.map(String) }),
      // The library's own names are English, and its lists of words have none for them.
      getCheckboxProps: (row) => ({ 'aria-label': ledgerWords.tick(summary.title(row)) }),
      getTitleCheckboxProps: () => ({ 'aria-label': ledgerWords.tickAll }),
    },
  }
}

type TableColumn<Row> = NonNullable<TableProps<Row>['columns']>[number]

interface Drawing {
  readonly isFixed: boolean
  readonly sort: string | undefined
  /** On paper shares of the page, so that nothing is cut off at its right. */
  readonly width: number | string
}

function drawn<Row>(column: LedgerColumn<Row>, { isFixed, sort, width }: Drawing): TableColumn<Row> {
  const shown: TableColumn<Row> = {
    key: column.key,
    title: column.title,
    width,
    // The name stays in sight when a wide table is moved sideways.
    ...(isFixed ? { fixed: 'start' as const } : {}),
    align: column.isNumber ? 'right' : 'left',
    ellipsis: true,
    render: (_, row) => column.render(row),
  }
  if (column.sortBy === undefined) return shown
  const order = sort === column.sortBy ? 'ascend' : sort === `-${column.sortBy}` ? 'descend' : null
  return { ...shown, sorter: true, sortOrder: order }
}

function sortOf<Row>(
  sorter: Parameters<NonNullable<TableProps<Row>['onChange']>>[2],
  columns: readonly LedgerColumn<Row>[],
): string | undefined {
  const one = Array.isArray(sorter) ? sorter[0] : sorter
  const by = columns.find((column) => column.key === one?.columnKey)?.sortBy
  if (by === undefined || !one?.order) return undefined
  return one.order === 'descend' ? `-${by}` : by
}

function toggled(selection: Selection | undefined, id: string): Selection {
  const ids = selection?.kind === 'rows' ? selection.ids : []
  return { kind: 'rows', ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] }
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, .ant-table-selection-column') !== null
}
