import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 发放记录没有对应批次或人员: what a foreign key would refuse, had a million lines the time for one. */
export const paymentWithoutOwner: Check = {
  code: 'payment-without-owner',
  name: '发放记录没有对应的批次或人员',
  severity: 'error',
  why: '明细或款项找不到批次或本人，名单、台账和对账都会漏掉这笔钱。',
  whatToDo: '停止发放，由系统管理员运行 npx dongzhou integrity 查出是哪些记录，再与备份核对；查明前不要改动任何记录。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${alone}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ kind: 'payment-line' | 'payment-transfer'; id: number; run: number; person: number }>`
      select kind, id, run_id as run, person_id as person from ${alone} order by kind, id limit ${limit}`.execute(tx)
    return rows.map(({ kind, id, run, person }) => ({
      kind,
      id: String(id),
      say: `批次 ${run}、人员 ${person} 至少有一个不存在`,
    }))
  },
}

const rowsOf = (table: 'payment_line' | 'payment_transfer', kind: string) => sql`
  select ${sql.lit(kind)} as kind, m.id, m.run_id, m.person_id from ${sql.table(table)} m
    left join payment_run r on r.id = m.run_id left join person p on p.id = m.person_id
  where r.id is null or p.id is null`

const alone = sql`(${rowsOf('payment_line', 'payment-line')} union all ${rowsOf('payment_transfer', 'payment-transfer')}) a`
