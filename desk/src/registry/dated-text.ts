import { type Day, dayText, findDay, findDayOf, type Precision } from '@dongzhou/terms/day'

/** A day as a form sends it, with how exactly it is known. */
export interface DatedEntry {
  readonly day: Day
  readonly precision: Precision
}

const year = String.raw`(\d{4})`
const gap = '[-./年]'
const written = [
  new RegExp(`^${year}年?$`),
  new RegExp(`^${year}${gap}(\\d{1,2})月?$`),
  new RegExp(`^${year}${gap}(\\d{1,2})[-./月](\\d{1,2})日?$`),
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
]

/** Reads what clerks type for a day, a month or a year: 1978, 1978.5, 1978年5月1日, 19780501. undefined: no day of the calendar. */
export function readDated(text: string): DatedEntry | undefined {
  const typed = text.normalize('NFKC').replace(/\s/g, '')
  const parts = written.map((form) => form.exec(typed)).find((match) => match !== null)
  if (!parts) return undefined
  const [, yearText, monthText, dayOfMonthText] = parts
  const found = findDayOf(Number(yearText), Number(monthText ?? 1), Number(dayOfMonthText ?? 1))
  if (found === undefined) return undefined
  if (dayOfMonthText !== undefined) return { day: found, precision: 'day' }
  return { day: found, precision: monthText === undefined ? 'year' : 'month' }
}

/** The text a form begins with: 1978年5月, as it will be read again. */
export function writeDated(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('day' in value) || !('precision' in value)) return ''
  const day = typeof value.day === 'string' ? findDay(value.day) : undefined
  const { precision } = value
  if (day === undefined || (precision !== 'day' && precision !== 'month' && precision !== 'year')) return ''
  return dayText(day, precision)
}
