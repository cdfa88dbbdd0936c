import { type Exclusion, Question, type RateBook, ruleList } from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Rate } from '@dongzhou/terms/rate'

/** 规则与标准: every rule bound to the rates and exclusions that count, ready to be asked. */
export interface Rulebook {
  readonly book: RateBook
  readonly rates: readonly Rate[]
  readonly exclusions: readonly Exclusion[]
  /** In the order of the bureau's ledgers. */
  readonly questions: readonly Question[]
  questionOf(benefit: Benefit): Question
  /** The number of a row in the book; undefined for one that is only being written down. */
  idOf(rate: Rate): number | undefined
}

/** Binds all rules to a book and to what the county holds incompatible. */
export function rulebookOf(bound: {
  readonly book: RateBook
  readonly rates: readonly Rate[]
  readonly exclusions: readonly Exclusion[]
}): Rulebook {
  const { book, rates, exclusions } = bound
  const questions = ruleList.map((rule) => new Question(rule, book, exclusions))
  const byBenefit = new Map(questions.map((question) => [question.rule.benefit, question]))
  return {
    book,
    rates,
    exclusions,
    questions,
    questionOf: (benefit) => {
      const found = byBenefit.get(benefit)
      if (!found) throw new RangeError(`no rule for ${benefit}`)
      return found
    },
    idOf: (rate) => ('id' in rate && typeof rate.id === 'number' ? rate.id : undefined),
  }
}
