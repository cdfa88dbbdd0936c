import { randomUUID } from 'node:crypto'
import { type Month, month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { computePaymentRunJob } from '../../../server/src/payments/index.ts'
import { createRun } from '../../../server/src/payments/runs/create-run.ts'
import { inSetting } from '../../../server/src/platform/app.ts'
import { findJobRun, type JobRun } from '../../../server/src/platform/job.sql.ts'
import type { RunningJob } from '../../../server/src/platform/jobs.ts'
import type { ActionSetting } from '../../../server/src/platform/setting.ts'
import { instantIn } from '../../../server/src/testing/pay-office.ts'
import { aPayee, paidBenefits, recordPayees } from '../../../server/src/testing/pay-people.ts'
import { openCluster } from '../cluster.ts'
import { type BenchBureau, openBenchBureau } from './bureau.ts'

export interface MillionRun {
  readonly people: number
  readonly lines: number
  readonly transfers: number
  readonly fillSeconds: number
  /**
   * From the start to the stored draft, a portion being read while another is written; then the same once more with one step at a time, and of it
   * what was spent on working out, on storing and on the rest.
   */
  readonly seconds: {
    readonly whole: number
    readonly working: number
    readonly storing: number
    readonly finishing: number
  }
  /** COPY of the same lines and transfers: under the same indexes, checks and foreign keys, and without any of them. */
  readonly copy: { readonly alike: number; readonly bare: number }
  readonly peakMb: number
  readonly settings: string
}

/** 百万人一期 (a month of a million): one draft on PostgreSQL, beside COPY of the rows that it stored. */
export async function millionRun(people: number): Promise<MillionRun> {
  const cluster = await openCluster()
  try {
    const bureau = await openBenchBureau({ kind: 'postgres', url: cluster.url, connections: 4 }, '2023-12-20T01:00:00Z')
    try {
      return { ...(await measure(bureau, people)), settings: cluster.settings }
    } finally {
      await bureau.close()
    }
  } finally {
    await cluster.stop()
  }
}

async function measure(bureau: BenchBureau, people: number): Promise<Omit<MillionRun, 'settings'>> {
  const { office, villages, app } = bureau
  const filling = performance.now()
  const CHUNK = 20_000
  for (let from = 0; from < people; from += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, people - from) }, (_, at) => aPayee(from + at, villages))
    await recordPayees((work) => office.act('registrar', work), some)
    console.error(`${from + some.length} people on file`)
  }
  await sql.raw('vacuum analyze').execute(app.database.db)
  const fillSeconds = secondsSince(filling)
  const now = month(2024, 1)
  office.clock(instantIn(now, 15))
  const { run, whole } = await draft(bureau, now)
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  const { rows } = await office.ask(({ tx }) =>
    sql<{ lines: number; transfers: number }>`
      select (select count(*) from payment_line) as lines, (select count(*) from payment_transfer) as transfers`.execute(
      tx,
    ),
  )
  const copy = await copies(bureau)
  const seconds = { whole, ...(await stepByStep(bureau, run, now)) }
  const [stored] = rows
  if (!stored || stored.transfers < people * 0.9) throw new Error(`${stored?.transfers} transfers of ${people} people`)
  return { people, ...stored, fillSeconds, seconds, copy, peakMb }
}

type Step = <T>(work: (setting: ActionSetting) => Promise<T>) => Promise<T>

/** The job as the queue runs it. */
async function draft(bureau: BenchBureau, now: Month): Promise<{ readonly run: JobRun; readonly whole: number }> {
  const { office, errands } = bureau
  const started = performance.now()
  const { jobId } = await office.act('maker', (setting) =>
    createRun(setting, { month: now, benefits: paidBenefits, note: '' }),
  )
  errands.length = 0
  const run = await office.ask(({ tx }) => findJobRun(tx, jobId))
  if (!run) throw new Error('no job was ordered')
  await computePaymentRunJob.run(runningJob(bureau, run, stepIn(bureau, now)))
  return { run, whole: secondsSince(started) }
}

/** Another edition of the same draft, the steps one after the other and each timed: the first begins, then they work out and store in turn. */
async function stepByStep(bureau: BenchBureau, run: JobRun, now: Month): Promise<Omit<MillionRun['seconds'], 'whole'>> {
  const step = stepIn(bureau, now)
  const times: number[] = []
  let before: Promise<unknown> = Promise.resolve()
  const inTurn: Step = (work) => {
    const mine = before.then(async () => {
      const at = performance.now()
      const answer = await step(work)
      times.push(secondsSince(at))
      return answer
    })
    before = mine
    return mine
  }
  await computePaymentRunJob.run(runningJob(bureau, run, inTurn))
  const finishing = times.pop() ?? 0
  const lastStore = times.pop() ?? 0
  const [beginning = 0, firstOut = 0, ...inPairs] = times
  const sumOf = (odd: number) => inPairs.filter((_, at) => at % 2 === odd).reduce((sum, one) => sum + one, 0)
  return { working: beginning + firstOut + sumOf(0), storing: sumOf(1) + lastStore, finishing }
}

function stepIn({ app, office }: BenchBureau, now: Month): Step {
  const clocked = { ...app, clock: () => new Date(instantIn(now, 15)) }
  return (work) => inSetting(clocked, office.actorOf('maker'), randomUUID(), work)
}

function runningJob({ bureau, office }: BenchBureau, run: JobRun, step: Step): RunningJob {
  return { run, bureau, clerk: office.actorOf('maker').clerk, step, report: () => Promise.resolve() }
}

const stored = ['payment_line', 'payment_transfer'] as const

async function copies({ app, bureau }: BenchBureau): Promise<MillionRun['copy']> {
  const sums = { alike: 0, bare: 0 }
  for (const table of stored) {
    const name = `${bureau.schema}.${table}`
    const file = `/tmp/${table}-${process.pid}.copy`
    await sql.raw(`copy ${name} to '${file}' (format binary)`).execute(app.database.db)
    for (const [way, like] of [
      ['alike', `create table copied (like ${name} including all${keysOf(table, bureau.schema)})`],
      ['bare', `create table copied as select * from ${name} with no data`],
    ] as const) {
      await sql.raw(like).execute(app.database.db)
      const started = performance.now()
      await sql.raw(`copy copied from '${file}' (format binary)`).execute(app.database.db)
      sums[way] += secondsSince(started)
      await sql.raw('drop table copied').execute(app.database.db)
    }
    // The file is the database's own; emptied by the database too.
    await sql.raw(`copy (select where false) to '${file}'`).execute(app.database.db)
  }
  return sums
}

function keysOf(table: (typeof stored)[number], schema: string): string {
  const to = (column: string, other: string) => `, foreign key (${column}) references ${schema}.${other} (id)`
  return table === 'payment_line' ? '' : to('reissue_of', 'payment_transfer') + to('reissued_in', 'payment_run')
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000
}
