import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { contract } from '@dongzhou/contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, inSetting } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { findFile } from '../platform/file.sql.ts'
import { findJobRun, type JobRun } from '../platform/job.sql.ts'
import type { RunningJob } from '../platform/jobs.ts'
import { bindRoutes } from '../platform/routes.ts'
import { runJob } from '../platform/run-job.ts'
import { runRoute } from '../platform/run-route.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { actorOf, type ClerkOptions, freshDatabase } from '../testing/fresh-database.ts'
import { aReport, lecturesOf2025 } from '../testing/half-year-world.ts'
import { EAST_TOWN, TEST_BUREAU } from '../testing/test-bureau.ts'
import { exportReportJob } from './export-report.ts'
import { fileNameOf } from './paper.ts'
import { reportsRoutes } from './routes.ts'
import { unzip } from './word/unzip-for-tests.ts'
import { writeReport } from './write-report.ts'

const { app, errands } = freshDatabase()
const routes = bindRoutes({ reports: contract.reports }, { reports: reportsRoutes })

// These tests commit: a job is taken up by another transaction than the one that ordered it.
let world: Promise<{ readonly county: Actor; readonly town: Actor }> | undefined
function theWorld() {
  world ??= (async () => {
    const [county, town] = [await anActor({ role: 'chief' }), await anActor({ role: 'clerk', division: EAST_TOWN })]
    await inside(county, lecturesOf2025)
    return { county, town }
  })()
  return world
}

test('the Word file says what the draft says, and lists every figure with query, cut-off and rows', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))

  const job = await finishedJob(county, await order(county, id))
  const text = await wordsOfFile(county, job)

  expect(text).toContain('计划开展12场，目前已开展3场。')
  expect(text).toContain('取数口径')
  expect(text).toMatch(/2025年\s*6月30日/)
  expect(job.result).toMatchObject({ reportId: id })
})

test('somebody who works for one town takes away the figures of that town', async () => {
  const { town } = await theWorld()
  const id = await inside(town, (setting) => aReport(setting))

  const text = await wordsOfFile(town, await finishedJob(town, await order(town, id)))

  expect(text).toContain('目前已开展2场。')
  expect(text).not.toContain('目前已开展3场。')
})

test('the export is on the trail with its purpose, when it was asked for and when it was made', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))
  const job = await finishedJob(county, await order(county, id))

  const trail = await inside(county, ({ tx }) =>
    tx
      .selectFrom('trail')
      .select(['subject_kind', 'subject', 'purpose'])
      .where('verb', '=', 'reports.export-report')
      .where('subject', 'in', [String(id), fileIdOf(job)])
      .orderBy('id')
      .execute(),
  )

  expect(trail).toEqual([
    { subject_kind: 'report', subject: String(id), purpose: '报区政府' },
    { subject_kind: 'file', subject: fileIdOf(job), purpose: '报区政府' },
  ])
})

test('asked twice with the same action id, it is made once', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))
  const actionId = randomUUID()
  const before = errands.length

  const [first, second] = [await order(county, id, actionId), await order(county, id, actionId)]

  expect(second).toBe(first)
  expect(errands.slice(before)).toEqual([{ bureau: TEST_BUREAU.code, jobId: first }])
})

test.each([
  ['before anything was read', 'before', 1],
  ['after the figures were read', 'after', 1],
  ['before the file was on record', 'before', 2],
  ['in the very transaction that records the file', 'within', 2],
  ['after the file was on record, before anybody was told', 'after', 2],
] as const)(
  'a worker that dies %s leaves nothing half-done: the next one hands out one file',
  async (_when, when, step) => {
    const { county } = await theWorld()
    const id = await inside(county, (setting) => aReport(setting))
    const jobId = await order(county, id)
    const before = await recorded(county, id)

    await expect(exportReportJob.run(await dyingJob(county, jobId, when, step))).rejects.toThrow('killed')
    const job = await finishedJob(county, jobId)

    expect(before).toEqual({ files: before.files, made: 0 })
    expect(await recorded(county, id)).toEqual({ files: before.files + 1, made: 1 })
    expect(await wordsOfFile(county, job)).toContain('目前已开展3场。')
  },
)

test('of two workers on the same job, the second gives the file of the first', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))
  const jobId = await order(county, id)
  const taken = await runningJob(county, jobId)

  const [first, second] = [await exportReportJob.run(taken), await exportReportJob.run(taken)]

  expect(second).toEqual(first)
  expect((await recorded(county, id)).made).toBe(1)
})

test('somebody who lost the authority between asking and making gets nothing', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))
  const jobId = await order(county, id)

  const job = await finishedJob({ ...county, clerk: { ...county.clerk, may: new Set(['reports.read']) } }, jobId)

  expect(job).toMatchObject({ state: 'failed', fault: expect.stringContaining('没有办理此事的权限') })
  expect((await recorded(county, id)).made).toBe(0)
})

test('from the console, the paper is handed over at once, with a trail and without a stored file', async () => {
  const { county } = await theWorld()
  const id = await inside(county, (setting) => aReport(setting))
  const before = await recorded(county, id)

  const written = await inside(county, (setting) => writeReport(setting, { id, purpose: '命令行导出' }))

  expect(written).toMatchObject({ fileName: '测试区退役军人事务局2025年上半年工作总结-2025-06-30.docx' })
  expect(wordsIn(written.content)).toContain('目前已开展3场。')
  expect(await recorded(county, id)).toEqual(before)
})

