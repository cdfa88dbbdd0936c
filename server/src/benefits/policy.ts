import type { DivisionCode } from '@dongzhou/terms/division'
import { bureauDivision } from '../platform/bureau-division.ts'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'
import type { Bureau } from '../platform/setting.ts'

/** 录入标准: the book is one for the whole county, so only who answers for all of it enters into it. */
export function mayWriteRates(clerk: Clerk, bureau: Bureau): May {
  return mayAt(clerk, 'rates.write', bureauDivision(bureau))
}

/** Why somebody may not confirm: the usual reasons, or that the row is their own. */
export type MayConfirm = May | 'benefits.own-proposal'

/** Who put a row forward; a row of the system has no account. */
export interface Proposer {
  readonly accountId: number | undefined
  readonly actor: string
}

/** 复核: by a second person, however much authority the first one has. */
export function mayConfirmRates(clerk: Clerk, bureau: Bureau, proposers: readonly Proposer[] = []): MayConfirm {
  const may = mayAt(clerk, 'rates.confirm', bureauDivision(bureau))
  if (may !== 'yes') return may
  return proposers.some((proposer) => isSamePerson(clerk, proposer)) ? 'benefits.own-proposal' : 'yes'
}

function isSamePerson(clerk: Clerk, proposer: Proposer): boolean {
  if (clerk.actor === proposer.actor) return true
  return clerk.accountId !== undefined && clerk.accountId === proposer.accountId
}

interface Placed {
  readonly division: DivisionCode
}

/** What somebody is entitled to, and why: a station reads it of its own people. */
export function mayReadBenefits(clerk: Clerk, person: Placed): May {
  return mayAt(clerk, 'benefits.read', person.division)
}

/** 核定与终止待遇. */
export function mayDecideAward(clerk: Clerk, person: Placed): May {
  return mayAt(clerk, 'benefits.write', person.division)
}

/** 核对线索: whoever knows the people may put a line of the work list aside. */
export function mayScreen(clerk: Clerk, finding: Placed): May {
  return mayAt(clerk, 'benefits.screen', finding.division)
}

/** 重新筛查 and 资金安排 are matters of the whole county. */
export function mayAnswerForCounty(clerk: Clerk, bureau: Bureau): May {
  return mayAt(clerk, 'benefits.write', bureauDivision(bureau))
}
