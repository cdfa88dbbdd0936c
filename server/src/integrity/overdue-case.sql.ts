import { authoritiesOf, type Role, roles } from '@dongzhou/terms/role'
import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 超期办件: a clock of the law has run out and nobody has moved the case. */
export const overdueCase: Check = {
  code: 'overdue-case',
  name: '办件超过办理时限',
  severity: 'warning',
  why: '超过法定或承诺时限，当事人可以投诉或申请复议。',
  whatToDo: '请所列岗位在“办件”页的“超期”中办理；确需延长的，按规定报批延长。',
  summary: async ({ tx, today }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from case_file where end_kind is null and due_on < ${today}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx, today }, limit) => {
    const { rows } = await sql<{ id: number; due: string; authority: string }>`
      select id, to_char(due_on, 'YYYY-MM-DD') as due, authority from case_file
      where end_kind is null and due_on < ${today} order by due_on, id limit ${limit}`.execute(tx)
    return rows.map(({ id, due, authority }) => ({
      kind: 'case',
      id: String(id),
      say: `应于 ${due} 前办理，可由${whoHolds(authority)}办理`,
    }))
  },
}

function whoHolds(authority: string): string {
  const holding = (Object.keys(roles) as Role[]).filter((role) => authoritiesOf[role].some((one) => one === authority))
  return holding.map((role) => roles[role]).join('、')
}
