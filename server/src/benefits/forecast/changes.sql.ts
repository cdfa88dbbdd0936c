import type { ChangeKind } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { type RawBuilder, sql } from 'kysely'
import { COUNT_LIMIT } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import { within } from './spending.sql.ts'

export interface ChangeRow {
  readonly personId: number
  readonly benefit: Benefit
  /** 0 where somebody will qualify who has no award. */
  readonly awardFactId: number
  readonly month: Month
  readonly kind: ChangeKind
  readonly before: number
  readonly after: number
}

export interface ChangesAsk {
  /** Changes after this month … */
  readonly now: Month
  /** … and not after this one. */
  readonly through: Month
  readonly kind?: ChangeKind | undefined
  readonly benefit?: Benefit | undefined
  readonly division?: DivisionCode | undefined
}

/** 变动预告: what changes from one month to the next, by month and person. */
export async function listChanges(
  { tx }: Setting,
  ask: ChangesAsk,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly ChangeRow[]; readonly total: number; readonly more: boolean }> {
  const from = sql`from (${changes(ask)}) as change where ${ofKind(ask.kind)}`
  const { rows } = await sql<ChangeRow>`
    select * ${from} order by month, "personId", benefit, "awardFactId", kind
    limit ${page.size}::int offset ${(page.page - 1) * page.size}::int`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select ${from} limit ${COUNT_LIMIT + 1}::int) as counted`.execute(tx)
  const total = counted.rows[0]?.total ?? 0
  return { items: rows, total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}

function ofKind(kind: ChangeKind | undefined): RawBuilder<unknown> {
  return kind === undefined ? sql`true` : sql`kind = ${kind}`
}

// A yearly rate that does not divide by twelve makes December a few fen dearer: that is rounding, and no change to tell anybody.
const ROUNDING_FEN = 12

function changes(ask: ChangesAsk): RawBuilder<unknown> {
  const of = ask.benefit === undefined ? sql`` : sql`and benefit = ${ask.benefit}`
  const inTime = (column: RawBuilder<unknown>) => sql`${column} > ${ask.now}::int and ${column} <= ${ask.through}::int`
  return sql`
    with spans as (
      select person_id, benefit, award_fact_id, from_month, to_month, outcome, amount_fen,
        lag(to_month) over line as before_to, lag(amount_fen) over line as before_fen,
        lead(from_month) over line as next_from
      from benefit_span where to_month > ${ask.now}::int ${of} ${within(ask.division)}
      window line as (partition by person_id, award_fact_id, benefit order by from_month)
    ), told as (
      select *, to_month = from_month + 1 and before_to is distinct from from_month and next_from is distinct from to_month
        as is_once, case when before_to = from_month then before_fen else 0 end as before
      from spans
    )
    select person_id as "personId", benefit, award_fact_id as "awardFactId", from_month as month,
      case when is_once then 'once' when outcome = 'unknown' then 'uncertain' when before = 0 then 'begins'
        when amount_fen > before then 'rises' else 'falls' end as kind,
      case when is_once then 0 else before end as before, amount_fen as after
    from told where ${inTime(sql`from_month`)}
      and (before = 0 or outcome = 'unknown' or abs(amount_fen - before) >= ${ROUNDING_FEN}::bigint)
    union all
    select person_id, benefit, award_fact_id, to_month, 'ends', amount_fen, 0
    from told where not is_once and amount_fen > 0 and next_from is distinct from to_month and ${inTime(sql`to_month`)}
    union all
    select person_id, benefit, 0, since_month, 'qualifies', 0, 0
    from benefit_finding
    where closed_at is null and kind = 'upcoming' and ${inTime(sql`since_month`)} ${of} ${within(ask.division)}`
}
