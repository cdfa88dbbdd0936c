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
  const ofYear = Math.trunc(date / 100) % 100
  return ofYear === 0 ? undefined : ((Math.trunc(date / 10_000) * 12 + ofYear - 1) as Month)
}

/** 实际年限: whole years from one date to another, a part of a year counting as a year; undefined when either is not known to the day. */
export function yearsByDates(from: number, to: number): number | undefined {
  if (from % 100 === 0 || to % 100 === 0 || to < from) return undefined
  const whole = Math.trunc(to / 10_000) - Math.trunc(from / 10_000)
  const rest = (to % 10_000) - (from % 10_000)
  return rest > 0 ? whole + 1 : whole
}

/** 两头年: the calendar years that a span touches. */
export function yearsByCalendar(from: number, to: number): number {
  return Math.trunc(to / 10_000) - Math.trunc(from / 10_000) + 1
}
