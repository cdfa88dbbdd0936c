import { type HalfYear, halfYearSpan } from '@dongzhou/terms/half-year'

/** The half-year a report is most likely drafted for: the one under way, or for the first month of the next the one that ended. */
export function likelyHalf(today: string): HalfYear {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (month === 1) return { year: year - 1, half: 'second' }
  return { year, half: month <= 7 ? 'first' : 'second' }
}

/** 截止日期 to begin with: the end of the half-year, or today while it still runs. */
export function likelyCutOff(half: HalfYear, today: string): string {
  const { from, to } = halfYearSpan(half)
  return today >= from && today < to ? today : to
}

/** The same day a year earlier; the last of February where there is none. */
export function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`
}

/** The years a report can be for: five back, as far as anybody still writes one. */
export function yearsUpTo(today: string): readonly number[] {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: 6 }, (_, at) => last - at)
}
