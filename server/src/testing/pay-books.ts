import type { AmountSpan } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type Month, month, monthCode, monthSpan } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { dueSource } from '../benefits/index.ts'
import { isPosted } from '../payments/runs/ground.sql.ts'
import type { Setting } from '../platform/setting.ts'
import { keptPersonIds } from '../registry/index.ts'
import type { PayOffice } from './pay-office.ts'

/** What was compared, and every person, benefit and month in which due is not posted. */
export interface Settled {
  readonly compared: number
  readonly fen: number
  readonly unknown: number
  readonly differing: readonly string[]
}

/**
 * 应发等于已记账: for every person, benefit and month, by what is known now. Sums the rows themselves, and asks the rules anew; a month in
 * which the rules miss something is in neither sum. Months before the opening are settled of whoever was first awarded the benefit since.
 */
export function settledBooks(
  office: PayOffice,
  benefits: readonly Benefit[],
  months: { readonly from: Month; readonly to: Month },
): Promise<Settled> {
  return office.ask(async (setting) => {
    const { rows } = await sql<{ person: number; benefit: Benefit; month: Month; amount: number }>`
      select l.person_id as person, l.benefit, l.month, sum(l.amount_fen)::bigint as amount
      from payment_line l join payment_run r on r.id = l.run_id where ${isPosted}
      group by l.person_id, l.benefit, l.month`.execute(setting.tx)
    const kept = await keptPersonIds(setting.tx, [...new Set(rows.map(({ person }) => person))])
    const whole = { from: EARLIEST, to: months.to }
    const due = await dueSource.due(setting, { benefits, division: office.division, months: whole })
    const late = await awardedSince(setting, months.from)
    const isSettled = (one: OfMonth) => one.month >= months.from || late.has(`${one.person} ${one.benefit}`)
    const monthsOf = (isUnknown: boolean) =>
      due.spans
        .filter((span) => span.isUnknown === isUnknown)
        .flatMap(monthly)
        .filter(isSettled)
    const owed = monthsOf(false)
    const isUnknown = new Set(monthsOf(true).map(keyOf))
    const posted = rows.map((row) => ({ ...row, person: kept.get(row.person) ?? row.person, amount: -row.amount }))
    const sums = new Map<string, number>()
    for (const one of [...owed, ...posted]) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.amount)
    return {
      compared: sums.size,
      fen: owed.reduce((sum, { amount }) => sum + amount, 0),
      unknown: isUnknown.size,
      differing: [...sums]
        .filter(([key, rest]) => rest !== 0 && !isUnknown.has(key))
        .map(([key, rest]) => `${key}: ${rest}`),
    }
  })
}

const EARLIEST = month(2000, 1)

/** Whoever was first awarded a benefit in or after a month, in whatever file: told from the facts, apart from how a run finds it. */
async function awardedSince({ tx }: Setting, opening: Month): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: number; benefit: string; approved: string }>`
    select person_id as person, value ->> 'benefit' as benefit, min(value ->> 'approved') as approved
    from fact where kind = 'award' group by 1, 2`.execute(tx)
  const kept = await keptPersonIds(tx, [...new Set(rows.map(({ person }) => person))])
  const first = new Map<string, string>()
  for (const { person, benefit, approved } of rows) {
    const key = `${kept.get(person) ?? person} ${benefit}`
    const before = first.get(key)
    first.set(key, before !== undefined && before < approved ? before : approved)
  }
  return new Set([...first].filter(([, approved]) => approved >= monthSpan(opening).from).map(([key]) => key))
}

interface OfMonth {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: number
}

function monthly({ person, benefit, from, to, amount }: AmountSpan): readonly OfMonth[] {
  return Array.from({ length: to - from }, (_, at) => ({ person, benefit, month: (from + at) as Month, amount }))
}

function keyOf({ person, benefit, month }: OfMonth): string {
  return `${person} ${benefit} ${monthCode(month)}`
}

/** 台账平衡: what each account stands at by the entries, and by the rows that they tell of; both must be the same to the fen. */
export interface Balanced {
  readonly accounts: readonly { readonly account: string; readonly entries: number; readonly rows: number }[]
  readonly differing: readonly string[]
}

export function balancedLedger(office: PayOffice): Promise<Balanced> {
  return office.ask(async ({ tx }) => {
    const { rows: stand } = await sql<{ account: string; amount: number }>`
      select account, sum(amount)::bigint as amount from (
        select debit as account, amount_fen as amount from money_entry
        union all select credit, -amount_fen from money_entry) e group by account`.execute(tx)
    const entries = new Map(stand.map(({ account, amount }) => [account, amount]))
    const rows = await expected(tx)
    const accounts = [...rows].map(([account, amount]) => ({
      account,
      entries: entries.get(account) ?? 0,
      rows: amount,
    }))
    const differing = accounts
      .filter((one) => one.entries !== one.rows)
      .map((one) => `${one.account}: entries ${one.entries}, rows ${one.rows}`)
    return { accounts, differing }
  })
}

type Tx = Parameters<Parameters<PayOffice['ask']>[0]>[0]['tx']

/** By the rows of runs that were released: lines, transfers, debts and the steps that settled them. Debit counts up. */
async function expected(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    with out as (select * from payment_run where state in ('released', 'returned', 'closed')),
      line as (select l.* from payment_line l join out r on r.id = l.run_id and r.edition = l.edition and l.kind <> 'reissue'),
      transfer as (select t.* from payment_transfer t join out r on r.id = t.run_id and r.edition = t.edition),
      step as (select way, sum(amount_fen) as amount from recovery_step group by way)
    select
      (select coalesce(sum(amount_fen), 0) from line)::bigint as expense,
      0::bigint as list,
      -(select coalesce(sum(amount_fen), 0) from transfer where state = 'sent')::bigint as transit,
      -(select coalesce(sum(amount_fen - cancelled_fen), 0) from transfer t where state = 'held' and ${isUntaken})::bigint as held,
      -(select coalesce(sum(amount_fen - cancelled_fen), 0) from transfer t where state = 'failed' and ${isUntaken})::bigint as failed,
      -(select coalesce(sum(amount_fen), 0) from transfer where state = 'paid')::bigint as paid,
      (select coalesce(sum(amount_fen - settled_fen), 0) from recovery)::bigint as receivable,
      coalesce((select amount from step where way = 'repaid'), 0)::bigint as cash,
      coalesce((select amount from step where way = 'written-off'), 0)::bigint as "written-off"`.execute(tx)
  return new Map(Object.entries(rows[0] ?? {}))
}

// Taken up by a reissue that is out: then the money stands with that run.
const isUntaken = sql`(t.reissued_in is null or t.reissued_in not in (select id from out))`
