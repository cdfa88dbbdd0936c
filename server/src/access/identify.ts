import type { DivisionCode } from '@dongzhou/terms/division'
import { type Authority, authoritiesOf, privilegedRoles, type Role } from '@dongzhou/terms/role'
import type { Clerk } from '../platform/clerk.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { Fault } from '../platform/fault.ts'
import type { Identity } from '../platform/identity.ts'
import type { Bureau } from '../platform/setting.ts'
import { type Account, findAccount, findAccountOf, findBureauOf, findUserIdOf, listAccounts } from './accounts.sql.ts'
import type { SignIn } from './sign-in.ts'

/** Finds out who asks: user, bureau, account, authority. Throws the fault that says which of these is missing. */
export async function identify(db: Db, signIn: SignIn, headers: Headers): Promise<Identity> {
  const user = await signIn.findUser(headers)
  if (!user) throw new Fault('access.not-signed-in')
  const bureau = await findBureauOf(db, user.userId)
  const account = bureau && (await findAccountOf(db, bureau.schema, user.userId))
  if (!bureau || !account) throw new Fault('access.no-account')
  if (!account.isActive) throw new Fault('access.account-stopped')
  const secondFactor = secondFactorOf(account.role, user.hasSecondFactor)
  return { bureau, clerk: clerkOf(account, secondFactor === 'required'), secondFactor, userName: account.userName }
}

/** The clerk behind an account as they are now, for work that was ordered earlier; undefined once the account is stopped. */
export async function findClerk(db: Db, bureau: Bureau, accountId: number): Promise<Clerk | undefined> {
  const userId = await findUserIdOf(db, bureau.schema, accountId)
  const account = userId === undefined ? undefined : await findAccountOf(db, bureau.schema, userId)
  return account?.isActive ? clerkOf(account, false) : undefined
}

/** 同事: the clerk behind an account inside one's own scope, to hand work to; undefined for a stopped one. */
export async function findColleague(tx: Tx, accountId: number): Promise<Clerk | undefined> {
  const account = await findAccount(tx, accountId)
  return account?.isActive ? clerkOf(account, false) : undefined
}

/** 同事 inside one's own scope who are not stopped: the first few hundred, which is more than a bureau has. */
export async function listColleagues(tx: Tx): Promise<readonly Clerk[]> {
  const { items } = await listAccounts(tx, '', { page: 1, size: MOST_COLLEAGUES })
  return items.filter(({ isActive }) => isActive).map((account) => clerkOf(account, false))
}

const MOST_COLLEAGUES = 500

function secondFactorOf(role: Role | undefined, has: boolean): Identity['secondFactor'] {
  if (has) return 'on'
  return role !== undefined && privilegedRoles.includes(role) ? 'required' : 'off'
}

/** An administrator without second factor is signed in, but may nothing until it is set up. */
export function clerkOf(account: Account, isHeldBack: boolean): Clerk {
  const may: readonly Authority[] = account.role === undefined || isHeldBack ? [] : authoritiesOf[account.role]
  return {
    accountId: account.id,
    actor: account.userName,
    displayName: account.displayName,
    role: account.role,
    section: account.section,
    division: account.division as DivisionCode,
    may: new Set(may),
  }
}
