import { standingOf } from '@dongzhou/engines/casework'
import type { ActionSetting } from '../../platform/setting.ts'
import { openCalendar } from '../calendar/calendar.sql.ts'
import { procedureOf } from '../procedures/procedure-list.ts'
import { changeClocks, listCasesLacking } from './cases.sql.ts'
import { listEventsOf } from './events.sql.ts'
import { projectCase } from './project-case.ts'

/** Reads the clocks of cases anew that waited for the arrangement of a year. */
export async function refreshClocks(setting: ActionSetting, year: number): Promise<void> {
  const waiting = await listCasesLacking(setting, year)
  const events = await listEventsOf(
    setting,
    waiting.map(({ id }) => id),
  )
  const calendar = await openCalendar(setting)
  const read = waiting.map(({ id, procedure, procedureVersion }) => {
    const standing = standingOf((events.get(id) ?? []).map(({ event }) => event))
    return { id, ...projectCase(procedureOf(procedure, procedureVersion), standing, setting.today, calendar) }
  })
  await changeClocks(setting, read)
}
