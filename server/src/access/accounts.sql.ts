import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Role, Section } from '@dongzhou/terms/role'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'
import { pageOf } from '../platform/db/paging.ts'
import { asOwner } from '../platform/db/scope.ts'
import type { Bureau } from '../platform/setting.ts'
import type { AccessTables } from './tables.ts'

export interface Account {
  readonly id: number
  readonly version: number
  readonly userId: string
  readonly userName: string
  readonly displayName: string
  /** undefined until the security administrator has granted one. */
  readonly role: Role | undefined
  readonly section: Section | undefined
  readonly division: DivisionCode
  readonly isActive: boolean
  readonly createdAt: Date
}

const columns = [
  'id',
  'version',
  'user_id',
  'user_name',
  'display_name',
  'role',
  'section',
  'division_code',
  'is_active',
  'created_at',
] as const

/** Which bureau a signed-in user belongs to; asked before any scope is known. */
export async function findBureauOf(db: Db, userId: string): Promise<Bureau | undefined> {
  const { rows } = await sql<{ code: string; name: string; schema_name: string; is_demo: boolean }>`
    select b.code, b.name, b.schema_name, b.is_demo from public.bureau_member m
    join public.bureau b on b.code = m.bureau_code where m.user_id = ${userId}`.execute(db)
  const [row] = rows
  return row && { code: row.code, name: row.name, schema: row.schema_name, isDemo: row.is_demo }
}

/** The account of a signed-in user, read as owner: its division is what the scope will be made of. */
export async function findAccountOf(db: Db, schema: string, userId: string): Promise<Account | undefined> {
  return asOwner(db, schema, async (tx) => {
    const row = await accounts(tx).select(columns).where('user_id', '=', userId).executeTakeFirst()
    return row && toAccount(row)
  })
}

export async function findUserIdOf(db: Db, schema: string, accountId: number): Promise<string | undefined> {
  return asOwner(db, schema, async (tx) => {
    const row = await accounts(tx).select('user_id').where('id', '=', accountId).executeTakeFirst()
    return row?.user_id
  })
}

/** An account inside the scope. */
export async function findAccount(tx: Tx, id: number): Promise<Account | undefined> {
  const row = await accounts(tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toAccount(row)
}

export async function findAccountForUpdate(tx: Tx, id: number): Promise<Account | undefined> {
  const row = await accounts(tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toAccount(row)
}

export async function listAccounts(
  tx: Tx,
  text: string,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Account[]; readonly total: number; readonly more: boolean }> {
  const found = accounts(tx).$if(text !== '', (query) =>
    query.where((where) =>
      where.or([
        where('user_name', 'like', `${escapeLike(text)}%`),
        where('display_name', 'like', `${escapeLike(text)}%`),
      ]),
    ),
  )
  const { items, ...counted } = await pageOf(tx, found.select(columns).orderBy('division_code').orderBy('id'), page)
  return { items: items.map(toAccount), ...counted }
}

/**
 * 签名姓名: what those are called who signed a row of the rate book, each by what stands on the row, their account or their login, also where
 * the account is out of sight. Of whoever signed none there is no answer.
 */
export interface SignerNames {
  readonly byAccount: ReadonlyMap<number, string>
  readonly byLogin: ReadonlyMap<string, string>
}

export async function signerNames(
  { tx }: { readonly tx: Tx },
  { ids, logins }: { readonly ids: readonly number[]; readonly logins: readonly string[] },
): Promise<SignerNames> {
  if (ids.length === 0 && logins.length === 0) return { byAccount: new Map(), byLogin: new Map() }
  const { rows } = await sql<{ account_id: number | null; user_name: string | null; display_name: string }>`
    select account_id, user_name, display_name
    from names_of_signers(${[...new Set(ids)]}::bigint[], ${[...new Set(logins)]}::text[])`.execute(tx)
  return {
    byAccount: new Map(rows.flatMap((row) => (row.account_id === null ? [] : [[row.account_id, row.display_name]]))),
    byLogin: new Map(rows.flatMap((row) => (row.user_name === null ? [] : [[row.user_name, row.display_name]]))),
  }
}

/** What the people behind some accounts are called; accounts outside the scope are left out. */
export async function accountNames(
  { tx }: { readonly tx: Tx },
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await accounts(tx)
    .select(['id', 'display_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

export interface NewAccount {
  readonly userId: string
  readonly userName: string
  readonly displayName: string
  readonly passwordHash: string
  readonly role: Role | undefined
  readonly section: Section | undefined
  readonly division: DivisionCode
  readonly bureauCode: string
  readonly now: Date
}

export async function isUserNameTaken(tx: Tx, userName: string): Promise<boolean> {
  const { rows } = await sql`select 1 from auth."user" where "username" = ${userName}`.execute(tx)
  return rows.length > 0
}

/** Writes the user, the credential, the membership and the account: all of them or none. */
export async function recordAccount(tx: Tx, account: NewAccount): Promise<number> {
  // The sign-in service insists on an address for mail; nothing is ever sent to it.
  const email = `${account.userName}@accounts.invalid`
  await sql`insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername")
    values (${account.userId}, ${account.displayName}, ${email}, false, ${account.userName}, ${account.userName})`.execute(
    tx,
  )
  await sql`insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${account.userId}, ${account.userId}, 'credential', ${account.userId}, ${account.passwordHash}, ${account.now})`.execute(
    tx,
  )
  await sql`insert into public.bureau_member (user_id, bureau_code) values (${account.userId}, ${account.bureauCode})`.execute(
    tx,
  )
  const { id } = await tx
    .withTables<AccessTables>()
    .insertInto('account')
    .values({
      user_id: account.userId,
      user_name: account.userName,
      display_name: account.displayName,
      role: account.role ?? null,
      section: account.section ?? null,
      division_code: account.division,
      granted_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface AccountChange {
  readonly isActive?: boolean
  readonly role?: Role
  readonly section?: Section | null
  readonly division?: DivisionCode
  readonly grantedBy?: number
}

/** Changes an account whose version is still the one seen; answers the new version, or undefined when it moved on. */
export async function changeAccount(
  tx: Tx,
  seen: { readonly id: number; readonly version: number },
  change: AccountChange,
): Promise<number | undefined> {
  const row = await tx
    .withTables<AccessTables>()
    .updateTable('account')
    .set({
      version: seen.version + 1,
      ...(change.isActive === undefined ? {} : { is_active: change.isActive }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.section === undefined ? {} : { section: change.section }),
      ...(change.division === undefined ? {} : { division_code: change.division }),
      ...(change.grantedBy === undefined ? {} : { granted_by: change.grantedBy }),
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** Ends every session of a user: a stopped account is out at once, not in eight hours. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${userId}`.execute(tx)
}

/** Ends the sessions of a user but one. */
export async function endOtherSessions(db: Db, userId: string, token: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${userId} and "token" <> ${token}`.execute(db)
}

function accounts(tx: Tx) {
  return tx.withTables<AccessTables>().selectFrom('account')
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

interface AccountRow {
  readonly id: number
  readonly version: number
  readonly user_id: string
  readonly user_name: string
  readonly display_name: string
  readonly role: string | null
  readonly section: string | null
  readonly division_code: string
  readonly is_active: boolean
  readonly created_at: Date
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    version: row.version,
    userId: row.user_id,
    userName: row.user_name,
    displayName: row.display_name,
    role: (row.role as Role | null) ?? undefined,
    section: (row.section as Section | null) ?? undefined,
    division: divisionCode(row.division_code),
    isActive: row.is_active,
    createdAt: row.created_at,
  }
}
