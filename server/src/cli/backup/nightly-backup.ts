import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Nightly } from '../../main/index.ts'
import type { App } from '../../platform/app.ts'
import { dayInChina } from '../../platform/clock.ts'
import { writeBackupFile } from './backup-file.ts'
import { readBackup } from './read-backup.sql.ts'

const BACKUPS_KEPT = 14

/** 每夜备份: at half past one, where a folder for it is named. The embedded database answers nobody else meanwhile. */
export function nightlyBackup(folder: string): Nightly {
  return { name: 'backup', cron: '30 1 * * *', run: (app) => backUp(app, folder) }
}

/** Writes the backup of the day, once, and only then removes what is more than the last fourteen; nothing else in the folder is touched. */
export async function backUp(
  { database, vault, storage, clock, log }: Pick<App, 'database' | 'vault' | 'storage' | 'clock' | 'log'>,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const now = clock()
  const name = `dongzhou-${dayInChina(now)}.dzb`
  if ((await listBackups(folder)).includes(name)) return
  const size = await writeBackupFile(join(folder, name), readBackup({ db: database.db, vault, storage, now }))
  log.info({ backup: name, size }, 'backed up')
  for (const old of (await listBackups(folder)).slice(BACKUPS_KEPT)) await rm(join(folder, old))
}

/** Backups of this making, newest first. */
async function listBackups(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => /^dongzhou-\d{4}-\d{2}-\d{2}\.dzb$/.test(name))
    .toSorted()
    .toReversed()
}
