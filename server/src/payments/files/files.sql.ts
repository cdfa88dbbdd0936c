import type { Outcome } from '@dongzhou/engines/payments'
import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { COUNT_LIMIT, pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { Run } from '../runs/runs.sql.ts'
import type { PaymentsTables } from '../tables.ts'

type Standing = Pick<Run, 'id' | 'edition'>
type PageOf = { readonly page: number; readonly size: number }

export interface SentRow {
  readonly id: number
  readonly person: number
  readonly holder: string
  readonly bank: string
  readonly account: string | null
  readonly amount: number
}

/** What a run sent to the bank, answered or not: a file that is made once more is the same file. */
export async function listSent(tx: Tx, { id, edition }: Standing): Promise<readonly SentRow[]> {
  const { rows } = await sql<SentRow>`
    select id, person_id as person, holder, bank, account_sealed as account, amount_fen as amount
    from payment_transfer where run_id = ${id} and edition = ${edition} and state in ('sent', 'paid', 'failed')
      and amount_fen > 0 order by id`.execute(tx)
  return rows
}

/** 已回盘 of a run: the references that earlier files have answered. */
export async function listAnswered(tx: Tx, { id, edition }: Standing): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: number }>`
    select id from payment_transfer
    where run_id = ${id} and edition = ${edition} and state in ('paid', 'failed') and amount_fen > 0`.execute(tx)
  return new Set(rows.map((row) => String(row.id)))
}

export interface RosterSource {
  readonly person: number
  readonly name: string
  readonly division: string
  readonly bank: string
  readonly account: string | null
  readonly idNumber: string | null
  readonly amount: number
  readonly heldBecause: string | null
  readonly benefits: readonly string[]
}

/** Everybody of a list in the order of places, for the roster: the paper holds them all. */
export async function listRoster(tx: Tx, run: Standing): Promise<readonly RosterSource[]> {
  const { rows } = await sql<RosterSource>`select ${rosterColumns} ${ofList(run)} ${rosterOrder}`.execute(tx)
  return rows
}

/** One page of whom a list pays, for the notice: whoever is held is not on it. */
export async function listNoticed(
  tx: Tx,
  run: Standing,
  { division, page, size }: PageOf & { readonly division?: DivisionCode | undefined },
): Promise<{ readonly items: readonly RosterSource[]; readonly total: number; readonly more: boolean }> {
  const { first, last } = division === undefined ? { first: '0', last: ':' } : rangeOf(division)
  const asked = sql`${ofList(run)} and t.held_because is null and t.division_code between ${first} and ${last}`
  const { rows } = await sql<RosterSource>`
    select ${rosterColumns} ${asked} ${rosterOrder} limit ${size} offset ${(page - 1) * size}`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select 1 ${asked} limit ${COUNT_LIMIT + 1}) as counted`.execute(tx)
  const total = counted.rows[0]?.total ?? 0
  return { items: rows, total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}

const rosterColumns = sql`t.person_id as person, p.name, t.division_code as division, t.bank, t.account_sealed as account,
      p.id_number_sealed as "idNumber", t.amount_fen as amount, t.held_because as "heldBecause",
      array(select distinct l.benefit from payment_line l where l.run_id = t.run_id and l.edition = t.edition
        and l.person_id = t.person_id and l.amount_fen > 0 order by 1) as benefits`

const rosterOrder = sql`order by t.division_code, p.name, t.id`

function ofList({ id, edition }: Standing) {
  return sql`from payment_transfer t join person p on p.id = t.person_id where t.run_id = ${id} and t.edition = ${edition}`
}

export interface NewFile {
  readonly layout: string
  readonly batch: string
  readonly people: number
  readonly amount: number
  readonly digest: string
  readonly purpose: string
  readonly fileId: string
}

export async function recordRunFile(
  setting: ActionSetting,
  run: Pick<Run, 'id' | 'division'>,
  file: NewFile,
): Promise<void> {
  await sql`
    insert into payment_file (run_id, division_code, layout, batch, people, amount_fen, digest, purpose, file_id, actor,
      account_id, at)
    values (${run.id}, ${run.division}, ${file.layout}, ${file.batch}, ${file.people}, ${file.amount}, ${file.digest},
      ${file.purpose}, ${file.fileId}, ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now})`.execute(
    setting.tx,
  )
}

export async function listRunFiles({ tx }: Setting, runId: number, page: PageOf) {
  const listed = tx
    .withTables<PaymentsTables>()
    .selectFrom('payment_file')
    .where('run_id', '=', runId)
    .select(['id', 'layout', 'batch', 'people', 'amount_fen', 'digest', 'purpose', 'file_id', 'actor', 'at'])
    .orderBy('id', 'desc')
  return pageOf(tx, listed, page)
}

/** Writes what the bank answered to transfers that wait for it; answers how many there were. */
export async function recordOutcomes(
  setting: ActionSetting,
  { id, edition }: Standing,
  outcomes: readonly Outcome[],
): Promise<number> {
  const rows = outcomes.map(({ reference, isPaid, reason, words }) => ({
    ...{ id: Number(reference), state: isPaid ? 'paid' : 'failed' },
    failure: isPaid ? null : (reason ?? 'other'),
    words: isPaid ? null : words,
  }))
  const result = await sql`
    update payment_transfer t set state = o.state, failure = o.failure, failure_text = o.words, changed_at = ${setting.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o(id bigint, state text, failure text, words text)
    where t.id = o.id and t.run_id = ${id} and t.edition = ${edition} and t.state = 'sent'`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0n)
}

export interface NewReturn {
  readonly fileId: string
  readonly fileName: string
  readonly layout: string
  readonly state: 'taken' | 'refused'
  readonly paid: { readonly people: number; readonly amount: number }
  readonly failed: { readonly people: number; readonly amount: number }
  readonly reasons: readonly { readonly reason: string; readonly people: number; readonly amount: number }[]
  readonly complaints: readonly { readonly where: string; readonly say: string }[]
}

export async function recordReturn(
  setting: ActionSetting,
  run: Pick<Run, 'id' | 'division'>,
  one: NewReturn,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into bank_return (run_id, division_code, file_id, file_name, layout, state, paid_count, paid_fen, failed_count,
      failed_fen, reasons, complaints, actor, account_id, at)
    values (${run.id}, ${run.division}, ${one.fileId}, ${one.fileName}, ${one.layout}, ${one.state}, ${one.paid.people},
      ${one.paid.amount}, ${one.failed.people}, ${one.failed.amount}, ${JSON.stringify(one.reasons)}::jsonb,
      ${JSON.stringify(one.complaints)}::jsonb, ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null},
      ${setting.now}) returning id`.execute(setting.tx)
  return rows[0]?.id ?? 0
}

export async function listReturns({ tx }: Setting, runId: number, page: PageOf) {
  const listed = tx
    .withTables<PaymentsTables>()
    .selectFrom('bank_return')
    .where('run_id', '=', runId)
    .select([
      'id',
      'run_id',
      'file_name',
      'layout',
      'state',
      'paid_count',
      'paid_fen',
      'failed_count',
      'failed_fen',
      'reasons',
      'complaints',
      'actor',
      'at',
    ])
    .orderBy('id', 'desc')
  return pageOf(tx, listed, page)
}
