import { type Month, monthOf } from '@dongzhou/terms/month'
import { type Article, type LawCode, laws } from './laws.ts'
import type { Subject } from './subject.ts'

const beginnings: ReadonlyMap<string, Month> = new Map(
  Object.entries(laws).map(([code, { from }]) => [code, monthOf(from)]),
)

/** Has a law come into force in the subject's month? Each of them begins on the first of a month. */
export function hasBegun(subject: Subject, law: LawCode): boolean {
  const month = beginnings.get(law)
  return month !== undefined && subject.hasCome(month)
}

/** 适用条款: of an article and the one that took its place, the one in force in the subject's month. */
export function articleInForce(subject: Subject, before: Article, since: Article): Article {
  return hasBegun(subject, since.law) ? since : before
}
