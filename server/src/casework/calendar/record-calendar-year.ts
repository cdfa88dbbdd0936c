import { type CalendarYear, WorkCalendar } from '@dongzhou/engines/casework'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { refreshClocks } from '../cases/refresh-clocks.ts'
import { saveCalendarYear } from './calendar.sql.ts'

/** 录入放假安排: enters what the State Council announced for a year, and reads the clocks anew that waited for it. */
export async function recordCalendarYear(
  setting: ActionSetting,
  input: CalendarYear,
): Promise<{ id: number; version: number }> {
  const division = bureauDivision(setting.bureau)
  requireMay(mayAt(setting.clerk, 'cases.decide', division))
  if (!isSound(input)) throw new Fault('casework.calendar-wrong')
  const version = await saveCalendarYear(setting, input)
  await refreshClocks(setting, input.year)
  await recordTrail(setting, {
    verb: 'casework.record-calendar-year',
    subject: { kind: 'calendar-year', id: input.year },
    division,
    after: { document: input.document, rest: input.rest, work: input.work },
  })
  return { id: input.year, version }
}

/** All days lie in the year, none is named twice, and what is worked by exchange is a weekend. */
function isSound({ year, rest, work }: CalendarYear): boolean {
  const named = [...rest, ...work]
  if (new Set(named).size !== named.length) return false
  if (named.some((on) => !on.startsWith(`${year}-`))) return false
  const plain = new WorkCalendar([{ year, document: '', rest: [], work: [] }])
  return work.every((on) => plain.isWorkingDay(on) === false)
}
