import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { loadPairingForChange } from '../pairings/load-pairing.ts'
import { type VisitForm, visitForTrail, visitOf } from './record-visit.ts'
import { changeVisitRow, findVisitForUpdate } from './visits.sql.ts'

export type CorrectVisit = VisitForm & { readonly id: number; readonly version: number; readonly because: string }

/** 更正走访: what was written wrongly, with the reason. */
export async function correctVisit(
  setting: ActionSetting,
  input: CorrectVisit,
): Promise<{ id: number; version: number }> {
  const visit = await findVisitForUpdate(setting, input.id)
  if (!visit) throw new Fault('visits.visit-not-found')
  const pairing = await loadPairingForChange(setting, { id: visit.pairingId })
  if (visit.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: visit.version })
  const content = visitOf(setting, input, pairing)
  const version = await changeVisitRow(setting, visit, content)
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'visits.correct-visit',
    subject: { kind: 'pairing-visit', id: visit.id },
    division: pairing.division,
    before: visitForTrail(visit),
    after: { ...visitForTrail(content), because: input.because },
  })
  return { id: visit.id, version }
}
