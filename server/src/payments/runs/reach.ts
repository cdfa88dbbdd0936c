import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import type { Covered, Earlier } from './compared.sql.ts'

/** 可比范围 (reach): what of a list can be compared with what was posted before, place by place: a county's list with its towns', and back. */
export interface Reach {
  readonly covered: readonly Covered[]
  /** The last run of an earlier month that paid a benefit where somebody lives. */
  before(place: DivisionCode, benefit: Benefit): Earlier | undefined
  /** Has another run paid the benefit there for the month itself? */
  isPaidThisMonth(place: DivisionCode, benefit: Benefit): boolean
  /** Has any run paid the benefit, wherever? */
  isOpened(benefit: Benefit): boolean
}

export function reachOf(covered: readonly Covered[]): Reach {
  const known = new Map<string, readonly Covered[]>()
  const at = (place: DivisionCode, benefit: Benefit) => {
    const key = `${place} ${benefit}`
    const found = known.get(key) ?? covered.filter((one) => one.benefit === benefit && isWithin(place, one.division))
    known.set(key, found)
    return found
  }
  return {
    covered,
    before: (place, benefit) => last(at(place, benefit)),
    isPaidThisMonth: (place, benefit) => at(place, benefit).some(({ isPaidThisMonth }) => isPaidThisMonth),
    isOpened: (benefit) => covered.some((one) => one.benefit === benefit),
  }
}

/** The last run of an earlier month that paid in a division, for all of it, for a part of it, or for more than it. */
export function lastIn({ covered }: Reach, division: DivisionCode): Earlier | undefined {
  return last(covered.filter((one) => isWithin(one.division, division) || isWithin(division, one.division)))
}

function last(covered: readonly Covered[]): Earlier | undefined {
  return covered
    .flatMap(({ before }) => before ?? [])
    .reduce<Earlier | undefined>((best, one) => (best === undefined || isLater(one, best) ? one : best), undefined)
}

function isLater(one: Earlier, other: Earlier): boolean {
  return one.month > other.month || (one.month === other.month && one.run > other.run)
}
