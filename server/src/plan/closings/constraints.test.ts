import { halfYearSpan } from '@dongzhou/terms/half-year'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { COUNTY } from '../../testing/test-bureau.ts'
import { recordClosing } from './closings.sql.ts'

const { rolledBack } = freshDatabase()

test.each([
  ['counts_its_rows', { row_count: 2 }],
  ['restated_with_reason', { revision: 2 }],
  ['division_is_12_digits', { division_code: '99999900100' }],
])('the database freezes no figure that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const id = await recordClosing(setting, {
      year: 2025,
      half: 'first',
      ...halfYearSpan({ year: 2025, half: 'first' }),
      note: '',
    })
    const row = { closing_id: id, division_code: COUNTY, revision: 1, row_count: 1, ...change }

    const insert = sql`
      insert into period_figure (closing_id, division_code, year, half, indicator, revision, value, row_count, row_ids, actor, frozen_at)
      values (${row.closing_id}, ${row.division_code}, 2025, 'first', 'red-lectures-held', ${row.revision}, 1, ${row.row_count},
        '{event:1}', 'test', now())`

    await expect(insert.execute(setting.tx)).rejects.toThrow(`period_figure_${constraint}`)
  })()
})

test.each(['period_figure', 'period_closing', 'plan_target'])(
  'what was frozen or decided is never changed: the application may not update %s',
  async (table) => {
    await rolledBack(async (setting) => {
      const update = sql`update ${sql.table(table)} set division_code = division_code`

      await expect(update.execute(setting.tx)).rejects.toThrow(/permission denied/)
    })()
  },
)
