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
  refuseRepeated(subject, answer)
  if (month === undefined) answer.lacks('award')
  else if (!isDueIn(subject, month)) answer.refuse('not-due-now')
  return answer.isOpen
}

/** 不重复发放: of several decisions on what happens to a person once, the first alone pays; two files merged into one may hold two. */
export function refuseRepeated(subject: Subject, answer: Answer): void {
  if (firstAwardSince(subject, 0) !== subject.award) answer.refuse('already-awarded')
}

/** The first decision, on or after a date, of the benefit the question is about; undefined when there is none. */
export function firstAwardSince(subject: Subject, date: number): number | undefined {
  const { awardStart, awardBenefit, awardApproved } = subject.columns
  const benefit = awardBenefit[subject.award]
  const end = awardStart[subject.person + 1] ?? 0
  let first: number | undefined
  for (let row = awardStart[subject.person] ?? 0; row < end; row += 1) {
    const approved = awardApproved[row] ?? 0
    if (awardBenefit[row] !== benefit || approved < date) continue
    if (first === undefined || approved < (awardApproved[first] ?? 0)) first = row
  }
  return first
}
