import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { EAST_VILLAGE } from '../testing/test-bureau.ts'
import { openSeries } from './series/open-series.ts'

const { rolledBack } = freshDatabase()

const held = { state: 'held', counting: 'list', attendance: 5 }

test.each([
  ['held_says_how_counted', { state: 'held' }],
  ['attendance_with_method', { ...held, attendance: null }],
  ['attendance_with_method', { ...held, counting: 'not-counted' }],
  ['attendance_is_not_negative', { ...held, attendance: -1 }],
  ['counting_is_known', { ...held, counting: 'guess' }],
  ['state_is_known', { state: 'done' }],
  ['cancelled_with_reason', { state: 'cancelled' }],
  ['withdrawn_with_reason', { withdrawn_at: '2025-06-30T01:00:00Z' }],
  ['precision_is_known', { day_precision: 'week' }],
  ['division_is_12_digits', { division_code: '99999900100' }],
])('the database keeps no event that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const series = { programme: 'red-lectures', year: 2025, title: '宣讲', aliases: [], planned: null }
    const { id } = await openSeries(setting, series)
    const row = { series_id: id, division_code: EAST_VILLAGE, state: 'planned', day_precision: 'day', ...change }

    const insert = sql`
      insert into activity_event (series_id, division_code, title, day, day_precision, state, attendance, counting, source,
        withdrawn_at, created_at, changed_at)
      select r.series_id, r.division_code, '宣讲', '2025-05-01', r.day_precision, r.state, r.attendance, r.counting, '{}',
        r.withdrawn_at, now(), now()
      from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(series_id bigint, division_code text, day_precision text,
        state text, attendance bigint, counting text, withdrawn_at timestamptz)`

    await expect(insert.execute(setting.tx)).rejects.toThrow(`activity_event_${constraint}`)
  })()
})

test(
  'nothing is deleted: the application may not',
  rolledBack(async (setting) => {
    await expect(sql`delete from activity_event`.execute(setting.tx)).rejects.toThrow(/permission denied/)
  }),
)

test(
  'the database keeps no series in a state it does not know',
  rolledBack(async (setting) => {
    const series = { programme: 'red-lectures', year: 2025, title: '宣讲', aliases: [], planned: null }
    await openSeries(setting, series)

    const change = sql`update activity_series set state = 'hidden'`.execute(setting.tx)

    await expect(change).rejects.toThrow('activity_series_state_is_known')
  }),
)
