import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting } from '../../platform/setting.ts'

/** A transfer that a reissue has taken up, with what it was for. */
export interface Claimed {
  readonly id: number
  readonly person: number
  readonly division: DivisionCode
  readonly amount: number
  readonly month: Month
  readonly benefit: Benefit
  readonly cause: string
}

/**
 * Takes transfers up for a run, if every one of them is outstanding; answers how many it took. The condition stands in the update:
 * of two clerks at one moment, one takes a transfer and the other does not.
 */
export async function claimTransfers(
  setting: ActionSetting,
  runId: number,
  transferIds: readonly number[],
): Promise<number> {
  const result = await sql`
    update payment_transfer t set reissued_in = ${runId}, changed_at = ${setting.now}
    from payment_run r
    where r.id = t.run_id and r.edition = t.edition and r.state in ('released', 'returned', 'closed')
      and t.id = any(${[...transferIds]}::bigint[]) and t.state in ('failed', 'held') and t.reissued_in is null
      and t.cancelled_fen < t.amount_fen`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0n)
}

export async function countInSight(tx: Tx, transferIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from payment_transfer where id = any(${[...transferIds]}::bigint[])`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Gives back what a withdrawn reissue had taken up. */
export async function freeTransfers(setting: ActionSetting, runId: number): Promise<void> {
  await sql`
    update payment_transfer set reissued_in = null, changed_at = ${setting.now} where reissued_in = ${runId}`.execute(
    setting.tx,
  )
}

/** What a run has taken up, each with the benefit that most of it was for. A reissue holds at most 2000. */
export async function listClaimed(tx: Tx, runId: number): Promise<readonly Claimed[]> {
  const { rows } = await sql<Omit<Claimed, 'division'> & { division: string }>`
    select t.id, t.person_id as person, t.division_code as division, t.amount_fen - t.cancelled_fen as amount, t.month,
      l.benefit,
      case t.state when 'failed' then '退汇重发' else '暂缓款补发' end as cause
    from payment_transfer t cross join lateral (
      select benefit from payment_line l
      where l.run_id = t.run_id and l.edition = t.edition and l.person_id = t.person_id and l.amount_fen > 0
      order by l.amount_fen desc, l.id limit 1) l
    where t.reissued_in = ${runId} order by t.id limit 2000`.execute(tx)
  return rows.map((row) => ({ ...row, division: divisionCode(row.division) }))
}

/** How much of a reissue was failed before, and how much was held. */
export async function sumClaimed(tx: Tx, runId: number): Promise<{ readonly failed: number; readonly held: number }> {
  const { rows } = await sql<{ failed: number; held: number }>`
    select coalesce(sum(amount_fen - cancelled_fen) filter (where state = 'failed'), 0)::bigint as failed,
      coalesce(sum(amount_fen - cancelled_fen) filter (where state = 'held'), 0)::bigint as held
    from payment_transfer where reissued_in = ${runId}`.execute(tx)
  return rows[0] ?? { failed: 0, held: 0 }
}

/** 样例标准: whether any of the money a run has taken up was worked out by one. */
export async function isClaimedSample(tx: Tx, runId: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from payment_transfer t join payment_run r on r.id = t.run_id
      where t.reissued_in = ${runId} and r.is_sample) as found`.execute(tx)
  return rows[0]?.found === true
}
