import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * 统计信息 (statistics): a PostgreSQL server analyses a table within a minute of many changes; the embedded database has nobody who
 * does, and its planner then takes one filter to be as good as another.
 */
export async function refreshStatistics({ db, embedded }: Pick<Database, 'db' | 'embedded'>): Promise<boolean> {
  if (!embedded) return false
  await sql`analyze`.execute(db)
  return true
}
