import type { Month } from '@dongzhou/terms/month'
import type { Answer } from './answer.ts'
import { field } from './facts.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { Subject } from './subject.ts'

const YEAR = 12

/**
 * 起发月份: the month an award begins to pay in. The choice in force on the day of the decision counts, not today's: for the disability
 * pension it changed on 2024-10-01 from the month after the approval to the month of it (军人抚恤优待条例 art. 27).
 */
export class StartMonth {
  private readonly choices: Shelf

  constructor(book: RateBook, key: string) {
    this.choices = book.shelf('start-month', key)
  }

  /** Has it come? Undefined when that is not known. `age`: the one that a benefit begins with, for benefits that begin with one. */
  hasCome(subject: Subject, answer: Answer, age?: number): boolean | undefined {
    const choice = this.choices.onDecision(subject)?.choice
    if (choice === undefined && subject.monthOf('awardApproved') !== undefined) answer.lacks('start-month')
    switch (choice) {
      case 'after-approval':
        return subject.isSince('awardApproved', 1)
      case 'approval-year':
        return hasYearCome(subject, subject.monthOf('awardApproved'))
      case 'birthday':
        return age === undefined ? undefined : subject.isAged(age)
      case 'birthday-year':
        return age === undefined ? undefined : hasYearCome(subject, subject.monthOf(field.born), age)
      default:
        return subject.isSince('awardApproved')
    }
  }
}

// Whole years later is the same month of the year, so January of the one is as many years before January of the other.
function hasYearCome(subject: Subject, month: Month | undefined, years = 0): boolean | undefined {
  return month === undefined ? undefined : subject.hasCome((month - (month % YEAR) + years * YEAR) as Month)
}
