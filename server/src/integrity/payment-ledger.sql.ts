import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 资金分录与明细不符: what the ledger says went to a list is not what its transfers and lines come to. */
export const paymentLedger: Check = {
  code: 'payment-ledger',
  name: '资金分录与发放明细不符',
  severity: 'error',
  why: '账上的钱与发给人的钱对不上，批次不能结清，对外数字也不可信。',
  whatToDo: '停止发放，由系统管理员与优抚科一起核对该批次的明细、款项与分录，查明前不要改动任何记录。',
  summary: async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${differing}`.execute(tx)
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx }, limit) => {
    const { rows } = await sql<{ id: number; ledger: number; transfers: number; made: number }>`
      select id, ledger, transfers, made from ${differing} order by id limit ${limit}`.execute(tx)
    return rows.map(({ id, ledger, transfers, made }) => ({
      kind: 'payment-run',
      id: String(id),
      say: `分录 ${ledger} 分，款项 ${transfers} 分，明细 ${made} 分`,
    }))
  },
}

// Released runs: credits of the list less what was set off and withheld; the transfers; and the lines less what they left owing
// or took back of money that had not left the house.
const differing = sql`(
  select r.id,
    (select coalesce(sum(case when e.credit = 'list' then e.amount_fen
        when e.debit = 'list' and e.credit in ('expense', 'receivable') then -e.amount_fen else 0 end), 0)::bigint
      from money_entry e where e.run_id = r.id) as ledger,
    (select coalesce(sum(t.amount_fen), 0)::bigint from payment_transfer t
      where t.run_id = r.id and t.edition = r.edition) as transfers,
    (select coalesce(sum(l.amount_fen), 0)::bigint from payment_line l where l.run_id = r.id and l.edition = r.edition)
      + (select coalesce(sum(v.amount_fen), 0)::bigint from recovery v where v.run_id = r.id)
      + (select coalesce(sum(e.amount_fen), 0)::bigint from money_entry e
        where e.run_id = r.id and e.debit in ('held', 'failed') and e.credit = 'expense')
      - (select coalesce(sum(t.withheld_fen), 0)::bigint from payment_transfer t
        where t.run_id = r.id and t.edition = r.edition) as made
  from payment_run r where r.state in ('released', 'returned', 'closed')) d where ledger <> transfers or transfers <> made`
