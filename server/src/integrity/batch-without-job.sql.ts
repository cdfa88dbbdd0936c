import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 批次停在途中: being read, accepted or taken back, with no job that would end it. */
export const batchWithoutJob: Check = {
  code: 'batch-without-job',
  name: '导入批次停在途中',
  severity: 'error',
  why: '批次显示在处理，却没有任务在做，既不会完成，也不能改动。',
  whatToDo: '重新启动服务；仍不动的，请把批次编号交给系统管理员处理，原始文件仍在，可重新上传。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from intake_batch b where ${isLeft}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: string; state: string }>`
      select b.id, b.state from intake_batch b where ${isLeft} order by b.changed_at, b.id limit ${limit}`.execute(tx)
    return rows.map(({ id, state }) => ({ kind: 'batch', id, say: `停在 ${state}，没有等待或运行中的任务` }))
  },
}

const isLeft = sql`b.state in ('reading', 'accepting', 'withdrawing') and not exists (
  select 1 from job_run j where j.id = b.job_id and j.state in ('waiting', 'running'))`
