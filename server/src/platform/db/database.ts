import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Embedded } from './embedded.ts'
import { lockDirectory } from './lock-file.ts'
import type { PlatformTables } from './tables.ts'

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'memory'; readonly image: Uint8Array<ArrayBuffer> | undefined }
  | { readonly kind: 'postgres'; readonly url: string; readonly connections: number }

/** A transaction inside one bureau, as one person: what every action and question of a room is handed. */
export type Tx = Transaction<PlatformTables>

export type Db = Kysely<PlatformTables>

export interface Database {
  readonly config: DatabaseConfig
  readonly db: Db
  /** The worker's proxy; undefined on PostgreSQL. */
  readonly embedded: Embedded | undefined
  /** The pool; undefined on the embedded database. */
  readonly pool: pg.Pool | undefined
  close(): Promise<void>
}

/** Opens the embedded database (waits until it is up) or a pool on PostgreSQL. Throws DirectoryInUse. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.kind === 'postgres' ? openPostgres(config) : openEmbedded(config)
}

async function openEmbedded(config: Exclude<DatabaseConfig, { kind: 'postgres' }>): Promise<Database> {
  const unlock = config.kind === 'embedded' ? takeFolder(config.folder) : () => undefined
  const embedded = new Embedded({
    folder: config.kind === 'embedded' ? config.folder : undefined,
    image: config.kind === 'memory' ? config.image : undefined,
  })
  await embedded.waitReady.catch((error: unknown) => {
    unlock()
    throw new Error('the embedded database did not start', { cause: error })
  })
  const close = async (): Promise<void> => {
    await embedded.close()
    unlock()
  }
  // PGliteDialect asks for mutable parameter arrays; ours are readonly and never written to.
  const pglite = embedded as unknown as ConstructorParameters<typeof PGliteDialect>[0]['pglite']
  return { config, db: new Kysely({ dialect: new PGliteDialect({ pglite }) }), embedded, pool: undefined, close }
}

function takeFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true })
  return lockDirectory(folder)
}

async function openPostgres(config: Extract<DatabaseConfig, { kind: 'postgres' }>): Promise<Database> {
  const pool = new pg.Pool({ connectionString: config.url, max: config.connections, types: { getTypeParser } })
  // An idle connection that breaks (server restart) must not end the process; the next query opens a new one.
  pool.on('error', () => undefined)
  await pool.query('select 1')
  const db = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) })
  return { config, db, embedded: undefined, pool, close: () => db.destroy() }
}

// int8 as a number, date as 'YYYY-MM-DD', numeric as text: the same shapes as the embedded database gives.
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) => {
  if (oid === pg.types.builtins.INT8) return Number
  if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.NUMERIC) return (text: string) => text
  return pg.types.getTypeParser(oid, format as 'text')
}
