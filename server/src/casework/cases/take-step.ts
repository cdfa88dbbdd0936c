import { type CaseEvent, standingOf } from '@dongzhou/engines/casework'
import type { Day } from '@dongzhou/terms/day'
import { whoOf } from '../../platform/clerk.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { type Answers, changeCase } from './cases.sql.ts'
import { recordEvent } from './events.sql.ts'
import type { CaseInHand } from './load-case.ts'
import { projectCase } from './project-case.ts'

type Dated<Event> = Event extends unknown ? Omit<Event, 'on' | 'by'> : never

export interface StepTaken {
  readonly verb: string
  readonly event: Dated<CaseEvent>
  readonly on: Day
  readonly because: string
  readonly answers?: Answers
}

/** Writes what was done to a case: the event, where it stands now, and the trail. Reasons stay out of the trail: they may speak of illness. */
export async function takeStep(
  setting: ActionSetting,
  { of, procedure, events, standing, calendar }: CaseInHand,
  { verb, event, on, because, answers }: StepTaken,
): Promise<{ id: number; version: number }> {
  requireDayInOrder(setting, events.at(-1)?.event.on, on)
  const done = { ...event, on, by: whoOf(setting.clerk) } as CaseEvent
  const now = standingOf([...events.map((one) => one.event), done])
  const projected = projectCase(procedure, now, setting.today, calendar)
  const version = await changeCase(setting, of, { projected, ...(answers === undefined ? {} : { answers }) })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordEvent(setting, of, { event: done, because, seq: events.length + 1 })
  await recordTrail(setting, {
    verb,
    subject: { kind: 'case', id: of.id },
    division: of.division,
    before: { at: standing.at },
    after: { at: now.at, procedure: procedure.code, personId: of.personId, ...event },
  })
  return { id: of.id, version }
}

/** Days run forwards: a step may be entered later than it was taken, but neither ahead of time nor before the step that led to it. */
function requireDayInOrder({ today }: ActionSetting, last: Day | undefined, on: Day): void {
  if (on > today || (last !== undefined && on < last)) throw new Fault('casework.wrong-day')
}
