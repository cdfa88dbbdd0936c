import type { FactKind } from '@dongzhou/terms/fact'
import type { Rate, RateKind } from '@dongzhou/terms/rate'
import type { Article } from './laws.ts'
import type { Refusal } from './refusals.ts'

/** 缺少的资料 (lacking): a kind of fact, a rate, or what a fact must say of one day: whoever has a 户籍 today may still have none of the day of discharge. */
export type Lacking = FactKind | RateKind | 'registration-at-discharge'

/**
 * 答复 (answer): where a rule says what it found. In bulk only the sum and the kind are kept; for one person every reason, article and
 * step. A refusal outranks what is missing: where one reason is certain, no more questions are asked.
 */
export interface Answer {
  /** Nothing speaks against it so far, and nothing is missing. */
  readonly isOpen: boolean
  refuse(refusal: Refusal, article?: Article): void
  lacks(what: Lacking): void
  /** A part of the amount in whole fen; `from` is the rate it comes from, `how` how it was worked out. */
  pays(amount: number, part: Part, from?: Rate): void
}

/** 金额构成 (parts of an amount), as the ledgers of the provincial system have them. */
export const parts = {
  standard: '发放标准',
  care: '护理费',
  lone: '孤老（孤儿）增发',
  region: '进藏进疆等增发',
  merit: '立功增发',
  student: '大学生入伍增发',
  honour: '功勋荣誉增发',
  income: '按上一年度人均可支配收入',
  pay: '按本人月基本工资',
  continued: '去世后继续发放',
  years: '按服役年限',
} as const satisfies Record<string, string>

export type Part = keyof typeof parts

/** The answer of a bulk run: three numbers, used again for every question. */
export class BulkAnswer implements Answer {
  amount = 0
  refusals = 0
  missing = 0

  get isOpen(): boolean {
    return this.refusals === 0 && this.missing === 0
  }

  refuse(): void {
    this.refusals += 1
  }

  lacks(): void {
    this.missing += 1
  }

  pays(amount: number): void {
    this.amount += amount
  }

  clear(): void {
    this.amount = 0
    this.refusals = 0
    this.missing = 0
  }
}

/** The answer to one person, with everything that was said. */
export class FullAnswer implements Answer {
  readonly refusals: { readonly refusal: Refusal; readonly article: Article | undefined }[] = []
  readonly missing: Lacking[] = []
  readonly payments: { readonly amount: number; readonly part: Part; readonly from: Rate | undefined }[] = []

  get isOpen(): boolean {
    return this.refusals.length === 0 && this.missing.length === 0
  }

  /** All parts together, in fen. */
  get sum(): number {
    return this.payments.reduce((sum, { amount }) => sum + amount, 0)
  }

  refuse(refusal: Refusal, article?: Article): void {
    this.refusals.push({ refusal, article })
  }

  lacks(what: Lacking): void {
    if (!this.missing.includes(what)) this.missing.push(what)
  }

  pays(amount: number, part: Part, from?: Rate): void {
    this.payments.push({ amount, part, from })
  }
}
