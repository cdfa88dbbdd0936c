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
  const used = counted.days
  const allowed = allowedDays(clock, standing)
  if (endedOn !== undefined && used <= allowed) return { clock, kind: 'kept', used, endedOn }
  const due = dueDay(clock, standing.visits, { from, to: endedOn ?? today }, { used, allowed }, calendar)
  if (due.kind === 'no-calendar') return { clock, ...due }
  const dueOn = due.day
  if ((endedOn ?? today) > dueOn) return { clock, kind: 'missed', used, over: used - allowed, dueOn, endedOn }
  if (endedOn !== undefined) return { clock, kind: 'kept', used, endedOn }
  const left = Math.max(0, allowed - used)
  return { clock, kind: clock.stillIn.includes(standing.at) ? 'still' : 'running', used, left, dueOn }
}

function allowedDays({ code, days, extension }: Clock, { extended }: CaseStanding): number {
  return extended.includes(code) ? days + (extension?.days ?? 0) : days
}

/**
 * The last day in time. Of natural days one that falls on a day of rest moves to the first working day after it (民法典 art. 203, by which
 * public time limits are read too).
 */
function dueDay(
  clock: Clock,
  visits: readonly Visit[],
  span: DaySpan,
  { used, allowed }: { readonly used: number; readonly allowed: number },
  calendar: WorkCalendar,
): FoundDay {
  const last =
    used <= allowed
      ? afterDays(clock, span.to, allowed - used, calendar)
      : ranOutOn(clock, visits, span, allowed, calendar)
  if (last.kind === 'no-calendar' || clock.count === 'working') return last
  return calendar.afterNaturalDays(last.day, 0)
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

// The day of a move is the last one of the step that is left; the step that is entered counts from the day after (民法典 art. 201).
function usedDays(clock: Clock, visits: readonly Visit[], span: DaySpan, calendar: WorkCalendar): Counted {
  let used = 0
  for (const part of countedParts(clock, visits, span)) {
    const counted = daysIn(clock, part, calendar)
    if (counted.kind === 'no-calendar') return counted
    used += counted.days
  }
  return { kind: 'count', days: used }
}

/** The day on which a clock that used more than it is allowed had used all of it. */
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
