import { type RawBuilder, sql, type Transaction } from 'kysely'
import { listBureaus, migrateAlone } from '../../main/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { createBureau, listMigrations, type Migration } from '../../platform/db/migrate.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Vault } from '../../platform/vault/index.ts'
import { CommandError } from '../command-error.ts'
import type { BackupEnd, BackupHeader, FileHead, Frame, TableHead } from './frame.ts'
import type { OrderedTable } from './order-tables.ts'
import { PROBE_CONTEXT, PROBE_WORD } from './read-backup.sql.ts'
import { listAppliedMigrations, listBackupTables, tableName } from './tables.sql.ts'

export interface RestoreTarget {
  readonly database: Database
  readonly vault: Vault
  /** What lies under the sealing: a backup carries sealed contents. */
  readonly storage: Files
}

export interface Restored extends BackupEnd {
  readonly header: BackupHeader
}

type Tx = Transaction<PlatformTables>

/**
 * 恢复 (restore): gives the target the structure of the backup, writes every row in one transaction (all of it or nothing), then
 * migrates it to this program's. Refuses a target that holds anything, a structure it does not know, and keys that do not open what
 * was sealed. Throws CommandError.
 */
export async function restoreBackup(target: RestoreTarget, frames: AsyncIterable<Frame>): Promise<Restored> {
  const iterator = frames[Symbol.asyncIterator]()
  try {
    const header = await readHeader(iterator)
    requireKeys(target.vault, header)
    await prepareTarget(target.database, header)
    const end = await target.database.db.transaction().execute(async (tx) => {
      const tables = await requireEmpty(tx, header)
      const counted = await writeAll(tx, target.storage, tables, iterator)
      await finish(tx, tables)
      return counted
    })
    await migrateAlone(target.database)
    return { ...end, header }
  } finally {
    await iterator.return?.()
  }
}

async function readHeader(iterator: AsyncIterator<Frame>): Promise<BackupHeader> {
  const { value: frame } = await iterator.next()
  if (frame?.kind !== 'header') throw new CommandError('这不是东洲的备份文件。')
  return frame.header
}

function requireKeys(vault: Vault, header: BackupHeader): void {
  try {
    if (vault.open(header.probe, PROBE_CONTEXT) === PROBE_WORD) return
  } catch (cause) {
    throw new CommandError(WRONG_KEYS, { cause })
  }
  throw new CommandError(WRONG_KEYS)
}

const WRONG_KEYS =
  '密钥对不上：备份不含密钥。请先把原来的 keys.json 和 sign-in.secret 放到数据目录（或设置 DONGZHOU_KEYS），再恢复。'

/** Brings the target to the structure the backup was made under: its rows fit that one only. The rest is applied to the rows afterwards. */
async function prepareTarget(database: Database, header: BackupHeader): Promise<void> {
  const isInBackup = migrationsOf(header)
  const bureausThere = await listBureausIfAny(database)
  if (bureausThere.some((code) => !header.bureaus.some((bureau) => bureau.code === code))) throw notEmpty()
  await migrateAlone(database, isInBackup)
  for (const bureau of header.bureaus) await createBureau(database, bureau, isInBackup)
  const applied = await listAppliedMigrations(database.db)
  if (applied.length !== header.migrations.length) {
    throw new CommandError('目标数据库的结构比备份新。请换一个全新的空库恢复，恢复后会自动升级。')
  }
}

/** The migrations a backup was made under, which must be the first of this program's, unaltered. */
function migrationsOf(header: BackupHeader): (migration: Migration) => boolean {
  const mark = ({ name, hash }: { readonly name: string; readonly hash: string }) => `${name} ${hash}`
  const made = new Set(header.migrations.map(mark))
  const mine = [listMigrations('shared'), listMigrations('bureau')]
  const known = new Set(mine.flat().map(mark))
  const isForeign = [...made].some((one) => !known.has(one))
  const hasGap = mine.some((list) =>
    list.some((one, at) => made.has(mark(one)) && list.slice(0, at).some((earlier) => !made.has(mark(earlier)))),
  )
  if (isForeign || hasGap)
    throw new CommandError('备份与本程序的数据结构不同，多半来自更新的程序。请用做备份时的那一版程序恢复，再升级。')
  return (migration) => made.has(mark(migration))
}

async function listBureausIfAny({ db }: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    is_there: boolean
  }>`select to_regclass('public.bureau') is not null as is_there`.execute(db)
  return rows[0]?.is_there === true ? (await listBureaus(db)).map(({ code }) => code) : []
}

async function requireEmpty(tx: Tx, header: BackupHeader): Promise<readonly OrderedTable[]> {
  const tables = await listBackupTables(
    tx,
    header.bureaus.map(({ schema }) => schema),
  )
  for (const table of tables) {
    if (table.schema === 'public' && table.table === 'bureau') continue
    const { rows } = await sql`select 1 from ${tableName(table)} limit 1`.execute(tx)
    if (rows.length > 0) throw notEmpty()
  }
  // The rows that making the schemas left behind; the backup brings its own.
  await sql`delete from public.bureau`.execute(tx)
  return tables
}

