import { isCaseEnd } from '@dongzhou/terms/casework'
import { addDays, type Day, daysBetween } from '@dongzhou/terms/day'
import type { CaseStanding, Visit } from './case-standing.ts'
import type { Clock, Procedure } from './procedure.ts'
import type { Counted, FoundDay, WorkCalendar } from './work-calendar.ts'

/**
 * 时限读数. `waiting` has not begun; `running` and `still` (暂停计时) are open; `kept` ended in time, `missed` did not or has run out;
 * `no-calendar` cannot be told before the year's arrangement is entered.
 */
export type ClockReading = { readonly clock: Clock } & (
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' | 'still'; readonly used: number; readonly left: number; readonly dueOn: Day }
  | { readonly kind: 'kept'; readonly used: number; readonly endedOn: Day }
  | {
      readonly kind: 'missed'
      readonly used: number
      readonly over: number
      readonly dueOn: Day
      readonly endedOn: Day | undefined
    }
  | { readonly kind: 'no-calendar'; readonly year: number }
)

/** 办理时限: every clock of a procedure as it stands on a day. */
export function clocksOf(
  procedure: Procedure,
  standing: CaseStanding,
  today: Day,
  calendar: WorkCalendar,
): readonly ClockReading[] {
  return procedure.clocks.map((clock) => readClock(clock, standing, today, calendar))
}

function readClock(clock: Clock, standing: CaseStanding, today: Day, calendar: WorkCalendar): ClockReading {
  const span = spanOf(clock, standing)
  if (span === undefined) return { clock, kind: 'waiting' }
  const { from, endedOn } = span
  const counted = usedDays(clock, standing.visits, { from, to: endedOn ?? today }, calendar)
  if (counted.kind === 'no-calendar') return { clock, ...counted }
  const allowed = clock.days + (standing.extended.includes(clock.code) ? (clock.extension?.days ?? 0) : 0)
  const use = { used: counted.days, left: allowed - counted.days }
  if (use.left < 0) return missed(clock, standing.visits, { from, endedOn, today }, use, calendar)
  if (endedOn !== undefined) return { clock, kind: 'kept', used: use.used, endedOn }
  const due = afterDays(clock, today, use.left, calendar)
  if (due.kind === 'no-calendar') return { clock, ...due }
  return { clock, kind: clock.stillIn.includes(standing.at) ? 'still' : 'running', ...use, dueOn: due.day }
}

function missed(
  clock: Clock,
  visits: readonly Visit[],
  { from, endedOn, today }: { readonly from: Day; readonly endedOn: Day | undefined; readonly today: Day },
  { used, left }: { readonly used: number; readonly left: number },
  calendar: WorkCalendar,
): ClockReading {
  const ran = ranOutOn(clock, visits, { from, to: endedOn ?? today }, used + left, calendar)
  if (ran.kind === 'no-calendar') return { clock, ...ran }
  return { clock, kind: 'missed', used, over: -left, dueOn: ran.day, endedOn }
}

/** From the first entry into one of `from`, to the first entry into one of `until` after it: a case taken up again begins a new span. */
function spanOf(
  clock: Clock,
  { visits }: CaseStanding,
): { readonly from: Day; readonly endedOn: Day | undefined } | undefined {
  // Whatever follows an end was taken up again.
  const own = visits.slice(visits.findLastIndex(({ at, to }) => isCaseEnd(at) && to !== undefined) + 1)
  const start = own.findIndex(({ at }) => clock.from.includes(at))
  const first = own[start]
  if (first === undefined) return undefined
  const end = own.slice(start + 1).find(({ at }) => clock.until.includes(at) || isCaseEnd(at))
  return { from: first.from, endedOn: end?.from }
}

interface DaySpan {
  readonly from: Day
  readonly to: Day
}

// A day belongs to the step in which the case stands at its end; the day on which a step is entered is not counted (民法典 art. 201).
function usedDays(clock: Clock, visits: readonly Visit[], span: DaySpan, calendar: WorkCalendar): Counted {
  let used = 0
  for (const part of countedParts(clock, visits, span)) {
    const counted = daysIn(clock, part, calendar)
    if (counted.kind === 'no-calendar') return counted
    used += counted.days
  }
  return { kind: 'count', days: used }
}

/** The last day that was in time, of a clock that used more than it is allowed. */
function ranOutOn(
  clock: Clock,
  visits: readonly Visit[],
  span: DaySpan,
  allowed: number,
  calendar: WorkCalendar,
): FoundDay {
  let left = allowed
  for (const part of countedParts(clock, visits, span)) {
    const counted = daysIn(clock, part, calendar)
    if (counted.kind === 'no-calendar') return counted
    if (counted.days >= left) return afterDays(clock, part.from, left, calendar)
    left -= counted.days
  }
  return { kind: 'day', day: span.to }
}

function countedParts(clock: Clock, visits: readonly Visit[], span: DaySpan): readonly DaySpan[] {
  return visits.filter(({ at }) => !clock.stillIn.includes(at)).map((visit) => overlap(visit, span))
}

function overlap({ from, to }: Visit, span: DaySpan): DaySpan {
  return { from: from > span.from ? from : span.from, to: to === undefined || to > span.to ? span.to : to }
}

function daysIn({ count }: Clock, { from, to }: DaySpan, calendar: WorkCalendar): Counted {
  if (count === 'working') return calendar.workingDaysBetween(from, to)
  return { kind: 'count', days: Math.max(0, daysBetween(from, to)) }
}

function afterDays({ count }: Clock, from: Day, days: number, calendar: WorkCalendar): FoundDay {
  return count === 'working' ? calendar.afterWorkingDays(from, days) : { kind: 'day', day: addDays(from, days) }
}
