import type { Month } from '@dongzhou/terms/month'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { deathCauses, field } from '../facts.ts'
import type { Subject } from '../subject.ts'

export type DeathCause = (typeof deathCauses)[number]

/** 去世: the month and the cause of a death that has come. */
export interface Death {
  readonly month: Month
  readonly cause: DeathCause
}

/** The month of a death that has come; says what is missing, or that the person lives. */
export function monthOfDeath(subject: Subject, answer: Answer): Month | undefined {
  const died = subject.fact(field.died)
  const month = died === undefined ? undefined : monthOfDate(died)
  if (died === undefined) answer.refuse('still-alive')
  else if (month === undefined) answer.lacks('death')
  else if (!subject.hasCome(month)) answer.refuse('still-alive')
  return month !== undefined && subject.hasCome(month) ? month : undefined
}

/** The death of the subject, with its cause; says what is missing, or that the person lives. */
export function deathOf(subject: Subject, answer: Answer): Death | undefined {
  const month = monthOfDeath(subject, answer)
  const cause = deathCauses[subject.fact(field.deathCause) ?? -1]
  if (month !== undefined && cause === undefined) answer.lacks('death-cause')
  return month === undefined || cause === undefined ? undefined : { month, cause }
}
