import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayOpenContact } from '../policy.ts'
import { findPairing } from './pairings.sql.ts'

/** 查看联系人电话: in clear, for a purpose that the trail keeps. */
export async function openContactPhone(
  setting: ActionSetting,
  input: { readonly pairingId: number; readonly purpose: string },
): Promise<{ text: string }> {
  const pairing = await findPairing(setting, input.pairingId)
  if (!pairing) throw new Fault('visits.pairing-not-found')
  requireMay(mayOpenContact(setting.clerk, pairing))
  if (pairing.contactPhone === undefined) throw new Fault('visits.no-phone')
  await recordTrail(setting, {
    verb: 'visits.open-contact-phone',
    subject: { kind: 'pairing', id: pairing.id },
    division: pairing.division,
    purpose: input.purpose,
  })
  return { text: pairing.contactPhone }
}
