import { postedStates } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Portion } from '../../benefits/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import { type Files, isOf, isPosted } from './ground.sql.ts'
import type { Run } from './runs.sql.ts'

/** A run that others are compared with. */
export interface Earlier {
  readonly run: number
  readonly month: Month
  readonly computedAt: Date
}

/** 发放覆盖 (covered): a division and a benefit that were posted: by the last run of an earlier month, by one of this month, or both. */
export interface Covered {
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly before: Earlier | undefined
  readonly isPaidThisMonth: boolean
}

/** What other runs have posted of these benefits, wherever: a few rows for each division that lists were ever made for. */
export async function listCovered(
  { tx }: Setting,
  { id, month, benefits }: Pick<Run, 'id' | 'month' | 'benefits'>,
): Promise<readonly Covered[]> {
  const { rows } = await sql<{
    division: DivisionCode
    benefit: Benefit
    run: number | null
    month: Month | null
    computedAt: Date | null
    isPaidThisMonth: boolean
  }>`
    with posted as (
      select r.id, r.division_code, r.month, r.computed_at, b.benefit
      from payment_run r cross join lateral unnest(r.benefits) as b(benefit)
      where r.kind = 'regular' and r.id <> ${id} and r.computed_at is not null and b.benefit = any(${[...benefits]}::text[])
        and r.state in (${sql.join(postedStates.map((state) => sql.lit(state)))})),
    last as (
      select distinct on (division_code, benefit) * from posted where month < ${month}
      order by division_code, benefit, month desc, id desc)
    select p.division_code as division, p.benefit, l.id as run, l.month, l.computed_at as "computedAt",
      bool_or(p.month = ${month}) as "isPaidThisMonth"
    from posted p left join last l on l.division_code = p.division_code and l.benefit = p.benefit
    group by p.division_code, p.benefit, l.id, l.month, l.computed_at`.execute(tx)
  return rows.map(({ run, month: of, computedAt, ...row }) => ({
    ...row,
    before: run === null || of === null || computedAt === null ? undefined : { run, month: of, computedAt },
  }))
}

export interface BeforeRow {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  /** Where the person was paid. */
  readonly division: DivisionCode
  readonly amount: number
  readonly version: number
  readonly runs: readonly number[]
}

interface AskSums {
  readonly benefits: readonly Benefit[]
  readonly division: DivisionCode
  /** Those too who are on the list and were paid in another division. */
  readonly people: readonly number[]
  readonly files: Files
}

/**
 * 上期当月: the regular sums of the last month that was posted for the place where somebody was paid, by person and benefit, whatever runs
 * they came in.
 */
export async function listLastSums(
  { tx }: Setting,
  covered: readonly Covered[],
  { benefits, division, people, files }: AskSums,
): Promise<readonly BeforeRow[]> {
  const reach = covered.flatMap(({ division: of, benefit, before }) => {
    const { first, last } = rangeOf(of)
    return before === undefined ? [] : [{ low: first, high: last, benefit, month: before.month }]
  })
  const { first, last } = rangeOf(division)
  const { rows } = await sql<BeforeRow>`
    with reach as (
      select * from jsonb_to_recordset(${JSON.stringify(reach)}::jsonb)
        as c(low text collate "C", high text collate "C", benefit text, month int))
    select l.person_id as person, l.benefit, l.month, min(l.division_code) as division, sum(l.amount_fen)::bigint as amount,
      max(l.rule_version) as version, array_agg(distinct l.run_id) as runs
    from payment_line l join payment_run r on r.id = l.run_id
    where ${isPosted} and l.kind = 'regular' and r.month = l.month and l.benefit = any(${[...benefits]}::text[])
      and l.month = any(${[...new Set(reach.map(({ month }) => month))]}::int[])
      and (l.division_code between ${first} and ${last} or l.person_id = any(${[...people, ...files.merged.keys()]}::bigint[]))
      and ${isOf(sql.ref('l.person_id'), files)}
      and l.month = (
        select max(c.month) from reach c where c.benefit = l.benefit and l.division_code between c.low and c.high)
    group by l.person_id, l.benefit, l.month`.execute(tx)
  return rows
}

/** 本月已入账: what other runs have posted for the month itself to people of this list. */
export async function listMonthSums(
  { tx }: Setting,
  { benefits, month, people, files }: Omit<AskSums, 'division'> & { readonly month: Month },
): Promise<readonly Pick<BeforeRow, 'person' | 'benefit' | 'amount'>[]> {
  const { rows } = await sql<Pick<BeforeRow, 'person' | 'benefit' | 'amount'>>`
    select l.person_id as person, l.benefit, sum(l.amount_fen)::bigint as amount
    from payment_line l join payment_run r on r.id = l.run_id
    where ${isPosted} and l.kind = 'regular' and l.month = ${month} and r.month = ${month}
      and l.benefit = any(${[...benefits]}::text[]) and l.person_id = any(${[...people, ...files.merged.keys()]}::bigint[])
      and ${isOf(sql.ref('l.person_id'), files)}
    group by l.person_id, l.benefit`.execute(tx)
  return rows
}

export interface BeforeTransfer {
  readonly person: number
  readonly withheld: number
  readonly account: string | null
}

/** 上期款项 of a portion of people in some runs, the later run last. */
export async function listTransfersOf(
  tx: Tx,
  runs: readonly number[],
  { after, through }: Portion,
): Promise<readonly BeforeTransfer[]> {
  if (runs.length === 0) return []
  const { rows } = await sql<BeforeTransfer>`
    select t.person_id as person, t.withheld_fen as withheld, t.account_index as account
    from payment_transfer t join payment_run r on r.id = t.run_id and r.edition = t.edition
    where r.id = any(${[...runs]}::bigint[]) and t.person_id > ${after}::bigint and t.person_id <= ${through}::bigint
    order by r.id`.execute(tx)
  return rows
}
