import { type AmountSpan, postedStates, type Recovery } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type Day, day } from '@dongzhou/terms/day'
import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { type RawBuilder, sql } from 'kysely'
import type { Portion } from '../../benefits/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'

/** Lines count as posted: of the edition that stands, in a run that is locked or further. A reissue owes nobody anything new. */
export const isPosted = sql`r.edition = l.edition and r.state in (${sql.join(postedStates.map((state) => sql.lit(state)))})
  and l.kind <> 'reissue'`

/** Posted sums of months that are alike, with the latest knowledge and the highest rule version they stand on. */
export interface PostedSpan extends AmountSpan {
  /** The file the lines were posted under; it may have been merged into another since. */
  readonly under: number
  readonly knownAt: Date
  readonly version: number
}

/**
 * 已记账 of people whose lines lie in a division, and of some more, as far as they belong to a portion: runs of months with one sum. Gathered
 * in the database: 24 months of 10,000 people are 240,000 lines and some 12,000 spans.
 */
export async function listPostedSpans(
  { tx }: Setting,
  ask: {
    readonly benefits: readonly Benefit[]
    readonly division: DivisionCode
    readonly people: readonly number[]
    readonly files: Files
    readonly through: Month
  },
): Promise<readonly PostedSpan[]> {
  const { first, last } = rangeOf(ask.division)
  const { rows } = await sql<{
    person: number
    benefit: Benefit
    from: Month
    to: Month
    amount: number
    known_at: Date
    version: number
  }>`
    with monthly as (
      select l.person_id, l.benefit, l.month, sum(l.amount_fen)::bigint as amount, max(l.known_at) as known_at,
        max(l.rule_version) as version
      from payment_line l join payment_run r on r.id = l.run_id
      where ${isPosted} and l.benefit = any(${[...ask.benefits]}::text[]) and l.month <= ${ask.through}
        and (l.division_code between ${first} and ${last} or l.person_id = any(${[...ask.people]}::bigint[]))
        and ${isOf(sql.ref('l.person_id'), ask.files)}
      group by l.person_id, l.benefit, l.month),
    grouped as (
      select *, month - row_number() over (partition by person_id, benefit, amount, version order by month) as island from monthly)
    select person_id as person, benefit, min(month) as from, max(month) + 1 as to, amount, max(known_at) as known_at, version
    from grouped group by person_id, benefit, amount, version, island`.execute(tx)
  return rows.map(({ known_at: knownAt, ...row }) => ({ ...row, knownAt, under: row.person }))
}

/** 一段档案 (files): of a portion of people, and those that were merged into theirs. */
export interface Files {
  readonly portion: Portion
  readonly merged: MergedFiles
}

/** Is a file of these? */
export function isOf(person: RawBuilder<unknown>, { portion: { after, through }, merged }: Files): RawBuilder<boolean> {
  const own = sql<boolean>`(${person} > ${after}::bigint and ${person} <= ${through}::bigint)`
  return merged.size === 0 ? own : sql<boolean>`(${own} or ${person} = any(${[...merged.keys()]}::bigint[]))`
}

/** When the last run that covered a month and these benefits was computed. */
export async function listRunInstants(
  { tx }: Setting,
  benefits: readonly Benefit[],
): Promise<ReadonlyMap<Month, Date>> {
  const { rows } = await sql<{ month: Month; at: Date }>`
    select month, max(computed_at) as at from payment_run
    where kind = 'regular' and state in (${sql.join(postedStates.map((state) => sql.lit(state)))})
      and benefits && ${[...benefits]}::text[] and computed_at is not null
    group by month`.execute(tx)
  return new Map(rows.map(({ month, at }) => [month, at]))
}

/** Files that were merged, each with the person's file of today: what stands under the one counts for the other. */
export type MergedFiles = ReadonlyMap<number, number>

function filesOf(people: readonly number[], merged: MergedFiles): number[] {
  return [...people, ...merged.keys()]
}

/** Recoveries with a plan that are not settled, by person. */
export async function listPlannedRecoveries(
  tx: Tx,
  people: readonly number[],
  merged: MergedFiles,
): Promise<ReadonlyMap<number, readonly Recovery[]>> {
  const { rows } = await sql<{ person: number; id: number; rest: number; monthly: number; from: Month }>`
    select person_id as person, id, amount_fen - settled_fen as rest, monthly_fen as monthly, from_month as from
    from recovery where person_id = any(${filesOf(people, merged)}::bigint[]) and settled_fen < amount_fen and monthly_fen is not null
    order by id`.execute(tx)
  return Map.groupBy(
    rows.map(({ from: fromMonth, ...row }) => ({ ...row, fromMonth })),
    ({ person }) => merged.get(person) ?? person,
  )
}

/** 死亡信息 that mean one of these people and have not been decided otherwise. */
export async function listDeathsOf(
  tx: Tx,
  people: readonly number[],
  merged: MergedFiles,
): Promise<ReadonlyMap<number, { readonly on: Day | undefined; readonly source: string }>> {
  const { rows } = await sql<{ person: number; died_on: string | null; source: string }>`
    select n.person_id as person, n.died_on, d.source from death_notice n join death_list d on d.id = n.list_id
    where n.person_id = any(${filesOf(people, merged)}::bigint[]) and n.state in ('matched', 'decided') order by n.id`.execute(
    tx,
  )
  return new Map(
    rows.map(({ person, died_on, source }) => [
      merged.get(person) ?? person,
      { on: died_on === null ? undefined : day(died_on), source },
    ]),
  )
}

/** 年度确认 of these people: the latest day of each. */
export async function listConfirmations(
  tx: Tx,
  people: readonly number[],
  merged: MergedFiles,
): Promise<ReadonlyMap<number, Day>> {
  const { rows } = await sql<{ person: number; on: string }>`
    select person_id as person, max(confirmed_on) as on from yearly_confirmation
    where person_id = any(${filesOf(people, merged)}::bigint[]) group by person_id order by 2`.execute(tx)
  return new Map(rows.map(({ person, on }) => [merged.get(person) ?? person, day(on)]))
}

/** The latest decision on each finding of a run: `check person` of those that are to be paid. */
export async function listPassed(tx: Tx, runId: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string; pay: boolean }>`
    select distinct on (check_code, person_id) check_code || ' ' || person_id as key, pay from payment_decision
    where run_id = ${runId} order by check_code, person_id, id desc`.execute(tx)
  return new Set(rows.filter(({ pay }) => pay).map(({ key }) => key))
}

/** Keeps the posting of a bureau to this transaction until it ends: of two locks at once, the second sees what the first posted. */
export async function holdPosting({ tx, bureau }: Setting): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${bureau.schema}/payments`}))`.execute(tx)
}
