import { sql } from 'kysely'
import type { Check, Look } from './check.ts'

const TWO_NIGHTS_MS = 48 * 3_600_000

/** 待遇筛查过期: the lists of who is entitled to what are older than two nights, though there is a rate book to screen by. */
export const staleScreening: Check = {
  code: 'stale-screening',
  name: '待遇筛查两夜没有完成',
  severity: 'warning',
  why: '待遇线索、在享人员和支出预测停在过去，到龄、停发的人员不会出现在清单里。',
  whatToDo: '在“待遇线索”页重新筛查；仍不能完成的，查看后台任务和日志中 benefits.screen 的报错。',
  summary: async (look) => ((await isStale(look)) ? 1 : 0),
  rows: async (look) => ((await isStale(look)) ? [await lastRound(look)] : []),
}

async function isStale({ tx, now }: Look): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from rate where counts_from is not null) and not exists (
      select from benefit_screening where finished_at >= ${new Date(now.getTime() - TWO_NIGHTS_MS)}) as stale`.execute(
    tx,
  )
  return rows[0]?.stale === true
}

async function lastRound({ tx }: Look) {
  const { rows } = await sql<{ id: number; on: string }>`
    select id, to_char(finished_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on from benefit_screening
    where finished_at is not null order by started_at desc limit 1`.execute(tx)
  const [last] = rows
  const say = last === undefined ? '从未完成过筛查' : `最近一次完成于 ${last.on}`
  return { kind: 'benefit-screening', id: String(last?.id ?? 0), say }
}
