import { agreementOfDates } from '@dongzhou/terms/agreement'
import { type DatedTo, type Day, daysBetween, partsOf } from '@dongzhou/terms/day'
import type { BirthReason } from './weights.ts'

/** How two dates of birth stand to each other; the likeliest slip that explains the difference. */
export function compareBirths(one: DatedTo, other: DatedTo): BirthReason {
  if (one.precision === 'day' && other.precision === 'day') return compareDays(one.day, other.day)
  if (agreementOfDates(one, other) === 'differs') return 'birth-different'
  return one.precision === 'year' || other.precision === 'year' ? 'birth-same-to-year' : 'birth-same-to-month'
}

function compareDays(one: Day, other: Day): BirthReason {
  if (one === other) return 'birth-same'
  return compareYears(one, other) ?? compareDigits(one, other) ?? compareCalendars(one, other)
}

function compareYears(one: Day, other: Day): BirthReason | undefined {
  if (one.slice(5) !== other.slice(5)) return isSwapped(one, other) ? 'birth-day-and-month-swapped' : undefined
  const years = Math.abs(partsOf(one).year - partsOf(other).year)
  if (years === 1) return 'birth-one-year-off'
  // Some made themselves two or three years older to be taken by the army; the papers kept either year.
  return years <= 3 ? 'birth-few-years-off' : undefined
}

function isSwapped(one: Day, other: Day): boolean {
  return (
    one.startsWith(other.slice(0, 4)) &&
    one.slice(5, 7) === other.slice(8, 10) &&
    one.slice(8, 10) === other.slice(5, 7)
  )
}

function compareDigits(one: Day, other: Day): BirthReason | undefined {
  let off = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) off += 1
  return off === 1 ? 'birth-one-digit' : undefined
}

// A date of the lunar calendar written down as it stands runs 18 to 52 days behind the same day in the common calendar (new year
// falls between 21 January and 20 February; a leap month moves the end).
function compareCalendars(one: Day, other: Day): BirthReason {
  const days = Math.abs(daysBetween(one, other))
  if (days >= 18 && days <= 52) return 'birth-perhaps-lunar'
  return one.startsWith(other.slice(0, 4)) ? 'birth-same-year-only' : 'birth-different'
}
