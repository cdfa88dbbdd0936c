import { sql } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { asOwner } from '../platform/db/scope.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { findAccountOf, findBureauOf } from './accounts.sql.ts'
import { clerkOf } from './identify.ts'

/** What the trail keeps of a sign-in: never a password, a code or a token. */
export interface SignInEvent {
  readonly verb: string
  readonly after?: object
}

/**
 * 登录留痕: a row in the trail of the user's own bureau. The sign-in service keeps its own transactions, so this one follows it;
 * and it is written as owner, because nobody is in a scope before they are signed in. A user without account leaves none.
 */
export async function recordSignInTrail(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  userId: string,
  { verb, after }: SignInEvent,
): Promise<void> {
  const bureau = await findBureauOf(db, userId)
  const account = bureau && (await findAccountOf(db, bureau.schema, userId))
  if (!bureau || !account) return
  const subject = { kind: 'account', id: account.id }
  await asOwner(db, bureau.schema, (tx) =>
    recordTrail({ tx, now: clock(), clerk: clerkOf(account, true), actionId: undefined }, { verb, subject, after }),
  )
}

/** The user of a name that was typed; undefined when it is nobody's. */
export async function findUserIdOfName(db: Db, userName: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select "id" from auth."user" where "username" = ${userName}`.execute(db)
  return rows[0]?.id
}
