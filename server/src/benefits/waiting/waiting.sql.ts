import { sql } from 'kysely'
import type { Setting } from '../../platform/setting.ts'

export interface Queue {
  readonly count: number
  readonly since: Date
}

/** 待复核: proposals of other people; one's own wait for somebody else. */
export async function proposalsOfOthers(
  { tx, clerk }: Setting,
  table: 'rate' | 'rate_exclusion',
): Promise<Queue | undefined> {
  const { rows } = await sql<Queue>`
    select count(*) as count, min(recorded_at) as since from ${sql.table(table)}
    where counts_from is null and confirmed_at is null and withdrawn_at is null
      and recorded_by <> ${clerk.actor} and account_id is distinct from coalesce(${clerk.accountId ?? null}::bigint, -1)
    having count(*) > 0`.execute(tx)
  return rows[0]
}

export interface OpenFindings extends Queue {
  /** The kinds that somebody can settle today; whoever will qualify, or might, waits for nobody. */
  readonly kind: 'unclaimed' | 'unjustified' | 'uncertain'
}

/** Open lines of the work list by kind; row-level security keeps them to the clerk's own places. */
export async function openFindings({ tx, today }: Setting): Promise<readonly OpenFindings[]> {
  const { rows } = await sql<OpenFindings>`
    select kind, count(*) as count, min(found_at) as since from benefit_finding
    where closed_at is null and (dismissed_until is null or dismissed_until <= ${today}::date)
      and kind in ('unclaimed', 'unjustified', 'uncertain')
    group by kind`.execute(tx)
  return rows
}
