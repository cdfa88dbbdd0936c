import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fillPeople } from '../../main/index.ts'
import { inSetting, settingFor } from '../../platform/app.ts'
import { type Database, type Db, openDatabase, type Tx } from '../../platform/db/database.ts'
import { createBureau, type Migration, migrate } from '../../platform/db/migrate.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { recordFile } from '../../platform/file.sql.ts'
import { type Files, openFiles, sealFiles } from '../../platform/files/index.ts'
import { recordJobRun } from '../../platform/job.sql.ts'
import { freshKeyring, openVault } from '../../platform/vault/index.ts'
import { actorOf, freshDatabase, TEST_NOW } from '../../testing/fresh-database.ts'
import { withDatabase } from '../../testing/template-database.ts'
import { COUNTY, TEST_BUREAU } from '../../testing/test-bureau.ts'
import { readBackupFile, writeBackupFile } from './backup-file.ts'
import type { BackupHeader, Frame } from './frame.ts'
import { readBackup } from './read-backup.sql.ts'
import { restoreBackup } from './restore-backup.sql.ts'
import { listBackupTables, tableName } from './tables.sql.ts'

const { TEST_DATABASE_URL: SERVER } = process.env
const { app } = freshDatabase()
let folder = ''
let backup = ''
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-backup-'))
  backup = join(folder, 'full.dzb')
  await fillSource()
  await writeBackupFile(backup, frames())
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('backup and restore', () => {
  test('everything comes back in an empty embedded database: rows, references, files', async () => {
    const target = await emptyTarget()

    const restored = await restoreBackup(target, readBackupFile(backup))

    expect(restored.rows).toBeGreaterThan(900)
    expect(restored.files).toBe(1)
    expect(await contentOf(target.database.db)).toEqual(await contentOf(app().database.db))
    expect(await filesOf(target.storage)).toEqual(await filesOf(app().storage))
    const files = await sealFiles(target.storage, app().vault, join(folder, 'opened'))
    expect(await filesOf(files)).toEqual([expect.stringMatching(/^upload\/.* 一份台账$/)])
  })

  test.skipIf(SERVER === undefined)(
    'everything comes back on a PostgreSQL server, by way of an embedded database',
    async () => {
      const [embedded, target] = [await emptyTarget(), await emptyServerTarget()]
      await restoreBackup(embedded, readBackupFile(backup))

      await restoreBackup(
        target,
        readBackup({ ...embedded, db: embedded.database.db, storage: undefined, now: TEST_NOW }),
      )

      expect(await contentOf(target.database.db)).toEqual(await contentOf(app().database.db))
    },
  )

  test('what is added after a restore gets new numbers', async () => {
    const target = await emptyTarget()
    await restoreBackup(target, readBackupFile(backup))

    const { rows } = await sql<{ id: number; most: number }>`
      insert into b999999.household (division_code) values ('999999001001') returning id,
        (select coalesce(max(id), 0) from b999999.household) as most`.execute(target.database.db)
    const { rows: people } = await sql<{ next: number; most: number }>`
      select nextval('b999999.person_id_seq') as next, (select max(id) from b999999.person) as most`.execute(
      target.database.db,
    )

    expect(rows[0]?.id).toBeGreaterThan(rows[0]?.most ?? 0)
    expect(people[0]?.next).toBe((people[0]?.most ?? 0) + 1)
  })

  test('a job that was under way is ended with a sentence, not left waiting', async () => {
    const target = await emptyTarget()
    await restoreBackup(target, readBackupFile(backup))

    const { rows } = await sql<{ state: string; fault: string }>`
      select state, fault from b999999.job_run where kind = 'test.wait'`.execute(target.database.db)

    expect(rows).toEqual([{ state: 'failed', fault: expect.stringMatching(/重新办理/) }])
  })

  test('a database that holds something is never written over', async () => {
    const target = await emptyTarget()
    await restoreBackup(target, readBackupFile(backup))

    await expect(restoreBackup(target, readBackupFile(backup))).rejects.toThrow(/已有数据/)
  })

  test('another bureau stands in the way, even an empty one', async () => {
    const target = await emptyTarget()
    await migrate(target.database)
    await createBureau(target.database, { code: '999998', name: '另一局' })

    await expect(restoreBackup(target, readBackupFile(backup))).rejects.toThrow(/已有数据/)
  })

  test('keys that do not open the rows are refused before anything is written', async () => {
    const target = { ...(await emptyTarget()), vault: openVault(freshKeyring()) }

    await expect(restoreBackup(target, readBackupFile(backup))).rejects.toThrow(/密钥对不上/)
  })

  test.each<readonly [string, (header: BackupHeader) => BackupHeader]>([
    ['that lacks a step in between', (header) => ({ ...header, migrations: header.migrations.slice(1) })],
    [
      'of a newer program',
      (header) => ({
        ...header,
        migrations: [...header.migrations, { schema: 'b999999', name: '9999-later', hash: 'x' }],
      }),
    ],
    [
      'with an altered step',
      (header) => ({ ...header, migrations: header.migrations.map((one) => ({ ...one, hash: `${one.hash}0` })) }),
    ],
  ])('a structure %s is refused', async (_what, change) => {
    await expect(restoreBackup(await emptyTarget(), changedHeader(change))).rejects.toThrow(/数据结构不同/)
  })

  test('a backup of an older release is restored and then brought up to date', async () => {
    const old = await emptyTarget()
    const isOld = ({ scope, number }: Migration) => scope === 'shared' || number <= 3
    await migrate(old.database, isOld)
    await createBureau(old.database, TEST_BUREAU, isOld)
    await sql`insert into b999999.division (code, name, short_name, source)
      values ('999999000000', '测试区', '测试区', 'test')`.execute(old.database.db)
    const target = await emptyTarget()

    await restoreBackup(target, readBackup({ ...old, db: old.database.db, now: TEST_NOW }))

    const { rows } = await sql<{ name: string; staged: number }>`
      select name, (select count(*) from b999999.intake_batch) as staged from b999999.division`.execute(
      target.database.db,
    )
    expect(rows).toEqual([{ name: '测试区', staged: 0 }])
    expect(await migrate(target.database)).toEqual([])
  })

  test('a restore that breaks off leaves nothing behind', async () => {
    const target = await emptyTarget()

    await expect(restoreBackup(target, firstFrames(12))).rejects.toThrow(/不完整/)

    const { rows } = await sql<{ count: number }>`select count(*) as count from b999999.division`.execute(
      target.database.db,
    )
    expect(rows[0]?.count).toBe(0)
  })
})

