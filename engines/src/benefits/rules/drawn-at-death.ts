import type { Month } from '@dongzhou/terms/month'
import { type Answer, FullAnswer } from '../answer.ts'
import { benefitCode } from '../columns.ts'
import { field, identityBits } from '../facts.ts'
import { settledInDecember } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { Subject } from '../subject.ts'

export interface DrawnAmounts {
  readonly each: number
  readonly december: number
}

/**
 * 原享受的待遇: a monthly benefit as the deceased drew it in the month of the death. Its own rule is asked, standing in that month; what it
 * answers does not change with the month the question is about, so nothing is noted for it there.
 */
export class DrawnAtDeath {
  private readonly bound: BoundRule
  private readonly benefit: number
  private readonly whom: number
  private readonly roundings: Shelf

  constructor(rule: Rule, book: RateBook) {
    this.bound = rule.bind(book)
    this.benefit = benefitCode(rule.benefit)
    this.whom = identityBits(rule.whom)
    this.roundings = book.shelf('month-rounding')
  }

  /** Did the deceased draw it? What the rule lacks is said: it is not known whether they did. */
  isDrawn(subject: Subject, answer: Answer, died: Month): boolean {
    const unsure = new FullAnswer()
    for (const then of this.standings(subject, died)) {
      const found = this.asks(then)
      if (found.isOpen) return true
      if (found.refusals.length === 0) for (const what of found.missing) unsure.lacks(what)
    }
    for (const what of unsure.missing) answer.lacks(what)
    return false
  }

  /**
   * What was drawn, by the rates of the month of the death: in most months, and in a December where the county settles the year's cut-off
   * fen then. Undefined when the rule lacks something, which is said.
   */
  amounts(subject: Subject, answer: Answer, died: Month): DrawnAmounts | undefined {
    const isSettled = this.roundings.fixed(died)?.choice === 'december'
    let [each, december] = [0, 0]
    for (const then of this.standings(subject, died)) {
      const found = this.asks(then)
      if (!found.isOpen) continue
      this.bound.pay(then, found)
      for (const what of found.missing) answer.lacks(what)
      for (const payment of found.payments) {
        const part = amountsOf(payment, isSettled)
        each += part.each
        december += part.december
      }
    }
    return answer.isOpen ? { each, december } : undefined
  }

  private asks(then: Subject): FullAnswer {
    const found = new FullAnswer()
    if (!then.isOf(this.whom)) found.refuse('not-of-identity')
    if (then.fact(field.suspended) === 1) found.refuse('suspended')
    this.bound.qualify(then, found)
    const from = then.awardFact('awardFrom')
    const to = then.awardFact('awardTo')
    const hasBegun = from === undefined ? this.hasBegun(then, found) : from <= then.month
    if (hasBegun === false) found.refuse('not-started')
    // An award that somebody ended because of the death itself, in that month, was drawn to the end.
    if (to !== undefined && to < then.month) found.refuse('award-ended')
    return found
  }

  private hasBegun(then: Subject, found: Answer): boolean | undefined {
    return this.bound.hasBegun ? this.bound.hasBegun(then, found) : then.isSince('awardApproved')
  }

  /** The deceased in the month of the death, once for each award of the benefit. */
  private standings({ columns, person }: Subject, died: Month): readonly Subject[] {
    const found: Subject[] = []
    for (let row = columns.awardStart[person] ?? 0; row < (columns.awardStart[person + 1] ?? 0); row += 1) {
      if (columns.awardBenefit[row] !== this.benefit) continue
      const then = new Subject(columns)
      then.stand(person, row, died, (died + 1) as Month)
      found.push(then)
    }
    return found
  }
}

function amountsOf({ amount, from }: FullAnswer['payments'][number], isSettled: boolean): DrawnAmounts {
  return isSettled && from?.unit === 'fen-a-year' ? settledInDecember(from.value) : { each: amount, december: amount }
}
