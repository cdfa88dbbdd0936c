import { sql } from 'kysely'
import { fromKysely, fromPglite, PgBoss } from 'pg-boss'
import type { Clerk } from './clerk.ts'
import type { Database, Tx } from './db/database.ts'
import type { JobRun } from './job.sql.ts'
import type { Log } from './log.ts'
import type { ActionSetting, Bureau } from './setting.ts'

/** What a room hands in: how one kind of long work is done. It must be safe to run again from where it stopped. */
export interface JobDefinition {
  readonly kind: string
  run(job: RunningJob): Promise<Readonly<Record<string, unknown>>>
  /**
   * Frees what the job had taken when it ends without being done: failed, cancelled, ordered by an account stopped since. In the
   * transaction of the ending, as the system; a repetition must change nothing.
   */
  release?(setting: ActionSetting, run: JobRun): Promise<void>
}

/**
 * A job at work. Each step is its own transaction, in the scope and in the name of whoever ordered the job, with the authority they
 * have by then: what is handed out in the last step was asked for in the last step.
 */
export interface RunningJob {
  readonly run: JobRun
  readonly bureau: Bureau
  /** Whoever ordered it, as they were when it began. */
  readonly clerk: Clerk
  /**
   * One transaction. What it writes stays written when a later step fails: so a job picks up where it stopped. Throws JobLost when
   * another worker has taken the job over meanwhile.
   */
  step<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T>
  /** Shows how far the work is; throws JobCancelled when somebody asked to stop. */
  report(done: number, total?: number): Promise<void>
}

export class JobCancelled extends Error {}

/** Another worker has the job by now, because this one fell silent: it stops, and changes nothing more. */
export class JobLost extends Error {}

/** 一小时没有动静: a run that long without a word is taken for dead. */
export const SILENT_AFTER_MS = 3_600_000

interface Errand {
  readonly bureau: string
  readonly jobId: string
}

const QUEUE = 'job-run'

export interface JobQueue {
  /** Puts the errand into the queue in the caller's transaction: it exists if, and only if, that commits. */
  send(tx: Tx, errand: Errand): Promise<void>
  start(work: (errand: Errand) => Promise<void>): Promise<void>
  /** Runs something every day at an hour of China. */
  daily(name: string, cron: string, work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** The job queue: pg-boss in the same database, so that an order and the change that made it cannot part. */
export async function openJobQueue(database: Database, log: Log): Promise<JobQueue> {
  const boss = newBoss(database)
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  // An order is placed by the application role inside its fenced transaction.
  for (const grant of [
    'grant usage on schema jobs to dongzhou_app',
    'grant select, insert, update on all tables in schema jobs to dongzhou_app',
    'grant execute on all functions in schema jobs to dongzhou_app',
  ]) {
    await sql.raw(grant).execute(database.db)
  }
  // A worker that was killed stops sending heartbeats; its job goes to the next one, and carries on where it stopped.
  await boss.createQueue(QUEUE, {
    notify: true,
    heartbeatSeconds: 10,
    // Only a process that dies or loses its database brings a job back: what the job itself throws has ended it.
    retryLimit: 20,
    retryDelay: 1,
    expireInSeconds: 86_000,
  })
  return {
    send: async (tx, errand) => {
      await boss.send(QUEUE, errand, { db: fromKysely(tx) })
    },
    start: async (work) => {
      await takeBackAbandoned(database)
      await boss.work<Errand>(
        QUEUE,
        { localConcurrency: 2, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 },
        async (batch) => {
          for (const job of batch) await work(job.data)
        },
      )
    },
    daily: async (name, cron, work) => {
      await boss.createQueue(name)
      await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
      await boss.work(name, async () => work())
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  }
}

function newBoss(database: Database): PgBoss {
  if (database.embedded) {
    return new PgBoss({ db: fromPglite(database.embedded), backend: 'pglite', schema: 'jobs', useListenNotify: true })
  }
  const { config } = database
  if (config.kind !== 'postgres') throw new Error('a database without worker and without address')
  return new PgBoss({ connectionString: config.url, schema: 'jobs', useListenNotify: true, max: 4 })
}

/** The embedded database has one process only: whatever is marked active at start was cut off and is due at once. */
async function takeBackAbandoned(database: Database): Promise<void> {
  if (!database.embedded) return
  await sql`update jobs.job set state = 'retry', start_after = now() where name = ${QUEUE} and state = 'active'`.execute(
    database.db,
  )
}
