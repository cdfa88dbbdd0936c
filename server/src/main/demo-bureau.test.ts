import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyPassword } from '../access/index.ts'
import type { App } from '../platform/app.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { createBureau, migrate } from '../platform/db/migrate.ts'
import { openFiles, sealFiles } from '../platform/files/index.ts'
import { openLog } from '../platform/log.ts'
import { freshKeyring, openVault } from '../platform/vault/index.ts'
import { TEST_NOW } from '../testing/fresh-database.ts'
import { demoAccounts } from './demo-accounts.ts'
import { ensureDemoBureau, orderPeople } from './demo-bureau.ts'
import { loadRatesEverywhere } from './load-rates.ts'
import { boundRoutes } from './rooms.ts'

let folder = ''
let database: Database
let app: App
const errands: object[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-demo-'))
  database = await openDatabase({ kind: 'memory', image: undefined })
  await migrate(database)
  const vault = openVault(freshKeyring())
  const storage = await openFiles({ kind: 'disk', root: join(folder, 'files') })
  app = {
    database,
    vault,
    files: await sealFiles(storage, vault, join(folder, 'opened')),
    storage,
    queue: {
      send: async (_tx, errand) => {
        errands.push(errand)
      },
      start: async () => undefined,
      daily: async () => undefined,
      stop: async () => undefined,
    },
    clock: () => TEST_NOW,
    log: openLog('silent'),
  }
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the demo bureau', () => {
  test('is not made where none is wanted', async () => {
    expect(await ensureDemoBureau(app, demo(0), boundRoutes())).toBeUndefined()
  })

  test('a start that was killed after the schema was made is completed by the next', async () => {
    const before = await ensureFileOnly()
    await createBureau(database, { code: '320614', name: '南通市海门区退役军人事务局' })

    const made = await ensureDemoBureau(app, demo(1000), boundRoutes())

    expect(made).toMatchObject({ bureau: { isDemo: true }, hasNewAccounts: true })
    expect(await readFile(demo(0).demoAccountsPath, 'utf8')).toBe(before)
  })

  test('has the whole tree, and eight accounts whose passwords are those of the file', async () => {
    const text = await readFile(demo(0).demoAccountsPath, 'utf8')
    const { rows } = await sql<{ divisions: number }>`select count(*) as divisions from b320614.division`.execute(
      database.db,
    )
    const { rows: accounts } = await sql<{ user_name: string; role: string; password: string }>`
      select a.user_name, a.role, c."password" from b320614.account a join auth."account" c on c."userId" = a.user_id`.execute(
      database.db,
    )

    expect(rows[0]?.divisions).toBe(330)
    expect((await stat(demo(0).demoAccountsPath)).mode & 0o077).toBe(0)
    expect(accounts.map(({ role }) => role).sort()).toEqual([
      'audit-administrator',
      'chief',
      'clerk',
      'leader',
      'security-administrator',
      'system-administrator',
      'town-worker',
      'village-worker',
    ])
    for (const { user_name, password } of accounts) {
      const [, written = ''] = new RegExp(`^${user_name} +(\\S+)`, 'm').exec(text) ?? []
      expect([user_name, await verifyPassword(written, password)]).toEqual([user_name, true])
    }
  })

  test('has the national samples and the invented county in its rate book, once', async () => {
    const count = async () =>
      (await sql<{ rates: number }>`select count(*) as rates from b320614.rate`.execute(database.db)).rows[0]?.rates ??
      0
    const loaded = await count()

    await loadRatesEverywhere(app)

    expect(loaded).toBeGreaterThan(300)
    expect(await count()).toBe(loaded)
  })

  test('a second start makes nothing twice and orders the people once', async () => {
    const again = await ensureDemoBureau(app, demo(1000), boundRoutes())
    if (!again) throw new Error('the demo bureau is gone')

    expect(again.hasNewAccounts).toBe(false)
    expect(await orderPeople(app, again.bureau, 1000)).toBe(true)
    expect(await orderPeople(app, again.bureau, 1000)).toBe(false)
    expect(errands).toHaveLength(1)
  })

  test("somebody's real bureau is left alone", async () => {
    await sql`update public.bureau set is_demo = false`.execute(database.db)

    expect(await ensureDemoBureau(app, demo(1000), boundRoutes())).toBeUndefined()
  })
})

function demo(demoPeople: number) {
  return { demoAccountsPath: join(folder, 'demo-accounts.txt'), demoPeople }
}

/** The file with the passwords comes first: a killed start has left it behind. */
async function ensureFileOnly(): Promise<string> {
  await demoAccounts(demo(0).demoAccountsPath)
  return readFile(demo(0).demoAccountsPath, 'utf8')
}
