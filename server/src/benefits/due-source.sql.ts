import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'

/** The instants at which what counts of rates and exclusions changed, oldest first: a book changes a few dozen times a year. */
export async function listBookChanges(tx: Tx): Promise<readonly Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select distinct at from (
      select counts_from as at from rate union select superseded_at from rate
      union select counts_from from rate_exclusion union select superseded_at from rate_exclusion
    ) as changes where at is not null order by at`.execute(tx)
  return rows.map(({ at }) => at)
}
