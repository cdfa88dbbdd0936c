import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 不相容岗位: a run that was released or checked by whoever made it. */
export const runByOnePerson: Check = {
  code: 'run-by-one-person',
  name: '发放批次编制与复核、发放为同一人',
  severity: 'error',
  why: '编制、复核、发放须由不同的人办理，一人包办的批次没有经过监督。',
  whatToDo: '由局领导指定人员对该批次逐人复核，并查明签批是如何形成的。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${alone}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; step: string }>`
      select id, step from ${alone} order by id limit ${limit}`.execute(tx)
    return rows.map(({ id, step }) => ({ kind: 'payment-run', id: String(id), say: `${step} 由编制人自己办理` }))
  },
}

// Signatures on an edition that was sent back are void, and so is what is wrong with them.
const alone = sql`(
  select distinct r.id, s.step from payment_run r join payment_signature s on s.run_id = r.id
    join payment_signature m on m.run_id = r.id and m.who = s.who and m.step in ('make', 'lock')
  where s.step in ('check', 'release') and r.state in ('checked', 'approved', 'released', 'returned', 'closed')
    and s.id > coalesce((select max(b.id) from payment_signature b where b.run_id = r.id and b.step = 'send-back'), 0)
    and (m.step = 'make' or m.id > coalesce((
      select max(b.id) from payment_signature b where b.run_id = r.id and b.step = 'send-back'), 0))) a`
