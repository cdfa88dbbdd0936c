declare const dayBrand: unique symbol

/** 日 (day): a calendar day `YYYY-MM-DD` in China. Not an instant: it has no hour and no time zone. */
export type Day = string & { readonly [dayBrand]: true }

/** How exactly a day is known: old papers often give the month or the year alone. */
export type Precision = 'day' | 'month' | 'year'

/** A day together with how exactly it is known; the unknown part stands at the first of the month or year. */
export interface DatedTo {
  readonly day: Day
  readonly precision: Precision
}

/** Makes a day from `YYYY-MM-DD`. Throws RangeError for a text that is no day of the calendar (`2025-02-30`). */
export function day(text: string): Day {
  const found = findDay(text)
  if (found === undefined) throw new RangeError(`not a day: ${text}`)
  return found
}

/** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function findDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  return findDayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The day of a year, month (1-12) and day of month; undefined when the calendar has no such day. */
export function findDayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return undefined
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day
}

/** Year, month (1-12) and day of month of a day. */
export function partsOf(on: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), dayOfMonth: Number(on.slice(8, 10)) }
}

/** 周岁 (full years of age) on a day: the birthday itself counts. Someone born on 29 February ages on 1 March in common years. */
export function ageOn(born: Day, on: Day): number {
  const birth = partsOf(born)
  const now = partsOf(on)
  const hadBirthday = on.slice(5) >= born.slice(5)
  return now.year - birth.year - (hadBirthday ? 0 : 1)
}

/** Adds days (may be negative), by the civil calendar. */
export function addDays(on: Day, count: number): Day {
  return dayOfNumber(dayNumber(on) + count)
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** `2025年3月5日`, as the bureau writes it; month and year precision leave the rest away. */
export function dayText(on: Day, precision: Precision = 'day'): string {
  const { year, month, dayOfMonth } = partsOf(on)
  if (precision === 'year') return `${year}年`
  if (precision === 'month') return `${year}年${month}月`
  return `${year}年${month}月${dayOfMonth}日`
}

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

// Days since 1970-01-01, by the usual civil-from-days arithmetic with the year starting in March.
function dayNumber(on: Day): number {
  const { year, month, dayOfMonth } = partsOf(on)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dayOfNumber(count: number): Day {
  const z = count + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}`)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