describe('the file', () => {
  test('one byte flipped anywhere is found before anything is read', async () => {
    const bytes = await readFile(backup)
    for (const at of [0, 20, Math.floor(bytes.length / 2), bytes.length - 50, bytes.length - 1]) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const path = join(folder, `flipped-${at}.dzb`)
      await writeFile(path, flipped)

      await expect(readBackupFile(path).next()).rejects.toThrow(/损坏|不完整/)
    }
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -10)],
    ['empty', () => Buffer.alloc(0)],
    ['of another kind', () => Buffer.from('PK\u0003\u0004 a workbook by mistake, long enough to hold a trailer')],
  ])('a file %s is refused', async (what, change) => {
    const path = join(folder, `${what}.dzb`)
    await writeFile(path, change(await readFile(backup)))

    await expect(readBackupFile(path).next()).rejects.toThrow(/不完整/)
  })

  test('a file that is there is never written over, and a failure leaves none', async () => {
    await expect(writeBackupFile(backup, frames())).rejects.toThrow(/已经存在/)
    await expect(writeBackupFile(join(folder, 'broken.dzb'), breaking())).rejects.toThrow('broken')

    expect((await readdir(folder)).filter((name) => name.startsWith('broken'))).toEqual([])
  })

  test('nobody but its owner may read it', async () => {
    const { mode } = await stat(backup)

    expect(mode & 0o077).toBe(0)
  })
})

