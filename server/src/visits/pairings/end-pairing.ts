import type { Day } from '@dongzhou/terms/day'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { loadPairingForChange, pairingForTrail } from './load-pairing.ts'
import { changePairingRow } from './pairings.sql.ts'

export interface EndPairing {
  readonly id: number
  readonly version: number
  readonly endedOn: Day
  readonly because: string
}

/** 终止结对: from that day on the organisation no longer stands by the person; the visits paid stay. */
export async function endPairing(setting: ActionSetting, input: EndPairing): Promise<{ id: number; version: number }> {
  const pairing = await loadPairingForChange(setting, input)
  if (pairing.state === 'ended') throw new Fault('visits.pairing-ended')
  if (input.endedOn > setting.today) throw new Fault('visits.day-in-future')
  if (pairing.confirmedOn !== undefined && input.endedOn < pairing.confirmedOn)
    throw new Fault('visits.day-outside-pairing')
  const ended = { ...pairing, state: 'ended', endedOn: input.endedOn, endedBecause: input.because } as const
  const version = await changePairingRow(setting, pairing, ended)
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'visits.end-pairing',
    subject: { kind: 'pairing', id: pairing.id },
    division: pairing.division,
    before: pairingForTrail(pairing),
    after: { ...pairingForTrail(ended), endedOn: input.endedOn, because: input.because },
  })
  return { id: pairing.id, version }
}
