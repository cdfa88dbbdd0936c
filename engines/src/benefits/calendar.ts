import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { Month } from '@dongzhou/terms/month'

/**
 * A day as one number, 20241001, so that it fits a column. What is not known exactly is 0: 19600500 is May 1960, 19600000 the year 1960.
 */
export function dateNumber(on: Day | DatedTo): number {
  if (typeof on === 'string') return Number(on.replaceAll('-', ''))
  const whole = dateNumber(on.day)
  if (on.precision === 'year') return whole - (whole % 10_000)
  return on.precision === 'month' ? whole - (whole % 100) : whole
}

/** The month of a date number; undefined when only the year is known: a month is not guessed. */
export function monthOfDate(date: number): Month | undefined {
  // By `| 0` these are integers to the machine; a remainder of a truncated fraction costs thirty times as much, on every question.
  const yearAndMonth = (date / 100) | 0
  const ofYear = yearAndMonth % 100
  return ofYear === 0 ? undefined : ((((yearAndMonth / 100) | 0) * 12 + ofYear - 1) as Month)
}

/** Is a date before a day? Undefined where a date known to its month or year alone may lie on either side. */
export function isBefore(date: number, day: number): boolean | undefined {
  if (latest(date) < day) return true
  return earliest(date) >= day ? false : undefined
}

/**
 * 实际年限: whole years from one date to another, a part of a year counting as a year. Dates known to the month alone are enough where
 * every day they may be gives the same years, as 1956-10 to 1961-12 does; undefined otherwise.
 */
export function yearsByDates(from: number, to: number): number | undefined {
  if (from % 100 !== 0 && to % 100 !== 0) return to < from ? undefined : yearsBetween(from, to)
  const least = yearsBetween(latest(from), earliest(to))
  const most = yearsBetween(earliest(from), latest(to))
  return least === most && least >= 0 ? least : undefined
}

/** 两头年: the calendar years that a span touches; undefined when it ends before it begins. */
export function yearsByCalendar(from: number, to: number): number | undefined {
  const years = Math.trunc(to / 10_000) - Math.trunc(from / 10_000) + 1
  return years > 0 ? years : undefined
}

function yearsBetween(from: number, to: number): number {
  if (to < from) return -1
  const whole = ((to / 10_000) | 0) - ((from / 10_000) | 0)
  const rest = (to % 10_000) - (from % 10_000)
  return rest > 0 ? whole + 1 : whole
}

// The first and the last day that a date number may mean; a 31 of February compares as well as a real day.
function earliest(date: number): number {
  if (date % 10_000 === 0) return date + 101
  return date % 100 === 0 ? date + 1 : date
}

function latest(date: number): number {
  if (date % 10_000 === 0) return date + 1231
  return date % 100 === 0 ? date + 31 : date
}
