import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 已并档人员仍有有效事实: a merge left a fact behind on the file that was given up. */
export const factOfMergedPerson: Check = {
  code: 'fact-of-merged-person',
  name: '已并档人员仍有有效信息',
  severity: 'error',
  why: '信息留在已合并的旧档案上，一人一档中看不到，待遇测算也不会用到。',
  whatToDo: '在重复人员裁定中撤销该次合并，核对后重新合并。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${left}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; person_id: number; kind: string }>`
      select f.id, f.person_id, f.kind from ${left} order by f.id limit ${limit}`.execute(tx)
    return rows.map(({ id, person_id, kind }) => ({
      kind: 'fact',
      id: String(id),
      say: `${kind} 留在已并档的人员 ${person_id} 上`,
    }))
  },
}

const left = sql`fact f join person p on p.id = f.person_id where p.merged_into is not null and f.superseded_at is null`
