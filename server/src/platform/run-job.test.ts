import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { actorOf, type ClerkOptions, freshDatabase } from '../testing/fresh-database.ts'
import { anAccount } from '../testing/lost-authority.ts'
import { EAST_TOWN, TEST_BUREAU } from '../testing/test-bureau.ts'
import { openWorkshop } from '../testing/workshop.ts'
import type { Clerk } from './clerk.ts'
import { findJobRun, recordJobRun } from './job.sql.ts'
import type { JobDefinition, RunningJob } from './jobs.ts'

const database = freshDatabase()
const said: string[] = []
let midway: (job: RunningJob) => Promise<unknown> = async () => undefined
let who: Clerk | undefined

const twoSteps: JobDefinition = {
  kind: 'two-steps',
  run: async (job) => {
    const step = (what: string) => job.step(async ({ clerk }) => void said.push(`${what} by ${clerk.role}`))
    await step('first')
    await midway(job)
    await step('last')
    return { made: said.length }
  },
  release: async () => void said.push('released'),
}
let looked: () => Promise<unknown> = async () => undefined
const shop = openWorkshop(database, [twoSteps], async () => {
  await looked()
  return who
})

test('a job that another worker took over stops where it is: the later attempt is the one that counts', async () => {
  const jobId = await order(
    {},
    once(() => again(jobId)),
  )

  const [run] = await shop.workOff()

  expect(run).toMatchObject({ state: 'done', result: { made: 3 } })
  expect(said).toEqual(['first by clerk', 'first by clerk', 'last by clerk'])
})

test('an attempt that lost the job and fails does not end it for the one that has it', async () => {
  await order({}, async (job) => {
    await shop.act(({ tx }) => sql`update job_run set attempt = attempt + 1 where id = ${job.run.id}`.execute(tx))
    throw new Error('the disk is gone')
  })

  const [run] = await shop.workOff()

  expect(run?.state).toBe('running')
  expect(said).toEqual(['first by clerk'])
})

test('a job stops when the account that ordered it is stopped meanwhile, and frees what it had taken', async () => {
  await order({}, async () => {
    who = undefined
  })

  const [run] = await shop.workOff()

  expect(run).toMatchObject({ state: 'failed', fault: '办理人账号已停用，任务未继续。' })
  expect(said).toEqual(['first by clerk', 'released'])
})

test('each step is done with the authority that whoever ordered the job has by then', async () => {
  await order({}, async () => {
    who = clerkOf({ role: 'leader' })
  })

  await shop.workOff()

  expect(said).toEqual(['first by clerk', 'last by leader'])
})

test('a job ordered for the county is not done by somebody who has only a town by now', async () => {
  await order({}, async () => {
    who = clerkOf({ role: 'clerk', division: EAST_TOWN })
  })

  expect(await shop.workOff()).toMatchObject([{ state: 'failed', fault: expect.stringContaining('管辖') }])
  expect(said).toEqual(['first by clerk', 'released'])
})

test('a silent run that was cancelled is freed by the worker it is handed to, and does nothing more', async () => {
  const jobId = await order({}, () =>
    shop.act(async ({ tx, wakeJob }) => {
      await sql`update job_run set state = 'cancelled' where id = ${jobId}`.execute(tx)
      await wakeJob(jobId)
    }),
  )

  expect(await shop.workOff()).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
  expect(said).toEqual(['first by clerk', 'released'])
})

test('a job cancelled between being looked at and being begun is freed all the same', async () => {
  const jobId = await order({}, async () => undefined)
  looked = once(() =>
    shop.act(
      async ({ tx }) => void (await sql`update job_run set state = 'cancelled' where id = ${jobId}`.execute(tx)),
    ),
  )

  expect(await shop.workOff()).toMatchObject([{ state: 'cancelled' }])
  expect(said).toEqual(['released'])
})

function clerkOf(options: ClerkOptions): Clerk {
  return { ...actorOf(options).clerk, accountId: 1 }
}

async function order(options: ClerkOptions, between: typeof midway): Promise<string> {
  said.length = 0
  midway = between
  const clerk = clerkOf({ role: 'clerk', ...options })
  return shop.act(async (setting) => {
    const accountId = await anAccount(setting)
    who = { ...clerk, accountId }
    const { division } = clerk
    const id = await recordJobRun(setting.tx, {
      ...{ kind: 'two-steps', title: '两步', payload: {}, accountId, division, now: setting.now },
    })
    await setting.wakeJob(id)
    return id
  })
}

/** The other worker gets the same errand while the first is in the middle of it. */
async function again(jobId: string): Promise<void> {
  database.errands.push({ bureau: TEST_BUREAU.code, jobId })
  await shop.workOff()
  expect(await shop.act(({ tx }) => findJobRun(tx, jobId))).toMatchObject({ state: 'done' })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let isDone = false
  return async () => {
    if (isDone) return
    isDone = true
    await work()
  }
}