test('markup in the text is text in the Word file', async () => {
  const { county } = await theWorld()
  const id = await inside(county, async (setting) => {
    const report = await aReport(setting)
    const document = {
      title: '总结',
      issuer: '测试局',
      blocks: [{ kind: 'paragraph', id: 'p', inlines: [{ kind: 'text', text: '<script>x</script>&<w:t>' }] }],
    } as const
    await reportsRoutes.saveReport(setting, { actionId: setting.actionId, id: report, version: 1, document })
    return report
  })

  const text = await wordsOfFile(county, await finishedJob(county, await order(county, id)))

  expect(text).toContain('&lt;script&gt;x&lt;/script&gt;&amp;&lt;w:t&gt;')
})

test.each([
  ['2025年上半年工作总结', '2025年上半年工作总结-2025-06-30.docx'],
  ['上半年 总结/终稿: "报审"?', '上半年总结终稿报审-2025-06-30.docx'],
  ['总'.repeat(100), `${'总'.repeat(60)}-2025-06-30.docx`],
])('a report called %s is kept as %s', (title, name) => {
  expect(fileNameOf({ title, cutOff: '2025-06-30' as never })).toBe(name)
})

async function anActor(options: ClerkOptions): Promise<Actor> {
  const actor = actorOf(options)
  const { rows } = await asOwner(app().database.db, TEST_BUREAU.schema, (tx) =>
    sql<{ id: number }>`
      insert into account (user_id, user_name, display_name, role, division_code)
      values (${randomUUID()}, ${randomUUID()}, '测试', ${actor.clerk.role}, ${actor.clerk.division}) returning id`.execute(
      tx,
    ),
  )
  return { ...actor, clerk: { ...actor.clerk, accountId: rows[0]?.id } }
}

function inside<T>(actor: Actor, work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  return inSetting(app(), actor, randomUUID(), work)
}

async function order(actor: Actor, id: number, actionId: string = randomUUID()): Promise<string> {
  const route = routes.find(({ name }) => name === 'reports.exportReport')
  if (!route) throw new Error('no such route')
  const reply = await runRoute(app(), route, actor, { actionId, id, purpose: '报区政府' })
  return (reply as { readonly jobId: string }).jobId
}

async function finishedJob(actor: Actor, jobId: string): Promise<JobRun> {
  const runner = {
    definitions: new Map([[exportReportJob.kind, exportReportJob]]),
    findBureau: async () => TEST_BUREAU,
    findClerk: async () => actor.clerk,
  }
  await runJob(app(), runner, { bureau: TEST_BUREAU.code, jobId })
  return theJob(actor, jobId)
}

async function theJob(actor: Actor, jobId: string): Promise<JobRun> {
  const run = await inside(actor, ({ tx }) => findJobRun(tx, jobId))
  if (!run) throw new Error('no such job')
  return run
}

async function runningJob(actor: Actor, jobId: string): Promise<RunningJob> {
  return {
    run: await theJob(actor, jobId),
    bureau: TEST_BUREAU,
    clerk: actor.clerk,
    step: (work) => inSetting(app(), actor, jobId, work),
    report: async () => undefined,
  }
}

/** A job whose worker is killed at one of its transactions: before it, inside it, or once it has committed. */
async function dyingJob(
  actor: Actor,
  jobId: string,
  when: 'before' | 'within' | 'after',
  atStep: number,
): Promise<RunningJob> {
  const job = await runningJob(actor, jobId)
  let steps = 0
  return {
    ...job,
    step: async (work) => {
      steps += 1
      const dies = (moment: typeof when) => {
        if (steps === atStep && when === moment) throw new Error('killed')
      }
      dies('before')
      const answer = await job.step(async (setting) => {
        const done = await work(setting)
        dies('within')
        return done
      })
      dies('after')
      return answer
    },
  }
}

/** How many report files there are, and how many the trail says were made of this report. */
function recorded(actor: Actor, reportId: number): Promise<{ readonly files: number; readonly made: number }> {
  return inside(actor, async ({ tx }) => {
    const files = await tx.selectFrom('stored_file').select('id').where('kind', '=', 'report').execute()
    const trail = await tx.selectFrom('trail').select('after').where('subject_kind', '=', 'file').execute()
    const made = trail.filter(({ after }) => (after as { reportId?: number } | null)?.reportId === reportId)
    return { files: files.length, made: made.length }
  })
}

function fileIdOf(job: JobRun): string {
  return String((job.result as { readonly fileId?: string } | undefined)?.fileId)
}

async function wordsOfFile(actor: Actor, job: JobRun): Promise<string> {
  const file = await inside(actor, (setting) => findFile(setting, fileIdOf(job)))
  if (!file) throw new Error('the job left no file')
  return wordsIn(await buffer(await app().files.open(file.key)))
}

function wordsIn(content: Uint8Array): string {
  return (unzip(content).get('word/document.xml') ?? '').replace(/<[^>]+>/g, '')
}
