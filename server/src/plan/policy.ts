import { bureauDivision } from '../platform/bureau-division.ts'
import { type Clerk, mayAnywhere, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'
import type { Bureau } from '../platform/setting.ts'
import type { LiveIndicator } from './indicator.ts'

/** The figures of an indicator take the plan and the room that keeps its rows. */
export function mayReadIndicator(clerk: Clerk, indicator: LiveIndicator): May {
  const plan = mayAnywhere(clerk, 'plan.read')
  return plan === 'yes' ? mayAnywhere(clerk, indicator.may) : plan
}

/** Targets are the bureau's: whoever changes one answers for the whole county. */
export function maySetTarget(clerk: Clerk, bureau: Bureau): May {
  return mayAt(clerk, 'plan.write', bureauDivision(bureau))
}

/** A value that may be cited is frozen, and restated, over the whole county only. */
export function mayClosePeriod(clerk: Clerk, bureau: Bureau): May {
  return mayAt(clerk, 'plan.close', bureauDivision(bureau))
}
