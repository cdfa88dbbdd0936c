import { sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { Run } from '../runs/runs.sql.ts'

// What the recovery lines of somebody come to, less what was set against their arrears in the same run.
function debtsOf({ id, edition }: Pick<Run, 'id' | 'edition'>) {
  return sql`
    select l.person_id, min(l.division_code) as division_code, -sum(l.amount_fen) - coalesce(max(t.offset_fen), 0) as amount,
      string_agg(distinct l.cause, '；') as cause
    from payment_line l
      left join payment_transfer t on t.run_id = l.run_id and t.edition = l.edition and t.person_id = l.person_id
    where l.run_id = ${id} and l.edition = ${edition} and l.kind = 'recovery'
    group by l.person_id having -sum(l.amount_fen) - coalesce(max(t.offset_fen), 0) > 0`
}

export interface Debt {
  readonly person: number
  readonly division: string
  readonly amount: number
  readonly cause: string
}

/** What a run found posted too much, by person. */
export async function listDebts(tx: Tx, run: Pick<Run, 'id' | 'edition'>): Promise<readonly Debt[]> {
  const { rows } = await sql<Debt>`
    select person_id as person, division_code as division, amount::bigint as amount, cause from (${debtsOf(run)}) d
    order by person_id`.execute(tx)
  return rows
}

/** 追回款: what was paid too much becomes a debt of each, waiting for a plan. */
export async function recordDebts(setting: ActionSetting, run: Run, debts: readonly Debt[]): Promise<void> {
  if (debts.length === 0) return
  await sql`
    insert into recovery (run_id, person_id, division_code, month, amount_fen, cause, created_at, changed_at)
    select ${run.id}, d.person, d.division, ${run.month}, d.amount, d.cause, ${setting.now}, ${setting.now}
    from jsonb_to_recordset(${JSON.stringify(debts)}::jsonb) as d(person bigint, division text, amount bigint, cause text)`.execute(
    setting.tx,
  )
}

/** 按月扣回: books what was withheld. A debt that was settled otherwise meanwhile sends the list back for computing. */
export async function settleWithheld(setting: ActionSetting, run: Run): Promise<void> {
  const withheld = sql`
    select (w ->> 'recovery')::bigint as recovery_id, (w ->> 'amount')::bigint as amount
    from payment_transfer t cross join lateral jsonb_array_elements(t.withholdings) as w
    where t.run_id = ${run.id} and t.edition = ${run.edition}`
  await orFaultOf(
    sql`
      update recovery r set settled_fen = r.settled_fen + w.amount, version = r.version + 1, changed_at = ${setting.now}
      from (${withheld}) w where r.id = w.recovery_id`.execute(setting.tx),
    { recovery_never_takes_too_much: 'payments.changed-meanwhile' },
  )
  await sql`
    insert into recovery_step (recovery_id, division_code, way, amount_fen, settled_on, run_id, note, actor, account_id, at)
    select r.id, r.division_code, 'withheld', w.amount, ${setting.today}::date, ${run.id}, '按月扣回',
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now}
    from (${withheld}) w join recovery r on r.id = w.recovery_id`.execute(setting.tx)
}
