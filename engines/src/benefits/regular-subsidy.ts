import type { Benefit } from '@dongzhou/terms/benefit'
import type { RateKind } from '@dongzhou/terms/rate'
import type { Answer } from './answer.ts'
import { field, insurances } from './facts.ts'
import type { Article } from './laws.ts'
import { Monthly } from './money.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { BoundRule } from './rule.ts'
import { StartMonth } from './start.ts'
import type { Subject } from './subject.ts'

/** 定期生活补助 for somebody of a recognised identity: its benefit, rate and local condition go by one name. */
export type RegularBenefit = Benefit &
  (
    | 'demobilised-subsidy'
    | 'ill-returned-subsidy'
    | 'war-participant-subsidy'
    | 'nuclear-test-subsidy'
    | 'martyr-child-subsidy'
  )

const local: Article = { law: 'local-document', article: '' }
const FROM_EMPLOYMENT = [insurances.indexOf('employee'), insurances.indexOf('retirement')]

/**
 * What the regular subsidies share. The county's finding of the identity (身份认定) stands for the conditions at the time of discharge;
 * a local document may add conditions of residence or insurance, and where the rate book holds none there is none.
 */
export class RegularSubsidy implements BoundRule {
  private readonly kind: RegularBenefit & RateKind
  private readonly rates: Shelf
  private readonly conditions: Shelf
  private readonly starts: StartMonth
  private readonly monthly: Monthly
  private readonly asksMore: (subject: Subject, answer: Answer) => void

  /** `starts` is the key of the start month; `asksMore` the conditions of this subsidy alone. */
  constructor(
    book: RateBook,
    kind: RegularBenefit,
    { starts = 'other', asksMore = nothing }: { starts?: string; asksMore?: RegularSubsidy['asksMore'] } = {},
  ) {
    this.kind = kind
    this.rates = book.shelf(kind)
    this.conditions = book.shelf('local-condition', kind)
    this.starts = new StartMonth(book, starts)
    this.monthly = new Monthly(book)
    this.asksMore = asksMore
  }

  qualify(subject: Subject, answer: Answer): void {
    this.asksLocal(subject, answer)
    this.asksMore(subject, answer)
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rates.inForce(subject)
    if (rate === undefined) answer.lacks(this.kind)
    else this.monthly.pays(subject, answer, { rate, part: 'standard' })
  }

  private asksLocal(subject: Subject, answer: Answer): void {
    const choice = this.conditions.inForce(subject)?.choice
    if (choice === undefined || choice === 'any') return
    const rural = choice === 'uninsured' ? false : isRural(subject)
    const uninsured = choice === 'rural' ? false : isUninsured(subject)
    if (rural === true || uninsured === true) return
    if (rural === undefined) answer.lacks('household-registration')
    if (uninsured === undefined) answer.lacks('pension-insurance')
    if (rural === false && uninsured === false) answer.refuse('local-condition', local)
  }
}

type Finding = boolean | undefined

function isRural(subject: Subject): Finding {
  const rural = subject.fact(field.rural)
  return rural === undefined ? undefined : rural === 1
}

function isUninsured(subject: Subject): Finding {
  const insurance = subject.fact(field.insurance)
  return insurance === undefined ? undefined : !FROM_EMPLOYMENT.includes(insurance)
}

function nothing(): void {
  // Most subsidies ask for the identity and the local conditions alone.
}
