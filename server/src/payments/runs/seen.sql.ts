import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { currentSnapshot, type Snapshot } from '../../platform/db/snapshot.sql.ts'

/** Keeps, before anything is read for a computation, which transactions it may see. */
export async function keepSnapshot(tx: Tx, runId: number): Promise<void> {
  await sql`update payment_run set known_snapshot = ${await currentSnapshot(tx)} where id = ${runId}`.execute(tx)
}

export async function findSnapshot(tx: Tx, runId: number): Promise<Snapshot | undefined> {
  const { rows } = await sql<{ snapshot: string | null }>`
    select known_snapshot as snapshot from payment_run where id = ${runId}`.execute(tx)
  return rows[0]?.snapshot ?? undefined
}
