import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import type { LineKind, MoneyAccount } from '@dongzhou/terms/payment'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Run } from './runs.sql.ts'

type Standing = Pick<Run, 'id' | 'edition'>

/** 名单金额 of a run's edition, summed from its rows. */
export interface RunSums {
  readonly people: number
  readonly lines: number
  readonly regular: number
  readonly arrears: number
  readonly recovery: number
  readonly gross: number
  readonly offset: number
  readonly withheld: number
  readonly list: number
  readonly planned: number
  readonly held: number
  readonly sent: number
  readonly paid: number
  readonly failed: number
  readonly cancelled: number
}

export async function sumRun(tx: Tx, { id, edition }: Standing): Promise<RunSums> {
  const { rows } = await sql<RunSums>`
    select l.*, t.* from (
      select count(*) as lines, count(distinct person_id) as people,
        coalesce(sum(amount_fen) filter (where kind = 'regular'), 0)::bigint as regular,
        coalesce(sum(amount_fen) filter (where kind = 'arrears'), 0)::bigint as arrears,
        coalesce(sum(amount_fen) filter (where kind = 'recovery'), 0)::bigint as recovery
      from payment_line where run_id = ${id} and edition = ${edition}) l cross join (
      select coalesce(sum(gross_fen), 0)::bigint as gross, coalesce(sum(offset_fen), 0)::bigint as "offset",
        coalesce(sum(withheld_fen), 0)::bigint as withheld, coalesce(sum(amount_fen), 0)::bigint as list,
        coalesce(sum(amount_fen) filter (where state = 'planned'), 0)::bigint as planned,
        coalesce(sum(amount_fen) filter (where state = 'held'), 0)::bigint as held,
        coalesce(sum(amount_fen) filter (where state = 'sent'), 0)::bigint as sent,
        coalesce(sum(amount_fen) filter (where state = 'paid'), 0)::bigint as paid,
        coalesce(sum(amount_fen) filter (where state = 'failed'), 0)::bigint as failed,
        coalesce(sum(cancelled_fen), 0)::bigint as cancelled
      from payment_transfer where run_id = ${id} and edition = ${edition}) t`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a sum is always one row')
  return row
}

export interface ListedTransfer {
  readonly person: number
  readonly amount: number
  readonly account: string | null
  readonly state: string
}

export interface ListedLine {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  readonly kind: LineKind
  readonly amount: number
}

/** The whole list of a run, for its digest. */
export async function listWhole(
  tx: Tx,
  { id, edition }: Standing,
): Promise<{ readonly transfers: readonly ListedTransfer[]; readonly lines: readonly ListedLine[] }> {
  const transfers = await sql<ListedTransfer>`
    select person_id as person, amount_fen as amount, account_index as account, state from payment_transfer
    where run_id = ${id} and edition = ${edition} order by id`.execute(tx)
  const lines = await sql<ListedLine>`
    select person_id as person, benefit, month, kind, amount_fen as amount from payment_line
    where run_id = ${id} and edition = ${edition} order by id`.execute(tx)
  return { transfers: transfers.rows, lines: lines.rows }
}

/**
 * Has what is posted for a month, a benefit and a person of this list changed since it was computed? Another run may have been locked, or
 * sent back: what asks back money that another run has taken out again is as wrong as what pays a month twice. A file that was merged
 * counts as the person's of today, and so does an instalment that another run withholds, and another opening month of one benefit where both lists reach.
 */
