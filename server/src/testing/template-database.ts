import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { createBureau, migrate } from '../platform/db/migrate.ts'
import { asOwner } from '../platform/db/scope.ts'
import { TEST_BUREAU, testDivisions } from './test-bureau.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the migrated database stands: an image for the embedded database, or a template on a server. */
    readonly template:
      | { readonly kind: 'image'; readonly path: string }
      | { readonly kind: 'server'; readonly url: string; readonly name: string }
  }
}

/**
 * Migrates one database before all server tests; each test file then works on its own copy. On the embedded database
 * by default, on a real PostgreSQL when TEST_DATABASE_URL is set.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL: url } = process.env
  return url === undefined ? setupImage(project) : setupServer(project, url)
}

async function setupImage(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'dongzhou-test-'))
  const database = await openDatabase({ kind: 'memory', image: undefined })
  await fill(database)
  const path = join(folder, 'template.tar')
  writeFileSync(path, (await database.embedded?.dump()) ?? new Uint8Array())
  await database.close()
  project.provide('template', { kind: 'image', path })
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function setupServer(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `dongzhou_template_${process.pid}`
  const server = await openDatabase({ kind: 'postgres', url, connections: 1 })
  await sql.raw(`create database ${name}`).execute(server.db)
  const template = await openDatabase({ kind: 'postgres', url: withDatabase(url, name), connections: 1 })
  await fill(template)
  await template.close()
  project.provide('template', { kind: 'server', url, name })
  return async () => {
    await sql.raw(`drop database if exists ${name} with (force)`).execute(server.db)
    await server.close()
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function fill(database: Database): Promise<void> {
  await migrate(database)
  await createBureau(database, { code: TEST_BUREAU.code, name: TEST_BUREAU.name })
  await asOwner(database.db, TEST_BUREAU.schema, async (tx) => {
    for (const { code, name, parent } of testDivisions) {
      await sql`insert into division (code, name, short_name, parent_code, source)
        values (${code}, ${name}, ${name}, ${parent}, 'test')`.execute(tx)
    }
  })
}
