import type { Board as BoardData, BoardLine } from '@dongzhou/contract/plan'
import { Board, type BoardCell, type BoardColumn, type BoardRow } from '../kit/board.tsx'
import { nothing, writeDay, writeNumber } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { writeFigure } from './figure.ts'
import { lagOf, standingOfProgress, stripLine } from './progress.ts'
import { boardWords } from './words.ts'

interface BoardPartProps {
  readonly lines: readonly BoardLine[]
  readonly board: BoardData
}

const targetColumns: readonly BoardColumn[] = [
  { key: 'expected', title: boardWords.expected, isNumber: true },
  { key: 'forecast', title: boardWords.forecast, isNumber: true },
  { key: 'gap', title: boardWords.gap, isNumber: true },
  { key: 'due', title: boardWords.due, isNumber: true },
]

/** Indicators with a target: how far, how far they should be, and where they will end. */
export function BoardWithTargets({ lines, board, today }: BoardPartProps & { readonly today: string }) {
  return (
    <Board
      caption={boardWords.yearTitle(board.year)}
      rowTitle={boardWords.indicator}
      columns={targetColumns}
      rows={lines.map((line) => targetRow(line, board, today))}
    />
  )
}

function targetRow(line: BoardLine, board: BoardData, today: string): BoardRow {
  const { indicator, target, done, expected, forecast, progress } = line
  const lag = lagOf(line, board.asOf, today)
  const gap = target && done !== null ? Math.max(0, target.value - done) : null
  const standing = standingOfProgress(progress)
  return {
    key: indicator.code,
    title: <IndicatorName line={line} board={board} />,
    note: indicator.programme.name,
    strip: { line: stripLine(line), unit: indicator.unit, standing },
    cells: {
      expected: figureCell(boardWords.expected, expected, indicator),
      forecast: figureCell(boardWords.forecast, forecast, indicator),
      gap: gap === 0 ? undefined : { ...figureCell(boardWords.gap, gap, indicator), standing },
      due: {
        text: lag ? lagText(lag) : writeDay(target?.to),
        say: `${boardWords.due} ${writeDay(target?.to)}`,
        ...(lag ? { standing } : {}),
      },
    },
  }
}

function lagText({ kind, days }: NonNullable<ReturnType<typeof lagOf>>): string {
  return kind === 'overdue' ? boardWords.overdue(days) : boardWords.behind(days)
}

function figureCell(what: string, value: number | null, { unit }: BoardLine['indicator']): BoardCell {
  const text = value === null ? nothing : writeFigure(value, unit)
  return { text, say: `${what} ${text}` }
}

const doneColumns: readonly BoardColumn[] = [
  { key: 'done', title: boardWords.done, isNumber: true },
  { key: 'rows', title: boardWords.rows, isNumber: true },
]

/** Indicators that nobody set a target for: what was done, and on how many records it stands. */
export function BoardWithoutTargets({ lines, board }: BoardPartProps) {
  const title = board.isWholeBureau ? boardWords.withoutTarget : boardWords.part
  return (
    <section className="plan-part">
      <h2>{title}</h2>
      <p className="quiet">{board.isWholeBureau ? boardWords.withoutTargetSay : boardWords.partSay}</p>
      <Board
        caption={title}
        rowTitle={boardWords.indicator}
        columns={doneColumns}
        rows={lines.map((line) => ({
          key: line.indicator.code,
          title: <IndicatorName line={line} board={board} />,
          note: line.indicator.programme.name,
          cells: {
            done: figureCell(boardWords.done, line.done, line.indicator),
            rows: { text: boardWords.rowCount(writeNumber(line.rows ?? 0)), say: boardWords.rows },
          },
        }))}
      />
    </section>
  )
}

function IndicatorName({ line: { indicator }, board }: { readonly line: BoardLine; readonly board: BoardData }) {
  return (
    <PageLink to={`/plan/indicators/${indicator.code}?dayFrom=${board.year}-01-01&dayTo=${board.year}-12-31`}>
      {indicator.name}
    </PageLink>
  )
}
