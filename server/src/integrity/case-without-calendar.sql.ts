import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 时限无法计算: clocks that wait for the arrangement of a year nobody has entered. */
export const caseWithoutCalendar: Check = {
  code: 'case-without-calendar',
  name: '缺少放假安排，办件时限无法计算',
  severity: 'warning',
  why: '没有该年度的放假安排就数不出工作日，超期的办件不会出现在清单里。',
  whatToDo: '国务院办公厅公布放假安排后，在“工作日历”页录入该年度。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from case_file where end_kind is null and lacks_calendar is not null`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; year: number }>`
      select id, lacks_calendar as year from case_file where end_kind is null and lacks_calendar is not null
      order by lacks_calendar, id limit ${limit}`.execute(tx)
    return rows.map(({ id, year }) => ({ kind: 'case', id: String(id), say: `缺少 ${year} 年的放假安排` }))
  },
}
