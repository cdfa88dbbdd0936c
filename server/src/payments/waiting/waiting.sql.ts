import { sql } from 'kysely'
import { whoOf } from '../../platform/clerk.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Signature } from '../runs/signatures.sql.ts'

/** What stands in the way of each run, or waits in it. */
export interface RunStanding {
  readonly runId: number
  readonly unexplained: number
  /** The clerk who asks has explained a change of this list. */
  readonly hasExplained: boolean
  readonly sent: number
  readonly hasBankFile: boolean
  readonly findings: readonly { readonly check: string; readonly found: number; readonly undecided: number }[]
}

/**
 * Of all the runs at once: a first page that asked run by run would be slow on the day it is full. Of each only what its state lets stand
 * in the way: findings of a draft, changes until the release, and after it the transfers that no bank has answered, which an index of
 * their own counts.
 */
export async function standingOf(
  { tx, clerk }: Setting,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, RunStanding>> {
  if (runIds.length === 0) return new Map()
  const { rows } = await sql<RunStanding>`
    select r.id as "runId",
      case when ${isBefore} then (select count(*) from payment_change c where c.run_id = r.id and c.edition = r.edition
        and c.is_unexplained and c.note is null) else 0 end as unexplained,
      r.state = 'approved' and exists (select from payment_change c where c.run_id = r.id and c.edition = r.edition
        and c.noted_who = ${whoOf(clerk)}) as "hasExplained",
      case when ${isBefore} then 0 else (select count(*) from payment_transfer t
        where t.run_id = r.id and t.edition = r.edition and t.state = 'sent') end as sent,
      exists (select from payment_file f where f.run_id = r.id and f.layout <> 'roster') as "hasBankFile",
      case when r.state <> 'draft' then '[]' else coalesce((select jsonb_agg(u) from (
        select f.check_code as check, count(*) as found, count(*) filter (where not exists (
          select from payment_decision d where d.run_id = f.run_id and d.check_code = f.check_code
            and d.person_id = f.person_id)) as undecided
        from payment_finding f where f.run_id = r.id and f.edition = r.edition group by f.check_code) u), '[]') end as findings
    from payment_run r where r.id = any(${[...runIds]}::bigint[])`.execute(tx)
  return new Map(rows.map((row) => [row.runId, row]))
}

const isBefore = sql`r.state in ('draft', 'locked', 'checked', 'approved')`

/** 签批 of several runs, the oldest first. A run is signed some ten times. */
export async function signaturesOf(
  { tx }: Setting,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Signature[]>> {
  if (runIds.length === 0) return new Map()
  const { rows } = await sql<Signature & { readonly runId: number }>`
    select run_id as "runId", step, who as by, actor, note, digest, at from payment_signature
    where run_id = any(${[...runIds]}::bigint[]) order by id limit 5000`.execute(tx)
  return Map.groupBy(rows, ({ runId }) => runId)
}

export interface Queue {
  readonly count: number
  readonly since: Date | null
}

/** 追回款 without a plan. */
export function openRecoveries({ tx }: Setting): Promise<Queue> {
  return queueOf(tx, sql`select created_at as at from recovery where settled_fen < amount_fen and monthly_fen is null`)
}

/** Rows of death lists that nobody could place yet. */
export function heldNotices({ tx }: Setting): Promise<Queue> {
  return queueOf(tx, sql`select l.at from death_notice n join death_list l on l.id = n.list_id where n.state = 'held'`)
}

async function queueOf(tx: Setting['tx'], rowsOf: ReturnType<typeof sql>): Promise<Queue> {
  const { rows } = await sql<Queue>`select count(*) as count, min(at) as since from (${rowsOf}) q`.execute(tx)
  return rows[0] ?? { count: 0, since: null }
}
