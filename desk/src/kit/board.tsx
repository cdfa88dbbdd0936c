import { boardWords } from '../words/kit.ts'
import './board.css'
import { writeNumber } from './format.ts'
import { PageLink } from './navigation.tsx'
import { type PlanLine, type Standing, standingOf, stripOf } from './plan-progress.ts'

/** A column of the board: a month, a town, a state. */
export interface BoardColumn {
  readonly key: string
  readonly title: string
  /** The month we are in: drawn apart. */
  readonly isNow?: boolean
  /** Figures of many digits stand at the right so that they align; single ones in the middle. */
  readonly isNumber?: boolean
}

/** What stands in one cell; it opens its records. */
export interface BoardCell {
  readonly text: string
  readonly opensAt?: string
  readonly standing?: Standing
  /** Read aloud and shown on hover: 2025年3月：计划 2 场，完成 1 场. */
  readonly say: string
}

export interface BoardRow {
  readonly key: string
  readonly title: React.ReactNode
  /** The group it belongs to; rows of a group stand together under its name. */
  readonly group?: string
  /** Under the title: who is responsible, what it counts. */
  readonly note?: React.ReactNode
  readonly strip?: PlanStripProps
  readonly cells: Readonly<Record<string, BoardCell | undefined>>
}

interface BoardProps {
  readonly caption: string
  readonly rowTitle: string
  readonly columns: readonly BoardColumn[]
  /** In the order they are shown; `lateFirst` of plan-progress orders them. */
  readonly rows: readonly BoardRow[]
}

/** 计划 / 名册矩阵 (board): rows are things, columns are time or state; a cell opens its records. */
export function Board({ caption, rowTitle, columns, rows }: BoardProps) {
  const hasStrips = rows.some((row) => row.strip !== undefined)
  return (
    <div className="card board">
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="board-thing">
              {rowTitle}
            </th>
            {hasStrips && (
              <th scope="col" className="board-strip">
                {`${boardWords.done} / ${boardWords.target}`}
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <BoardLine
              key={row.key}
              row={row}
              columns={columns}
              hasStrips={hasStrips}
              opensGroup={row.group !== undefined && row.group !== rows[at - 1]?.group}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellClass({ isNow, isNumber }: BoardColumn): string {
  return ['board-cell', isNow ? 'is-now' : '', isNumber ? 'is-number' : ''].filter((name) => name !== '').join(' ')
}

interface BoardLineProps {
  readonly row: BoardRow
  readonly columns: readonly BoardColumn[]
  readonly hasStrips: boolean
  readonly opensGroup: boolean
}

function BoardLine({ row, columns, hasStrips, opensGroup }: BoardLineProps) {
  return (
    <>
      {opensGroup && (
        <tr className="board-group">
          <th scope="rowgroup" colSpan={columns.length + (hasStrips ? 2 : 1)}>
            {row.group}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row" className="board-thing">
          {row.title}
          {row.note !== undefined && <span className="small quiet board-note">{row.note}</span>}
        </th>
        {hasStrips && <td className="board-strip">{row.strip && <PlanStrip {...row.strip} />}</td>}
        {columns.map((column) => (
          <td key={column.key} className={cellClass(column)}>
            <Cell cell={row.cells[column.key]} />
          </td>
        ))}
      </tr>
    </>
  )
}

function Cell({ cell }: { readonly cell: BoardCell | undefined }) {
  if (!cell) return null
  const name = cell.standing ? `board-figure is-${cell.standing}` : 'board-figure'
  if (cell.opensAt === undefined) {
    return (
      <span className={name} title={cell.say}>
        {cell.text}
      </span>
    )
  }
  return (
    <PageLink to={cell.opensAt} className={name} aria-label={cell.say}>
      {cell.text}
    </PageLink>
  )
}

const standingWords: { readonly [S in Standing]: string } = {
  late: boardWords.late,
  risk: boardWords.risk,
  'on-time': boardWords.onTime,
  finished: boardWords.finished,
  unknown: boardWords.unknown,
}

export interface PlanStripProps {
  readonly line: PlanLine
  readonly unit: string
  /** As the server judged it, where it did; else it is judged here. */
  readonly standing?: Standing
}

/** 进度条 (strip): what is done in full colour, what is forecast in pale, a mark where it should be today. */
export function PlanStrip({ line, unit, standing = standingOf(line) }: PlanStripProps) {
  const strip = stripOf(line)
  return (
    <div className={`strip is-${standing}`} title={sayOf(line, unit)}>
      <span className="strip-words">
        <span>
          <strong>{line.done === undefined ? '—' : writeNumber(line.done)}</strong>
          {line.target === undefined ? ` ${unit}` : ` / ${writeNumber(line.target)} ${unit}`}
        </span>
        <StandingMark standing={standing} />
      </span>
      <span className="strip-track" aria-hidden>
        <span className="strip-forecast" style={{ width: `${strip.forecast}%` }} />
        <span className="strip-done" style={{ width: `${strip.done}%` }} />
        {strip.expected !== undefined && standing !== 'finished' && (
          <span className="strip-expected" style={{ left: `${strip.expected}%` }} />
        )}
      </span>
      <span className="unseen">{sayOf(line, unit)}</span>
    </div>
  )
}

/** A standing as a word in its colour; the word, not the colour, carries the meaning. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return <span className={`standing is-${standing}`}>{standingWords[standing]}</span>
}

function sayOf(line: PlanLine, unit: string): string {
  const parts: readonly (readonly [string, number | undefined])[] = [
    [boardWords.target, line.target],
    [boardWords.done, line.done],
    [boardWords.forecast, line.forecast],
    [boardWords.expected, line.expected],
  ]
  return parts
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${writeNumber(value)} ${unit}`]))
    .join('，')
}
