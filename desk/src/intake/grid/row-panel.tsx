import type { ColumnView, LedgerView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import { Button } from 'antd'
import { PageLink } from '../../kit/navigation.tsx'
import { letterOf } from '../columns/mapping-draft.ts'
import { outcomeWords } from '../outcome-words.ts'
import { isAccepted, type Place } from './complaint-walk.ts'
import { gridWords } from './grid-words.ts'
import { type Decide, MatchCard, textOf } from './match-card.tsx'

interface RowPanelProps {
  readonly row: StagedRow | undefined
  readonly at: Place | undefined
  readonly sheet: SheetView
  readonly ledger: LedgerView | undefined
  /** How many cells of the page hold the same text and complaint, this one included. */
  readonly same: number
  readonly isMutable: boolean
  readonly isDeciding: boolean
  readonly onMove: (at: Place) => void
  readonly onEdit: () => void
  readonly onChoose: (text: string) => void
  readonly onSame: () => void
  readonly onDecide: Decide
}

/** Beside the grid: what is wrong in the cell one stands on, how to mend it, and whom the row speaks of. */
export function RowPanel(props: RowPanelProps) {
  const { row, at, sheet } = props
  const column = sheet.columns.find((one) => one.index === at?.column)
  if (!row) return <aside className="card grid-panel quiet">{gridWords.pick}</aside>
  const who = [gridWords.rowOnly(row.row), textOf(row, sheet, 'name')].filter((part) => part !== '').join(' ')
  const place = column
    ? gridWords.place(who, column.title === '' ? gridWords.untitled : column.title, letterOf(column.index))
    : who
  return (
    <aside className="card grid-panel stack" aria-label={place} aria-live="polite">
      <h2>{place}</h2>
      {column && <CellPart {...props} row={row} column={column} />}
      {row.matches.length > 0 && (
        <MatchCard
          row={row}
          sheet={sheet}
          isMutable={props.isMutable && !isAccepted(row)}
          isBusy={props.isDeciding}
          onDecide={props.onDecide}
        />
      )}
      <OtherComplaints row={row} column={column} sheet={sheet} onMove={props.onMove} />
      <OutcomePart row={row} />
    </aside>
  )
}

interface PartProps extends RowPanelProps {
  readonly row: StagedRow
  readonly column: ColumnView
}

function CellPart(props: PartProps) {
  const { row, column, isMutable } = props
  const text = row.cells[column.index] ?? ''
  const complaints = isAccepted(row) ? [] : row.complaints.filter((one) => one.column === column.index)
  const repairs = row.repairs.filter((one) => one.column === column.index)
  return (
    <>
      <p className="grid-text">{text === '' ? <span className="quiet">{gridWords.empty}</span> : text}</p>
      {complaints.length === 0 && repairs.length === 0 && <p className="quiet">{gridWords.fine}</p>}
      <ul className="grid-says">
        {complaints.map((one) => (
          <li key={one.code} className={`is-${one.severity}`}>
            {one.say}
          </li>
        ))}
        {repairs.map((one) => (
          <li key={one.say} className="is-repaired">
            {one.say}
          </li>
        ))}
      </ul>
      {isMutable && !isAccepted(row) && <Mending {...props} hasComplaint={complaints.length > 0} text={text} />}
    </>
  )
}

// More than these are chosen while typing in the cell; as buttons they would fill the panel.
const CHOICES_AS_BUTTONS = 8

function Mending(props: PartProps & { readonly hasComplaint: boolean; readonly text: string }) {
  const { column, ledger, same, hasComplaint, text } = props
  const choices = ledger?.fields.find((field) => field.key === column.field)?.choices ?? []
  return (
    <div className="stack grid-mending">
      {hasComplaint && choices.length > 0 && choices.length <= CHOICES_AS_BUTTONS && (
        <div className="row">
          <span className="quiet">{gridWords.choose}</span>
          {choices.map((choice) => (
            <Button key={choice} size="small" onClick={() => props.onChoose(choice)}>
              {choice}
            </Button>
          ))}
        </div>
      )}
      <div className="row">
        <Button onClick={props.onEdit}>{gridWords.fix}</Button>
        {same > 1 && (
          <Button onClick={props.onSame}>
            {text.trim() === '' ? gridWords.sameEmpty(same) : gridWords.same(same, text.trim())}
          </Button>
        )}
      </div>
    </div>
  )
}

interface OtherComplaintsProps {
  readonly row: StagedRow
  readonly column: ColumnView | undefined
  readonly sheet: SheetView
  readonly onMove: (at: Place) => void
}

function OtherComplaints({ row, column, sheet, onMove }: OtherComplaintsProps) {
  const others = isAccepted(row) ? [] : row.complaints.filter((one) => one.column !== column?.index)
  if (others.length === 0) return null
  return (
    <section>
      <h3>{gridWords.others}</h3>
      <ul className="grid-says">
        {others.map((one) => (
          <li key={`${one.column} ${one.code}`} className={`is-${one.severity}`}>
            <button type="button" className="plain" onClick={() => onMove({ row: row.row, column: one.column })}>
              {sheet.columns.some(({ index }) => index === one.column) ? one.say : `${gridWords.row}：${one.say}`}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OutcomePart({ row }: { readonly row: StagedRow }) {
  if (row.outcome === null) return null
  return (
    <p className={row.outcome === 'refused' || row.outcome === 'kept' ? 'late' : 'quiet'}>
      {outcomeWords(row.outcome)}
      {row.why !== null && `：${row.why}`}{' '}
      {row.personId !== null && <PageLink to={`/registry/people/${row.personId}`}>{gridWords.openPerson}</PageLink>}
    </p>
  )
}
