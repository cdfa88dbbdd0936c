import { agreementOfDates } from './agreement.ts'
import { type DatedTo, type Day, daysInMonth, findDayOf, partsOf } from './day.ts'

/** The earliest of some dates. A year counts by its last day, so that of 1978 and 1978-12-01 the exact one is the answer. */
export function earliestOf(dates: readonly DatedTo[]): DatedTo | undefined {
  return dates.toSorted((a, b) => compareDays(lastDayOf(a), lastDayOf(b)) || byExactness(a, b))[0]
}

/** The latest of some dates. A year counts by its first day, so that of 1982 and 1982-03-01 the exact one is the answer. */
export function latestOf(dates: readonly DatedTo[]): DatedTo | undefined {
  return dates.toSorted((a, b) => compareDays(b.day, a.day) || byExactness(a, b))[0]
}

/** The most exact of the dates that do not contradict this one; the order of the others decides between equals. */
export function mostExact(date: DatedTo, others: readonly DatedTo[]): DatedTo {
  const finer = others.filter((other) => agreementOfDates(date, other) === 'says-less')
  return finer.toSorted(byExactness)[0] ?? date
}

const EXACTNESS = { day: 0, month: 1, year: 2 } as const

function byExactness(one: DatedTo, other: DatedTo): number {
  return EXACTNESS[one.precision] - EXACTNESS[other.precision]
}

function lastDayOf(date: DatedTo): Day {
  const { year, month } = partsOf(date.day)
  if (date.precision === 'day') return date.day
  if (date.precision === 'month') return findDayOf(year, month, daysInMonth(year, month)) ?? date.day
  return findDayOf(year, 12, 31) ?? date.day
}

function compareDays(one: Day, other: Day): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
