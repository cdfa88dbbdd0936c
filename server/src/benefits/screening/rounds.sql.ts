import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'

/** 筛查轮次: a whole screening that has ended, and up to when changes of facts have been followed since. */
export interface Round {
  readonly id: number
  readonly month: Month
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly followedAt: Date
  readonly people: number
}

/** Begins a round; it counts for nothing until it has ended. */
export async function startRound({ tx, now, bureau }: Setting, month: Month): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into benefit_screening (division_code, month, started_at, followed_at)
    values (${bureauDivision(bureau)}, ${month}::int, ${now}::timestamptz, ${now}::timestamptz) returning id`.execute(
    tx,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a round was not written')
  return id
}

/** The month and the moment a round began in; a job that was cut off goes on with them. */
export async function findRoundStart(
  tx: Tx,
  id: number,
): Promise<{ readonly month: Month; readonly startedAt: Date } | undefined> {
  const { rows } = await sql<{ month: Month; startedAt: Date }>`
    select month, started_at as "startedAt" from benefit_screening where id = ${id}::bigint`.execute(tx)
  return rows[0]
}

/** Ends a round. Whoever changed since it began is followed again: it may have passed them by then. */
export async function finishRound({ tx, now }: Setting, id: number, people: number): Promise<boolean> {
  const result = await sql`
    update benefit_screening set finished_at = ${now}::timestamptz, people = ${people}::bigint
    where id = ${id}::bigint and finished_at is null`.execute(tx)
  return result.numAffectedRows === 1n
}

/** The last round that has ended. */
export async function findLastRound(tx: Tx): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    select id, month, started_at as "startedAt", finished_at as "finishedAt", followed_at as "followedAt", people
    from benefit_screening where finished_at is not null order by started_at desc, id desc limit 1`.execute(tx)
  return rows[0]
}

/** Notes up to when changes have been followed. */
export async function noteFollowed(tx: Tx, id: number, until: Date): Promise<void> {
  await sql`update benefit_screening set followed_at = ${until}::timestamptz
    where id = ${id}::bigint and followed_at < ${until}::timestamptz`.execute(tx)
}

/**
 * One screening of a bureau writes at a time, to the end of its transaction: a page of the night and a clerk's award that both rewrite
 * somebody's spans would each not see what the other wrote, and leave them twice.
 */
export async function holdScreening({ tx, bureau }: Setting): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${bureau.schema}/benefits.screen`}))`.execute(tx)
}
