import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DivisionCode } from '@dongzhou/terms/division'
import { authoritiesOf, type Role, type Section } from '@dongzhou/terms/role'
import { sql } from 'kysely'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Actor, type App, settingFor } from '../platform/app.ts'
import type { Clerk } from '../platform/clerk.ts'
import { type Database, openDatabase, type Tx } from '../platform/db/database.ts'
import { enter } from '../platform/db/scope.ts'
import { openFiles, sealFiles } from '../platform/files/index.ts'
import type { JobQueue } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { freshKeyring, openVault } from '../platform/vault/index.ts'
import { withDatabase } from './template-database.ts'
import { COUNTY, TEST_BUREAU } from './test-bureau.ts'

// Silent unless somebody looks for the cause of a failed job.
const { DONGZHOU_LOG: logLevel = 'silent' } = process.env

/** The day on which all tests happen: 30 June 2025, nine in the morning in China. */
export const TEST_NOW = new Date('2025-06-30T01:00:00Z')

export interface FreshDatabase {
  readonly app: () => App
  /** Errands that were put into the queue by committed or open transactions of this file. */
  readonly errands: { bureau: string; jobId: string }[]
  /** A test body that gets a setting in a transaction which is rolled back afterwards. */
  rolledBack(body: (setting: ActionSetting) => Promise<void>, as?: ClerkOptions): () => Promise<void>
}

export interface ClerkOptions {
  readonly role?: Role
  readonly division?: DivisionCode
  readonly section?: Section
}

/** A database of its own for a test file: a copy of the migrated template, closed and dropped at the end. */
export function freshDatabase(): FreshDatabase {
  const errands: { bureau: string; jobId: string }[] = []
  let app: App | undefined
  let folder = ''
  let close: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    const opened = await openCopy()
    folder = await mkdtemp(join(tmpdir(), 'dongzhou-files-'))
    app = await testApp(opened.database, folder, errands)
    close = opened.close
  })
  afterAll(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  const current = (): App => {
    if (!app) throw new Error('the database of this test file is not open yet')
    return app
  }
  return {
    app: current,
    errands,
    rolledBack: (body, as) => () => inRolledBack(current(), as ?? {}, body),
  }
}

/** Who acts in a test: the chief of the benefits section, over the whole county, unless said otherwise. */
export function actorOf(options: ClerkOptions = {}): Actor {
  const role = options.role ?? 'chief'
  const clerk: Clerk = {
    accountId: undefined,
    actor: `test-${role}`,
    displayName: '测试',
    role,
    section: options.section ?? (role === 'chief' || role === 'clerk' ? 'benefits' : undefined),
    division: options.division ?? COUNTY,
    may: new Set(authoritiesOf[role]),
  }
  return { bureau: TEST_BUREAU, clerk, secondFactor: 'on' }
}

/** The setting of another clerk on the same open transaction: what they would see. */
export async function switchTo(app: App, tx: Tx, options: ClerkOptions): Promise<ActionSetting> {
  const actor = actorOf(options)
  await sql.raw('reset role').execute(tx)
  await enter(tx, { schema: TEST_BUREAU.schema, division: actor.clerk.division })
  return settingFor(app, actor, tx)
}

const ROLLBACK = new Error('the test ends here')

async function inRolledBack(
  app: App,
  options: ClerkOptions,
  body: (setting: ActionSetting) => Promise<void>,
): Promise<void> {
  const actor = actorOf(options)
  await app.database.db
    .transaction()
    .execute(async (tx) => {
      await enter(tx, { schema: TEST_BUREAU.schema, division: actor.clerk.division })
      await body(settingFor(app, actor, tx))
      throw ROLLBACK
    })
    .catch((error: unknown) => {
      if (error !== ROLLBACK) throw error
    })
}

async function openCopy(): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> {
  const template = inject('template')
  if (template.kind === 'image') {
    const image = new Uint8Array(readFileSync(template.path))
    const database = await openDatabase({ kind: 'memory', image })
    return { database, close: () => database.close() }
  }
  const name = `dongzhou_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const server = await openDatabase({ kind: 'postgres', url: template.url, connections: 1 })
  await sql.raw(`create database ${name} template ${template.name}`).execute(server.db)
  const database = await openDatabase({ kind: 'postgres', url: withDatabase(template.url, name), connections: 6 })
  return {
    database,
    close: async () => {
      await database.close()
      await sql.raw(`drop database if exists ${name} with (force)`).execute(server.db)
      await server.close()
    },
  }
}

async function testApp(database: Database, folder: string, errands: { bureau: string; jobId: string }[]): Promise<App> {
  const queue: JobQueue = {
    send: async (_tx, errand) => {
      errands.push(errand)
    },
    start: async () => undefined,
    daily: async () => undefined,
    stop: async () => undefined,
  }
  const vault = openVault(freshKeyring())
  const storage = await openFiles({ kind: 'disk', root: join(folder, 'files') })
  return {
    database,
    vault,
    files: await sealFiles(storage, vault, join(folder, 'opened')),
    storage,
    queue,
    clock: () => TEST_NOW,
    log: openLog(logLevel),
  }
}
