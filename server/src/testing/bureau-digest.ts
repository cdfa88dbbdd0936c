import { sql } from 'kysely'
import type { App } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { TEST_BUREAU } from './test-bureau.ts'

/**
 * What stands in every table of the bureau and of sign-in: rows and a hash over their contents, by table. Two digests are equal
 * when, and only when, nothing was added, changed or removed in between.
 */
export async function bureauDigest(app: App): Promise<ReadonlyMap<string, string>> {
  return asOwner(app.database.db, TEST_BUREAU.schema, async (tx) => {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in (${TEST_BUREAU.schema}, 'auth') and table_type = 'BASE TABLE' order by 1`.execute(tx)
    const each = tables.rows.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(r::text, E'\\n' order by r::text)), '') as digest from ${name} r`,
    )
    const { rows } = await sql<{ name: string; digest: string }>`${sql.raw(each.join(' union all '))}`.execute(tx)
    return new Map(rows.map(({ name, digest }) => [name, digest]))
  })
}
