import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import type { Tx } from './database.ts'

const { rolledBack, app } = freshDatabase()

test(
  'row-level security shows a town its own people only, even to a question that forgets to ask where',
  rolledBack(async ({ tx }) => {
    await addPerson(tx, '东人', EAST_VILLAGE)
    await addPerson(tx, '西人', WEST_VILLAGE)

    await switchTo(app(), tx, { division: EAST_TOWN })

    expect(await names(tx)).toEqual(['东人'])
  }),
)

test(
  'a person outside the scope cannot be written, not even by hand',
  rolledBack(async ({ tx }) => {
    await switchTo(app(), tx, { division: WEST_TOWN })

    await expect(addPerson(tx, '东人', EAST_VILLAGE)).rejects.toMatchObject({ code: '42501' })
  }),
)

test(
  'without a scope nothing is seen at all',
  rolledBack(async ({ tx }) => {
    await addPerson(tx, '东人', EAST_VILLAGE)

    for (const end of ['first', 'last']) await sql.raw(`set local app.division_${end} = ''`).execute(tx)

    expect(await names(tx)).toEqual([])
  }),
)

test.each([
  'update trail set verb = verb',
  'delete from trail',
  'delete from fact',
  'delete from person',
  'truncate trail',
])('the application may not: %s', async (statement) => {
  const attempt = rolledBack(async ({ tx }) => {
    await sql.raw(statement).execute(tx)
  })

  await expect(attempt()).rejects.toMatchObject({ code: '42501' })
})

test(
  'every table of the bureau is fenced',
  rolledBack(async ({ tx, bureau }) => {
    const { rows } = await sql<{ relname: string }>`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${bureau.schema} and c.relkind in ('r', 'p') and not c.relrowsecurity`.execute(tx)

    expect(rows).toEqual([])
  }),
)

async function addPerson(tx: Tx, name: string, division: string): Promise<void> {
  await sql`insert into person (name, pinyin, initials, division_code) values (${name}, 'x', 'x', ${division})`.execute(
    tx,
  )
}

async function names(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from person order by name`.execute(tx)
  return rows.map(({ name }) => name)
}
