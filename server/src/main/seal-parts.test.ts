import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkageRoutes } from '../linkage/index.ts'
import { type App, inSetting } from '../platform/app.ts'
import { openDatabase } from '../platform/db/database.ts'
import { createBureau, type Migration, migrate } from '../platform/db/migrate.ts'
import { asOwner } from '../platform/db/scope.ts'
import { openFiles, sealFiles } from '../platform/files/index.ts'
import { openLog } from '../platform/log.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { freshKeyring, openVault } from '../platform/vault/index.ts'
import { listFactsOf, registryRoutes } from '../registry/index.ts'
import { actorOf, TEST_NOW } from '../testing/fresh-database.ts'
import { aVeteran } from '../testing/people.ts'
import { TEST_BUREAU, testDivisions } from '../testing/test-bureau.ts'
import { sealPartsEverywhere } from './seal-parts.ts'

// The last release knew no sealed part: what it wrote of a rating stands in clear.
const isOfLastRelease = ({ scope, number }: Migration) => scope === 'shared' || number < 27
const rating = { grade: 5, nature: 'illness', approved: day('2024-11-05') } as const

let folder = ''
let app: App

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-upgraded-'))
  const database = await openDatabase({ kind: 'memory', image: undefined })
  const vault = openVault(freshKeyring())
  const storage = await openFiles({ kind: 'disk', root: join(folder, 'files') })
  const files = await sealFiles(storage, vault, join(folder, 'opened'))
  const queue = { send: nothing, start: nothing, daily: nothing, stop: nothing }
  app = { database, vault, files, storage, queue, clock: () => TEST_NOW, log: openLog('silent') }
  await migrate(database, isOfLastRelease)
  await createBureau(database, TEST_BUREAU, isOfLastRelease)
})
afterAll(async () => {
  await app.database.close()
  await rm(folder, { recursive: true, force: true })
})

test('a finding that an earlier release wrote in clear is sealed at the start, and its person is corrected and merged like any other', async () => {
  const [early, late, twin] = await inOldBureau(async (setting) => {
    const people = [await aVeteran(setting), await aVeteran(setting), await aVeteran(setting)] as const
    for (const id of people) await ratedInClear(setting, id)
    return people
  })
  await migrate(app.database)

  await acting((setting) => corrected(setting, early))
  await sealPartsEverywhere(app)
  await acting((setting) => corrected(setting, late))
  await acting((setting) => merged(setting, late, twin))

  expect(await countInClear()).toBe(0)
  await acting(async (setting) => {
    const facts = await listFactsOf(setting, [early, late], 'all')
    const ratings = facts.filter(({ kind }) => kind === 'disability')
    expect(ratings.map(({ value, supersededAt }) => [value, supersededAt === undefined])).toEqual([
      [{ ...rating, mental: true }, false],
      [{ ...rating, mental: true }, false],
      [{ ...rating, mental: true }, false],
      [{ ...rating, grade: 6, mental: true }, true],
      [{ ...rating, grade: 6, mental: true }, true],
    ])
  })
  await sealPartsEverywhere(app)
})

async function nothing(): Promise<void> {
  return undefined
}

function acting<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  return inSetting(app, actorOf(), randomUUID(), work)
}

async function inOldBureau<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  await asOwner(app.database.db, TEST_BUREAU.schema, async (tx) => {
    for (const { code, name, parent } of testDivisions) {
      await sql`insert into division (code, name, short_name, parent_code, source)
        values (${code}, ${name}, ${name}, ${parent}, 'test')`.execute(tx)
    }
  })
  return acting(work)
}

async function ratedInClear(setting: ActionSetting, personId: number): Promise<void> {
  await sql`insert into fact (person_id, division_code, kind, value, certainty, source, recorded_at, action_id)
    select id, division_code, 'disability', ${JSON.stringify({ ...rating, mental: true })}::jsonb, 'stated',
      '{"kind":"clerk","note":"测试"}', ${setting.now}, ${setting.actionId}::uuid
    from person where id = ${personId}`.execute(setting.tx)
}

async function ratingOf(setting: ActionSetting, personId: number) {
  const [fact] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'disability')
  if (!fact) throw new Error('no rating')
  return fact
}

async function corrected(setting: ActionSetting, personId: number): Promise<void> {
  const { id: factId } = await ratingOf(setting, personId)
  const fact = { kind: 'disability', value: { ...rating, grade: 6 } } as const
  const { actionId } = setting
  await registryRoutes.correctFact(setting, { actionId, personId, version: 1, factId, fact, because: '登记有误' })
}

async function merged(setting: ActionSetting, keep: number, drop: number): Promise<void> {
  const chosen = await ratingOf(setting, keep)
  await linkageRoutes.mergePeople(setting, {
    actionId: setting.actionId,
    keep: { id: keep, version: 2 },
    drop: { id: drop, version: 1 },
    choices: { disability: chosen.id },
    because: '本人到场，身份证原件核对为同一人',
  })
}

async function countInClear(): Promise<number> {
  return asOwner(app.database.db, TEST_BUREAU.schema, async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from fact where value -> 'mental' is not null`.execute(tx)
    return rows[0]?.count ?? -1
  })
}
