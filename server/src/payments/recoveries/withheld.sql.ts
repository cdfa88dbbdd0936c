import { postedStates } from '@dongzhou/engines/payments'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Run } from '../runs/runs.sql.ts'

/** What other runs that are locked or further withhold under one recovery. */
export interface Withheld {
  /** Of the month asked for. */
  readonly ofMonth: number
  /** Of any month, and not booked yet: the run is not released. */
  readonly unbooked: number
}

const posted = sql.join(postedStates.map((state) => sql.lit(state)))

/** 已扣 by recovery, in runs of the month of this one and in those that wait for their release. */
export async function listWithheld(
  tx: Tx,
  { id, month }: Pick<Run, 'id' | 'month'>,
): Promise<ReadonlyMap<number, Withheld>> {
  const { rows } = await sql<Withheld & { recovery: number }>`
    select (w ->> 'recovery')::bigint as recovery,
      coalesce(sum((w ->> 'amount')::bigint) filter (where r.month = ${month}), 0)::bigint as "ofMonth",
      coalesce(sum((w ->> 'amount')::bigint) filter (where r.state in ('locked', 'checked', 'approved')), 0)::bigint as unbooked
    from payment_run r join payment_transfer t on t.run_id = r.id and t.edition = r.edition
      cross join lateral jsonb_array_elements(t.withholdings) as w
    where r.id <> ${id} and r.state in (${posted}) and t.withheld_fen > 0
      and (r.month = ${month} or r.state in ('locked', 'checked', 'approved'))
    group by 1`.execute(tx)
  return new Map(rows.map(({ recovery, ...withheld }) => [recovery, withheld]))
}
