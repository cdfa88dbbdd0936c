import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'

/** Which of some keys a record of this bureau names, one whose content was removed among them. */
export async function listNamedKeys(tx: Tx, keys: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from stored_file
    where key in (select value from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`.execute(tx)
  return rows.map(({ key }) => key)
}

/** When this database was made, new, to restore into or to move to: its first migration ran then, and no backup brings that along. */
export async function madeAt(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select min(applied_at) as at from public.migration`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a database without migrations')
  return row.at
}

/** Which schemas of this database keep records of files, those of no bureau in the list among them. */
export async function listSchemasWithFiles(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ schema: string }>`
    select n.nspname::text as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relname = 'stored_file' and c.relkind in ('r', 'p')`.execute(db)
  return rows.map(({ schema }) => schema)
}
