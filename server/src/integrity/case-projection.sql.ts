import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 办件状态与办理记录不符: the list says a case stands somewhere else than its events lead to. */
export const caseProjection: Check = {
  code: 'case-projection',
  name: '办件状态与办理记录不一致',
  severity: 'error',
  why: '办件列表、待办和超期统计按状态取数，与办理记录不一致的办件会从该办的人手里消失。',
  whatToDo: '由系统管理员核对所列办件的办理记录；办理记录为准，状态按其改正。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${elsewhere}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; stands: string; led: string | null }>`
      select id, stands, led from ${elsewhere} order by id limit ${limit}`.execute(tx)
    return rows.map(({ id, stands, led }) => ({
      kind: 'case',
      id: String(id),
      say: `状态为 ${stands}，办理记录为 ${led ?? '空'}`,
    }))
  },
}

const elsewhere = sql`(
  select c.id, c.stands_at as stands, e.led from case_file c left join lateral (
    select case event ->> 'kind' when 'move' then event ->> 'to' when 'withdraw' then 'withdrawn' when 'lapse' then 'lapsed'
      else event ->> 'at' end as led
    from case_event where case_id = c.id and event ->> 'kind' in ('begin', 'move', 'withdraw', 'lapse', 'reopen')
    order by seq desc limit 1) e on true
  where e.led is distinct from c.stands_at) s`
