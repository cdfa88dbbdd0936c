import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * 快照 (snapshot): which transactions a reader may have seen. An instant alone leaves a gap: what was begun before it and committed after it
 * carries the earlier instant, and was not seen.
 */
export type Snapshot = string

export async function currentSnapshot(tx: Tx): Promise<Snapshot> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a snapshot is always one row')
  return row.snapshot
}

/** The table `seen` of a query that asks `isUnseen`: worked out once, not for each row. */
export function seenBy(snapshot: Snapshot | undefined): RawBuilder<unknown> {
  return sql`seen as materialized (
    select s.snapshot, s.next, s.next - pg_snapshot_xmin(s.snapshot)::text::bigint as oldest from (
      select ${snapshot ?? null}::pg_snapshot as snapshot, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next) s)`
}

/**
 * Was this row written, changed or moved by a transaction that the snapshot had not seen the end of? Rows carry 32 bits of their transaction;
 * those older than everything that was under way are told by their age alone, which costs nothing.
 */
export function isUnseen(alias: string): RawBuilder<boolean> {
  const xmin = sql.ref(`${alias}.xmin`)
  return sql<boolean>`case when seen.snapshot is null or age(${xmin}) > seen.oldest then false
    else not pg_visible_in_snapshot(
      (seen.next - ((seen.next - ${xmin}::text::bigint) & 4294967295))::text::xid8, seen.snapshot) end`
}
