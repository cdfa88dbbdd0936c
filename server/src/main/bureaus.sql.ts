import { sql } from 'kysely'
import type { Database, Db, Tx } from '../platform/db/database.ts'
import { type MigrationChoice, migrate } from '../platform/db/migrate.ts'
import type { Bureau } from '../platform/setting.ts'

/** The bureaus of this installation, by code. */
export async function listBureaus(db: Db): Promise<readonly Bureau[]> {
  const { rows } = await sql<{ code: string; name: string; schema_name: string; is_demo: boolean }>`
    select code, name, schema_name, is_demo from public.bureau order by code`.execute(db)
  return rows.map((row) => ({ code: row.code, name: row.name, schema: row.schema_name, isDemo: row.is_demo }))
}

export async function findBureau(db: Db, code: string): Promise<Bureau | undefined> {
  return (await listBureaus(db)).find((bureau) => bureau.code === code)
}

export async function markAsDemo(tx: Tx, code: string): Promise<void> {
  await sql`update public.bureau set is_demo = true where code = ${code}`.execute(tx)
}

/** Was a job of this kind ever ordered in the bureau of this transaction? */
export async function hasJobOfKind(tx: Tx, kind: string): Promise<boolean> {
  const { rows } = await sql`select 1 from job_run where kind = ${kind} limit 1`.execute(tx)
  return rows.length > 0
}

export async function listUserNames(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ user_name: string }>`select user_name from account`.execute(tx)
  return new Set(rows.map(({ user_name }) => user_name))
}

// Any number will do, as long as every process of this program uses the same.
const MIGRATION_LOCK = 320_614_001

/** Migrates while no other process does: of several servers that start at once, one migrates and the others wait. */
export async function migrateAlone(database: Database, only?: MigrationChoice): Promise<readonly string[]> {
  if (database.embedded) return migrate(database, only)
  return database.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      return await migrate(database, only)
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection)
    }
  })
}
