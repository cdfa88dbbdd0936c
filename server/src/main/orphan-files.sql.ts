import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'

/** Which of some keys a record of this bureau names, one whose content was removed among them. */
export async function listNamedKeys(tx: Tx, keys: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from stored_file
    where key in (select value from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`.execute(tx)
  return rows.map(({ key }) => key)
}
