import type { Month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import type { Article } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { dischargePaidNow, monthOfDischarge } from './discharge.ts'
import { ServiceLength } from './service-length.ts'

const law: Article = { law: 'placement-regulation-2024', article: '第二十三条' }
const YEAR = 12

/** 地方一次性经济补助: a base for so many years of service, and a share of it, or a sum, for each year beyond. */
export const dischargeLocalSubsidy: Rule = {
  benefit: 'discharge-local-subsidy',
  version: 1,
  whom: ['veteran'],
  cadence: 'once',
  law: [law, { law: 'local-document', article: '' }],
  text: [
    '自主就业的退役军士和义务兵，可以由地方给予一次性经济补助，标准和办法由省级制定。',
    '服役满基数年限的发给基数；超过的，每增一年按基数的比例（或定额）增发，不计复利，合计后取整。',
    '不足基数年限的，发给基数或按年限折算，由本地选定；零头的折算办法另列。',
    '按退役时的标准一次性发放，核定当月应发。',
  ],
  bind: (book) => new BoundDischargeLocalSubsidy(book),
}

interface Formula {
  readonly base: Rate
  readonly baseMonths: number
  readonly further: Rate
}

class BoundDischargeLocalSubsidy implements BoundRule {
  private readonly base: Shelf
  private readonly baseYears: Shelf
  private readonly further: Shelf
  private readonly short: Shelf
  private readonly length: ServiceLength

  constructor(book: RateBook) {
    this.base = book.shelf('discharge-local-base')
    this.baseYears = book.shelf('discharge-local-base-years')
    this.further = book.shelf('discharge-local-year')
    this.short = book.shelf('discharge-short')
    this.length = new ServiceLength(book, 'local')
  }

  qualify(subject: Subject, answer: Answer): void {
    monthOfDischarge(subject, answer, law)
  }

  pay(subject: Subject, answer: Answer): void {
    const discharged = dischargePaidNow(subject, answer, law)
    if (discharged === undefined) return
    const months = this.length.of(subject, answer, discharged)
    const formula = this.formula(answer, discharged)
    if (formula === undefined || months === undefined) return
    const amount = this.amount(answer, formula, months, discharged)
    if (amount === undefined) return
    const standard = Math.min(amount, formula.base.value)
    answer.pays(standard, 'standard', formula.base)
    if (amount > standard) answer.pays(amount - standard, 'years', formula.further)
  }

  private formula(answer: Answer, discharged: Month): Formula | undefined {
    const base = this.base.fixed(discharged)
    const years = this.baseYears.fixed(discharged)
    const further = this.further.fixed(discharged)
    if (base === undefined) answer.lacks('discharge-local-base')
    if (years === undefined) answer.lacks('discharge-local-base-years')
    if (further === undefined) answer.lacks('discharge-local-year')
    return base && years && further && { base, baseMonths: years.value * YEAR, further }
  }

  // Rounded once, at the end: 宁波's 11 years give 127,916, which 9 x a yearly share rounded to 6,732 would not.
  private amount(answer: Answer, formula: Formula, months: number, discharged: Month): number | undefined {
    const { base, baseMonths, further } = formula
    if (months < baseMonths) return this.shortService(answer, formula, months, discharged)
    const beyond = months - baseMonths
    if (further.unit === 'fen') return rounded(base.value * YEAR + further.value * beyond, YEAR, base.rounding)
    return rounded(base.value * (YEAR * 10_000 + further.value * beyond), YEAR * 10_000, base.rounding)
  }

  private shortService(
    answer: Answer,
    { base, baseMonths }: Formula,
    months: number,
    discharged: Month,
  ): number | undefined {
    const choice = this.short.fixed(discharged)?.choice
    if (choice === undefined) answer.lacks('discharge-short')
    if (choice === undefined) return undefined
    return choice === 'base' ? base.value : rounded(base.value * months, baseMonths, base.rounding)
  }
}
