import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { SealedColumn } from './sealed-columns.ts'
import type { Vault } from './vault.ts'

/** Is the sealed value of a row under a former key? What is sealed begins with its version and the id of its key, a blob as much as a text. */
export function isFormer(
  { currentMark, currentBlobMark }: Vault,
  { column, holds }: SealedColumn,
): RawBuilder<boolean> {
  const mark = holds === 'text' ? sql`${currentMark}::text` : sql`${Buffer.from(currentBlobMark)}::bytea`
  const length = holds === 'text' ? currentMark.length : currentBlobMark.length
  return sql`${sql.ref(column)} is not null and substring(${sql.ref(column)} from 1 for ${sql.lit(length)}) <> ${mark}`
}

/** How many values of a column are under a former key. */
export async function countFormer(tx: Tx, vault: Vault, column: SealedColumn): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(column.table)} where ${isFormer(vault, column)}`.execute(tx)
  return rows[0]?.count ?? 0
}
