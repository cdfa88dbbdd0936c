import { agreementOfDates } from '@dongzhou/terms/agreement'
import { type DatedTo, type Day, daysInMonth, findDayOf, partsOf } from '@dongzhou/terms/day'

/** The earliest of some dates, told as exactly as any of them tells it: of 1978 and 1978-12-01, the latter. */
export function earliestOf(dates: readonly DatedTo[]): DatedTo | undefined {
  const inOrder = dates.toSorted((a, b) => compareDays(a.day, b.day) || compareDays(lastDayOf(b), lastDayOf(a)))
  const [first] = inOrder
  return first && mostExact(first, inOrder)
}

/** The latest of some dates, told as exactly as any of them tells it. A year counts to its last day. */
export function latestOf(dates: readonly DatedTo[]): DatedTo | undefined {
  const inOrder = dates.toSorted((a, b) => compareDays(lastDayOf(b), lastDayOf(a)) || compareDays(a.day, b.day))
  const [last] = inOrder
  return last && mostExact(last, inOrder)
}

/** The most exact of the dates that do not contradict this one; the order of the others decides between equals. */
export function mostExact(date: DatedTo, others: readonly DatedTo[]): DatedTo {
  const finer = others.filter((other) => agreementOfDates(date, other) === 'says-less')
  return finer.toSorted((a, b) => EXACTNESS[b.precision] - EXACTNESS[a.precision])[0] ?? date
}

const EXACTNESS = { year: 0, month: 1, day: 2 } as const

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
