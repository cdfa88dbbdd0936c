import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { mayWriteEvent } from '../policy.ts'
import type { ActivityEvent } from './event.ts'
import { findEventForUpdate } from './events.sql.ts'

/** The event an action is about, locked, writable, not cancelled and still as the clerk saw it. */
export async function loadEventForChange(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
): Promise<ActivityEvent> {
  const event = await findEventForUpdate(setting, seen.id)
  if (!event) throw new Fault('activities.event-not-found')
  requireMay(mayWriteEvent(setting.clerk, event))
  if (event.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: event.version })
  if (event.state === 'cancelled') throw new Fault('activities.event-cancelled')
  return event
}

/** What the trail keeps of an event. */
export function eventForTrail(event: Omit<ActivityEvent, 'id' | 'version' | 'cancelledBecause' | 'source'>): object {
  const { seriesId, title, day, state, place, attendance, counting } = event
  return { seriesId, title, day, state, place, attendance: attendance ?? null, counting: counting ?? null }
}
