import type { ColumnView, StagedRow } from '@dongzhou/contract/intake'
import { memo, useRef } from 'react'
import { isAccepted, type Place, ROW_ITSELF, waitsForDecision } from './complaint-walk.ts'
import { gridWords } from './grid-words.ts'

interface GridRowProps {
  readonly row: StagedRow
  readonly columns: readonly ColumnView[]
  /** The column one stands on, where it is in this row. */
  readonly active: number | undefined
  readonly isEditing: boolean
  /** Corrections of this row that are on their way. */
  readonly pending: ReadonlyMap<number, string> | undefined
  /** undefined: the editor was left without a change. */
  readonly onEdited: (row: number, column: number, text: string | undefined, key: string | undefined) => void
}

/** One row of the sheet as it is. Memoised: moving over two thousand cells redraws two rows. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, active } = props
  const number = row.row
  return (
    <tr className={isAccepted(row) ? 'grid-line is-accepted' : 'grid-line'}>
      <th
        scope="row"
        id={cellId(number, ROW_ITSELF)}
        className={`grid-number ${markOf(row)}${active === ROW_ITSELF ? ' is-active' : ''}`}
        data-row={number}
        data-column={ROW_ITSELF}
      >
        {number}
      </th>
      {columns.map((column) => (
        <GridCell key={column.index} {...props} column={column} isActive={active === column.index} />
      ))}
    </tr>
  )
})

interface GridCellProps extends GridRowProps {
  readonly column: ColumnView
  readonly isActive: boolean
}

function GridCell({ row, column, isActive, isEditing, pending, onEdited }: GridCellProps) {
  const { index } = column
  const sent = pending?.get(index)
  const text = sent ?? row.cells[index] ?? ''
  const says = [...row.complaints, ...row.repairs].filter((one) => one.column === index).map(({ say }) => say)
  return (
    <td
      id={cellId(row.row, index)}
      className={cellClass(row, column, isActive, sent !== undefined)}
      title={[text, ...says].join('\n')}
      data-row={row.row}
      data-column={index}
    >
      {isActive && isEditing ? (
        <CellInput
          text={text}
          label={`${gridWords.rowOnly(row.row)} ${column.title}`}
          listId={`grid-choices-${index}`}
          onEnd={(next, key) => onEdited(row.row, index, next, key)}
        />
      ) : (
        text
      )}
      {says.length > 0 && <span className="unseen">{says.join(' ')}</span>}
    </td>
  )
}

interface CellInputProps {
  readonly text: string
  readonly label: string
  readonly listId: string
  readonly onEnd: (text: string | undefined, key: string | undefined) => void
}

/** The editor in its cell: Enter keeps, Escape drops, Tab keeps and moves on, leaving keeps. */
function CellInput({ text, label, listId, onEnd }: CellInputProps) {
  // Ending by a key removes the input, which then loses the focus: that must not end it twice.
  const hasEnded = useRef(false)
  function end(next: string | undefined, key?: string): void {
    if (hasEnded.current) return
    hasEnded.current = true
    onEnd(next === text ? undefined : next, key)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody pressed Enter on its cell
      autoFocus
      className="grid-input"
      aria-label={label}
      list={listId}
      defaultValue={text}
      maxLength={500}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        // While an input method composes, Enter belongs to it.
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key === 'Escape') end(undefined, event.key)
        else if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault()
          end(event.currentTarget.value, event.key)
        }
      }}
    />
  )
}

/** The place of the cell that was clicked; undefined for a click into an editor or between cells. */
export function placeAt(target: EventTarget): Place | undefined {
  const cell = target instanceof HTMLInputElement || !(target instanceof Element) ? null : target.closest('[data-row]')
  if (!(cell instanceof HTMLElement)) return undefined
  const { row, column } = cell.dataset
  return { row: Number(row), column: Number(column) }
}

/** The id of a cell in the page, for the grid's active descendant. */
export function cellId(row: number, column: number): string {
  return `grid-${row}-${column === ROW_ITSELF ? 'row' : column}`
}

function cellClass(row: StagedRow, column: ColumnView, isActive: boolean, isSent: boolean): string {
  const names = ['grid-cell']
  const complaints = isAccepted(row) ? [] : row.complaints.filter((one) => one.column === column.index)
  if (isSent) names.push('is-sent')
  else if (complaints.some(({ severity }) => severity === 'held')) names.push('is-held')
  else if (complaints.length > 0) names.push('is-warned')
  else if (row.repairs.some((repair) => repair.column === column.index)) names.push('is-repaired')
  if (column.field === null) names.push('is-skipped')
  if (isActive) names.push('is-active')
  return names.join(' ')
}

function markOf(row: StagedRow): string {
  if (isAccepted(row)) return 'is-accepted'
  if (row.severity === 'held') return 'is-held'
  if (waitsForDecision(row)) return 'is-decide'
  return row.severity === 'warned' ? 'is-warned' : ''
}
