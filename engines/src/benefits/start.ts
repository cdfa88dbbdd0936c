import type { Answer } from './answer.ts'
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

  /** Has it come? `birthday`: the age with which the benefit begins; undefined when a date is not known. */
  hasCome(subject: Subject, answer: Answer, birthday?: Birthday): boolean | undefined {
    const row = this.choices.rowAtApproval(subject)
    if (row === undefined) return undefined
    const choice = this.choices.rows[row]?.rate.choice
    if (choice === undefined) answer.lacks('start-month')
    switch (choice) {
      case 'after-approval':
        return subject.isSinceApproval(1)
      case 'approval-year':
        return subject.isSinceApproval(0, 'year')
      case 'birthday':
        return birthday && subject.hasReached(birthday.of, birthday.years * 12)
      case 'birthday-year':
        return birthday && subject.hasReached(birthday.of, birthday.years * 12, 'year')
      default:
        return subject.isSinceApproval()
    }
  }
}

/** A field with a date of birth, and the age that counts. */
export interface Birthday {
  readonly of: number
  readonly years: number
}
