import { type Kysely, sql } from 'kysely'
import { listBureaus } from '../../main/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import { type Files, FilesError } from '../../platform/files/index.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { BackupHeader, Frame } from './frame.ts'
import type { OrderedTable } from './order-tables.ts'
import { listAppliedMigrations, listBackupTables, tableName } from './tables.sql.ts'

export interface BackupSource {
  readonly db: Db
  readonly vault: Vault
  readonly now: Date
  /** The contents as they lie, sealed; undefined leaves them where they are: a move takes the rows only. */
  readonly storage: Files | undefined
}

/** What the probe of a header is sealed as. */
export const PROBE_CONTEXT = 'backup.probe'
export const PROBE_WORD = '东洲'

/** 备份 (backup) as a stream of frames: every row as of one moment, then every file that is there afterwards. */
export async function* readBackup(source: BackupSource): AsyncGenerator<Frame> {
  const snapshot = await source.db.startTransaction().execute()
  try {
    await sql`set transaction isolation level repeatable read, read only`.execute(snapshot)
    const header = await makeHeader(snapshot, source)
    yield { kind: 'header', header }
    const tables = await listBackupTables(
      snapshot,
      header.bureaus.map(({ schema }) => schema),
    )
    let rows = 0
    for (const table of tables) {
      yield { kind: 'table', table: { ...headOf(table), columns: table.columns.map(({ name }) => name) } }
      for await (const lines of readRows(snapshot, table)) {
        rows += lines.length
        yield { kind: 'rows', lines }
      }
    }
    const files = { count: 0 }
    if (source.storage) yield* readFiles(source.storage, files)
    yield { kind: 'end', end: { rows, files: files.count } }
  } finally {
    await snapshot.rollback().execute()
  }
}

async function makeHeader(db: Kysely<PlatformTables>, { vault, now }: BackupSource): Promise<BackupHeader> {
  const bureaus = (await listBureaus(db)).map(({ code, name, schema }) => ({ code, name, schema }))
  return {
    format: 1,
    madeAt: now.toISOString(),
    bureaus,
    migrations: await listAppliedMigrations(db),
    probe: vault.seal(PROBE_WORD, PROBE_CONTEXT),
  }
}

function headOf({ schema, table }: OrderedTable): { readonly schema: string; readonly table: string } {
  return { schema, table }
}

const ROWS_AT_ONCE = 500

interface LineWithKey {
  readonly line: string
  readonly [key: `key_${number}`]: string
}

/** Pages by the primary key: the position of a row never depends on where it lies on the disk. */
async function* readRows(db: Kysely<PlatformTables>, table: OrderedTable): AsyncGenerator<readonly string[]> {
  const key = sql.join(table.key.map((name) => sql.ref(`t.${name}`)))
  const keyTexts = sql.join(table.key.map((name, at) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(`key_${at}`)}`))
  let after: readonly string[] | undefined
  for (;;) {
    const beyond = after ? sql`where (${key}) > (${keyValues(table, after)})` : sql``
    const { rows } = await sql<LineWithKey>`
      select to_jsonb(t)::text as line, ${keyTexts} from ${tableName(table)} as t ${beyond}
      order by ${key} limit ${ROWS_AT_ONCE}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    after = table.key.map((_, at) => last[`key_${at}`] ?? '')
    yield rows.map((row) => row.line)
    if (rows.length < ROWS_AT_ONCE) return
  }
}

function keyValues(table: OrderedTable, values: readonly string[]) {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]))
  return sql.join(table.key.map((name, at) => sql`cast(${values[at]}::text as ${sql.raw(types.get(name) ?? 'text')})`))
}

async function* readFiles(storage: Files, count: { count: number }): AsyncGenerator<Frame> {
  for await (const { key, size } of storage.list()) {
    const content = await storage.open(key).catch((error: unknown) => {
      // Removed since it was listed: no row of the snapshot's future needs it.
      if (error instanceof FilesError && error.code === 'not-found') return undefined
      throw error
    })
    if (!content) continue
    count.count += 1
    yield { kind: 'file', file: { key, size } }
    for await (const bytes of content as AsyncIterable<Buffer>) yield { kind: 'bytes', bytes }
  }
}
