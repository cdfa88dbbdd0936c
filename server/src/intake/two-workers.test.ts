import { expect, test } from 'vitest'
import type { RunningJob } from '../platform/jobs.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk } from '../testing/intake-desk.ts'
import { runLosingAuthority } from '../testing/lost-authority.ts'
import { anIdNumber } from '../testing/people.ts'
import { TEST_BUREAU } from '../testing/test-bureau.ts'
import { acceptBatchJob, intakeRoutes, markBookJob, readBatchJob, withdrawBatchJob } from './index.ts'

const database = freshDatabase()
/** Before which step of the first worker the second one is given the same job. */
let overtakenAt = Number.POSITIVE_INFINITY
let steps = 0

const desk = openIntakeDesk(
  database,
  [readBatchJob, acceptBatchJob, withdrawBatchJob].map((job) => ({ ...job, run: (run) => job.run(overtaken(run)) })),
)

/** The worker is silent before one of its steps, so another one does the whole job; then it wakes and goes on. */
function overtaken(job: RunningJob): RunningJob {
  return {
    ...job,
    step: async (work) => {
      steps += 1
      if (steps === overtakenAt) {
        overtakenAt = Number.POSITIVE_INFINITY
        database.errands.push({ bureau: TEST_BUREAU.code, jobId: job.run.id })
        await desk.workOff()
      }
      return job.step(work)
    },
  }
}

function overtakeAt(step: number): void {
  steps = 0
  overtakenAt = step
}

const rows = (name: string, count: number, year: number) =>
  Array.from({ length: count }, (_, at) => [
    `${name}${String.fromCharCode(0x4e00 + at)}`,
    anIdNumber(`${year + Math.floor(at / 300)}0101`, String(100 + (at % 300) * 2 + 1)),
    ...['东镇', '东一村', '', '', ''],
  ])

test('two workers on one reading stage every row once, wherever the first was overtaken', async () => {
  // Begin, file, order, sheet, three chunks, end of the sheet, end.
  for (const step of [1, 4, 5, 7, 8, 9]) {
    overtakeAt(step)

    const batch = await desk.readSheet(`抢读${step}`, rows('抢', 1200, 1940))

    expect(overtakenAt).toBe(Number.POSITIVE_INFINITY)
    expect(batch).toMatchObject({ state: 'staged', fault: null, forecast: { newPeople: 1200 } })
    expect((await desk.rowsOf(batch.id, 'all')).total).toBe(1200)
  }
})

test('two workers on one acceptance, then on one withdrawal, do each row once', async () => {
  const read = await desk.readSheet('抢收', rows('收', 600, 1950))

  overtakeAt(3)
  const accepted = await desk.accept(read)
  expect(accepted).toMatchObject({ state: 'accepted', outcomes: { new: 600, unchanged: 0, refused: 0 } })

  overtakeAt(2)
  expect(await desk.withdraw(accepted)).toMatchObject({ state: 'withdrawn', outcomes: { withdrawn: 600, kept: 0 } })
})

test('the marked workbook is not handed to somebody who may no longer work on the batch', async () => {
  const batch = await desk.readSheet('收权', [['权甲', '123', '东镇', '东一村', '', '', '']])
  const order = { actionId: crypto.randomUUID(), id: batch.id }

  for (const steps of [1, 3]) {
    const run = await runLosingAuthority(
      database,
      markBookJob,
      (setting) => intakeRoutes.exportComplaints(setting, order),
      steps,
    )
    expect(run).toMatchObject({ state: 'failed', fault: expect.stringContaining('没有办理此事的权限') })
  }
})
