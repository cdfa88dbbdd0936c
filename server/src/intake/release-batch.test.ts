import { expect, test } from 'vitest'
import { changeJobRun } from '../platform/job.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk } from '../testing/intake-desk.ts'
import { anIdNumber } from '../testing/people.ts'
import { acceptBatchJob, withdrawBatchJob } from './index.ts'

const database = freshDatabase()
const broken = ({ kind, release }: JobDefinition): JobDefinition => ({
  kind,
  ...(release ? { release } : {}),
  run: () => Promise.reject(new Error('broken off')),
})
const shop = openIntakeDesk(database)
const unlucky = openIntakeDesk(database, [broken(acceptBatchJob), broken(withdrawBatchJob)])

const rows = (name: string, count = 1, first = 100) =>
  Array.from({ length: count }, (_, at) => [
    `${name}${String.fromCharCode(0x4e00 + at)}`,
    anIdNumber(`19${50 + (at % 40)}0${1 + (at % 9)}1${at % 9}`, String(first + (at % 800))),
    ...['东镇', '东一村', '', '', ''],
  ])

async function cancelWaiting(change: { readonly state?: 'cancelled' }): Promise<void> {
  const jobId = database.errands[0]?.jobId ?? ''
  await shop.act(({ tx, now }) => changeJobRun(tx, jobId, { ...change, cancelAsked: true }, now))
}

test('a reading that was cancelled half-way has nothing to accept', async () => {
  const id = await shop.start('半读', rows('半', 1200))
  await cancelWaiting({})

  const [run] = await shop.workOff()

  const batch = await shop.view(id)
  expect(run?.state).toBe('cancelled')
  expect(batch).toMatchObject({
    state: 'staged',
    fault: '读取中断，请重新读取或重新上传。',
    forecast: { newPeople: 0 },
  })
  expect(batch.sheets[0]?.ledger).toBe('veterans-register')
  await expect(shop.accept(batch)).rejects.toMatchObject({ code: 'intake.nothing-to-accept' })
})

test('a reading that was cancelled before it began leaves a batch that is not busy', async () => {
  const id = await shop.start('未读', rows('未'))
  await cancelWaiting({ state: 'cancelled' })

  await shop.workOff()

  expect((await shop.view(id)).state).toBe('staged')
})

test('an acceptance that was cancelled or failed can be ordered again', async () => {
  const batch = await shop.readSheet('再收', rows('再', 1, 901))
  await shop.order(batch)
  await cancelWaiting({ state: 'cancelled' })
  await shop.workOff()
  const cancelled = await shop.view(batch.id)
  expect(cancelled).toMatchObject({ state: 'staged', fault: expect.stringMatching(/^接收中断/u) })

  const failed = await unlucky.accept(cancelled)
  expect(failed).toMatchObject({ state: 'staged', fault: expect.stringMatching(/^接收中断/u) })

  expect(await shop.accept(failed)).toMatchObject({ state: 'accepted', fault: null, outcomes: { new: 1 } })
})

test('a withdrawal that failed can be ordered again', async () => {
  const accepted = await shop.accept(await shop.readSheet('再撤', rows('撤', 1, 903)))

  const failed = await unlucky.withdraw(accepted)
  expect(failed).toMatchObject({ state: 'accepted', fault: expect.stringMatching(/^撤回中断/u) })

  expect(await shop.withdraw(failed)).toMatchObject({ state: 'withdrawn', fault: null })
})
