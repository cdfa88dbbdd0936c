import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 人员所在区划不存在: nobody's list shows this person, and no figure by town counts them. */
export const unknownDivision: Check = {
  code: 'unknown-division',
  name: '人员所在区划不存在',
  severity: 'error',
  why: '按镇村统计时会漏掉这些人，镇村工作人员也看不到他们。',
  whatToDo: '在区划中补上这个代码，或更正人员的居住地。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from person p where ${isNowhere}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; division_code: string }>`
      select p.id, p.division_code from person p where ${isNowhere} order by p.id limit ${limit}`.execute(tx)
    return rows.map((row) => ({ kind: 'person', id: String(row.id), say: `区划 ${row.division_code} 不在区划表中` }))
  },
}

const isNowhere = sql`p.merged_into is null and not exists (select 1 from division d where d.code = p.division_code)`
