import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import { isUnseen, type Snapshot, seenBy } from '../platform/db/snapshot.sql.ts'

/** The instants at which what counts of rates and exclusions changed, oldest first: a book changes a few dozen times a year. */
export async function listBookChanges(tx: Tx): Promise<readonly Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select distinct at from (
      select counts_from as at from rate union select superseded_at from rate
      union select counts_from from rate_exclusion union select superseded_at from rate_exclusion
    ) as changes where at is not null order by at`.execute(tx)
  return rows.map(({ at }) => at)
}

/** Does something count, or count no longer, by a transaction that a snapshot had not seen the end of? */
export async function isBookUnseen(tx: Tx, snapshot: Snapshot | undefined): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with ${seenBy(snapshot)}
    select exists (select from rate b cross join seen where b.counts_from is not null and ${isUnseen('b')})
      or exists (select from rate_exclusion b cross join seen where b.counts_from is not null and ${isUnseen('b')}) as found`.execute(
    tx,
  )
  return rows[0]?.found === true
}
