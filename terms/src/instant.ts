import { addDays, type Day, day, daysBetween } from './day.ts'

/** Compares two ISO 8601 instants, whatever offset and fraction they are written with; negative when `one` is earlier. */
export function compareInstants(one: string, other: string): number {
  if (one === other) return 0
  if (UTC_MILLISECONDS.test(one) && UTC_MILLISECONDS.test(other)) return one < other ? -1 : 1
  return microsecondsOf(one) - microsecondsOf(other)
}

/** The calendar day in China (UTC+8, without daylight saving as the registers keep it) on which an instant falls. */
export function chinaDayOf(instant: string): Day {
  return addDays(EPOCH, Math.floor((microsecondsOf(instant) + 8 * HOUR) / (24 * HOUR)))
}

const EPOCH = day('1970-01-01')
const SECOND = 1_000_000
const HOUR = 3600 * SECOND

// The form the database answers with and JSON carries; it sorts as text.
const UTC_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const INSTANT =
  /^(?<date>\d{4}-\d\d-\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?<zone>Z|(?<sign>[+-])(?<zoneHour>\d\d)(?::?(?<zoneMinute>\d\d))?)$/

// Microseconds since 1970 stay below 2^53 until the year 2255.
function microsecondsOf(text: string): number {
  const parts = INSTANT.exec(text)?.groups
  if (!parts) throw new RangeError(`not an instant: ${text}`)
  const textOf = (name: string): string => parts[name] ?? ''
  const read = (name: string): number => Number(textOf(name))
  const zone = (textOf('sign') === '-' ? -1 : 1) * (read('zoneHour') * HOUR + read('zoneMinute') * 60 * SECOND)
  const fraction = Number(textOf('fraction').padEnd(6, '0').slice(0, 6))
  const clock = read('hour') * HOUR + read('minute') * 60 * SECOND + read('second') * SECOND + fraction
  return daysBetween(EPOCH, day(textOf('date'))) * 24 * HOUR + clock - zone
}
