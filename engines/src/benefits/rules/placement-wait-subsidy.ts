import type { Month } from '@dongzhou/terms/month'
import type { Rate, RateKind } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { arrangements, field } from '../facts.ts'
import type { Article } from '../laws.ts'
import { Monthly, rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

const law: Article = { law: 'placement-regulation-2024', article: '第七十五条' }
const assigned = arrangements.indexOf('assigned-work')

/** 待安排工作期间生活补助: the local minimum wage each month, from reporting to the letter that assigns work. */
export const placementWaitSubsidy: Rule = {
  benefit: 'placement-wait-subsidy',
  version: 1,
  whom: ['veteran'],
  cadence: 'monthly',
  law: [law],
  text: [
    '安排工作的退役军士和义务兵，待安排工作期间由安置地按照当地月最低工资标准逐月发给生活补助。',
    '自报到当月起发给；开具安排工作介绍信的，从次月或当月起停发，由本地选定。',
    '最低工资标准按应发当月的标准。',
  ],
  bind: (book) => new BoundPlacementWaitSubsidy(book),
}

class BoundPlacementWaitSubsidy implements BoundRule {
  private readonly share: Shelf
  private readonly wage: Shelf
  private readonly letterMonth: Shelf
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.share = book.shelf('placement-wait-subsidy')
    this.wage = book.shelf('minimum-wage')
    this.letterMonth = book.shelf('letter-month')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    const arranged = subject.fact(field.arrangement)
    if (arranged === undefined) answer.lacks('arrangement')
    else if (arranged === assigned) this.asksWaiting(subject, answer)
    else answer.refuse('not-waiting-for-work', law)
  }

  /** The waiting begins with the report, however late the county approved. */
  hasBegun(subject: Subject): boolean | undefined {
    return subject.isSince(field.reported)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.share.inForce(subject)
    if (rate === undefined) answer.lacks('placement-wait-subsidy')
    else if (rate.unit === 'percent-of-base') this.paysShare(subject, answer, rate)
    else this.monthly.pays(subject, answer, { rate, part: 'standard' })
  }

  private paysShare(subject: Subject, answer: Answer, rate: Rate): void {
    const wage = this.wage.inForce(subject)
    if (wage === undefined) answer.lacks('minimum-wage' satisfies RateKind)
    else answer.pays(rounded(wage.value * rate.value, 10_000, rate.rounding), 'standard', rate)
  }

  private asksWaiting(subject: Subject, answer: Answer): void {
    const hasReported = subject.isSince(field.reported)
    if (hasReported === undefined) answer.lacks('arrangement')
    else if (!hasReported) answer.refuse('not-reported', law)
    const letter = subject.fact(field.letter)
    if (letter !== undefined) this.asksLetter(subject, answer, letter)
  }

  // Art. 75 lets the unit pay from the month of the letter when it is late itself; who pays that month otherwise, it does not say.
  private asksLetter(subject: Subject, answer: Answer, letter: number): void {
    const month = monthOfDate(letter)
    if (month === undefined) answer.lacks('arrangement')
    else if (subject.hasCome((month + 1) as Month)) answer.refuse('work-assigned', law)
    else if (subject.hasCome(month)) {
      const choice = this.letterMonth.inForce(subject)?.choice
      if (choice === undefined) answer.lacks('letter-month')
      else if (choice === 'unpaid') answer.refuse('work-assigned', law)
    }
  }
}
