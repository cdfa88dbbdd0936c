import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteEvent } from '../policy.ts'
import { contentOf, type EventForm, type Evidence } from './event-draft.ts'
import { changeEventRow, recordEventRow } from './events.sql.ts'
import { eventForTrail, loadEventForChange } from './load-event.ts'

export type RecordEvent = EventForm &
  Evidence & {
    /** The planned event that was held. */
    readonly scheduled?: { readonly id: number; readonly version: number } | undefined
  }

/** 登记已举办活动: puts on record what took place, with its count and proof; a planned event becomes a held one. */
export async function recordEvent(
  setting: ActionSetting,
  input: RecordEvent,
): Promise<{ id: number; version: number }> {
  requireMay(mayWriteEvent(setting.clerk, input))
  const planned = input.scheduled && (await loadEventForChange(setting, input.scheduled))
  if (planned && planned.state !== 'planned') throw new Fault('activities.event-not-planned')
  const content = await contentOf(setting, input, input, { state: 'held', own: planned?.id })
  const saved = planned
    ? { id: planned.id, version: await changeEventRow(setting, planned, content) }
    : { id: await recordEventRow(setting, content, { kind: 'clerk', note: '登记活动' }), version: 1 }
  if (saved.id === undefined) throw new Fault('activities.event-exists')
  if (saved.version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'activities.record-event',
    subject: { kind: 'activity-event', id: saved.id },
    division: content.division,
    before: planned && eventForTrail(planned),
    after: eventForTrail(content),
  })
  return { id: saved.id, version: saved.version }
}
