import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { isFormer, type SealedColumn, type Vault } from '../../platform/vault/index.ts'

/** Where a rotation is in a column: the key of the last row it looked at. */
export type Place = readonly unknown[]

/**
 * Brings the next rows of a column under the current key; answers how many, and where to go on. Rows are locked: a clerk who changes
 * one at the same moment waits. A rotation that begins again walks past what is done along the key, once.
 */
export async function resealSome(
  tx: Tx,
  vault: Vault,
  column: SealedColumn,
  after: Place | undefined,
): Promise<{ readonly count: number; readonly last: Place | undefined }> {
  const key = sql.join(column.key.map((name) => sql.ref(name)))
  const beyond = after ? sql`and (${key}) > (${sql.join(after)})` : sql``
  const aliases = sql.join(column.key.map((name, at) => sql`${sql.ref(name)} as ${sql.ref(`key_${at}`)}`))
  const { rows } = await sql<SealedRow>`
    select ${sql.ref(column.column)} as sealed, ${contextOf(column)} as context, ${aliases}
    from ${sql.table(column.table)} where ${isFormer(vault, column)} ${beyond}
    order by ${key} limit ${ROWS_AT_ONCE[column.holds]} for update`.execute(tx)
  const last = rows.at(-1)
  if (!last) return { count: 0, last: undefined }
  await writeBack(tx, vault, column, rows)
  return { count: rows.length, last: placeOf(column, last) }
}

// A blob of staged rows has some 100 kB, a sealed text some hundred bytes.
const ROWS_AT_ONCE = { text: 500, bytes: 20 } as const

async function writeBack(tx: Tx, vault: Vault, column: SealedColumn, rows: readonly SealedRow[]): Promise<void> {
  const types = await keyTypes(tx, column)
  const values = rows.map((row) => {
    const key = placeOf(column, row).map((part, at) => sql`${part}::${sql.raw(types[at] ?? 'text')}`)
    return sql`(${sql.join([...key, resealed(vault, row)])})`
  })
  const names = sql.join([...column.key.map((_, at) => sql.ref(`key_${at}`)), sql.ref('resealed')])
  const same = column.key.map((name, at) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`v.key_${at}`)}`)
  await sql`update ${sql.table(column.table)} as t set ${sql.ref(column.column)} = v.resealed
    from (values ${sql.join(values)}) as v (${names}) where ${sql.join(same, sql` and `)}`.execute(tx)
}

function resealed(vault: Vault, { sealed, context }: SealedRow): RawBuilder<unknown> {
  if (typeof sealed === 'string') return sql`${vault.reseal(sealed, context)}::text`
  return sql`${Buffer.from(vault.resealBytes(sealed, context))}::bytea`
}

async function keyTypes(tx: Tx, { table, key }: SealedColumn): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0`.execute(tx)
  return key.map((name) => rows.find((row) => row.name === name)?.type ?? 'text')
}

function placeOf({ key }: SealedColumn, row: SealedRow): Place {
  return key.map((_, at) => row[`key_${at}`])
}

/** Servers of this program on the same database, by the name that their job queue connects under. */
export async function countOtherSessions(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and application_name like 'pgboss%'`.execute(db)
  return rows[0]?.count ?? 0
}

interface SealedRow {
  readonly sealed: string | Uint8Array
  readonly context: string
  readonly [key: `key_${number}`]: unknown
}

function contextOf({ context }: SealedColumn): RawBuilder<string> {
  if (typeof context === 'string') return sql`${context}::text`
  return sql`${context.prefix}::text || ${sql.ref(context.column)}::text`
}
