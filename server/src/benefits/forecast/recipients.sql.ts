import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { COUNT_LIMIT } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import { pays, within } from './spending.sql.ts'

export interface RecipientRow {
  readonly personId: number
  readonly benefit: Benefit
  readonly awardFactId: number
  readonly amount: number
  readonly from: Month
  readonly to: Month
}

/** Who is paid in a month, by place and person. */
export async function listRecipients(
  { tx }: Setting,
  ask: { readonly month: Month; readonly benefit?: Benefit | undefined; readonly division?: DivisionCode | undefined },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly RecipientRow[]; readonly total: number; readonly more: boolean }> {
  const of = ask.benefit === undefined ? sql`` : sql`and benefit = ${ask.benefit}`
  const from = sql`from benefit_span where ${pays(ask.month)} ${of} ${within(ask.division)}`
  const { rows } = await sql<RecipientRow>`
    select person_id as "personId", benefit, award_fact_id as "awardFactId", amount_fen as amount, from_month as "from", to_month as "to"
    ${from} order by division_code, person_id, id
    limit ${page.size}::int offset ${(page.page - 1) * page.size}::int`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select ${from} limit ${COUNT_LIMIT + 1}::int) as counted`.execute(tx)
  const total = counted.rows[0]?.total ?? 0
  return { items: rows, total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}
