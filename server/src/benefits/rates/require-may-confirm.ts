import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayConfirmRates } from '../policy.ts'
import type { Signed } from './rate.ts'

/** Throws unless the clerk may confirm these rows: with the authority for the whole county, and none of them their own. */
export function requireMayConfirm({ clerk, bureau }: Setting, rows: readonly Signed[]): void {
  const proposers = rows.map(({ recordedBy, accountId }) => ({ actor: recordedBy, accountId }))
  const answer = mayConfirmRates(clerk, bureau, proposers)
  if (answer !== 'yes') throw new Fault(answer)
}
