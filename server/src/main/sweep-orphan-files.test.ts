import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inSetting } from '../platform/app.ts'
import { recordFile } from '../platform/file.sql.ts'
import { actorOf, freshDatabase } from '../testing/fresh-database.ts'
import { TEST_BUREAU } from '../testing/test-bureau.ts'
import { sweepOrphanFiles } from './sweep-orphan-files.ts'

const label = { kind: 'export', name: 'a.csv' }

describe('a content whose action was cut off before its commit', () => {
  const { app } = freshDatabase()
  // The storage's clock is the machine's own: the night is so many days from now.
  const nightIn = (days: number) =>
    sweepOrphanFiles({ ...app(), clock: () => new Date(Date.now() + days * 86_400_000) }, [TEST_BUREAU])

  test('goes after a week, and every file that a record names stays', async () => {
    const [kept, other] = [await aFile(), await aFile()]
    const cutOff = await cutOffFile()

    expect(await nightIn(6)).toEqual({ looked: 0, orphans: 0, removed: 0 })
    expect(await isThere(cutOff)).toBe(true)
    expect(await nightIn(8)).toEqual({ looked: 3, orphans: 1, removed: 1 })

    expect([await isThere(cutOff), await isThere(kept), await isThere(other)]).toEqual([false, true, true])
    expect(await nightIn(8)).toEqual({ looked: 2, orphans: 0, removed: 0 })
  })

  test('stays where most are nameless: the storage is another database’s', async () => {
    const cutOff = [await cutOffFile(), await cutOffFile(), await cutOffFile()]

    expect(await nightIn(8)).toEqual({ looked: 5, orphans: 3, removed: 0 })

    expect(await Promise.all(cutOff.map(isThere))).toEqual([true, true, true])
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
