import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { aReport } from '../testing/half-year-world.ts'

const { rolledBack } = freshDatabase()

test.each([
  ['a division is 12 digits', { division_code: "'9999990000'" }, 'report_division_is_12_digits'],
  ['a template is known', { template: "'yearly'" }, 'report_template_is_known'],
  ['a half is the first or the second', { half: "'third'", cut_off: "'2025-07-01'" }, 'report_half_is_known'],
  ['a state is known', { state: "'lost'" }, 'report_state_is_known'],
  ['the first half ends in June', { cut_off: "'2025-07-01'" }, 'report_cut_off_lies_in_its_half'],
  ['the cut-off lies in the year', { cut_off: "'2024-06-30'" }, 'report_cut_off_lies_in_its_half'],
  ['a draft was not finished', { finished_at: 'now()', finished_version: '2' }, 'report_finished_says_when'],
  ['finished says when', { state: "'finished'" }, 'report_finished_says_when'],
  ['finished says at which version', { state: "'finished'", finished_at: 'now()' }, 'report_finished_says_when'],
])('the table keeps it: %s', async (_what, change, constraint) => {
  await rolledBack(async (setting) => {
    const id = await aReport(setting)
    const sets = Object.entries(change).map(([column, value]) => `${column} = ${value}`)
    const update = sql.raw(`update report set ${sets.join(', ')} where id = ${id}`)

    await expect(asOwner(setting, update)).rejects.toThrow(constraint)
  })()
})

test.each([
  ['a span runs forwards', "'2025-06-30', '2025-01-01', 1, 1, null", 'report_figure_span_runs_forwards'],
  ['a value has its rows', "'2025-01-01', '2025-06-30', 1, null, null", 'report_figure_has_a_value_or_says_why_not'],
  ['no value says why', "'2025-01-01', '2025-06-30', null, null, null", 'report_figure_has_a_value_or_says_why_not'],
  ['a value has no excuse', "'2025-01-01', '2025-06-30', 1, 1, 'no-rows'", 'report_figure_has_a_value_or_says_why_not'],
  ['an excuse is known', "'2025-01-01', '2025-06-30', null, null, 'lazy'", 'report_figure_missing_is_known'],
])('the stored figures keep it: %s', async (_what, values, constraint) => {
  await rolledBack(async (setting) => {
    const id = await aReport(setting)
    const insert = sql.raw(`
      insert into report_figure (report_id, finished_version, figure_id, division_code, indicator, unit, at, from_day, to_day,
        value, rows, missing) values (${id}, 2, 'held', '999999000000', 'red-lectures-held', '场', now(), ${values})`)

    await expect(asOwner(setting, insert)).rejects.toThrow(constraint)
  })()
})

test.each([
  ['changed', 'update report_figure set value = 0'],
  ['removed', 'delete from report_figure'],
  ['removed with its report', 'delete from report'],
])('what a finished report said is not %s by the application', async (_what, statement) => {
  await rolledBack(async (setting) => {
    await expect(sql.raw(statement).execute(setting.tx)).rejects.toThrow('permission denied')
  })()
})

/** Row-level security would turn a wrong division away first; the owner meets the constraint. */
async function asOwner(setting: ActionSetting, statement: ReturnType<typeof sql.raw>): Promise<void> {
  await sql.raw('reset role').execute(setting.tx)
  await statement.execute(setting.tx)
}
