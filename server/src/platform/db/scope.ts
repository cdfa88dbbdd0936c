import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** Which bureau's schema, and which range of divisions in it, a transaction may touch. */
export interface Scope {
  readonly schema: string
  readonly division: DivisionCode
}

/**
 * Runs work in one transaction as the application role, fenced by row-level security to the divisions of the scope.
 * The context is set by literal SET LOCAL: `set_config()` is not forwarded to the nodes of a Citus cluster.
 */
export function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await enter(tx, scope)
    return work(tx)
  })
}

/** Runs work as the owner of the schema, outside row-level security: finding out who somebody is, sealing, backups. */
export function asOwner<T>(db: Db, schema: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql.raw(`set local search_path = ${identifier(schema)}, public`).execute(tx)
    return work(tx)
  })
}

/** Puts an open transaction into a scope; tests use it on a transaction that will be rolled back. */
export async function enter(tx: Tx, scope: Scope): Promise<void> {
  const { first, last } = rangeOf(scope.division)
  // One statement, one round trip: a chunk of an import makes hundreds of transactions. SET LOCAL in a DO block lasts to
  // the end of the transaction.
  const block = `do $scope$ begin
    set local search_path = ${identifier(scope.schema)}, public;
    set local app.division_first = '${first}';
    set local app.division_last = '${last}';
    set local role dongzhou_app;
  end $scope$`
  await sql.raw(block).execute(tx)
}

function identifier(schema: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(schema)) throw new RangeError(`not a schema name: ${schema}`)
  return schema
}
