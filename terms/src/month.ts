import { type Day, daysInMonth, findDayOf, partsOf } from './day.ts'

declare const monthBrand: unique symbol

/** 月 (month): the count of months since January of the year 0, so that months compare and add as numbers. */
export type Month = number & { readonly [monthBrand]: true }

/** The month of a year and a month number (1-12). Throws RangeError when there is no such month. */
export function month(year: number, ofYear: number): Month {
  if (!(Number.isInteger(year) && Number.isInteger(ofYear)) || ofYear < 1 || ofYear > 12 || year < 1 || year > 9999)
    throw new RangeError(`not a month: ${year}-${ofYear}`)
  return (year * 12 + ofYear - 1) as Month
}

/** The month a day lies in. */
export function monthOf(on: Day): Month {
  const { year, month: ofYear } = partsOf(on)
  return month(year, ofYear)
}

/** Reads `2025-03`; undefined when it is no month. */
export function findMonth(text: string): Month | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [year, ofYear] = [Number(parts[1]), Number(parts[2])]
  return year < 1 || ofYear < 1 || ofYear > 12 ? undefined : month(year, ofYear)
}

/** Adds months (may be negative). */
export function addMonths(to: Month, count: number): Month {
  return (to + count) as Month
}

/** Year and month number (1-12). */
export function yearAndMonthOf(of: Month): { readonly year: number; readonly month: number } {
  return { year: Math.floor(of / 12), month: (of % 12) + 1 }
}

/** `2025-03`: as it goes over the wire and into files. */
export function monthCode(of: Month): string {
  const { year, month: ofYear } = yearAndMonthOf(of)
  return `${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}`
}

/** `2025年3月`, as the bureau writes it. */
export function monthText(of: Month): string {
  const { year, month: ofYear } = yearAndMonthOf(of)
  return `${year}年${ofYear}月`
}

/** The first and the last day of a month. */
export function monthSpan(of: Month): { readonly from: Day; readonly to: Day } {
  const { year, month: ofYear } = yearAndMonthOf(of)
  return { from: dayIn(year, ofYear, 1), to: dayIn(year, ofYear, daysInMonth(year, ofYear)) }
}

function dayIn(year: number, ofYear: number, dayOfMonth: number): Day {
  const on = findDayOf(year, ofYear, dayOfMonth)
  if (on === undefined) throw new RangeError(`not a day: ${year}-${ofYear}-${dayOfMonth}`)
  return on
}
