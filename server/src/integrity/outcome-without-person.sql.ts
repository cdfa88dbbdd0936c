import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 接收结果没有对应人员: a row is said to have come on file, and whom or what it brought is not there. */
export const outcomeWithoutPerson: Check = {
  code: 'outcome-without-person',
  name: '接收结果没有对应人员',
  severity: 'error',
  why: '台账上写着已接收，名册里却查不到，办事的人会以为已经登记。',
  whatToDo: '打开所列批次，撤回后重新接收；仍然如此的，请从备份恢复后核对。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from intake_outcome o where ${isAlone}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ batch_id: string; sheet: number; row: number }>`
      select o.batch_id, o.sheet, o.row from intake_outcome o where ${isAlone}
      order by o.batch_id, o.sheet, o.row limit ${limit}`.execute(tx)
    return rows.map(({ batch_id: id, sheet, row }) => ({
      kind: 'batch',
      id,
      say: `第 ${sheet + 1} 张表第 ${row} 行没有对应的人员或记录`,
    }))
  },
}

// Merged people lead to the file they went into; withdrawn ones lead nowhere.
const isAlone = sql`o.outcome in ('new', 'changed') and case when o.person_id is null then o.record_id is null
  else not exists (select 1 from person p where p.id = o.person_id and (p.is_listed or p.merged_into is not null)) end`
