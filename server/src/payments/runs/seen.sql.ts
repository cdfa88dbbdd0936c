import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { currentSnapshot, isUnseen, type Snapshot, seenBy } from '../../platform/db/snapshot.sql.ts'
import type { Run } from './runs.sql.ts'

/** Keeps, before anything is read for a computation, which transactions it may see. */
export async function keepSnapshot(tx: Tx, runId: number): Promise<void> {
  await sql`update payment_run set known_snapshot = ${await currentSnapshot(tx)} where id = ${runId}`.execute(tx)
}

export async function findSnapshot(tx: Tx, runId: number): Promise<Snapshot | undefined> {
  const { rows } = await sql<{ snapshot: string | null }>`
    select known_snapshot as snapshot from payment_run where id = ${runId}`.execute(tx)
  return rows[0]?.snapshot ?? undefined
}

/** What a computation may not have seen: since its instant, or by a transaction that was under way when it began. */
export interface Unseen {
  readonly since: Date
  readonly snapshot: Snapshot | undefined
}

type Standing = Pick<Run, 'id' | 'edition'>

/**
 * How many of a list, or of those of it whose money is to go, a death list named since the computation, or a clerk found a row to mean. Rows of
 * death lists that mean nobody here are not kept: the table is small, and the list is asked for those in it alone.
 */
export async function countNamedDeadSince(
  tx: Tx,
  { id, edition }: Standing,
  { since, snapshot, of }: Unseen & { readonly of: 'all' | 'planned' },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${seenBy(snapshot)}
    select count(distinct t.person_id) as count
    from death_notice n join death_list l on l.id = n.list_id cross join seen
      join payment_transfer t on t.run_id = ${id} and t.edition = ${edition} and t.person_id = n.person_id
    where n.state in ('matched', 'decided') and (l.at > ${since} or n.decided_at > ${since} or ${isUnseen('n')})
      and (${of === 'all'} or (t.state = 'planned' and t.amount_fen > 0))`.execute(tx)
  return rows[0]?.count ?? 0
}

/** How many of those whom the check found unconfirmed have been confirmed since: their money is kept back for nothing any more. */
export async function countConfirmedSince(
  tx: Tx,
  { id, edition }: Standing,
  { since, snapshot }: Unseen,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${seenBy(snapshot)}
    select count(distinct f.person_id) as count
    from payment_finding f cross join seen join yearly_confirmation c on c.person_id = f.person_id
    where f.run_id = ${id} and f.edition = ${edition} and f.check_code = 'unconfirmed'
      and (c.at > ${since} or ${isUnseen('c')})`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Whose money of this list is to go. */
export async function listPlannedOf(tx: Tx, { id, edition }: Standing): Promise<readonly number[]> {
  const { rows } = await sql<{ person: number }>`
    select person_id as person from payment_transfer
    where run_id = ${id} and edition = ${edition} and state = 'planned' and amount_fen > 0`.execute(tx)
  return rows.map(({ person }) => person)
}
