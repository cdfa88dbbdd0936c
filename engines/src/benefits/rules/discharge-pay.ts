import type { Month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import type { Article } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { dischargePaidNow, monthOfDischarge } from './discharge.ts'
import { gradingAtDischarge, honourKeysOf, shelfOfHonour } from './honour-keys.ts'
import { ServiceLength } from './service-length.ts'

const pay: Article = { law: 'placement-regulation-2024', article: '第二十一条' }
const honours: Article = { law: 'placement-regulation-2024', article: '第二十二条' }
const YEAR = 12

/** 自主就业一次性退役金: so much a year of service, raised for merits. */
export const dischargePay: Rule = {
  benefit: 'discharge-pay',
  version: 1,
  whom: ['veteran'],
  cadence: 'once',
  law: [pay, honours],
  text: [
    '自主就业的退役军士和义务兵，按服现役年限发给一次性退役金，每年的标准以标准库所载文件为准。',
    '服现役年限的零头按标准库所选办法折算；核定书写明折算年限的，从其年限。',
    '服现役期间获得勋章、荣誉称号或者表彰奖励的，按比例增发；条例没有说明多次获奖如何计算，按本地选定的办法。',
    '按退役时的标准一次性发放，核定当月应发。',
  ],
  bind: (book) => new BoundDischargePay(book),
}

class BoundDischargePay implements BoundRule {
  private readonly rates: Shelf
  private readonly honours: readonly Shelf[]
  private readonly way: Shelf
  private readonly length: ServiceLength

  constructor(book: RateBook) {
    this.rates = book.shelf('discharge-pay')
    this.honours = book.shelvesOf('discharge-pay-honour')
    this.way = book.shelf('discharge-honour')
    this.length = new ServiceLength(book, 'pay')
  }

  qualify(subject: Subject, answer: Answer): void {
    monthOfDischarge(subject, answer, pay)
  }

  pay(subject: Subject, answer: Answer): void {
    const discharged = dischargePaidNow(subject, answer, pay)
    if (discharged === undefined) return
    const months = this.length.of(subject, answer, discharged)
    const rate = this.rates.fixed(discharged)
    if (rate === undefined) answer.lacks('discharge-pay')
    if (rate === undefined || months === undefined) return
    const base = rounded(rate.value * months, YEAR, rate.rounding)
    answer.pays(base, 'years', rate)
    this.paysHonours(subject, answer, discharged, base)
  }

  private paysHonours(subject: Subject, answer: Answer, discharged: Month, base: number): void {
    const keys = honourKeysOf(subject, gradingAtDischarge)
    const rates = keys.map((key) => shelfOfHonour(this.honours, key)?.fixed(discharged))
    if (rates.includes(undefined)) answer.lacks('discharge-pay-honour')
    const counted = this.counted(
      answer,
      rates.filter((rate) => rate !== undefined),
      discharged,
    )
    for (const rate of counted) answer.pays(rounded(base * rate.value, 10_000, rate.rounding), 'honour', rate)
  }

  // 军人抚恤优待条例 art. 16 says 按照其中最高的增发比例; 安置条例 art. 22 does not, so of several it is the county that says.
  private counted(answer: Answer, rates: readonly Rate[], discharged: Month): readonly Rate[] {
    if (rates.length < 2) return rates
    const choice = this.way.fixed(discharged)?.choice
    if (choice === undefined) answer.lacks('discharge-honour')
    return choice === 'sum' ? rates : rates.toSorted((one, other) => other.value - one.value).slice(0, 1)
  }
}
