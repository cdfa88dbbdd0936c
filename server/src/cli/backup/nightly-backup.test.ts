import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { readBackupFile } from './backup-file.ts'
import { backUp, nightlyBackup } from './nightly-backup.ts'

const { app } = freshDatabase()
let folder = ''

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'dongzhou-nightly-')), 'backups')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

test('a night leaves one dated backup that can be read back, however often it is begun', async () => {
  await backUp(app(), folder)
  const { mtimeMs } = await stat(join(folder, 'dongzhou-2025-06-30.dzb'))
  await backUp(app(), folder)

  expect(await readdir(folder)).toEqual(['dongzhou-2025-06-30.dzb'])
  expect((await stat(join(folder, 'dongzhou-2025-06-30.dzb'))).mtimeMs).toBe(mtimeMs)
  const kinds = new Set<string>()
  for await (const { kind } of readBackupFile(join(folder, 'dongzhou-2025-06-30.dzb'))) kinds.add(kind)
  expect(kinds).toContain('header')
  expect(kinds).toContain('end')
})

test('the last fourteen are kept, and nothing that is not a nightly backup is touched', async () => {
  const nights = Array.from({ length: 20 }, (_, at) => new Date(Date.UTC(2025, 6, 1 + at, 17, 30)))
  await backUp(app(), folder)
  await writeFile(join(folder, 'dongzhou-2020-01-01-before-move.dzb'), '')
  await writeFile(join(folder, 'dongzhou-2020-01-01.dzb.part'), '')

  for (const night of nights) await backUp({ ...app(), clock: () => night }, folder)

  const names = (await readdir(folder)).toSorted()
  expect(names.slice(0, 2)).toEqual(['dongzhou-2020-01-01-before-move.dzb', 'dongzhou-2020-01-01.dzb.part'])
  expect(names.slice(2)).toHaveLength(14)
  // 17:30 in Greenwich is half past one of the next day in China.
  expect([names[2], names.at(-1)]).toEqual(['dongzhou-2025-07-08.dzb', 'dongzhou-2025-07-21.dzb'])
})

test('a backup that fails leaves the older ones alone and no half of itself', async () => {
  await backUp(app(), folder)
  const vault = { ...app().vault, seal: () => expect.unreachable() }
  const failing = { ...app(), vault, clock: () => new Date('2025-07-30T17:30:00Z') }

  await expect(backUp(failing, folder)).rejects.toThrow()

  expect(await readdir(folder)).toEqual(['dongzhou-2025-06-30.dzb'])
})

test('it happens at half past one in China', () => {
  expect(nightlyBackup(folder)).toMatchObject({ name: 'backup', cron: '30 1 * * *' })
})
