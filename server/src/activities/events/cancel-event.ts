import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { cancelEventRow } from './events.sql.ts'
import { eventForTrail, loadEventForChange } from './load-event.ts'

/** 取消活动: a planned event that will not be held, or a record of something that never took place. It stays readable. */
export async function cancelEvent(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number; readonly because: string },
): Promise<{ id: number; version: number }> {
  const event = await loadEventForChange(setting, input)
  const version = await cancelEventRow(setting, event, input.because)
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'activities.cancel-event',
    subject: { kind: 'activity-event', id: event.id },
    division: event.division,
    before: eventForTrail(event),
    after: { state: 'cancelled', because: input.because },
  })
  return { id: event.id, version }
}
