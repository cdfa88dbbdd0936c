import type { AnswerReader } from './answer-reader.ts'
import type { Decided, DecidedFact } from './procedure-definition.ts'
import { gradeChoices, natureChoices } from './usual-forms.ts'

/** The fields without which no rating can be recorded. */
export const ratingAsks = ['grade', 'nature', 'approved'] as const

/** 残疾等级 as it was rated, from the day of the approval; `mental` where the form asks for it. */
export function ratingFact(answers: AnswerReader, mental?: boolean): DecidedFact {
  const approved = answers.day('approved')
  const value = { ...ratingOf(answers), approved, ...(mental === undefined ? {} : { mental }) }
  return { kind: 'disability', value, validFrom: approved }
}

/** 残疾军人 with the number of the card, where it is known yet. */
export function disabledVeteran(answers: AnswerReader): DecidedFact {
  const certificate = answers.optional('certificate')
  const value = { identity: 'disabled-veteran', ...(certificate === undefined ? {} : { certificate }) } as const
  return { kind: 'identity', value, validFrom: answers.day('approved') }
}

/** 残疾抚恤金 begins with the rating; of illness, grades 7 to 10 draw none (军人抚恤优待条例 art. 27). */
export function ratingAward(answers: AnswerReader): Decided['award'] {
  const { grade, nature } = ratingOf(answers)
  if (nature === 'illness' && grade > LOWEST_PAID_OF_ILLNESS) return undefined
  return { benefit: 'disability-pension', approved: answers.day('approved') }
}

const LOWEST_PAID_OF_ILLNESS = 6

function ratingOf(answers: AnswerReader) {
  return { grade: Number(answers.choice('grade', gradeChoices)), nature: answers.choice('nature', natureChoices) }
}
