import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { caseworkRoutes } from '../casework/index.ts'
import { inSetting } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { findFile, recordFile } from '../platform/file.sql.ts'
import { anApplicant } from '../testing/cases.ts'
import { actorOf, freshDatabase, TEST_NOW } from '../testing/fresh-database.ts'
import { COUNTY, TEST_BUREAU } from '../testing/test-bureau.ts'
import { removeExpiredFiles } from './remove-expired-files.ts'

const { app } = freshDatabase()

beforeEach(() =>
  asOwner(app().database.db, TEST_BUREAU.schema, async (tx) => {
    for (const table of ['intake_batch', 'stored_file', 'trail']) await sql.raw(`delete from ${table}`).execute(tx)
  }),
)

test('an upload and an export of 181 days ago are gone; record and trail stay', async () => {
  const [upload, other] = [await aFile('upload', 181), await aFile('export', 181)]

  expect(await removeExpiredFiles(app(), TEST_BUREAU, 180)).toBe(2)

  expect([await isThere(upload), await isThere(other)]).toEqual([false, false])
  expect(await act(({ tx }) => sql`select id from stored_file`.execute(tx))).toMatchObject({ rows: { length: 2 } })
  const trail = await owner<{ verb: string; subject: string }>('select verb, subject from trail order by id')
  expect(trail.map(({ verb }) => verb)).toEqual(['platform.remove-file', 'platform.remove-file'])
  expect(trail.map(({ subject }) => subject).toSorted()).toEqual([upload.id, other.id].toSorted())
  expect(await removeExpiredFiles(app(), TEST_BUREAU, 180)).toBe(0)
})

test('what was removed cannot be fetched any more', async () => {
  const { id } = await aFile('upload', 181)
  await removeExpiredFiles(app(), TEST_BUREAU, 180)

  expect(await act((setting) => findFile(setting, id))).toBeUndefined()
})

test.each([
  ['a younger upload', 'upload', 179],
  ['a document of a report', 'report', 900],
])('%s stays', async (_what, kind, days) => {
  const file = await aFile(kind, days)

  expect(await removeExpiredFiles(app(), TEST_BUREAU, 180)).toBe(0)

  expect(await isThere(file)).toBe(true)
})

test.each([
  ['reading', true],
  ['staged', true],
  ['accepting', true],
  ['withdrawing', true],
  ['accepted', false],
  ['refused', false],
  ['withdrawn', false],
])('the workbook of a batch that is %s stays: %s', async (state, stays) => {
  const file = await aFile('upload', 181)
  await act(({ tx }) =>
    sql`insert into intake_batch (id, division_code, file_id, file_name, sender, state, refusal, created_at, changed_at)
      values (${randomUUID()}, ${COUNTY}, ${file.id}, 'a.xlsx', '', ${state}, ${state === 'refused' ? '空表' : null}, ${TEST_NOW}, ${TEST_NOW})`.execute(
      tx,
    ),
  )

  await removeExpiredFiles(app(), TEST_BUREAU, 180)

  expect(await isThere(file)).toBe(stays)
})

test('a paper that was handed in for a case stays as long as its case does', async () => {
  const file = await aFile('upload', 181)
  await act(async (setting) => {
    const personId = await anApplicant(setting, '007')
    const order = { actionId: randomUUID(), procedure: 'rural-veteran-60', personId, onBehalf: '', answers: {} }
    const begun = await caseworkRoutes.beginCase(setting, order)
    const received = { id: Number(begun.id), version: 1, actionId: randomUUID(), paper: 'application', fileId: file.id }
    await caseworkRoutes.receivePaper(setting, received)
  })

  expect(await removeExpiredFiles(app(), TEST_BUREAU, 180)).toBe(0)

  expect(await isThere(file)).toBe(true)
  await owner('delete from case_paper')
})

test('more than one page of files goes in one night', async () => {
  for (let at = 0; at < 101; at += 1) await aFile('export', 200)

  expect(await removeExpiredFiles(app(), TEST_BUREAU, 180)).toBe(101)
})

async function aFile(kind: string, daysAgo: number): Promise<{ readonly id: string; readonly key: string }> {
  const now = new Date(TEST_NOW.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  return act(async (setting) => {
    const stored = await setting.files.put(Buffer.from('台账'), { kind, name: 'a.xlsx' })
    const id = await recordFile({ ...setting, now }, stored, { kind, name: 'a.xlsx', mediaType: 'text/plain' })
    return { id, key: stored.key }
  })
}

function isThere({ key }: { readonly key: string }): Promise<boolean> {
  return app().files.exists(key)
}

function act<T>(work: Parameters<typeof inSetting<T>>[3]): Promise<T> {
  return inSetting(app(), actorOf(), randomUUID(), work)
}

async function owner<Row>(text: string): Promise<readonly Row[]> {
  return asOwner(app().database.db, TEST_BUREAU.schema, async (tx) => (await sql.raw<Row>(text).execute(tx)).rows)
}
