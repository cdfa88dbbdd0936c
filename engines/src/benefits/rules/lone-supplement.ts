import { entitledIdentities } from '@dongzhou/terms/identity'
import { type Answer, FullAnswer } from '../answer.ts'
import { benefitCode } from '../columns.ts'
import { runningAwards, underAward } from '../exclusions.ts'
import { field, loneKinds } from '../facts.ts'
import type { Article } from '../laws.ts'
import { Monthly } from '../money.ts'
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
    '标准由本地文件规定，孤老和孤儿分别载入标准库。',
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

  start(subject: Subject, answer: Answer): number | undefined {
    return this.starts.of(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rates[subject.fact(field.lone) ?? -1]?.inForce(subject)
    if (rate === undefined) answer.lacks('lone-supplement')
    else this.monthly.pays(subject, answer, { rate, part: 'lone' })
  }

  // A child of age whose award nobody has ended draws nothing: so the regular rule is asked, not only whether an award runs.
  private asksRegular(subject: Subject, answer: Answer): void {
    const found = this.regular.flatMap(({ benefit, bound }) =>
      runningAwards(subject, benefit).map((award) => under(subject, award, bound)),
    )
    if (found.some(({ isOpen }) => isOpen)) return
    const unsure = found.filter(({ refusals }) => refusals.length === 0)
    for (const { missing } of unsure) for (const what of missing) answer.lacks(what)
    if (unsure.length === 0) answer.refuse('no-regular-benefit', local)
  }
}

function under(subject: Subject, award: number, bound: BoundRule): FullAnswer {
  const found = new FullAnswer()
  underAward(subject, award, () => bound.qualify(subject, found))
  return found
}
