import { announcedYears, type CalendarYear, WorkCalendar } from '@dongzhou/engines/casework'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { CaseworkTables } from '../tables.ts'

/** 放假安排 of every year that is known: those shipped, and those the bureau entered, which outrank them. */
export async function listCalendarYears({ tx }: Pick<Setting, 'tx'>): Promise<readonly CalendarYear[]> {
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('calendar_year')
    // Arrays of days come as text on one driver and as days on the other; text arrays come alike.
    .select(['year', 'document', sql<string[]>`rest::text[]`.as('rest'), sql<string[]>`work::text[]`.as('work')])
    .execute()
  const entered = rows.map(({ rest, work, ...row }) => ({ ...row, rest: rest.map(day), work: work.map(day) }))
  const years = new Map([...announcedYears, ...entered].map((one) => [one.year, one]))
  return [...years.values()].toSorted((one, other) => one.year - other.year)
}

/** 工作日历 as the bureau knows it. */
export async function openCalendar(setting: Pick<Setting, 'tx'>): Promise<WorkCalendar> {
  return new WorkCalendar(await listCalendarYears(setting))
}

/** Enters a year, or enters it anew. Answers its version. */
export async function saveCalendarYear(
  setting: ActionSetting,
  { year, document, rest, work }: CalendarYear,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into calendar_year (year, document, rest, work, recorded_by, recorded_at)
    values (${year}, ${document}, ${[...rest]}::date[], ${[...work]}::date[], ${setting.clerk.displayName}, ${setting.now})
    on conflict (year) do update set version = calendar_year.version + 1, document = excluded.document, rest = excluded.rest,
      work = excluded.work, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    returning version`.execute(setting.tx)
  return rows[0]?.version ?? 0
}