export async function isPostedSince(tx: Tx, run: Run): Promise<boolean> {
  const changed = await listRepostings(tx, run)
  if (changed.length === 0) return false
  const { rows } = await sql<{ found: boolean }>`
    with recursive changed as (
      select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(run bigint, edition int)),
    theirs as (
      select l.person_id, l.benefit, l.month from payment_line l join changed c on c.run = l.run_id and c.edition = l.edition
      where l.kind <> 'reissue'),
    own as (
      select person_id, benefit, month from payment_line
      where run_id = ${run.id} and edition = ${run.edition} and kind <> 'reissue'),
    way (asked, id, merged_into) as (
      select id, id, merged_into from person
      where merged_into is not null and id in (select person_id from theirs union select person_id from own)
      union all
      select way.asked, p.id, p.merged_into from way join person p on p.id = way.merged_into),
    kept as (select asked, id from way where merged_into is null),
    opening as (
      select r.id as run, d.key as division, regexp_replace(d.key, '(000000|000)$', '') as prefix, b.key as benefit, b.value as month
      from payment_run r cross join lateral jsonb_each(r.openings) as d cross join lateral jsonb_each(d.value) as b
      where r.id = ${run.id} or r.id in (select run from changed)),
    withheld as (
      select t.run_id, w -> 'recovery' as recovery from payment_transfer t
        join (select run, edition from changed union all select ${run.id}::bigint, ${run.edition}::int) c
          on c.run = t.run_id and c.edition = t.edition
        cross join lateral jsonb_array_elements(t.withholdings) as w where t.withheld_fen > 0)
    select exists (
      select 1 from withheld a join withheld b on b.recovery = a.recovery
      where a.run_id = ${run.id} and b.run_id <> ${run.id}) or exists (
      select 1 from opening a join opening b on b.benefit = a.benefit and b.month <> a.month
        and (starts_with(a.division, b.prefix) or starts_with(b.division, a.prefix))
      where a.run <> ${run.id} and b.run = ${run.id}) or exists (
      select 1 from theirs t left join kept a on a.asked = t.person_id
        join own o on o.benefit = t.benefit and o.month = t.month left join kept b on b.asked = o.person_id
      where coalesce(a.id, t.person_id) = coalesce(b.id, o.person_id)) as found`.execute(tx)
  return rows[0]?.found === true
}

interface Reposting {
  readonly run: number
  readonly edition: number
}

/** Editions of other runs that are posted now and were not when this list was computed, or were and are no more. */
async function listRepostings(tx: Tx, { id }: Run): Promise<readonly Reposting[]> {
  const { rows } = await sql<Reposting>`
    with seen as (select seen_signature as last from payment_run where id = ${id}),
    standing as (
      select s.run_id,
        (array_agg(case s.step when 'lock' then s.edition end order by s.id desc) filter (where s.id <= seen.last))[1] as before,
        (array_agg(case s.step when 'lock' then s.edition end order by s.id desc))[1] as now
      from payment_signature s cross join seen
      where s.step in ('lock', 'send-back') and s.run_id <> ${id}
        and s.run_id in (select run_id from payment_signature where id > seen.last and step in ('lock', 'send-back'))
      group by s.run_id)
    select run_id as run, e.edition from standing cross join lateral (values (before), (now)) as e(edition)
    where before is distinct from now and e.edition is not null`.execute(tx)
  return rows
}

export async function listPeopleOf(tx: Tx, { id, edition }: Standing): Promise<readonly number[]> {
  const { rows } = await sql<{ person: number }>`
    select distinct person_id as person from payment_line where run_id = ${id} and edition = ${edition}`.execute(tx)
  return rows.map(({ person }) => person)
}

/** Whose accounts of this list somebody changed, with the day. */
export async function listAccountChanges(tx: Tx, { id, edition }: Standing) {
  const { rows } = await sql<{ person: number; on: string; by: string | null }>`
    select person_id as person, account_changed_on as on, account_changed_by as by from payment_transfer
    where run_id = ${id} and edition = ${edition} and account_changed_on is not null and state <> 'held'`.execute(tx)
  return rows
}

export async function countUnexplained(tx: Tx, { id, edition }: Standing): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from payment_change
    where run_id = ${id} and edition = ${edition} and is_unexplained and note is null`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Findings by check, with how many nobody has decided. */
export async function countFindings(tx: Tx, { id, edition }: Standing) {
  const { rows } = await sql<{ check: string; found: number; undecided: number }>`
    select f.check_code as check, count(*) as found, count(*) filter (where d.id is null) as undecided
    from payment_finding f left join lateral (
      select id from payment_decision d where d.run_id = f.run_id and d.check_code = f.check_code
        and d.person_id = f.person_id order by id desc limit 1) d on true
    where f.run_id = ${id} and f.edition = ${edition} group by f.check_code`.execute(tx)
  return rows
}

/** The money of the transfers is on its way; what is nothing is settled at once. */
export async function sendTransfers(tx: Tx, { id, edition }: Standing, now: Date): Promise<number> {
  const result = await sql`
    update payment_transfer set state = case when amount_fen = 0 then 'paid' else 'sent' end, changed_at = ${now}
    where run_id = ${id} and edition = ${edition} and state = 'planned'`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

export interface LedgerRow {
  readonly id: number
  readonly at: Date
  readonly debit: MoneyAccount
  readonly credit: MoneyAccount
  readonly amount: number
  readonly memo: string
}

/** A run has some dozens of entries, one an event and account. */
export async function listEntries(tx: Tx, runId: number): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select id, at, debit, credit, amount_fen as amount, memo from money_entry where run_id = ${runId} order by id limit 2000`.execute(
    tx,
  )
  return rows
}
