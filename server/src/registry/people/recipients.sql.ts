import type { Benefit } from '@dongzhou/terms/benefit'
import { type Day, day } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { FactKind } from '@dongzhou/terms/fact'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { isUnseen, type Snapshot, seenBy } from '../../platform/db/snapshot.sql.ts'
import type { Setting } from '../../platform/setting.ts'
import { contextOf } from './facts.sql.ts'

/** 收款人 (recipient): what a payment must know of somebody. Numbers come as blind indexes; the account alone is opened. */
export interface RecipientOnFile {
  readonly id: number
  readonly name: string
  readonly division: DivisionCode
  readonly isAlive: boolean
  readonly diedOn: Day | undefined
  readonly born: Day | undefined
  readonly identityIndex: string | undefined
  readonly account: AccountOnFile | undefined
  readonly payees: readonly string[]
}

export interface AccountOnFile {
  readonly bank: string
  readonly account: string
  readonly holder: string
  readonly index: string
  readonly recordedAt: Date
  /** Another account stood before it: then this one is a change, and not the first entry. */
  readonly isChange: boolean
  /** The account of whoever entered it; undefined where the system did. */
  readonly by: number | undefined
}

/** Some people as payments see them, in three questions however many they are. Those not in sight are left out. */
export async function listRecipients(setting: Setting, ids: readonly number[]): Promise<readonly RecipientOnFile[]> {
  if (ids.length === 0) return []
  const people = await sql<PersonRow>`
    select id, name, division_code, is_alive, died_on, born from person where id = any(${[...ids]}::bigint[])
    order by id`.execute(setting.tx)
  const numbers = await numbersOf(setting, ids)
  const payees = await payeesOf(setting, ids)
  return people.rows.map((row) => ({
    id: row.id,
    name: row.name,
    division: divisionCode(row.division_code),
    isAlive: row.is_alive,
    diedOn: row.died_on === null ? undefined : day(row.died_on),
    born: row.born === null ? undefined : day(row.born),
    identityIndex: numbers.identities.get(row.id),
    account: numbers.accounts.get(row.id),
    payees: payees.get(row.id) ?? [],
  }))
}

interface PersonRow {
  readonly id: number
  readonly name: string
  readonly division_code: string
  readonly is_alive: boolean
  readonly died_on: string | null
  readonly born: string | null
}

interface NumberRow {
  readonly person_id: number
  readonly kind: 'id-number' | 'bank-account'
  readonly sealed: string
  readonly blind_index: string
  readonly recorded_at: Date
  readonly is_open: boolean
  readonly account_id: number | null
}

async function numbersOf(setting: Setting, ids: readonly number[]) {
  const { rows } = await sql<NumberRow>`
    select f.person_id, f.kind, f.sealed, f.blind_index, f.recorded_at, f.superseded_at is null as is_open,
      case when f.kind = 'bank-account' then coalesce(a.account_id, j.account_id) end as account_id
    from fact f left join action a on a.id = f.action_id and f.kind = 'bank-account'
      left join job_run j on j.id = f.action_id and f.kind = 'bank-account'
    where f.person_id = any(${[...ids]}::bigint[]) and f.kind in ('id-number', 'bank-account')
      and (f.kind = 'bank-account' or f.superseded_at is null)
    order by f.id`.execute(setting.tx)
  const identities = new Map<number, string>()
  const accounts = new Map<number, AccountOnFile>()
  const seen = new Set<number>()
  for (const row of rows) {
    if (row.kind === 'id-number') identities.set(row.person_id, row.blind_index)
    else {
      if (row.is_open) accounts.set(row.person_id, accountOf(setting, row, seen.has(row.person_id)))
      seen.add(row.person_id)
    }
  }
  return { identities, accounts }
}

function accountOf({ vault }: Setting, row: NumberRow, isChange: boolean): AccountOnFile {
  const value: { bank: string; account: string; holder: string } = JSON.parse(
    vault.open(row.sealed, contextOf('bank-account')),
  )
  const { bank, account, holder } = value
  return {
    ...{ bank, account, holder, isChange },
    index: row.blind_index,
    recordedAt: row.recorded_at,
    by: row.account_id ?? undefined,
  }
}

async function payeesOf(
  { tx, today }: Setting,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ person_id: number; name: string }>`
    select r.person_id, coalesce(p.name, r.other_name) as name
    from relation r left join person p on p.id = r.other_person_id
    where r.person_id = any(${[...ids]}::bigint[]) and r.kind = 'payee' and r.superseded_at is null
      and (r.valid_to is null or r.valid_to > ${today}::date)
      and coalesce(p.name, r.other_name) is not null
    order by r.id`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([id, of]) => [id, of.map(({ name }) => name)]),
  )
}

