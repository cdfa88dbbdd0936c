import { writeDay } from '../kit/format.ts'
import { SampleTag } from './entitlement-sample.tsx'
import type { History, HistoryCell, HistoryColumn, HistoryLine } from './rate-history.ts'
import { LateMark } from './rate-state.tsx'
import { bareValue, changeText, valueText } from './rate-value.ts'
import { kindWords, rateWords } from './rate-words.ts'
import './rate.css'

interface TableProps {
  readonly history: History
  /** What the table is of, for those who hear it. */
  readonly name: string
  readonly onOpen: (id: number) => void
}

/** 历次标准 as a table: a figure that only carries on is grey, one that waits is marked, and what it rose by stands beside it. */
export function HistoryTable({ history: { columns, lines, unit }, name, onOpen }: TableProps) {
  const isGraded = lines.some((line) => line.name !== '')
  return (
    <div className="card rate-history">
      <table>
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col" className="rate-grade">
              {isGraded && kindWords.grade}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.from} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <GradeRows
              key={line.key}
              line={line}
              columns={columns}
              isUniform={unit !== undefined}
              opensGroup={line.group !== undefined && line.group !== lines[at - 1]?.group}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnHead({ column }: { readonly column: HistoryColumn }) {
  const [document = ''] = column.documents
  return (
    <th scope="col" className="rate-column">
      <span className="rate-column-day">{rateWords.since(writeDay(column.from))}</span>
      <span className="rate-column-marks">
        {column.isSample && <SampleTag />}
        {column.isLate && <LateMark />}
        {column.isWaiting && <span className="risk small">{kindWords.waits}</span>}
      </span>
      <span className="small rate-column-document" title={column.documents.join('、')}>
        {column.documents.length > 1 ? kindWords.several(column.documents.length) : document}
      </span>
    </th>
  )
}

interface GradeProps extends Pick<TableProps, 'onOpen'> {
  readonly line: HistoryLine
  readonly columns: readonly HistoryColumn[]
  readonly isUniform: boolean
  readonly opensGroup: boolean
}

function GradeRows({ line, columns, isUniform, opensGroup, onOpen }: GradeProps) {
  return (
    <>
      {opensGroup && (
        <tr className="rate-group">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            {line.group}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row" className="rate-grade">
          {line.name === '' ? kindWords.whole : line.name}
        </th>
        {line.cells.map((cell, at) => (
          <td key={columns[at]?.from ?? at}>
            {cell && <Figure cell={cell} name={line.name} isUniform={isUniform} onOpen={onOpen} />}
          </td>
        ))}
      </tr>
    </>
  )
}

interface FigureProps extends Pick<TableProps, 'onOpen'> {
  readonly cell: HistoryCell
  readonly name: string
  readonly isUniform: boolean
}

function Figure({ cell, name, isUniform, onOpen }: FigureProps) {
  const { row, isCarried, waiting } = cell
  const change = isCarried ? undefined : changeText(row, cell.before)
  const tone = isCarried ? 'is-carried' : row.state === 'proposed' ? 'is-waiting' : ''
  return (
    <button
      type="button"
      className={`plain rate-cell ${tone}`}
      title={isCarried ? kindWords.carried(writeDay(row.validFrom)) : row.document}
      aria-label={`${name} ${rateWords.since(writeDay(row.validFrom))} ${valueText(row)}`}
      onClick={() => onOpen(row.id)}
    >
      <span>{isUniform ? bareValue(row) : row.valueText}</span>
      {change !== undefined && <span className="small quiet rate-change">{change}</span>}
      {waiting !== undefined && waiting !== row && (
        <span className="risk small rate-change">{waiting.isVoid ? rateWords.voidMark : kindWords.waits}</span>
      )}
    </button>
  )
}
