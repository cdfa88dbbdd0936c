import type { EventLine } from '@dongzhou/contract/activities'
import type { Board, BoardLine } from '@dongzhou/contract/plan'
import { daysOverdue } from '../activities/event-state.tsx'
import { writeFigure } from '../plan/figure.ts'
import { lagOf } from '../plan/progress.ts'
import { lateWords } from './words.ts'
import type { WorkItem } from './work-line.tsx'

/** 滞后的指标: what is late or at risk, with days and what is missing; in the order of the board, late first. */
export function lateIndicators(board: Board, today: string): readonly WorkItem[] {
  return board.lines.flatMap((line) => lateIndicator(line, board, today) ?? [])
}

function lateIndicator(line: BoardLine, board: Board, today: string): WorkItem | undefined {
  const lag = lagOf(line, board.asOf, today)
  if (!lag) return undefined
  const { indicator, progress } = line
  const figure = writeFigure(lag.missing, indicator.unit)
  const isOverdue = lag.kind === 'overdue'
  return {
    key: indicator.code,
    title: indicator.name,
    note: `${indicator.programme.name}，${isOverdue ? lateWords.missing(figure) : lateWords.behindBy(figure)}`,
    opensAt: `/plan/indicators/${indicator.code}?dayFrom=${board.year}-01-01&dayTo=${board.year}-12-31`,
    mark: isOverdue ? lateWords.overdue(lag.days) : lateWords.behind(lag.days),
    tone: progress === 'late' ? 'late' : 'risk',
  }
}

/** 逾期未登记的活动: planned for a day gone by; the longest ago first. */
export function overdueEvents(events: readonly EventLine[], today: string): readonly WorkItem[] {
  return [...events]
    .sort((one, other) => one.day.localeCompare(other.day))
    .flatMap((event) => {
      const days = daysOverdue(event, today)
      if (days === undefined) return []
      return [
        {
          key: `event ${event.id}`,
          title: event.title,
          note: lateWords.eventNote(event.dayText),
          opensAt: `/activities/events/${event.id}`,
          mark: lateWords.event(days),
          tone: 'late' as const,
        },
      ]
    })
}

/** Of each programme the line that is furthest behind, in the order of the board, and how many more it has. */
export function programmeStrips(board: Board): readonly { readonly line: BoardLine; readonly others: number }[] {
  const withTarget = board.lines.filter(({ target, done }) => target !== null && done !== null)
  const programmes = Map.groupBy(withTarget, ({ indicator }) => indicator.programme.code)
  return [...programmes.values()].flatMap(([line, ...others]) => (line ? [{ line, others: others.length }] : []))
}

/** The board to show: this year's once it has a target, else last year's. */
export function boardToShow(current: Board | undefined, before: Board | undefined): Board | undefined {
  if (!current) return undefined
  const hasTargets = (board: Board) => board.lines.some(({ target }) => target !== null)
  if (hasTargets(current) || !before || !hasTargets(before)) return current
  return before
}
