import type { Month } from '@dongzhou/terms/month'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import type { Subject } from '../subject.ts'

/** Is this the one month in which something is due? Both of its edges are noted. */
export function isDueIn(subject: Subject, month: Month): boolean {
  return subject.hasCome(month) && !subject.hasCome((month + 1) as Month)
}

/** 一次性待遇的发放月份: the month the decision names, else the month it was approved; undefined when neither is known. */
export function monthOfAward(subject: Subject): Month | undefined {
  const named = subject.awardFact('awardFrom')
  if (named !== undefined) return named as Month
  const approved = subject.awardFact('awardApproved')
  return approved === undefined ? undefined : monthOfDate(approved)
}

/** Is the one-off due in the subject's month? Refuses, or asks for the award, where it is not. */
export function isAwardedNow(subject: Subject, answer: Answer): boolean {
  const month = monthOfAward(subject)
  if (month === undefined) answer.lacks('award')
  else if (!isDueIn(subject, month)) answer.refuse('not-due-now')
  return answer.isOpen
}