function notEmpty(): CommandError {
  return new CommandError('目标数据库里已有数据，恢复只能进入空库，以免覆盖。请另建一个空库（或空的数据目录）再恢复。')
}

async function writeAll(
  tx: Tx,
  storage: Files,
  tables: readonly OrderedTable[],
  iterator: AsyncIterator<Frame>,
): Promise<BackupEnd> {
  const written = { rows: 0, files: 0 }
  let writer: ((lines: readonly string[]) => Promise<void>) | undefined
  for (;;) {
    const step = await iterator.next()
    if (step.done === true) throw cutShort()
    const frame: Frame = step.value
    switch (frame.kind) {
      case 'table':
        writer = await tableWriter(tx, tables, frame.table)
        break
      case 'rows':
        written.rows += frame.lines.length
        await writer?.(frame.lines)
        break
      case 'file':
        await storage.putAt(frame.file.key, contentOf(iterator, frame.file))
        written.files += 1
        break
      case 'end':
        if (frame.end.rows !== written.rows || frame.end.files !== written.files) throw cutShort()
        return written
      default:
        throw cutShort()
    }
  }
}

function cutShort(): CommandError {
  return new CommandError('备份不完整，没有恢复任何内容。')
}

async function* contentOf(iterator: AsyncIterator<Frame>, { size }: FileHead): AsyncGenerator<Uint8Array> {
  let left = size
  while (left > 0) {
    const { value: frame } = await iterator.next()
    if (frame?.kind !== 'bytes') throw cutShort()
    left -= frame.bytes.length
    yield frame.bytes
  }
}

async function tableWriter(tx: Tx, tables: readonly OrderedTable[], head: TableHead) {
  const at = tables.findIndex(({ schema, table }) => schema === head.schema && table === head.table)
  const table = tables[at]
  if (!table) throw new CommandError(`备份中有本程序没有的表 ${head.schema}.${head.table}，没有恢复任何内容。`)
  const columns = table.columns.filter(({ name }) => head.columns.includes(name))
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(
    columns.map(({ name, type }) =>
      table.waiting.includes(name) ? sql`null::${sql.raw(type)}` : sql.ref(`r.${name}`),
    ),
  )
  if (table.waiting.length > 0) await openWaitingRoom(tx, table, at)
  return async (lines: readonly string[]): Promise<void> => {
    const rows = sql`jsonb_populate_recordset(null::${tableName(table)}, ${`[${lines.join(',')}]`}::jsonb) as r`
    await sql`insert into ${tableName(table)} (${names}) overriding system value select ${values} from ${rows}`.execute(
      tx,
    )
    if (table.waiting.length > 0) await keepWaiting(tx, table, at, rows)
  }
}

/** Holds the references that cannot be written yet, by the key of their row. */
async function openWaitingRoom(tx: Tx, table: OrderedTable, at: number): Promise<void> {
  await sql`create temporary table ${waitingRoom(at)} on commit drop as
    select ${columnsOf(table, 't')} from ${tableName(table)} as t with no data`.execute(tx)
}

async function keepWaiting(tx: Tx, table: OrderedTable, at: number, rows: RawBuilder<unknown>): Promise<void> {
  const isSet = sql.join(
    table.waiting.map((name) => sql`${sql.ref(`r.${name}`)} is not null`),
    sql` or `,
  )
  await sql`insert into ${waitingRoom(at)} select ${columnsOf(table, 'r')} from ${rows} where ${isSet}`.execute(tx)
}

function columnsOf(table: OrderedTable, alias: string) {
  return sql.join([...new Set([...table.key, ...table.waiting])].map((name) => sql.ref(`${alias}.${name}`)))
}

function waitingRoom(at: number) {
  return sql.table(`restore_waiting_${at}`)
}

/** Fills in the waiting references, moves the sequences past what came in, and ends the jobs whose errands stayed behind. */
async function finish(tx: Tx, tables: readonly OrderedTable[]): Promise<void> {
  for (const [at, table] of tables.entries()) {
    if (table.waiting.length > 0) await fillWaiting(tx, table, at)
    for (const { name, isIdentity } of table.columns) {
      if (isIdentity) await moveSequence(tx, table, name)
    }
    if (table.table === 'job_run') await endOpenJobs(tx, table)
  }
}

async function fillWaiting(tx: Tx, table: OrderedTable, at: number): Promise<void> {
  const set = sql.join(table.waiting.map((name) => sql`${sql.ref(name)} = ${sql.ref(`w.${name}`)}`))
  const same = sql.join(
    table.key.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`w.${name}`)}`),
    sql` and `,
  )
  await sql`update ${tableName(table)} as t set ${set} from ${waitingRoom(at)} as w where ${same}`.execute(tx)
}

async function moveSequence(tx: Tx, table: OrderedTable, column: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(format('%I.%I', ${table.schema}::text, ${table.table}::text), ${column}),
    coalesce(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null) from ${tableName(table)}`.execute(tx)
}

async function endOpenJobs(tx: Tx, table: OrderedTable): Promise<void> {
  await sql`update ${tableName(table)} set state = 'failed', fault = '数据由备份恢复，这项任务没有做完，请重新办理。'
    where state in ('waiting', 'running')`.execute(tx)
}
