import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteEvent } from '../policy.ts'
import { contentOf, type EventForm, noEvidence } from './event-draft.ts'
import { recordEventRow } from './events.sql.ts'
import { eventForTrail } from './load-event.ts'

/** 安排活动: an event that is to take place. */
export async function scheduleEvent(
  setting: ActionSetting,
  input: EventForm,
): Promise<{ id: number; version: number }> {
  requireMay(mayWriteEvent(setting.clerk, input))
  const content = await contentOf(setting, input, noEvidence, { state: 'planned', own: undefined })
  const id = await recordEventRow(setting, content, { kind: 'clerk', note: '安排活动' })
  if (id === undefined) throw new Fault('activities.event-exists')
  await recordTrail(setting, {
    verb: 'activities.schedule-event',
    subject: { kind: 'activity-event', id },
    division: content.division,
    after: eventForTrail(content),
  })
  return { id, version: 1 }
}
