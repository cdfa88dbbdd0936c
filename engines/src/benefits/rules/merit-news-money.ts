import type { Month } from '@dongzhou/terms/month'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { meritClasses } from '../facts.ts'
import type { Article } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { firstAwardSince, isDueIn } from './once.ts'

const local: Article = { law: 'local-document', article: '' }

/** 立功喜报慰问金: a sum by class for each merit of somebody serving, in the month of the order. */
export const meritNewsMoney: Rule = {
  benefit: 'merit-news-money',
  version: 1,
  whom: ['conscript-family', 'serving-family'],
  cadence: 'once',
  law: [local],
  text: [
    '现役军人立功受奖，向其家庭送喜报时按奖励等级发给慰问金。',
    '一年内多次立功的，每次分别发放。',
    '奖励命令所在的当月应发，须有其后的核定；标准由本地文件规定。',
  ],
  bind: (book) => new BoundMeritNewsMoney(book),
}

class BoundMeritNewsMoney implements BoundRule {
  private readonly rates: readonly Shelf[]

  constructor(book: RateBook) {
    this.rates = book.shelvesOf('merit-news-money')
  }

  qualify(subject: Subject, answer: Answer): void {
    if (subject.merits().length === 0) answer.refuse('no-merit', local)
  }

  // Merit news is approved when the notice arrives, after the order: each merit is paid under the first approval that follows it.
  hasBegun(subject: Subject): boolean | undefined {
    const months = subject.merits().flatMap(({ on }) => monthOfDate(on) ?? [])
    return months.length === 0 ? undefined : subject.hasCome(Math.min(...months) as Month)
  }

  pay(subject: Subject, answer: Answer): void {
    let isDue = false
    for (const merit of subject.merits()) {
      const month = monthOfDate(merit.on)
      if (month === undefined) {
        if (mayBeNow(subject, merit.on)) answer.lacks('merit')
      } else if (isDueIn(subject, month) && firstAwardSince(subject, merit.on) === subject.award) {
        isDue = true
        this.paysOne(subject, answer, merit.class)
      }
    }
    if (!isDue && answer.isOpen) answer.refuse('merit-not-now', local)
  }

  private paysOne(subject: Subject, answer: Answer, of: (typeof meritClasses)[number]): void {
    const rate = this.rates[meritClasses.indexOf(of)]?.inForce(subject)
    if (rate === undefined) answer.lacks('merit-news-money')
    else answer.pays(rounded(rate.value, 1, rate.rounding), 'merit', rate)
  }
}

// A merit known to its year alone may fall in any month of it; one without even a year, in any month at all.
function mayBeNow(subject: Subject, on: number): boolean {
  if (on === 0) return true
  const january = Math.trunc(on / 10_000) * 10_000 + 101
  return subject.hasReached(january) === true && subject.hasReached(january + 10_000) === false
}
