import { type Month, monthOf } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import type { Shelf } from '../rate-book.ts'
import type { Subject } from '../subject.ts'

const YEAR = 12

/** 上一年度指标: the base index of the year before the subject's; undefined while that year's is not published. */
export function indexOfYearBefore(shelf: Shelf, subject: Subject): Rate | undefined {
  const newYear = (subject.month - (subject.month % YEAR) + YEAR) as Month
  subject.hasCome(newYear)
  return ofTheYear(shelf.at((subject.month - YEAR) as Month, subject), subject.month - YEAR)
}

/** The base index of the year before a month that stands still, such as that of a death. */
export function indexOfYearBeforeMonth(shelf: Shelf, month: Month): Rate | undefined {
  return ofTheYear(shelf.fixed((month - YEAR) as Month), month - YEAR)
}

// An index row that nobody closed would go on counting for later years: the law names one year, and an older figure does not stand in for it.
function ofTheYear(rate: Rate | undefined, month: number): Rate | undefined {
  if (rate === undefined) return undefined
  return Math.trunc(monthOf(rate.validFrom) / YEAR) === Math.trunc(month / YEAR) ? rate : undefined
}
