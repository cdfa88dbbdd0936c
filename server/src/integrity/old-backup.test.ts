import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { oldBackup } from './old-backup.ts'

const { rolledBack } = freshDatabase()
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-old-backup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

// All tests happen on 30 June 2025.
test.each([
  ['of today', ['dongzhou-2025-06-30.dzb'], []],
  ['two days old', ['dongzhou-2025-06-01.dzb', 'dongzhou-2025-06-28.dzb'], []],
  ['three days old', ['dongzhou-2025-06-01.dzb', 'dongzhou-2025-06-27.dzb'], ['2025-06-27']],
  ['missing', [], ['none']],
  ['only half written', ['dongzhou-2025-06-30.dzb.part'], ['none']],
] as const)('a newest backup that is %s', async (_how, names, found) => {
  for (const name of names) await writeFile(join(folder, name), '')
  await rolledBack(async (setting: ActionSetting) => {
    const look = { ...setting, backupFolder: folder }

    expect((await oldBackup.rows(look, 10)).map(({ id }) => id)).toEqual(found)
    expect(await oldBackup.summary(look)).toBe(found.length)
  })()
})

test(
  'where no folder is named nobody is warned; one that is not there holds no backup',
  rolledBack(async (setting) => {
    expect(await oldBackup.summary(setting)).toBe(0)
    expect(await oldBackup.summary({ ...setting, backupFolder: join(folder, 'nowhere') })).toBe(1)
  }),
)
