import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fillPeople } from '../../main/index.ts'
import { settingFor } from '../../platform/app.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { type Files, sealFiles } from '../../platform/files/index.ts'
import {
  changeKeyFile,
  countFormer,
  createKeyFile,
  openVault,
  readKeyFile,
  rotateSealing,
  sealedColumns,
  type Vault,
} from '../../platform/vault/index.ts'
import { listFactsOf, listPeopleByIds } from '../../registry/index.ts'
import { actorOf, freshDatabase, TEST_NOW } from '../../testing/fresh-database.ts'
import { COUNTY, TEST_BUREAU } from '../../testing/test-bureau.ts'
import { resealSome } from './reseal.sql.ts'
import { rotateKeys } from './rotate-keys.ts'

const { app } = freshDatabase()
const HAIMEN = divisionCode('320614000000')
let folder = ''
let path = ''
let before: readonly string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-keys-'))
})
beforeEach(async () => {
  path = join(folder, `${randomUUID()}.json`)
  await fill(openVault(await createKeyFile(path)))
  before = await readAll()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('after a rotation everything opens, under the new key alone', async () => {
  const reports: number[] = []

  const { resealed, current } = await rotateKeys(tools(), path, (count) => reports.push(count))

  const keyring = await readKeyFile(path)
  expect(current).toBe('k2')
  expect([...keyring.sealing.secrets.keys()]).toEqual(['k2'])
  expect(reports.at(-1)).toBe(resealed)
  expect(resealed).toBeGreaterThan(60)
  expect(await readAll()).toEqual(before)
})

test('a rotation that was killed is carried on without a further key', async () => {
  const halfway = openVault(await changeKeyFile(path, rotateSealing))
  await owner((tx) => resealSome(tx, halfway, column(0), undefined))
  expect(await readAll()).toEqual(before)

  const { current } = await rotateKeys(tools(), path, () => undefined)

  expect(current).toBe('k2')
  expect([...(await readKeyFile(path)).sealing.secrets.keys()]).toEqual(['k2'])
  expect(await readAll()).toEqual(before)
})

test('a blob of staged rows is brought along', async () => {
  const vault = openVault(await readKeyFile(path))
  const batchId = await stageChunk(vault)

  await rotateKeys(tools(), path, () => undefined)

  const after = openVault(await readKeyFile(path))
  const { rows } = await sql<{ sealed: Uint8Array }>`
    select sealed from b999999.intake_chunk where batch_id = ${batchId}`.execute(app().database.db)
  const [row] = rows
  expect(
    Buffer.from(after.openBytes(row?.sealed ?? new Uint8Array(), `intake_chunk.sealed/${batchId}`)).toString(),
  ).toBe('行')
})

test('stored files are brought along, and open under the new key alone', async () => {
  const { key } = await (await filesUnder(path)).put(Buffer.from('一份台账'), { kind: 'upload', name: 'a.xlsx' })

  const { resealed } = await rotateKeys(tools(), path, () => undefined)

  expect((await buffer(await (await filesUnder(path)).open(key))).toString()).toBe('一份台账')
  expect(resealed).toBeGreaterThan(60)
  await app().storage.remove(key)
})

test('a stored file that cannot be opened stops the rotation by name, and the old key stays', async () => {
  const { key } = await app().storage.put(Buffer.from('in clear'), { kind: 'upload', name: 'a.xlsx' })

  await expect(rotateKeys(tools(), path, () => undefined)).rejects.toThrow(key)

  expect([...(await readKeyFile(path)).sealing.secrets.keys()]).toEqual(['k1', 'k2'])
  await app().storage.remove(key)
})

test('what cannot be opened stops the rotation, and the old key stays', async () => {
  await owner((tx) => sql`update person set phone_sealed = id_number_sealed where phone_sealed is not null`.execute(tx))

  await expect(rotateKeys(tools(), path, () => undefined)).rejects.toMatchObject({ code: 'tampered' })

  expect([...(await readKeyFile(path)).sealing.secrets.keys()]).toEqual(['k1', 'k2'])
})

test('each listed column can be counted', async () => {
  const vault = openVault(await readKeyFile(path))

  for (const one of sealedColumns) expect(await owner((tx) => countFormer(tx, vault, one))).toBe(0)
})

function tools() {
  return { database: app().database, storage: app().storage }
}

async function filesUnder(keyFile: string): Promise<Files> {
  return sealFiles(app().storage, openVault(await readKeyFile(keyFile)), join(folder, 'opened'))
}

async function fill(vault: Vault): Promise<void> {
  const actor = actorOf({ division: HAIMEN })
  await owner(async (tx) => {
    for (const table of ['relation', 'intake_chunk', 'fact', 'person', 'action'])
      await sql.raw(`delete from ${table}`).execute(tx)
    await fillPeople(
      {
        step: (work) => work({ ...settingFor(app(), actor, tx), vault }),
        report: () => Promise.resolve(),
      },
      { seed: 7, count: 30 },
    )
  })
}

/** Every person and fact, opened with the keys of the file as it is now. */
async function readAll(): Promise<readonly string[]> {
  const vault = openVault(await readKeyFile(path))
  return owner(async (tx) => {
    const setting = { ...settingFor(app(), actorOf(), tx), vault }
    const { rows } = await sql<{ id: number }>`select id from person order by id`.execute(tx)
    const ids = rows.map(({ id }) => id)
    return [...(await listPeopleByIds(setting, ids)), ...(await listFactsOf(setting, ids, 'all'))].map((one) =>
      JSON.stringify(one),
    )
  })
}

async function stageChunk(vault: Vault): Promise<string> {
  const [batchId, fileId] = [randomUUID(), randomUUID()]
  const sealed = Buffer.from(vault.sealBytes(Buffer.from('行'), `intake_chunk.sealed/${batchId}`))
  await owner(async (tx) => {
    await sql`insert into stored_file (id, division_code, kind, name, media_type, key, size, sm3, created_at)
      values (${fileId}, ${COUNTY}, 'upload', 'a', 'a', ${fileId}, 1, 'a', ${TEST_NOW})`.execute(tx)
    await sql`insert into intake_batch (id, division_code, file_id, file_name, sender, state, created_at, changed_at)
      values (${batchId}, ${COUNTY}, ${fileId}, 'a.xlsx', '', 'staged', ${TEST_NOW}, ${TEST_NOW})`.execute(tx)
    await sql`insert into intake_chunk (batch_id, sheet, number, division_code, first_row, last_row, rows, held, forecast, sealed)
      values (${batchId}, 0, 0, ${COUNTY}, 1, 2, 2, 0, '[]', ${sealed})`.execute(tx)
  })
  return batchId
}

function column(at: number) {
  const found = sealedColumns[at]
  if (!found) throw new Error('no such column')
  return found
}

function owner<T>(work: Parameters<typeof asOwner<T>>[2]): Promise<T> {
  return asOwner(app().database.db, TEST_BUREAU.schema, work)
}
