import type { ReportComparison } from '@dongzhou/contract/reports'
import { writeNumber } from '../kit/format.ts'
import { inUnit } from '../plan/figure.ts'

type Change = ReportComparison['figures'][number]

/** One figure at two cut-offs, in words. */
export interface FigureChange {
  readonly id: string
  readonly name: string
  readonly before: string
  readonly after: string
  /** `+3 场`; empty where one side has no number. */
  readonly difference: string
  readonly isMore: boolean
}

/** The figures as they read from one cut-off to the other; `to-other` turns the comparison about. */
export function figureChanges(
  figures: readonly Change[],
  direction: 'to-report' | 'to-other',
): readonly FigureChange[] {
  return figures.map((change) => {
    const sign = direction === 'to-report' ? 1 : -1
    const [before, after] =
      sign === 1 ? [change.shownBefore, change.shownAfter] : [change.shownAfter, change.shownBefore]
    const difference = change.difference === null ? undefined : change.difference * sign
    return {
      id: change.id,
      name: change.name,
      before: before ?? '',
      after: after ?? '',
      difference:
        difference === undefined || difference === 0 ? '' : signed(inUnit(difference, change.unit), change.unit),
      isMore: (difference ?? 0) > 0,
    }
  })
}

/** Only those that say something else, or whose exact value moved under the same words. */
export function changedFigures(
  figures: readonly Change[],
  direction: 'to-report' | 'to-other',
): readonly FigureChange[] {
  return figureChanges(figures, direction).filter(
    ({ before, after, difference }) => before !== after || difference !== '',
  )
}

function signed(value: number, unit: string): string {
  return `${value > 0 ? '+' : '−'}${writeNumber(Math.abs(value))} ${unit}`
}
