import type { Month } from '@dongzhou/terms/month'
import { type Answer, FullAnswer } from './answer.ts'
import { benefitCode } from './columns.ts'
import {
  draws,
  type Exclusion,
  type ExclusionMonths,
  isInForce,
  monthsOfExclusion,
  runningAwards,
  underAward,
} from './exclusions.ts'
import { field, identityBits } from './facts.ts'
import { hasBegun } from './law-time.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { BoundRule, Rule } from './rule.ts'
import { ruleOf } from './rule-list.ts'
import type { Subject } from './subject.ts'

/** A rule bound to a rate book and to what the county holds incompatible, with the conditions all benefits share. */
export class Question {
  readonly rule: Rule
  private readonly bound: BoundRule
  private readonly whom: number
  private readonly stop: Shelf
  private readonly excluding: readonly {
    readonly row: Exclusion
    readonly other: number
    readonly months: ExclusionMonths
  }[]
  private readonly caps: readonly Cap[]

  constructor(rule: Rule, book: RateBook, exclusions: readonly Exclusion[]) {
    this.rule = rule
    this.bound = rule.bind(book)
    this.whom = identityBits(rule.whom)
    this.stop = book.shelf('stop-month')
    this.excluding = exclusions
      .filter(({ benefit, way }) => benefit === rule.benefit && way === 'exclude')
      .map((row) => ({ row, other: benefitCode(row.other), months: monthsOfExclusion(row) }))
    this.caps = capsOf(rule, book, exclusions)
  }

  /** Is the benefit for anybody of these identities? All others are refused without another question. */
  isFor(identities: number): boolean {
    return this.whom === 0 || (this.whom & identities) !== 0
  }

  /** Does the subject qualify in this month, whether or not anybody approved it? */
  qualifies(subject: Subject, answer: Answer): void {
    if (this.whom !== 0 && !subject.isOf(this.whom)) {
      answer.refuse('not-of-identity')
      return
    }
    this.lives(subject, answer)
    if (this.isSuspended(subject)) answer.refuse('suspended')
    if (this.excluding.length > 0 && subject.hasOtherAwards) this.asksExcluding(subject, answer)
    this.bound.qualify(subject, answer)
  }

  /** What is due to the subject in this month under their award. */
  decides(subject: Subject, answer: Answer): void {
    this.opens(subject, answer)
    if (answer.isOpen) this.pays(subject, answer)
  }

  /** Is anything due under the award in this month? All of `decides` but the amount: a bulk run asks it once for several rates. */
  opens(subject: Subject, answer: Answer): void {
    this.qualifies(subject, answer)
    this.runs(subject, answer)
    if (answer.isOpen) for (const cap of this.caps) this.asksHigher(subject, answer, cap)
  }

  /** How much is due; to be asked only where everything is open. */
  pays(subject: Subject, answer: Answer): void {
    this.bound.pay(subject, answer)
  }

  private isSuspended(subject: Subject): boolean {
    if (subject.fact(field.suspended) !== 1) return false
    const { paidWhileSuspended } = this.rule
    return paidWhileSuspended === undefined || !hasBegun(subject, paidWhileSuspended)
  }

  private asksExcluding(subject: Subject, answer: Answer): void {
    for (const { row, other, months } of this.excluding)
      if (draws(subject, other) && isInForce(months, subject)) answer.refuse('excluded-by-other', row.article)
  }

  private lives(subject: Subject, answer: Answer): void {
    if (this.rule.afterDeath === true) return
    const month = subject.monthOf(field.died)
    if (month === undefined && subject.fact(field.died) === undefined) return
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
    const from = subject.awardFact('awardFrom')
    const to = subject.awardFact('awardTo')
    const hasBegun = from === undefined ? this.hasBegun(subject, answer) : subject.hasCome(from as Month)
    if (hasBegun === false) answer.refuse('not-started')
    if (to !== undefined && subject.hasCome(to as Month)) answer.refuse('award-ended')
  }

  // Both amounts are worked out in full: this is asked of the few who draw two benefits that a document caps.
  private asksHigher(subject: Subject, answer: Answer, cap: Cap): void {
    for (const award of runningAwards(subject, cap.other)) {
      if (!isInForce(cap.months, subject)) return
      const theirs = new FullAnswer()
      underAward(subject, award, () => cap.question.decides(subject, theirs))
      if (theirs.refusals.length > 0) continue
      for (const what of theirs.missing) answer.lacks(what)
      const ours = new FullAnswer()
      this.bound.pay(subject, ours)
      if (theirs.isOpen && ours.isOpen && isBelow(ours.sum, theirs.sum, cap.yields))
        answer.refuse('lower-than-other', cap.row.article)
    }
  }

  private hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.bound.hasBegun ? this.bound.hasBegun(subject, answer) : subject.isSince('awardApproved')
  }
}

/** 择高: the other benefit of a capped pair, asked without caps of its own, so that the asking ends. */
interface Cap {
  readonly row: Exclusion
  readonly months: ExclusionMonths
  readonly other: number
  readonly question: Question
  /** Of two equal amounts, is the other one paid? */
  readonly yields: boolean
}

function capsOf(rule: Rule, book: RateBook, exclusions: readonly Exclusion[]): readonly Cap[] {
  const uncapped = exclusions.filter(({ way }) => way !== 'cap')
  return exclusions
    .filter(({ benefit, other, way }) => way === 'cap' && (benefit === rule.benefit || other === rule.benefit))
    .map((row) => {
      const yields = row.benefit === rule.benefit
      const other = yields ? row.other : row.benefit
      const theirs = ruleOf(other)
      if (theirs === undefined) throw new RangeError(`no rule for ${other}`)
      return {
        row,
        months: monthsOfExclusion(row),
        other: benefitCode(other),
        question: new Question(theirs, book, uncapped),
        yields,
      }
    })
}

function isBelow(ours: number, theirs: number, yields: boolean): boolean {
  return yields ? ours <= theirs : ours < theirs
}
