import type { Day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** People behind an id with a fact in force that begins or ends within some days. One pass over the facts, once a night. */
export async function listPeopleDue(
  tx: Tx,
  span: { readonly from: Day; readonly to: Day },
  after: number,
  size: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    select distinct person_id from fact
    where superseded_at is null and person_id > ${after}::bigint
      and (valid_from between ${span.from}::date and ${span.to}::date or valid_to between ${span.from}::date and ${span.to}::date)
    order by person_id limit ${size}`.execute(tx)
  return rows.map(({ person_id }) => person_id)
}
