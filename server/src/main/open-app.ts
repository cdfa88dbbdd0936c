import { access, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from '../platform/app.ts'
import { wallClock } from '../platform/clock.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { openFiles, sealFiles } from '../platform/files/index.ts'
import { type JobQueue, openJobQueue } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { createKeyFile, type KeyringSource, loadKeyring, openVault, type Vault } from '../platform/vault/index.ts'
import { migrateAlone } from './bureaus.sql.ts'
import type { Config } from './config.ts'

/** The tools of one process with the way to put them away again. */
export interface OpenedApp {
  readonly app: App
  close(): Promise<void>
}

/** Opens everything a server needs, the database brought up to date before the queue is opened in it. Throws DirectoryInUse. */
export async function openApp(config: Config): Promise<OpenedApp> {
  const log = openLog(config.logLevel)
  return openWith(config, async (database) => {
    await migrateAlone(database)
    return openJobQueue(database, log)
  })
}

/** Opens the same tools for a command: no queue runs, and a command that would order a job is stopped. */
export async function openTools(config: Config): Promise<OpenedApp> {
  return openWith(config, async () => noQueue)
}

async function openWith(config: Config, queueOf: (database: Database) => Promise<JobQueue>): Promise<OpenedApp> {
  await mkdir(config.folder, { recursive: true, mode: 0o700 })
  // The folder's lock first: of two starts at once, one makes the keys and the other is told that the folder is in use.
  const database = await openDatabase(config.database)
  try {
    const [vault, storage] = [await openKeys(config.keys), await openFiles(config.files)]
    const files = await sealFiles(storage, vault, join(config.folder, 'opened'))
    const queue = await queueOf(database)
    const app: App = { database, vault, files, storage, queue, clock: wallClock, log: openLog(config.logLevel) }
    return { app, close: () => database.close() }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens the keys; a first start without any makes the key file. */
export async function openKeys(source: KeyringSource): Promise<Vault> {
  if ((source.environment ?? '') === '' && source.path !== undefined && !(await isThere(source.path))) {
    await mkdir(dirname(source.path), { recursive: true, mode: 0o700 })
    return openVault(await createKeyFile(source.path))
  }
  return openVault(await loadKeyring(source))
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

const noQueue: JobQueue = {
  send: () => Promise.reject(new Error('a command orders no job')),
  start: () => Promise.resolve(),
  daily: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}
