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
