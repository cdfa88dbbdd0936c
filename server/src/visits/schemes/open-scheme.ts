import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWritePairing } from '../policy.ts'
import { recordScheme } from './schemes.sql.ts'

/** 开设结对方案: the frame of one year's pairings. */
export async function openScheme(
  setting: ActionSetting,
  input: { readonly year: number; readonly title: string },
  source: object = { kind: 'clerk', note: '开设方案' },
): Promise<{ id: number; version: number }> {
  const { division } = setting.clerk
  requireMay(mayWritePairing(setting.clerk, { division }))
  const id = await recordScheme(setting, { ...input, division, source })
  if (id === undefined) throw new Fault('visits.scheme-exists')
  await recordTrail(setting, {
    verb: 'visits.open-scheme',
    subject: { kind: 'pairing-scheme', id },
    division,
    after: { year: input.year, title: input.title },
  })
  return { id, version: 1 }
}
