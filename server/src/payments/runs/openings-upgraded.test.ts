import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../platform/db/database.ts'
import { createBureau, type Migration, migrate } from '../../platform/db/migrate.ts'
import { EAST_TOWN, TEST_BUREAU } from '../../testing/test-bureau.ts'

// Before it, a run kept its openings by benefit alone, and the oldest kept none.
const isOfBefore = ({ scope, number }: Migration) => scope === 'shared' || number < 29

test('a list of before has begun in its own division: as it declared, and else with its own month', async () => {
  const database = await openDatabase({ kind: 'memory', image: undefined })
  await migrate(database, isOfBefore)
  await createBureau(database, TEST_BUREAU, isOfBefore)
  const run = (kind: string, openings: object) => sql`
    insert into ${sql.table(`${TEST_BUREAU.schema}.payment_run`)} (division_code, kind, month, benefits, openings, created_by,
      created_at, changed_at)
    values (${EAST_TOWN}, ${kind}, 24304, '{disability-pension,care-allowance}', ${JSON.stringify(openings)}::jsonb, '',
      now(), now())`
  await run('regular', { 'disability-pension': 24302 }).execute(database.db)
  await run('regular', {}).execute(database.db)
  await run('reissue', {}).execute(database.db)

  await migrate(database)

  const { rows } = await sql<{ openings: object; before: null; uncompared: number }>`
    select openings, before_fen as before, uncompared from ${sql.table(`${TEST_BUREAU.schema}.payment_run`)}
    order by id`.execute(database.db)
  expect(rows.map(({ openings }) => openings)).toEqual([
    { [EAST_TOWN]: { 'disability-pension': 24302, 'care-allowance': 24304 } },
    { [EAST_TOWN]: { 'disability-pension': 24304, 'care-allowance': 24304 } },
    {},
  ])
  expect(rows[0]).toMatchObject({ before: null, uncompared: 0 })
  await database.close()
})
