import type { BoardLine, Progress } from '@dongzhou/contract/plan'
import { type Day, daysBetween, findDay } from '@dongzhou/terms/day'
import type { PlanLine, Standing } from '../kit/plan-progress.ts'
import { inUnit } from './figure.ts'

const standings: { readonly [P in Progress]: Standing } = {
  late: 'late',
  'at-risk': 'risk',
  'on-track': 'on-time',
  done: 'finished',
  'no-target': 'unknown',
  'room-not-built': 'unknown',
}

/** How the board draws what the server judged. */
export function standingOfProgress(progress: Progress): Standing {
  return standings[progress]
}

/** A line of the board in its own unit, as the strip draws it. */
export function stripLine({ indicator, target, done, forecast, expected }: BoardLine): PlanLine {
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? undefined : inUnit(value, indicator.unit)
  return { target: shown(target?.value), done: shown(done), forecast: shown(forecast), expected: shown(expected) }
}

/** How far a line is behind: what is missing now, and in days; undefined where nothing is. */
export interface Lag {
  readonly kind: 'overdue' | 'behind'
  readonly days: number
  /** In the indicator's steps: what is missing at the end, or of what should stand today. */
  readonly missing: number
}

/**
 * 滞后天数 (lag): past the end of the target's days, how long ago that was; before it, how many days of even work the missing part
 * would take. The 3 lectures missing of 12 in a year are some 91 days.
 */
export function lagOf(line: BoardLine, asOf: string, today: string): Lag | undefined {
  const { target, done, expected, progress } = line
  if (!target || done === null || (progress !== 'late' && progress !== 'at-risk')) return undefined
  const [from, to, on, now] = [target.from, target.to, asOf, today].map(findDay)
  if (!from || !to || !on || !now) return undefined
  if (now > to && on >= to) return { kind: 'overdue', days: daysBetween(to, now), missing: target.value - done }
  const missing = Math.max(0, Math.floor(expected ?? 0) - done)
  return { kind: 'behind', days: daysOfWork(missing, target.value, { from, to }), missing }
}

function daysOfWork(missing: number, target: number, span: { readonly from: Day; readonly to: Day }): number {
  return target === 0 ? 0 : Math.round((missing / target) * (daysBetween(span.from, span.to) + 1))
}

/** What the filters of the board leave, in the three parts it is drawn in. */
export interface BoardParts {
  readonly withTarget: readonly BoardLine[]
  readonly withoutTarget: readonly BoardLine[]
  readonly notBuilt: readonly BoardLine[]
}

/** Parts of the board under a progress and a programme; undefined means all. */
export function partsOfBoard(
  lines: readonly BoardLine[],
  wishes: { readonly progress: Progress | undefined; readonly programme: string | undefined },
): BoardParts {
  const shown = lines.filter(
    ({ progress, indicator }) =>
      (wishes.progress === undefined || progress === wishes.progress) &&
      (wishes.programme === undefined || indicator.programme.code === wishes.programme),
  )
  const notBuilt = shown.filter(({ progress }) => progress === 'room-not-built')
  const built = shown.filter(({ progress }) => progress !== 'room-not-built')
  return {
    withTarget: built.filter(({ progress }) => progress !== 'no-target'),
    withoutTarget: built.filter(({ progress }) => progress === 'no-target'),
    notBuilt,
  }
}

/** Reads a progress from an address; nonsense asks for all. */
export function findProgress(text: string | undefined): Progress | undefined {
  return text !== undefined && Object.hasOwn(standings, text) ? (text as Progress) : undefined
}

/** Reads a year from an address, or the year of today. */
export function yearOf(text: string | undefined, today: string): number {
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : Number(today.slice(0, 4))
}
