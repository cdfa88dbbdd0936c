import type { Month } from '@dongzhou/terms/month'
import type { Answer } from './answer.ts'
import { monthOfDate } from './calendar.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { Subject } from './subject.ts'

/**
 * 起发月份: the month an award begins to pay in. The choice in force on the day of the decision counts, not today's: for the disability
 * pension it changed on 2024-10-01 from the month after the approval to the month of it (军人抚恤优待条例 art. 27).
 */
export class StartMonth {
  private readonly choices: Shelf

  constructor(book: RateBook, key: string) {
    this.choices = book.shelf('start-month', key)
  }

  /** `birthday`: the month in which the age of the benefit is reached, for benefits that begin with one. */
  of(subject: Subject, answer: Answer, birthday?: Month): number | undefined {
    const approved = subject.awardFact('awardApproved')
    const month = approved === undefined ? undefined : monthOfDate(approved)
    if (month === undefined) return undefined
    const choice = this.choices.fixed(month)?.choice
    if (choice === undefined) answer.lacks('start-month')
    switch (choice) {
      case 'after-approval':
        return month + 1
      case 'approval-year':
        return month - (month % 12)
      case 'birthday':
        return birthday
      case 'birthday-year':
        return birthday === undefined ? undefined : birthday - (birthday % 12)
      default:
        return month
    }
  }
}
