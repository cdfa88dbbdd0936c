/** 进度 (standing): how a thing is doing against its plan. */
export type Standing = 'late' | 'risk' | 'on-time' | 'finished' | 'unknown'

/** What a strip draws: all in the indicator's own unit. */
export interface PlanLine {
  readonly target: number | undefined
  readonly done: number | undefined
  /** Where it will end if it goes on like this. */
  readonly forecast?: number | undefined
  /** What should be done by today; undefined when the plan does not say. */
  readonly expected?: number | undefined
}

/** Judges a line: finished at the target, late under 80 % of what should be done by now, at risk under all of it. */
export function standingOf({ target, done, forecast, expected }: PlanLine): Standing {
  if (target === undefined || done === undefined) return 'unknown'
  if (done >= target) return 'finished'
  if (expected !== undefined && done < expected * 0.8) return 'late'
  if ((expected !== undefined && done < expected) || (forecast !== undefined && forecast < target)) return 'risk'
  return 'on-time'
}

const order: readonly Standing[] = ['late', 'risk', 'unknown', 'on-time', 'finished']

/** 滞后在前: late first, then at risk; within a standing the one furthest behind goes first. */
export function lateFirst<Row extends PlanLine>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort(
    (one, other) => order.indexOf(standingOf(one)) - order.indexOf(standingOf(other)) || shareOf(one) - shareOf(other),
  )
}

/** Shares of the strip's length in percent; the strip is as long as the largest of its numbers, so nothing overflows. */
export function stripOf({ target, done, forecast, expected }: PlanLine): {
  readonly done: number
  readonly forecast: number
  readonly target: number
  readonly expected: number | undefined
} {
  const whole = Math.max(target ?? 0, done ?? 0, forecast ?? 0, 1)
  const share = (value: number | undefined): number => ((value ?? 0) / whole) * 100
  return {
    done: share(done),
    forecast: share(forecast),
    target: share(target),
    expected: expected === undefined ? undefined : Math.min(share(expected), 100),
  }
}

function shareOf(line: PlanLine): number {
  return line.target === undefined || line.target === 0 ? 0 : (line.done ?? 0) / line.target
}
