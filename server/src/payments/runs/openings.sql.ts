import { postedStates } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import { type Files, isOf, isPosted } from './ground.sql.ts'

/** 起始月 of a benefit in a division: from which month on it is settled here. */
export interface Opening {
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly month: Month
}

/** 起始月 that one run or several alike stand on; of its divisions the innermost speaks for a place. */
export type OpeningPage = readonly Opening[]

/** 起始月 of benefits as posted runs declared them. Runs are many, and what they say of this is mostly the same. */
export async function listOpenings(tx: Tx, benefits: readonly Benefit[]): Promise<readonly OpeningPage[]> {
  const { rows } = await sql<Opening & { readonly page: number }>`
    with page as (
      select openings, row_number() over () as page from (
        select distinct openings from payment_run
        where kind = 'regular' and benefits && ${[...benefits]}::text[]
          and state in (${sql.join(postedStates.map((state) => sql.lit(state)))})) as alike)
    select page, d.key as division, b.key as benefit, b.value::int as month
    from page cross join lateral jsonb_each(openings) as d cross join lateral jsonb_each(d.value) as b
    where b.key = any(${[...benefits]}::text[])`.execute(tx)
  return [...Map.groupBy(rows, ({ page }) => page).values()].map((page) =>
    page.map(({ division, benefit, month }) => ({ division, benefit, month })),
  )
}

/** Where some people were first paid each benefit here, with the month. */
export async function listFirstPlaces(
  { tx }: Setting,
  ask: { readonly benefits: readonly Benefit[]; readonly people: readonly number[]; readonly files: Files },
): Promise<readonly (Opening & { readonly person: number })[]> {
  const { rows } = await sql<Opening & { readonly person: number }>`
    select distinct on (l.person_id, l.benefit) l.person_id as person, l.benefit, l.division_code as division, l.month
    from payment_line l join payment_run r on r.id = l.run_id
    where ${isPosted} and l.benefit = any(${[...ask.benefits]}::text[])
      and l.person_id = any(${[...ask.people, ...ask.files.merged.keys()]}::bigint[])
      and ${isOf(sql.ref('l.person_id'), ask.files)}
    order by l.person_id, l.benefit, l.month, l.id`.execute(tx)
  return rows
}
