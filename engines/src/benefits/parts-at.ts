import type { Month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import { FullAnswer, type Part } from './answer.ts'
import type { Question } from './question.ts'
import type { Subject } from './subject.ts'

/** 金额构成 of what an award pays one person of the columns in a month; empty when it pays nothing. For runs that keep each part. */
export function partsAt(
  question: Question,
  subject: Subject,
  about: { readonly person: number; readonly award: number },
  month: Month,
): readonly { readonly amount: number; readonly part: Part; readonly from: Rate | undefined }[] {
  subject.stand(about.person, about.award, month, (month + 1) as Month)
  const answer = new FullAnswer()
  question.decides(subject, answer)
  return answer.isOpen ? answer.payments : []
}
