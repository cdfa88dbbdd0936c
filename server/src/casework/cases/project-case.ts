import { type CaseStanding, type ClockReading, clocksOf, hasEnded, type WorkCalendar } from '@dongzhou/engines/casework'
import type { Day } from '@dongzhou/terms/day'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import type { Projected } from './cases.sql.ts'

/** What lists need of where a case stands. The assignee is known by account and kept beside it. */
export function projectCase(
  procedure: ProcedureDefinition,
  standing: CaseStanding,
  today: Day,
  calendar: WorkCalendar,
): Projected {
  const { at, visits, assignee } = standing
  const enteredOn = visits.at(-1)?.from ?? today
  if (hasEnded(standing))
    return { at, authority: undefined, enteredOn, assigneeId: undefined, dueOn: undefined, lacksCalendar: undefined }
  return {
    at,
    authority: procedure.steps[at]?.authority,
    enteredOn,
    assigneeId: assignee === undefined ? undefined : accountIn(assignee),
    ...nearest(clocksOf(procedure, standing, today, calendar)),
  }
}

/** 最近时限: the nearest day on which a clock that runs has its end. One that has run out lies in the past and comes first. */
export function nearest(readings: readonly ClockReading[]): Pick<Projected, 'dueOn' | 'lacksCalendar'> {
  const due = readings.flatMap((one) => (one.kind === 'running' || isOpenMiss(one) ? [one.dueOn] : [])).toSorted()
  const lacking = readings.find((one) => one.kind === 'no-calendar')
  return { dueOn: due[0], lacksCalendar: lacking?.year }
}

function isOpenMiss(one: ClockReading): one is Extract<ClockReading, { kind: 'missed' }> {
  return one.kind === 'missed' && one.endedOn === undefined
}

function accountIn(who: string): number | undefined {
  const id = /^account\/(\d+)$/.exec(who)?.[1]
  return id === undefined ? undefined : Number(id)
}
