import { entitledIdentities } from '@dongzhou/terms/identity'
import type { Rate } from '@dongzhou/terms/rate'
import { type Answer, FullAnswer } from '../answer.ts'
import { benefitCode } from '../columns.ts'
import { draws, runningAwards, underAward } from '../exclusions.ts'
import { field, loneKinds } from '../facts.ts'
import type { Article } from '../laws.ts'
import { Monthly, rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { StartMonth } from '../start.ts'
import type { Subject } from '../subject.ts'
import { demobilisedSubsidy } from './demobilised-subsidy.ts'
import { disabilityPension } from './disability-pension.ts'
import { illReturnedSubsidy } from './ill-returned-subsidy.ts'
import { martyrChildSubsidy } from './martyr-child-subsidy.ts'
import { nuclearTestSubsidy } from './nuclear-test-subsidy.ts'
import { ruralVeteranSubsidy } from './rural-veteran-subsidy.ts'
import { survivorPension } from './survivor-pension.ts'
import { warParticipantSubsidy } from './war-participant-subsidy.ts'

const local: Article = { law: 'local-document', article: '' }

/** What the supplement is added to. */
const regular = [
  disabilityPension,
  survivorPension,
  demobilisedSubsidy,
  illReturnedSubsidy,
  warParticipantSubsidy,
  nuclearTestSubsidy,
  ruralVeteranSubsidy,
  martyrChildSubsidy,
]

/** 孤老（孤儿）增发: added to regular money for those found to be alone, for as long as they draw that. */
export const loneSupplement: Rule = {
  benefit: 'lone-supplement',
  version: 1,
  whom: entitledIdentities,
  cadence: 'monthly',
  law: [local],
  text: [
    '享受定期抚恤补助的孤老、孤儿，在其定期抚恤补助之外增发。',
    '标准由本地文件规定，孤老和孤儿分别载入标准库；按比例增发的，以其中最高的一项定期抚恤补助为基数。',
    '所依附的定期抚恤补助停发的，增发同时停发。',
  ],
  bind: (book) => new BoundLoneSupplement(book),
}

class BoundLoneSupplement implements BoundRule {
  private readonly rates: readonly Shelf[]
  private readonly regular: readonly { readonly benefit: number; readonly bound: BoundRule }[]
  private readonly starts: StartMonth
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.rates = loneKinds.map((kind) => book.shelf('lone-supplement', kind))
    this.regular = regular.map((rule) => ({ benefit: benefitCode(rule.benefit), bound: rule.bind(book) }))
    this.starts = new StartMonth(book, 'other')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    if (subject.fact(field.lone) === undefined) answer.refuse('not-lone', local)
    else this.asksRegular(subject, answer)
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rates[subject.fact(field.lone) ?? -1]?.inForce(subject)
    if (rate === undefined) answer.lacks('lone-supplement')
    else if (rate.unit === 'fen-a-month' || rate.unit === 'fen-a-year')
      this.monthly.pays(subject, answer, { rate, part: 'lone' })
    else this.paysPercent(subject, answer, rate)
  }

  // A child of age whose award nobody has ended draws nothing: so the regular rule is asked, not only whether an award runs.
  private asksRegular(subject: Subject, answer: Answer): void {
    const found = this.regularAnswers(subject, 'qualify')
    if (found.some(({ isOpen }) => isOpen)) return
    sayMissing(found, answer)
    if (found.every(({ refusals }) => refusals.length > 0)) answer.refuse('no-regular-benefit', local)
  }

  // Of several regular benefits the highest is the base: one of them may be excluded by another, and a percentage of both paid too much.
  private paysPercent(subject: Subject, answer: Answer, rate: Rate): void {
    const found = this.regularAnswers(subject, 'pay')
    const base = found.filter(({ isOpen }) => isOpen).map(({ sum }) => sum)
    sayMissing(found, answer)
    answer.pays(rounded(Math.max(0, ...base) * rate.value, BASIS_POINTS, rate.rounding), 'lone', rate)
  }

  /** What the regular benefits that the subject has awards for answer, each under its own award. */
  private regularAnswers(subject: Subject, ask: 'qualify' | 'pay'): readonly FullAnswer[] {
    const answers: FullAnswer[] = []
    for (const { benefit, bound } of this.regular) {
      if (!draws(subject, benefit)) continue
      for (const award of runningAwards(subject, benefit)) {
        const found = new FullAnswer()
        underAward(subject, award, () => {
          bound.qualify(subject, found)
          if (ask === 'pay' && found.isOpen) bound.pay(subject, found)
        })
        answers.push(found)
      }
    }
    return answers
  }
}

const BASIS_POINTS = 10_000

function sayMissing(found: readonly FullAnswer[], answer: Answer): void {
  for (const { refusals, missing } of found) if (refusals.length === 0) for (const what of missing) answer.lacks(what)
}