/** 身份证号 in clear of some people, for a bank file that asks for it; the caller answers for the trail. */
export async function openIdNumbers(setting: Setting, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ person_id: number; sealed: string }>`
    select person_id, sealed from fact
    where person_id = any(${[...ids]}::bigint[]) and kind = 'id-number' and superseded_at is null
    order by id`.execute(setting.tx)
  return new Map(
    rows.map(({ person_id, sealed }) => {
      const { idNumber }: { readonly idNumber: string } = JSON.parse(setting.vault.open(sealed, contextOf('id-number')))
      return [person_id, idNumber]
    }),
  )
}

/**
 * Which kinds of facts of some people were learnt or given up since an instant, or begin or end to hold within some days; a decision also
 * by the day on which it was approved, for what it grants may begin the month after.
 */
export async function listFactNews(
  tx: Tx,
  ids: readonly number[],
  news: { readonly since: Date; readonly from: Day; readonly to: Day; readonly kinds: readonly FactKind[] },
): Promise<readonly { readonly personId: number; readonly kind: FactKind }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ readonly personId: number; readonly kind: FactKind }>`
    select distinct person_id as "personId", kind from fact
    where person_id = any(${[...ids]}::bigint[]) and kind = any(${[...news.kinds]}::text[])
      and (recorded_at > ${news.since} or superseded_at > ${news.since}
        or (superseded_at is null and (valid_from between ${news.from} and ${news.to}
          or valid_to between ${news.from} and ${news.to}
          or (value ->> 'approved') collate "C" between ${news.from} and ${news.to})))`.execute(tx)
  return rows
}

/**
 * Who was first awarded a benefit on or after a day, by every decision that ever stood on file, and with effect from before it; since when,
 * where the award says.
 */
export async function listAwardedSince(
  tx: Tx,
  asked: readonly { readonly benefit: Benefit; readonly since: Day }[],
): Promise<
  readonly {
    readonly person: number
    readonly benefit: Benefit
    readonly since: Day
    readonly from: Day | undefined
  }[]
> {
  if (asked.length === 0) return []
  const { rows } = await sql<{ person: number; benefit: Benefit; since: string; from: string | null }>`
    select f.person_id as person, a.benefit, a.since, min(f.valid_from) filter (where f.superseded_at is null) as "from"
    from fact f join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(benefit text, since text)
      on a.benefit = f.value ->> 'benefit'
    where f.kind = 'award'
    group by f.person_id, a.benefit, a.since
    having min((f.value ->> 'approved') collate "C") >= a.since collate "C"
      and bool_or(f.superseded_at is null and (f.valid_from is null or f.valid_from < a.since::date))`.execute(tx)
  return rows.map(({ from, since, ...row }) => ({
    ...row,
    since: day(since),
    from: from === null ? undefined : day(from),
  }))
}

/** What a reader may not have seen: since an instant, or by a transaction that was under way at its snapshot, whatever instant it wrote down. */
interface Unseen {
  readonly since: Date
  readonly snapshot: Snapshot | undefined
}

/** How many of some people had a fact of these kinds learnt, given up or handed over since a reader. */
export async function countChangedSince(
  tx: Tx,
  ids: readonly number[],
  { since, snapshot, kinds }: Unseen & { readonly kinds: readonly FactKind[] },
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    with ${seenBy(snapshot)}
    select count(distinct f.person_id) as count from fact f cross join seen
    where f.person_id = any(${[...ids]}::bigint[]) and f.kind = any(${[...kinds]}::text[])
      and (f.recorded_at > ${since} or f.superseded_at > ${since} or ${isUnseen('f')})`.execute(tx)
  return rows[0]?.count ?? 0
}

/** How many of some people had a payee entered, ended or handed over since a reader. An ending writes no instant: the snapshot alone tells it. */
export async function countPayeesChangedSince(
  tx: Tx,
  ids: readonly number[],
  { since, snapshot }: Unseen,
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    with ${seenBy(snapshot)}
    select count(distinct r.person_id) as count from relation r cross join seen
    where r.person_id = any(${[...ids]}::bigint[]) and r.kind = 'payee'
      and (r.recorded_at > ${since} or r.superseded_at > ${since} or ${isUnseen('r')})`.execute(tx)
  return rows[0]?.count ?? 0
}
