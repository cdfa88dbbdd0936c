import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import type { LineKind, MoneyAccount } from '@dongzhou/terms/payment'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { isPosted } from './ground.sql.ts'
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
        coalesce(sum(amount_fen) filter (where state = 'failed'), 0)::bigint as failed
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

/** Has anybody of this list been posted the same benefit by another run since the list was computed? */
export async function isPostedSince(tx: Tx, run: Run): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from payment_signature s join payment_run r on r.id = s.run_id join payment_line l on l.run_id = r.id
      where s.step = 'lock' and r.id <> ${run.id} and ${isPosted}
        and s.id > (select seen_signature from payment_run where id = ${run.id}) and exists (
        select 1 from payment_line own where own.run_id = ${run.id} and own.edition = ${run.edition}
          and own.kind <> 'reissue' and own.person_id = l.person_id and own.benefit = l.benefit)) as found`.execute(tx)
  return rows[0]?.found === true
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
