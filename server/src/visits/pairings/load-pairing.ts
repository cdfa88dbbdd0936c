import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { mayWritePairing } from '../policy.ts'
import { findPairingForUpdate, type NewPairing, type Pairing } from './pairings.sql.ts'

/** The pairing an action is about, locked and writable; with a version, still as the clerk saw it. */
export async function loadPairingForChange(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version?: number },
): Promise<Pairing> {
  const pairing = await findPairingForUpdate(setting, seen.id)
  if (!pairing) throw new Fault('visits.pairing-not-found')
  requireMay(mayWritePairing(setting.clerk, pairing))
  if (seen.version !== undefined && seen.version !== pairing.version)
    throw new Fault('platform.changed-meanwhile', { version: pairing.version })
  return pairing
}

/** What the trail keeps of a pairing: ids and dates, no names and no phone. */
export function pairingForTrail(pairing: NewPairing): object {
  const { schemeId, organisationId, personId, state, plannedVisits, confirmedOn } = pairing
  const days = { plannedVisits: plannedVisits ?? null, confirmedOn: confirmedOn ?? null }
  return { schemeId, organisationId, personId, state, ...days }
}
