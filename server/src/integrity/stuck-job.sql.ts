import { sql } from 'kysely'
import { SILENT_AFTER_MS } from '../platform/jobs.ts'
import type { Check, Look } from './check.ts'

/** 后台任务停滞: marked as running, but nothing was heard of it for an hour. */
export const stuckJob: Check = {
  code: 'stuck-job',
  name: '后台任务停滞',
  severity: 'warning',
  why: '任务显示在运行，实际已停，等结果的人会一直等下去。',
  whatToDo: '重新启动服务，任务会从停下的地方继续；仍不动的，请办理人取消（停满一小时的会当即结束），再重新办理。',
  summary: async ({ tx, now }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from job_run where state = 'running' and changed_at < ${before(now)}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx, now }, limit) => {
    const { rows } = await sql<{ id: string; kind: string; done: number }>`
      select id, kind, done from job_run where state = 'running' and changed_at < ${before(now)}
      order by changed_at, id limit ${limit}`.execute(tx)
    return rows.map(({ id, kind, done }) => ({ kind: 'job', id, say: `${kind} 停在第 ${done} 条` }))
  },
}

function before(now: Look['now']): Date {
  return new Date(now.getTime() - SILENT_AFTER_MS)
}
