import { type Month, monthOf } from '@dongzhou/terms/month'
import type { Rate, RateKind } from '@dongzhou/terms/rate'
import type { Shelf } from '../rate-book.ts'
import type { Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

const YEAR = 12

/** 上一年度指标: the base index of the year before the subject's; undefined while that year's is not published. */
export function indexOfYearBefore(shelf: Shelf, subject: Subject): Rate | undefined {
  const newYear = (subject.month - (subject.month % YEAR) + YEAR) as Month
  subject.hasCome(newYear)
  return ofTheYear(shelf.at((subject.month - YEAR) as Month, subject), subject.month - YEAR)
}

/** 当地上一年度指标: the place's own; the nation's, which a shelf falls back on, is another number. */
export function localIndexOfYearBefore(shelf: Shelf, subject: Subject): Rate | undefined {
  return ofThePlace(indexOfYearBefore(shelf, subject))
}

/** What a rule takes from a shelf in a month that stands still: a base index as `bases` says, any other rate as it is in force. */
export function rateTaken(
  { bases }: Pick<Rule, 'bases'>,
  kind: RateKind,
  shelf: Shelf,
  month: Month,
): Rate | undefined {
  const whose = bases?.[kind]
  if (whose === undefined) return shelf.fixed(month)
  const rate = indexOfYearBeforeMonth(shelf, month)
  return whose === 'local' ? ofThePlace(rate) : rate
}

/** The base index of the year before a month that stands still, such as that of a death. */
export function indexOfYearBeforeMonth(shelf: Shelf, month: Month): Rate | undefined {
  return ofTheYear(shelf.fixed((month - YEAR) as Month), month - YEAR)
}

function ofThePlace(rate: Rate | undefined): Rate | undefined {
  return rate?.jurisdiction === 'nation' ? undefined : rate
}

// An index row that nobody closed would go on counting for later years: the law names one year, and an older figure does not stand in for it.
function ofTheYear(rate: Rate | undefined, month: number): Rate | undefined {
  if (rate === undefined) return undefined
  return Math.trunc(monthOf(rate.validFrom) / YEAR) === Math.trunc(month / YEAR) ? rate : undefined
}
