import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

const FAILURES_ALLOWED = 5
const LOCK_MINUTES = 15

/** Until when a user name is locked; undefined when it is not. */
export async function findLock(db: Db, userName: string, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ locked_until: Date }>`
    select locked_until from auth.sign_in_failure where user_name = ${userName} and locked_until > ${now}`.execute(db)
  return rows[0]?.locked_until
}

/** Counts a failed sign-in; the fifth in a row locks the name for a quarter of an hour. */
export async function recordFailure(db: Db, userName: string, now: Date): Promise<void> {
  const until = new Date(now.getTime() + LOCK_MINUTES * 60_000)
  await sql`
    insert into auth.sign_in_failure as f (user_name, failures, locked_until, last_at) values (${userName}, 1, null, ${now})
    on conflict (user_name) do update set
      failures = case when f.locked_until <= ${now} then 1 else f.failures + 1 end,
      locked_until = case when f.failures + 1 >= ${FAILURES_ALLOWED} and (f.locked_until is null or f.locked_until > ${now})
        then ${until}::timestamptz else null end,
      last_at = ${now}`.execute(db)
}

export async function clearFailures(db: Db, userName: string): Promise<void> {
  await sql`delete from auth.sign_in_failure where user_name = ${userName}`.execute(db)
}
