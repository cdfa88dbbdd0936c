import type { Answer } from '../answer.ts'
import { isBefore } from '../calendar.ts'
import { field } from '../facts.ts'
import { articleInForce } from '../law-time.ts'
import type { Article } from '../laws.ts'
import type { RateBook } from '../rate-book.ts'
import { RegularSubsidy } from '../regular-subsidy.ts'
import type { Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

const definition: Article = { law: 'entitlement-regulation-2019', article: '第五十三条' }
const since: Article = { law: 'entitlement-regulation-2024', article: '第六十二条' }

/** 在乡复员军人生活补助: to those who joined by 31 October 1954 and were later demobilised. */
export const demobilisedSubsidy: Rule = {
  benefit: 'demobilised-subsidy',
  version: 1,
  whom: ['demobilised-veteran'],
  cadence: 'monthly',
  law: [{ law: 'entitlement-regulation-2019', article: '第四十四条' }, definition, since],
  text: [
    '已认定为在乡复员军人的，发给定期生活补助。',
    '须在标准库所载截止时间（条例规定为1954年10月31日）之前入伍，后经批准退出现役。',
    '本地文件对户籍、养老保障另有规定的，从其规定。',
  ],
  bind: (book) => new RegularSubsidy(book, 'demobilised-subsidy', { asksMore: enlistedInTime(book) }),
}

function enlistedInTime(book: RateBook): (subject: Subject, answer: Answer) => void {
  const limits = book.shelf('enlisted-before', 'demobilised')
  return (subject, answer) => {
    const limit = limits.inForce(subject)
    if (limit === undefined) return
    const enlisted = subject.fact(field.enlisted)
    const isInTime = enlisted === undefined ? undefined : isBefore(enlisted, limit.value)
    if (isInTime === undefined) answer.lacks('service')
    if (isInTime === false) answer.refuse('enlisted-too-late', articleInForce(subject, definition, since))
  }
}
