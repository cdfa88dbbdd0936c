import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql, type Transaction } from 'kysely'
import type { Database, Db } from './database.ts'
import type { PlatformTables } from './tables.ts'

export interface Migration {
  readonly scope: 'shared' | 'bureau'
  readonly number: number
  readonly name: string
  readonly text: string
  readonly hash: string
}

/** A migration that has run was edited afterwards, or an older one appeared: nothing more is applied. */
export class MigrationMismatch extends Error {}

/** The numbered SQL files of a scope, in order. */
export function listMigrations(scope: Migration['scope']): readonly Migration[] {
  const folder = new URL(`./migrations/${scope}/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
      return { scope, number: Number(file.slice(0, 4)), name: file.replace(/\.sql$/, ''), text, hash }
    })
}

/** Which migrations to apply: all of them, or, to restore an older backup, those it was made under. */
export type MigrationChoice = (migration: Migration) => boolean

/**
 * Brings the shared schema and every bureau's schema up to date; forward only, each file in its own transaction.
 * Returns the names of what was applied. Throws MigrationMismatch.
 */
export async function migrate(database: Database, only: MigrationChoice = () => true): Promise<readonly string[]> {
  await prepare(database.db)
  const applied = await applyAll(database, 'public', listMigrations('shared').filter(only))
  const bureaus = await sql<{ schema_name: string }>`select schema_name from public.bureau order by code`.execute(
    database.db,
  )
  for (const { schema_name } of bureaus.rows) {
    applied.push(...(await applyAll(database, schema_name, listMigrations('bureau').filter(only))))
  }
  return applied
}

/** 建局: registers a bureau and makes its schema. Does nothing when it is already there. */
export async function createBureau(
  database: Database,
  bureau: { readonly code: string; readonly name: string },
  only: MigrationChoice = () => true,
): Promise<void> {
  if (!/^\d{6}$/.test(bureau.code)) throw new RangeError(`not a county code: ${bureau.code}`)
  const schema = `b${bureau.code}`
  await database.db.transaction().execute(async (tx) => {
    await sql`insert into public.bureau (code, name, schema_name) values (${bureau.code}, ${bureau.name}, ${schema})
      on conflict (code) do nothing`.execute(tx)
    await sql.raw(`create schema if not exists ${schema}; `).execute(tx)
    await sql.raw(`grant usage on schema ${schema} to dongzhou_app`).execute(tx)
  })
  await applyAll(database, schema, listMigrations('bureau').filter(only))
}

async function prepare(db: Db): Promise<void> {
  for (const statement of [
    // Roles belong to the whole server. LOGIN, because Citus connects to its workers as the role itself.
    `do $$ begin
       if not exists (select from pg_roles where rolname = 'dongzhou_app') then create role dongzhou_app login; end if;
     exception when duplicate_object or unique_violation then null; end $$`,
    // The two database roles of the house: whoever migrates owns; the application role only uses.
    `do $$ begin
       if not pg_has_role(current_user, 'dongzhou_app', 'member') then execute format('grant dongzhou_app to %I', current_user); end if;
     exception when unique_violation then null; end $$`,
    'create extension if not exists pg_trgm',
    `create table if not exists public.migration (
       schema_name text not null, number integer not null, name text not null, hash text not null,
       applied_at timestamptz not null default now(), primary key (schema_name, number))`,
  ]) {
    await sql.raw(statement).execute(db)
  }
}

async function applyAll(database: Database, schema: string, migrations: readonly Migration[]): Promise<string[]> {
  const done = await sql<{ number: number; hash: string }>`
    select number, hash from public.migration where schema_name = ${schema} order by number`.execute(database.db)
  const hashes = new Map(done.rows.map(({ number, hash }) => [number, hash]))
  const applied: string[] = []
  for (const migration of migrations) {
    const hash = hashes.get(migration.number)
    if (hash === migration.hash) continue
    if (hash !== undefined) throw new MigrationMismatch(`${schema}: ${migration.name} was changed after it had run`)
    await applyOne(database, schema, migration)
    applied.push(`${schema}/${migration.name}`)
  }
  return applied
}

async function applyOne(database: Database, schema: string, migration: Migration): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await sql.raw(`set local search_path = ${schema}, public`).execute(tx)
    for (const statement of statementsOf(migration.text)) await sql.raw(statement).execute(tx)
    await record(tx, schema, migration)
  })
}

async function record(tx: Transaction<PlatformTables>, schema: string, migration: Migration): Promise<void> {
  await sql`insert into public.migration (schema_name, number, name, hash)
    values (${schema}, ${migration.number}, ${migration.name}, ${migration.hash})`.execute(tx)
}

/**
 * Statements of a migration file. A statement ends at a semicolon that ends a line, outside a $$ body; PGlite's
 * extended protocol takes one statement at a time.
 */
export function statementsOf(text: string): readonly string[] {
  const statements: string[] = []
  let current: string[] = []
  let inBody = false
  for (const line of text.split('\n')) {
    if (!inBody && line.trimStart().startsWith('--')) continue
    current.push(line)
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody
    if (inBody || !line.trimEnd().endsWith(';')) continue
    statements.push(current.join('\n').trim().replace(/;$/, ''))
    current = []
  }
  const rest = current.join('\n').trim()
  return rest === '' ? statements : [...statements, rest]
}
