import type { Answer } from '../answer.ts'
import type { Article } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { indexOfYearBeforeMonth } from './base-index.ts'
import { deathOf } from './death.ts'
import { isAwardedNow } from './once.ts'

const praise: Article = { law: 'martyrs-regulation-2024', article: '第十五条' }

/** 烈士褒扬金: a multiple of the nation's urban income of the year before the death, to the family of a martyr. */
export const martyrPraiseMoney: Rule = {
  benefit: 'martyr-praise-money',
  version: 1,
  whom: [],
  cadence: 'once',
  law: [
    { law: 'martyrs-regulation-2019', article: '第十四条' },
    praise,
    { law: 'entitlement-regulation-2024', article: '第十五条' },
  ],
  text: [
    '烈士褒扬金按烈士牺牲时上一年度全国城镇居民人均可支配收入的倍数计算，倍数以标准库所载条款为准。',
    '由烈士证书持有人户籍所在地发给烈士的父母（抚养人）、配偶、子女；没有的，发给条例规定的兄弟姐妹。',
    '一次性发放，核定当月应发；战时参战牺牲的，可以按另行规定的标准提高。',
  ],
  afterDeath: true,
  bases: { 'urban-disposable-income': 'nation' },
  bind: (book) => new BoundMartyrPraiseMoney(book),
}

class BoundMartyrPraiseMoney implements BoundRule {
  private readonly multiple: Shelf
  private readonly income: Shelf

  constructor(book: RateBook) {
    this.multiple = book.shelf('martyr-praise-money')
    this.income = book.nationalShelf('urban-disposable-income')
  }

  qualify(subject: Subject, answer: Answer): void {
    const death = deathOf(subject, answer)
    if (death !== undefined && death.cause !== 'martyrdom') answer.refuse('cause-not-covered', praise)
  }

  pay(subject: Subject, answer: Answer): void {
    const death = deathOf(subject, answer)
    if (death === undefined || !isAwardedNow(subject, answer)) return
    const times = this.multiple.fixed(death.month)
    const income = indexOfYearBeforeMonth(this.income, death.month)
    if (times === undefined) answer.lacks('martyr-praise-money')
    if (income === undefined) answer.lacks('urban-disposable-income')
    if (times && income) answer.pays(rounded(income.value * times.value, 100, times.rounding), 'income', times)
  }
}
