import type { Month } from '@dongzhou/terms/month'
import type { Answer } from './answer.ts'
import { monthOfDate } from './calendar.ts'
import { benefitCode } from './columns.ts'
import { draws, type Exclusion } from './exclusions.ts'
import { field, identityBits } from './facts.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { BoundRule, Rule } from './rule.ts'
import type { Subject } from './subject.ts'

/** A rule bound to a rate book and to what the county holds incompatible, with the conditions all benefits share. */
export class Question {
  readonly rule: Rule
  private readonly bound: BoundRule
  private readonly whom: number
  private readonly stop: Shelf
  private readonly excluding: readonly number[]

  constructor(rule: Rule, book: RateBook, exclusions: readonly Exclusion[]) {
    this.rule = rule
    this.bound = rule.bind(book)
    this.whom = identityBits(rule.whom)
    this.stop = book.shelf('stop-month')
    this.excluding = exclusions.filter(({ benefit }) => benefit === rule.benefit).map(({ other }) => benefitCode(other))
  }

  /** Does the subject qualify in this month, whether or not anybody approved it? */
  qualifies(subject: Subject, answer: Answer): void {
    if (this.whom !== 0 && !subject.isOf(this.whom)) {
      answer.refuse('not-of-identity')
      return
    }
    this.lives(subject, answer)
    if (subject.fact(field.suspended) === 1) answer.refuse('suspended')
    for (const other of this.excluding) if (draws(subject, other)) answer.refuse('excluded-by-other')
    this.bound.qualify(subject, answer)
  }

  /** What is due to the subject in this month under their award. */
  decides(subject: Subject, answer: Answer): void {
    this.qualifies(subject, answer)
    this.runs(subject, answer)
    if (answer.isOpen) this.bound.pay(subject, answer)
  }

  private lives(subject: Subject, answer: Answer): void {
    const died = subject.fact(field.died)
    if (died === undefined || this.rule.afterDeath === true) return
    const month = monthOfDate(died)
    const choice = this.stop.inForce(subject)?.choice
    if (month === undefined) answer.lacks('death')
    else if (choice === undefined) answer.lacks('stop-month')
    else if (subject.hasCome((choice === 'after' ? month + 1 : month) as Month)) answer.refuse('died')
  }

  private runs(subject: Subject, answer: Answer): void {
    if (subject.award < 0) {
      answer.refuse('no-award')
      return
    }
    const from = subject.awardFact('awardFrom') ?? this.startOf(subject, answer)
    const to = subject.awardFact('awardTo')
    if (from !== undefined && !subject.hasCome(from as Month)) answer.refuse('not-started')
    if (to !== undefined && subject.hasCome(to as Month)) answer.refuse('award-ended')
  }

  private startOf(subject: Subject, answer: Answer): number | undefined {
    if (this.bound.start) return this.bound.start(subject, answer)
    const approved = subject.awardFact('awardApproved')
    return approved === undefined ? undefined : monthOfDate(approved)
  }
}
