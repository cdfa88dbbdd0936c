import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { Run } from '../runs/runs.sql.ts'

/** One recovery line of a run. */
export interface AskedBack {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: number
}

export async function listAskedBack(tx: Tx, run: Pick<Run, 'id' | 'edition'>): Promise<readonly AskedBack[]> {
  const { rows } = await sql<AskedBack>`
    select person_id as person, benefit, month, -sum(amount_fen)::bigint as amount from payment_line
    where run_id = ${run.id} and edition = ${run.edition} and kind = 'recovery'
    group by person_id, benefit, month order by person_id, benefit, month`.execute(tx)
  return rows
}

/** A line of somebody whose money stayed in the house: held, or come back from the bank, and not paid again since. */
export interface UnpaidLine {
  readonly transfer: number
  readonly state: 'held' | 'failed'
  /** What of the transfer can still be cancelled. */
  readonly rest: number
  readonly person: number
  /** Posted under a file that was merged into the person's. */
  readonly isMerged: boolean
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: number
}

/** Of some people, those too whose files were merged into theirs; locked, so that no reissue takes them meanwhile. */
export async function listUnpaidLines(tx: Tx, people: readonly number[]): Promise<readonly UnpaidLine[]> {
  if (people.length === 0) return []
  const { rows } = await sql<UnpaidLine>`
    select t.id as transfer, t.state, t.amount_fen - t.cancelled_fen as rest, coalesce(p.merged_into, p.id) as person,
      p.merged_into is not null as "isMerged", l.benefit, l.month, l.amount_fen as amount
    from person p join payment_transfer t on t.person_id = p.id
      join payment_run r on r.id = t.run_id and r.edition = t.edition and r.state in ('released', 'returned', 'closed')
      join payment_line l on l.run_id = t.run_id and l.edition = t.edition and l.person_id = t.person_id and l.amount_fen > 0
    where (p.id = any(${[...people]}::bigint[]) or p.merged_into = any(${[...people]}::bigint[]))
      and t.state in ('held', 'failed') and t.reissued_in is null and t.cancelled_fen < t.amount_fen
    order by p.merged_into is null, l.month, t.id, l.id for update of t`.execute(tx)
  return rows
}

/** Takes so much of some transfers back; answers how many there were. */
export async function cancelTransfers(
  { tx, now }: ActionSetting,
  cancelled: readonly { readonly transfer: number; readonly amount: number }[],
): Promise<number> {
  const result = await sql`
    update payment_transfer t set cancelled_fen = t.cancelled_fen + c.amount, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(cancelled)}::jsonb) as c(transfer bigint, amount bigint)
    where t.id = c.transfer and t.reissued_in is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}
