import { postedStates } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** 起始月 of benefits that some run has posted, as that run declared it; a run from before openings were declared began with its own month. */
export async function listOpenings(tx: Tx, benefits: readonly Benefit[]): Promise<ReadonlyMap<Benefit, Month>> {
  const { rows } = await sql<{ benefit: Benefit; month: Month }>`
    select b.benefit, min(coalesce((r.openings ->> b.benefit)::int, r.month)) as month
    from payment_run r cross join lateral unnest(r.benefits) as b(benefit)
    where r.kind = 'regular' and r.state in (${sql.join(postedStates.map((state) => sql.lit(state)))})
      and b.benefit = any(${[...benefits]}::text[])
    group by b.benefit`.execute(tx)
  return new Map(rows.map(({ benefit, month }) => [benefit, month]))
}
