import type { Benefit } from '@dongzhou/terms/benefit'
import type { Identity } from '@dongzhou/terms/identity'
import type { RateKind } from '@dongzhou/terms/rate'
import type { Answer } from './answer.ts'
import type { Article, LawCode } from './laws.ts'
import type { RateBook } from './rate-book.ts'
import type { Subject } from './subject.ts'

/**
 * 规则 (rule): one benefit, one file, one test. It is written once and read twice: in bulk over columns, and for one person with every
 * reason. It holds no number: those are in the rate book.
 */
export interface Rule {
  readonly benefit: Benefit
  /** Raised whenever an answer of the rule may differ from the one before; a posted line keeps the version it came from. */
  readonly version: number
  /** Whom it is for: somebody with none of these identities is refused without further questions. Empty = by facts alone. */
  readonly whom: readonly Identity[]
  readonly cadence: 'monthly' | 'half-yearly' | 'once'
  /** The articles it rests on, old and new; a month is explained by those in force then. */
  readonly law: readonly Article[]
  /** The rule in the bureau's words, a sentence a line, as the rule library shows it. */
  readonly text: readonly string[]
  /** What runs on after a death answers this rule itself (`continued-pay`, lump sums); others stop. */
  readonly afterDeath?: boolean
  /** A law from which on a suspension no longer touches this benefit: art. 50 (2019) named all of them, art. 59 (2024) not 优待金. */
  readonly paidWhileSuspended?: LawCode
  /** 上一年度指标: the base indices of which the rule takes the year before's, and whose: the place's own (当地) or the nation's (全国). */
  readonly bases?: { readonly [K in RateKind]?: 'local' | 'nation' }
  /** Bound to a rate book once; asked for many people. */
  bind(book: RateBook): BoundRule
}

export interface BoundRule {
  /** The conditions of the law, award or not: screening asks these alone. */
  qualify(subject: Subject, answer: Answer): void
  /** Has the month come in which an award begins to pay by law, where the decision names none? Undefined when that is not known. */
  hasBegun?(subject: Subject, answer: Answer): boolean | undefined
  /** What is due in the subject's month, in whole fen; asked only of somebody who qualifies and has an award that runs. */
  pay(subject: Subject, answer: Answer): void
}