async function fillSource(): Promise<void> {
  const actor = actorOf()
  await owner(async (tx) => {
    await sql`insert into division (code, name, short_name, parent_code, source)
      select '320614' || d.code, '镇', '镇', null, 'test' from (values ('000000')) as d(code)`.execute(tx)
    await sql`update division set parent_code = '320614000000' where code = '999999000000'`.execute(tx)
    const setting = settingFor(app(), actor, tx)
    const steps = {
      step: <T>(work: (inner: typeof setting) => Promise<T>) =>
        work({ ...setting, clerk: { ...setting.clerk, division: '320614000000' as typeof COUNTY } }),
      report: () => Promise.resolve(),
    }
    await fillPeople(steps, { seed: 7, count: 60 })
    await sql`update person set merged_into = (select max(id) from person), is_listed = false where id = (select min(id) from person)`.execute(
      tx,
    )
    await sql`insert into account (user_id, user_name, display_name, division_code) values ('u1', 'anna', '甲', ${COUNTY})`.execute(
      tx,
    )
    await sql`update account set granted_by = id`.execute(tx)
    await recordJobRun(tx, {
      kind: 'test.wait',
      title: '等待',
      payload: { at: 1 },
      accountId: undefined,
      division: COUNTY,
      now: TEST_NOW,
    })
  })
  const stored = await app().files.put(Buffer.from('一份台账'), { kind: 'upload', name: 'a.xlsx' })
  await inSetting(app(), actor, randomUUID(), async (setting) => {
    const fileId = await recordFile(setting, stored, { kind: 'upload', name: 'a.xlsx', mediaType: 'text/plain' })
    const batchId = randomUUID()
    await sql`insert into intake_batch (id, division_code, file_id, file_name, sender, state, created_at, changed_at)
      values (${batchId}, ${COUNTY}, ${fileId}, 'a.xlsx', '', 'staged', ${TEST_NOW}, ${TEST_NOW})`.execute(setting.tx)
    await sql`insert into intake_chunk (batch_id, sheet, number, division_code, first_row, last_row, rows, held, forecast, sealed)
      values (${batchId}, 0, 0, ${COUNTY}, 1, 2, 2, 0, '[]', ${Buffer.from([0, 1, 92, 255])})`.execute(setting.tx)
  })
}

function owner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return asOwner(app().database.db, TEST_BUREAU.schema, work)
}

function frames(): AsyncGenerator<Frame> {
  const { database, vault, storage } = app()
  return readBackup({ db: database.db, vault, storage, now: TEST_NOW })
}

async function* firstFrames(count: number): AsyncGenerator<Frame> {
  let left = count
  for await (const frame of readBackupFile(backup)) {
    yield frame
    left -= 1
    if (left === 0) return
  }
}

async function* changedHeader(change: (header: BackupHeader) => BackupHeader): AsyncGenerator<Frame> {
  for await (const frame of readBackupFile(backup)) {
    yield frame.kind === 'header' ? { kind: 'header', header: change(frame.header) } : frame
  }
}

async function* breaking(): AsyncGenerator<Frame> {
  yield* firstFrames(2)
  throw new Error('broken')
}

async function emptyTarget(): Promise<{ database: Database; vault: ReturnType<typeof openVault>; storage: Files }> {
  const database = await openDatabase({ kind: 'memory', image: undefined })
  opened.push(database)
  const storage = await openFiles({ kind: 'disk', root: join(folder, randomUUID()) })
  return { database, vault: app().vault, storage }
}

async function emptyServerTarget(): ReturnType<typeof emptyTarget> {
  const url = SERVER ?? ''
  const name = `dongzhou_restore_${process.pid}_${Date.now()}`
  const server = await openDatabase({ kind: 'postgres', url, connections: 1 })
  await sql.raw(`create database ${name}`).execute(server.db)
  const database = await openDatabase({ kind: 'postgres', url: withDatabase(url, name), connections: 4 })
  opened.push({
    close: async () => {
      await database.close()
      await sql.raw(`drop database if exists ${name} with (force)`).execute(server.db)
      await server.close()
    },
  })
  const storage = await openFiles({ kind: 'disk', root: join(folder, randomUUID()) })
  return { database, vault: app().vault, storage }
}

/** Every table with its rows as text, but for what a restore changes on purpose. */
async function contentOf(db: Db): Promise<Record<string, readonly string[]>> {
  const tables = await listBackupTables(db, [TEST_BUREAU.schema])
  const content: Record<string, readonly string[]> = {}
  for (const table of tables) {
    if (table.table === 'job_run') continue
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(t)::text as line from ${tableName(table)} as t order by 1`.execute(db)
    content[`${table.schema}.${table.table}`] = rows.map(({ line }) => line)
  }
  return content
}

async function filesOf(files: Files): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { key } of files.list()) {
    const chunks: Buffer[] = []
    for await (const chunk of await files.open(key)) chunks.push(chunk as Buffer)
    found.push(`${key} ${Buffer.concat(chunks).toString('utf8')}`)
  }
  return found
}
