import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { type Month, monthOf } from '@dongzhou/terms/month'
import type { Article } from './laws.ts'
import type { Subject } from './subject.ts'

/** 兼得办法: how two benefits of one person go together. */
export const exclusionWays = {
  exclude: '不得兼得',
  cap: '择高享受',
  stack: '可以叠加',
} as const satisfies Record<string, string>

/**
 * 兼得关系 (exclusion), a row of the matrix, by an article or a document. `exclude`: whoever draws `other` does not draw `benefit`. `cap`:
 * of the two the higher is paid, of two equal ones `other`. `stack`: both are paid; the row says only that somebody looked.
 */
export interface Exclusion {
  readonly benefit: Benefit
  readonly other: Benefit
  readonly way: keyof typeof exclusionWays
  readonly document: string
  readonly article?: Article | undefined
  /** From the month of this day; undefined = always. */
  readonly validFrom?: Day | undefined
  /** Exclusive; undefined while it is in force. */
  readonly validTo?: Day | undefined
}

/** The months of a row: read once, because the days are asked about for everybody. */
export interface ExclusionMonths {
  readonly from: Month | undefined
  readonly to: Month | undefined
}

export function monthsOfExclusion({ validFrom, validTo }: Exclusion): ExclusionMonths {
  return { from: validFrom && monthOf(validFrom), to: validTo && monthOf(validTo) }
}

/** Is a row in force in the subject's month? */
export function isInForce({ from, to }: ExclusionMonths, subject: Subject): boolean {
  if (from !== undefined && !subject.hasCome(from)) return false
  return to === undefined || !subject.hasCome(to)
}

/** Has the subject an award of this benefit that runs in the month? */
// An award that runs counts as drawn: whether it pays this very month would have to ask that rule, which may ask this one.
export function draws(subject: Subject, benefit: number): boolean {
  let award = subject.otherAward(benefit)
  while (award >= 0 && !runs(subject, award)) award = subject.otherAward(benefit, award)
  return award >= 0
}

/** The awards of a benefit that run in the month, but for the one the question is about. */
export function runningAwards(subject: Subject, benefit: number): readonly number[] {
  const found: number[] = []
  for (let award = subject.otherAward(benefit); award >= 0; award = subject.otherAward(benefit, award))
    if (runs(subject, award)) found.push(award)
  return found
}

/** Asks as if the question were about another award of the same person in the same month. */
export function underAward(subject: Subject, award: number, ask: () => void): void {
  const own = subject.award
  subject.award = award
  ask()
  subject.award = own
}

function runs(subject: Subject, award: number): boolean {
  const own = subject.award
  subject.award = award
  const from = subject.awardFact('awardFrom')
  const hasBegun = from === undefined ? subject.isSince('awardApproved') : subject.hasCome(from as Month)
  const to = hasBegun === false ? undefined : subject.awardFact('awardTo')
  subject.award = own
  return hasBegun !== false && (to === undefined || !subject.hasCome(to as Month))
}
