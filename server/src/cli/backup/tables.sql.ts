import { type Kysely, sql } from 'kysely'
import type { PlatformTables } from '../../platform/db/tables.ts'
import { type BackupTable, type OrderedTable, orderTables } from './order-tables.ts'

type Connection = Kysely<PlatformTables>

/** What bureaus share and a backup holds; `migration` is written by whoever migrates the target. */
const SHARED = ['bureau', 'bureau_member']

/** Every table a backup holds, in the order in which a restore can write them: shared, sign-in, then bureau by bureau. */
export async function listBackupTables(db: Connection, bureaus: readonly string[]): Promise<readonly OrderedTable[]> {
  const ordered: OrderedTable[] = []
  for (const schema of ['public', 'auth', ...bureaus]) {
    ordered.push(...orderTables(await readCatalogue(db, schema)))
  }
  return ordered
}

export interface AppliedMigration {
  readonly schema: string
  readonly name: string
  readonly hash: string
}

export async function listAppliedMigrations(db: Connection): Promise<readonly AppliedMigration[]> {
  const { rows } = await sql<AppliedMigration>`
    select schema_name as schema, name, hash from public.migration order by schema_name, number`.execute(db)
  return rows
}

export function tableName({ schema, table }: { readonly schema: string; readonly table: string }) {
  return sql.table(`${schema}.${table}`)
}

// Partitions are read through their parent, hence relispartition.
async function readCatalogue(db: Connection, schema: string): Promise<readonly BackupTable[]> {
  const { rows } = await sql<CatalogueRow>`
    select c.relname::text as table,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isIdentity', a.attidentity <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select jsonb_agg(a.attname order by k.at) from pg_index i
        cross join unnest(i.indkey::smallint[]) with ordinality as k(attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select jsonb_agg(jsonb_build_object('schema', rn.nspname, 'table', r.relname,
          'columns', (select jsonb_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (f.conkey)),
          'isNullable', (select bool_and(not a.attnotnull) from pg_attribute a
            where a.attrelid = c.oid and a.attnum = any (f.conkey))) order by f.conname)
        from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where f.conrelid = c.oid and f.contype = 'f') as references
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`.execute(db)
  return rows
    .filter(({ table }) => schema !== 'public' || SHARED.includes(table))
    .map((row) => toBackupTable(schema, row))
}

interface CatalogueRow {
  readonly table: string
  readonly columns: BackupTable['columns'] | null
  readonly key: readonly string[] | null
  readonly references: BackupTable['references'] | null
}

function toBackupTable(schema: string, { table, columns, key, references }: CatalogueRow): BackupTable {
  // Without a key there is no order to page by.
  if (!key || !columns) throw new Error(`the table ${schema}.${table} has no primary key and cannot be backed up`)
  return { schema, table, columns, key, references: references ?? [] }
}
