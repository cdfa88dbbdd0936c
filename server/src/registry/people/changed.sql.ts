import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Whose file was written since a moment, hidden ones too, page by page in the order of their ids. Every change of a fact writes it. */
export async function listChangedPeople(
  tx: Tx,
  since: Date,
  page: { readonly after: number; readonly size: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from person where changed_at >= ${since}::timestamptz and id > ${page.after}::bigint
    order by id limit ${page.size}::int`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Keeps some people where they are until the transaction ends: nobody moves or merges them meanwhile. For what writes rows that lie where
 * they live; taken before any lock of the room's own, so that a clerk who holds a person and waits for that lock is waited for here.
 */
export async function holdPeople(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select id from person where id = any(${[...ids]}::bigint[]) order by id for key share`.execute(tx)
}
