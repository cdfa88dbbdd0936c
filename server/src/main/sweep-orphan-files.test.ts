import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inSetting } from '../platform/app.ts'
import { recordFile } from '../platform/file.sql.ts'
import type { Log } from '../platform/log.ts'
import { actorOf, freshDatabase } from '../testing/fresh-database.ts'
import { COUNTY, TEST_BUREAU } from '../testing/test-bureau.ts'
import { sweepOrphanFiles } from './sweep-orphan-files.ts'

const label = { kind: 'export', name: 'a.csv' }

describe('a content whose action was cut off before its commit', () => {
  const { app } = freshDatabase()
  const warnings: unknown[] = []
  const quiet: Log = {
    info: () => undefined,
    warn: (what: unknown) => void warnings.push(what),
    error: () => undefined,
    debug: () => undefined,
  }
  // The storage's clock is the machine's own: the night is so many days from now.
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const nightIn = (days: number) => {
    return sweepOrphanFiles({ ...app(), log: quiet, clock: () => inDays(days) }, [TEST_BUREAU])
  }

  test('goes after a week, and every file that a record names stays', async () => {
    const [kept, other] = [await aFile(), await aFile()]
    const cutOff = await cutOffFile()

    expect(await nightIn(6)).toEqual({ looked: 0, orphans: 0, removed: 0 })
    expect(await isThere(cutOff)).toBe(true)
    expect(await nightIn(40)).toEqual({ looked: 3, orphans: 1, removed: 1 })

    expect([await isThere(cutOff), await isThere(kept), await isThere(other)]).toEqual([false, true, true])
    expect(await nightIn(40)).toEqual({ looked: 2, orphans: 0, removed: 0 })
  })

  test('stays in the first month of a database, which a restore may have made from an older backup', async () => {
    await sql`update public.migration set applied_at = now()`.execute(app().database.db)
    const cutOff = await cutOffFile()

    expect(await nightIn(29)).toEqual({ looked: 3, orphans: 1, removed: 0, kept: 'database-is-new' })
    expect(warnings.at(-1)).toEqual({ looked: 3, orphans: 1, kept: 'database-is-new', keys: [cutOff] })
    expect(await nightIn(31)).toEqual({ looked: 3, orphans: 1, removed: 1 })
  })

  test('stays while the records of a bureau are not asked: its schema is there, and no list names it', async () => {
    const cutOff = await cutOffFile()
    await sql`create schema b999998`.execute(app().database.db)
    await sql`create table b999998.stored_file (key text)`.execute(app().database.db)

    expect(await nightIn(40)).toEqual({ looked: 3, orphans: 1, removed: 0, kept: 'schema-of-no-bureau' })

    await sql`drop schema b999998 cascade`.execute(app().database.db)
    expect(await isThere(cutOff)).toBe(true)
    expect(await nightIn(40)).toMatchObject({ removed: 1 })
  })

  test('stays where there are more than one in a hundred: as many are true files whose records are missing', async () => {
    const cutOff = [await cutOffFile(), await cutOffFile()]

    expect(await nightIn(40)).toEqual({ looked: 4, orphans: 2, removed: 0, kept: 'too-many' })

    expect(await Promise.all(cutOff.map(isThere))).toEqual([true, true])
    for (const _ of Array.from({ length: 196 })) await aFile()
    expect(await nightIn(40)).toEqual({ looked: 200, orphans: 2, removed: 2 })
  })

  test('stays where there are more than a hundred, however many files there are', async () => {
    const { database, files } = app()
    await sql`insert into b999999.stored_file (id, division_code, kind, name, media_type, key, size, sm3, created_at)
      select gen_random_uuid(), ${COUNTY}, 'export', 'a.csv', 'text/csv', 'named-' || n, 1, 'x', now()
      from generate_series(1, 10000) n`.execute(database.db)
    const removed: string[] = []
    const nightWith = (orphans: number) => {
      const list = async function* () {
        for (let n = 1; n <= 10_000; n += 1) yield { key: `named-${n}`, putAt: new Date(0) }
        for (let n = 1; n <= orphans; n += 1) yield { key: `orphan-${n}`, putAt: new Date(0) }
      }
      const remove = async (key: string) => void removed.push(key)
      return sweepOrphanFiles(
        { ...app(), log: quiet, files: Object.assign(Object.create(files), { list, remove }), clock: () => inDays(40) },
        [TEST_BUREAU],
      )
    }

    expect(await nightWith(101)).toEqual({ looked: 10_101, orphans: 101, removed: 0, kept: 'too-many' })
    expect(removed).toEqual([])
    expect(await nightWith(100)).toEqual({ looked: 10_100, orphans: 100, removed: 100 })
    expect(removed.every((key) => key.startsWith('orphan-'))).toBe(true)
  })

  function isThere(key: string): Promise<boolean> {
    return app().files.exists(key)
  }

  function aFile(): Promise<string> {
    return inSetting(app(), actorOf(), randomUUID(), async (setting) => {
      const stored = await setting.files.put(Buffer.from('名单'), label)
      await recordFile(setting, stored, { ...label, mediaType: 'text/csv' })
      return stored.key
    })
  }

  /** As when the process is killed between storing and committing: the record is rolled back, the content is not. */
  async function cutOffFile(): Promise<string> {
    let key = ''
    const cut = inSetting(app(), actorOf(), randomUUID(), async (setting) => {
      const stored = await setting.files.put(Buffer.from('名单'), label)
      await recordFile(setting, stored, { ...label, mediaType: 'text/csv' })
      key = stored.key
      throw new Error('killed')
    })
    await expect(cut).rejects.toThrow('killed')
    return key
  }
})
