import { sql } from 'kysely'
import type { Check } from './check.ts'

const DAY_MS = 86_400_000

/** 留痕久未封存: rows older than a day that no block covers. */
export const unsealedTrail: Check = {
  code: 'unsealed-trail',
  name: '留痕久未封存',
  severity: 'error',
  why: '未封存的留痕被改动后无法发现。',
  whatToDo: '确认服务在运行（每五分钟封存一次），并查看日志中 seal-trail 的报错。',
  summary: async ({ tx, now }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from trail where ${isOld(now)}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx, now }, limit) => {
    const { rows } = await sql<{ id: number; verb: string }>`
      select id, verb from trail where ${isOld(now)} order by id limit ${limit}`.execute(tx)
    return rows.map(({ id, verb }) => ({ kind: 'trail', id: String(id), say: `${verb} 未封存` }))
  },
}

function isOld(now: Date) {
  return sql`id > coalesce((select max(last_trail_id) from trail_block), 0) and at < ${new Date(now.getTime() - DAY_MS)}`
}
