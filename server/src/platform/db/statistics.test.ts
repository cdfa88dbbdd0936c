import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { refreshStatistics } from './statistics.ts'

const { app } = freshDatabase()

test('the embedded database is told what it holds; a PostgreSQL server sees to that itself', async () => {
  const { database } = app()
  await sql`insert into b999999.activity_series (programme, year, title, division_code, source, created_at, changed_at)
    select 'red-lectures', 2025, i::text, '999999000000', '{}', now(), now() from generate_series(1, 50) i`.execute(
    database.db,
  )

  const isRefreshed = await refreshStatistics(database)

  const { rows } = await sql<{ rows: number }>`
    select reltuples::int as rows from pg_class where oid = 'b999999.activity_series'::regclass`.execute(database.db)
  expect(isRefreshed).toBe(database.embedded !== undefined)
  if (isRefreshed) expect(rows).toEqual([{ rows: 50 }])
})
