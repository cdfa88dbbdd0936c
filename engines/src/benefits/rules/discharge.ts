import type { Month } from '@dongzhou/terms/month'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { arrangements, field } from '../facts.ts'
import type { Article } from '../laws.ts'
import type { Subject } from '../subject.ts'
import { isAwardedNow } from './once.ts'

const selfEmployed = arrangements.indexOf('self-employed')

/** 自主就业退役: the month of a discharge that has come, of somebody who takes up work of their own. Says what is missing, or why not. */
export function monthOfDischarge(subject: Subject, answer: Answer, article: Article): Month | undefined {
  const arranged = subject.fact(field.arrangement)
  if (arranged === undefined) answer.lacks('arrangement')
  else if (arranged !== selfEmployed) answer.refuse('not-self-employed', article)
  const discharged = subject.fact(field.discharged)
  const month = discharged === undefined ? undefined : monthOfDate(discharged)
  if (month === undefined) answer.lacks('service')
  else if (!subject.hasCome(month)) answer.refuse('still-serving', article)
  return answer.isOpen ? month : undefined
}

/** The same, where in the subject's month the one-off is due. */
export function dischargePaidNow(subject: Subject, answer: Answer, article: Article): Month | undefined {
  const month = monthOfDischarge(subject, answer, article)
  return month !== undefined && isAwardedNow(subject, answer) ? month : undefined
}
