import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { monthOfDate } from './calendar.ts'
import { NOT_KNOWN } from './columns.ts'
import type { Subject } from './subject.ts'

/** 不得兼得 (exclusion): whoever draws `other` does not draw `benefit`; an article or a local document says so. */
export interface Exclusion {
  readonly benefit: Benefit
  readonly other: Benefit
  readonly document: string
}

/** Has the subject an award of this benefit that runs in the month? */
// An award that runs counts as drawn: whether it pays this very month would have to ask that rule, which may ask this one.
export function draws(subject: Subject, benefit: number): boolean {
  const { awardStart, awardBenefit } = subject.columns
  for (let row = awardStart[subject.person] ?? 0; row < (awardStart[subject.person + 1] ?? 0); row += 1) {
    if (awardBenefit[row] === benefit && row !== subject.award && runs(subject, row)) return true
  }
  return false
}

function runs(subject: Subject, row: number): boolean {
  const { awardApproved, awardFrom, awardTo } = subject.columns
  const named = awardFrom[row] ?? NOT_KNOWN
  const from = named === NOT_KNOWN ? monthOfDate(awardApproved[row] ?? 0) : named
  if (from !== undefined && !subject.hasCome(from as Month)) return false
  const to = awardTo[row] ?? NOT_KNOWN
  return to === NOT_KNOWN || !subject.hasCome(to as Month)
}
