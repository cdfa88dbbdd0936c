import { daysInMonth } from '@dongzhou/terms/day'

/** 服役时间: whole months from one date to another, and whether days are left over. */
export interface Served {
  readonly months: number
  readonly hasRest: boolean
}

/**
 * 服役月数 between two date numbers. A month is full on the day of the same number, or on the last of a shorter month. Undefined when a date
 * is not known to the day or the second lies before the first: months are not guessed.
 */
export function servedBetween(from: number, to: number): Served | undefined {
  if (from % 100 === 0 || to % 100 === 0 || to < from) return undefined
  const between = monthsSinceZero(to) - monthsSinceZero(from)
  const anniversary = Math.min(from % 100, daysInMonth(Math.trunc(to / 10_000), Math.trunc(to / 100) % 100))
  const rest = (to % 100) - anniversary
  return rest < 0 ? { months: between - 1, hasRest: true } : { months: between, hasRest: rest > 0 }
}

function monthsSinceZero(date: number): number {
  return Math.trunc(date / 10_000) * 12 + (Math.trunc(date / 100) % 100)
}
