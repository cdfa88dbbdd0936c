import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { type RawBuilder, sql } from 'kysely'
import type { Setting } from '../../platform/setting.ts'

type Place = DivisionCode | undefined

/** What all awards of a place pay in a month, and to how many people. */
export async function sumOfMonth(
  { tx }: Setting,
  month: Month,
  division: Place,
): Promise<{ readonly recipients: number; readonly amount: number }> {
  const { rows } = await sql<{ recipients: number; amount: number }>`
    select count(distinct person_id) as recipients, coalesce(sum(amount_fen), 0)::bigint as amount
    from benefit_span where ${pays(month)} ${within(division)}`.execute(tx)
  return rows[0] ?? { recipients: 0, amount: 0 }
}

export interface MonthlySum {
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: number
}

/** What is due by benefit and month: at most 18 benefits and 12 months. */
export async function sumsByMonth(
  { tx }: Setting,
  { from, to }: { readonly from: Month; readonly to: Month },
  division: Place,
): Promise<readonly MonthlySum[]> {
  const { rows } = await sql<MonthlySum>`
    select s.benefit, m.month, sum(s.amount_fen)::bigint as amount
    from generate_series(${from}::int, ${to - 1}::int) as m(month)
    join benefit_span s on s.from_month <= m.month and m.month < s.to_month and s.amount_fen > 0 ${within(division)}
    group by s.benefit, m.month order by s.benefit, m.month`.execute(tx)
  return rows
}

/** How many people are paid in each month. */
export async function recipientsByMonth(
  { tx }: Setting,
  { from, to }: { readonly from: Month; readonly to: Month },
  division: Place,
): Promise<ReadonlyMap<Month, number>> {
  const { rows } = await sql<{ month: Month; recipients: number }>`
    select m.month, count(distinct s.person_id) as recipients
    from generate_series(${from}::int, ${to - 1}::int) as m(month)
    join benefit_span s on s.from_month <= m.month and m.month < s.to_month and s.amount_fen > 0 ${within(division)}
    group by m.month`.execute(tx)
  return new Map(rows.map(({ month, recipients }) => [month, recipients]))
}

export function pays(month: Month): RawBuilder<unknown> {
  return sql`from_month <= ${month}::int and ${month}::int < to_month and amount_fen > 0`
}

export function within(division: Place): RawBuilder<unknown> {
  if (division === undefined) return sql``
  const { first, last } = rangeOf(division)
  return sql`and division_code between ${first} and ${last}`
}
