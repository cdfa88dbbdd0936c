import type { Answer } from '../answer.ts'
import { isBefore } from '../calendar.ts'
import { field } from '../facts.ts'
import { hasBegun } from '../law-time.ts'
import type { Article } from '../laws.ts'
import type { RateBook } from '../rate-book.ts'
import { RegularSubsidy } from '../regular-subsidy.ts'
import type { Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

const since: Article = { law: 'martyrs-regulation-2024', article: '第二十一条' }
const entitlement: Article = { law: 'entitlement-regulation-2024', article: '第六十二条' }

/** 烈士老年子女生活补助: to those who were of age before there was a regular pension, and are old now. */
export const martyrChildSubsidy: Rule = {
  benefit: 'martyr-child-subsidy',
  version: 1,
  whom: ['martyr-child'],
  cadence: 'monthly',
  law: [entitlement, since],
  text: [
    '居住在农村和城镇无工作单位的烈士子女，年满规定年龄（条例规定为六十周岁）的，发给定期生活补助。',
    '须在国家建立定期抚恤金制度时已满十八周岁；该日期由标准库载明，未载明的以身份认定为准。',
    '烈士褒扬条例自2025年1月1日起规定，从审核确认其符合条件当月起发放。',
  ],
  bind: (book) =>
    new RegularSubsidy(book, 'martyr-child-subsidy', { starts: 'martyr-child-subsidy', asksMore: asksAges(book) }),
}

function asksAges(book: RateBook): (subject: Subject, answer: Answer) => void {
  const ages = book.shelf('age', 'martyr-child')
  const adulthood = book.shelf('age', 'survivor-minor')
  const foundings = book.shelf('adult-by', 'martyr-child')
  return (subject, answer) => {
    const age = ages.inForce(subject)?.value
    const isOld = age === undefined ? undefined : subject.isAged(age)
    if (age === undefined) answer.lacks('age')
    else if (isOld === undefined) answer.lacks('birth')
    else if (!isOld) answer.refuse('too-young', articleOf(subject))
    const founding = foundings.inForce(subject)
    if (founding !== undefined)
      asksAdult(subject, answer, { founding: founding.value, years: adulthood.inForce(subject)?.value })
  }
}

function asksAdult(
  subject: Subject,
  answer: Answer,
  { founding, years }: { readonly founding: number; readonly years: number | undefined },
): void {
  const born = subject.fact(field.born)
  if (years === undefined) answer.lacks('age')
  else if (born === undefined) answer.lacks('birth')
  else asksWhen(subject, answer, { adult: born + years * 10_000, founding })
}

// Somebody who comes of age on the very day is of age on it; the numbers of two days compare as the days do.
function asksWhen(
  subject: Subject,
  answer: Answer,
  { adult, founding }: { readonly adult: number; readonly founding: number },
): void {
  const isInTime = isBefore(adult, founding + 1)
  if (isInTime === undefined) answer.lacks('birth')
  if (isInTime === false) answer.refuse('not-adult-then', articleOf(subject))
}

function articleOf(subject: Subject): Article {
  return hasBegun(subject, since.law) ? since : entitlement
}
