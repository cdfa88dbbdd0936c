import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteEvent } from '../policy.ts'
import { contentOf, type EventForm, type Evidence } from './event-draft.ts'
import { changeEventRow } from './events.sql.ts'
import { eventForTrail, loadEventForChange } from './load-event.ts'

export type CorrectEvent = EventForm &
  Evidence & { readonly id: number; readonly version: number; readonly because: string }

/** 更正活动: what was written wrongly, with the reason; whether it was held is not a matter of correction. */
export async function correctEvent(
  setting: ActionSetting,
  input: CorrectEvent,
): Promise<{ id: number; version: number }> {
  requireMay(mayWriteEvent(setting.clerk, input))
  const event = await loadEventForChange(setting, input)
  const content = await contentOf(setting, input, input, { state: event.state, own: event.id })
  // A ledger that knew the month only said so; a clerk who leaves the day alone does not make it exact.
  const precision = content.day === event.day ? event.precision : 'day'
  const version = await changeEventRow(setting, event, { ...content, precision })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'activities.correct-event',
    subject: { kind: 'activity-event', id: event.id },
    division: content.division,
    before: eventForTrail(event),
    after: { ...eventForTrail(content), because: input.because },
  })
  return { id: event.id, version }
}
