import { sql } from 'kysely'
import type { Check } from './check.ts'

const WEEK_MS = 7 * 86_400_000

/** 账号久未授权: opened more than a week ago, in use, and still without a role. */
export const accountWithoutRole: Check = {
  code: 'account-without-role',
  name: '账号久未授权',
  severity: 'warning',
  why: '账号能登录却不能办事，多半是忘了授权，或已无人使用。',
  whatToDo: '请安全管理员授予角色与范围；不再需要的，请系统管理员停用。',
  summary: async ({ tx, now }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from account where ${isIdle(now)}`.execute(
      tx,
    )
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx, now }, limit) => {
    const { rows } = await sql<{ id: number }>`
      select id from account where ${isIdle(now)} order by id limit ${limit}`.execute(tx)
    return rows.map(({ id }) => ({ kind: 'account', id: String(id), say: '开设已超过七天，尚未授予角色' }))
  },
}

function isIdle(now: Date) {
  return sql`role is null and is_active and created_at < ${new Date(now.getTime() - WEEK_MS)}`
}
