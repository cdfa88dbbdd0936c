import { EyeInvisibleOutlined } from '@ant-design/icons'
import type { LedgerView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { letterOf } from '../columns/mapping-draft.ts'
import { type Place, ROW_ITSELF } from './complaint-walk.ts'
import { cellId, GridRow, placeAt } from './grid-row.tsx'
import { gridWords } from './grid-words.ts'
import { moved } from './move.ts'
import type { Pending } from './use-rows.ts'

/** What the page may ask of the grid. */
export interface GridHandle {
  focus(): void
}

interface SheetGridProps {
  readonly ref: Ref<GridHandle>
  readonly sheet: SheetView
  readonly ledger: LedgerView | undefined
  readonly rows: readonly StagedRow[]
  readonly at: Place | undefined
  readonly isEditing: boolean
  readonly isWaiting: boolean
  readonly pending: Pending
  readonly onMove: (at: Place) => void
  readonly onEdit: (at: Place) => void
  readonly onEdited: (at: Place, text: string | undefined) => void
}

/** 导入表格 (grid): the sheet as it is, its header overlaid with what each column is read as. */
export function SheetGrid(props: SheetGridProps) {
  const { ref, sheet, rows, at, isEditing } = props
  const table = useRef<HTMLTableElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => table.current?.focus({ preventScroll: true }) }), [])
  useEffect(() => {
    if (at) document.getElementById(cellId(at.row, at.column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  // The rows are memoised, so what they call must not change with every move.
  const edited = useCallback((row: number, column: number, text: string | undefined, key: string | undefined) => {
    latest.current.onEdited({ row, column }, text)
    if (key === undefined) return
    table.current?.focus({ preventScroll: true })
    if (key === 'Tab') step(latest.current, 'ArrowRight')
  }, [])

  function press(event: KeyboardEvent): void {
    if (event.target !== table.current || event.ctrlKey || event.metaKey || event.altKey) return
    if ((event.key === 'Enter' || event.key === 'F2') && at && at.column !== ROW_ITSELF) props.onEdit(at)
    else if (!step(props, event.key)) return
    event.preventDefault()
  }

  function pick(event: MouseEvent, onPicked: (at: Place) => void): void {
    const place = placeAt(event.target)
    if (!place) return
    onPicked(place)
    table.current?.focus({ preventScroll: true })
  }

  return (
    <div className={props.isWaiting ? 'grid-box is-waiting' : 'grid-box'} aria-busy={props.isWaiting}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one walks through cell by cell is a grid
        role="grid"
        className="grid"
        aria-label={`${sheet.name}：${gridWords.keys}`}
        aria-activedescendant={at && cellId(at.row, at.column)}
        tabIndex={0}
        onKeyDown={press}
        onClick={(event) => pick(event, props.onMove)}
        onDoubleClick={(event) => pick(event, props.onEdit)}
      >
        <GridHead sheet={sheet} ledger={props.ledger} />
        <tbody>
          {rows.map((row) => (
            <GridRow
              key={row.row}
              row={row}
              columns={sheet.columns}
              active={at?.row === row.row ? at.column : undefined}
              isEditing={isEditing && at?.row === row.row}
              pending={props.pending.get(row.row)}
              onEdited={edited}
            />
          ))}
        </tbody>
      </table>
      <Choices ledger={props.ledger} sheet={sheet} />
    </div>
  )
}

/** Moves by a key; false for keys that do not move. */
function step({ rows, sheet, at, onMove }: SheetGridProps, key: string): boolean {
  const numbers = rows.map(({ row }) => row)
  const columns = sheet.columns.map(({ index }) => index)
  const next = moved(key, at, numbers, columns)
  if (next) onMove(next)
  return next !== undefined
}

function GridHead({ sheet, ledger }: Pick<SheetGridProps, 'sheet' | 'ledger'>) {
  return (
    <thead>
      <tr>
        <th scope="col" className="grid-number">
          {gridWords.row}
        </th>
        {sheet.columns.map((column) => {
          const title = ledger?.fields.find((field) => field.key === column.field)?.title
          return (
            <th key={column.index} scope="col" className={title === undefined ? 'grid-head is-skipped' : 'grid-head'}>
              <span className="grid-letter small">
                {letterOf(column.index)}
                {column.isHidden && (
                  <span className="risk" title={gridWords.hidden}>
                    {' '}
                    <EyeInvisibleOutlined aria-label={gridWords.hidden} />
                  </span>
                )}
              </span>
              <span className="grid-title">{column.title}</span>
              <span className="grid-field small">{title ?? gridWords.skipped}</span>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** What may stand in a column, offered while one types. */
function Choices({ sheet, ledger }: Pick<SheetGridProps, 'sheet' | 'ledger'>) {
  return sheet.columns.map((column) => (
    <datalist key={column.index} id={`grid-choices-${column.index}`}>
      {ledger?.fields
        .find((field) => field.key === column.field)
        ?.choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
    </datalist>
  ))
}
