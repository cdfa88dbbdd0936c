import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN } from '../../testing/test-bureau.ts'
import { told } from '../../testing/told.ts'
import { closePeriod } from './close-period.ts'
import { listClosings } from './closings.sql.ts'
import { driftBetween } from './drift.ts'
import { getClosing } from './get-closing.ts'
import { restatePeriod } from './restate-period.ts'

const { rolledBack, app } = freshDatabase()

const firstHalf = { year: 2025, half: 'first', indicators: ['red-lectures-held'], note: '' } as const
const lecture = { series: '红在东洲宣讲', on: '2025-04-18', people: 112 }
const late = { series: '红在东洲宣讲', on: '2025-06-30', people: 95 }

test(
  'a closed value stays what it was; a lecture reported late shows as drift beside it',
  rolledBack(async (june) => {
    const setting = inJuly(june)
    await told(setting, [lecture])
    const { id, figures } = await closePeriod(setting, firstHalf)
    expect(figures).toBe(1)
    expect((await getClosing(setting, id)).figures).toMatchObject([
      { current: { revision: 1, value: 1, rows: 1, actor: '测试' }, drift: { isDrifted: false } },
    ])

    await told(setting, [lecture, late])

    expect((await getClosing(setting, id)).figures).toMatchObject([
      { current: { value: 1 }, now: { value: 2 }, drift: { isDrifted: true, added: 1, removed: 0 } },
    ])
  }),
)

test(
  'a restatement adds a value with its reason and keeps the old one',
  rolledBack(async (june) => {
    const setting = inJuly(june)
    await told(setting, [lecture])
    const { id: closingId } = await closePeriod(setting, firstHalf)
    await told(setting, [lecture, late])
    const order = { closingId, indicator: 'red-lectures-held', revision: 1, reason: '补报6月30日一场' }

    expect(await restatePeriod(setting, order)).toEqual({ revision: 2, value: 2 })

    expect((await getClosing(setting, closingId)).figures).toMatchObject([
      {
        current: { revision: 2, value: 2, reason: '补报6月30日一场' },
        earlier: [{ revision: 1, value: 1, reason: '' }],
        drift: { isDrifted: false },
      },
    ])
    await expect(restatePeriod(setting, order)).rejects.toMatchObject({ code: 'platform.changed-meanwhile' })
    await expect(restatePeriod(setting, { ...order, revision: 2 })).rejects.toMatchObject({
      code: 'plan.nothing-to-restate',
    })
  }),
)

test(
  'a period is closed once for an indicator; others may be closed later',
  rolledBack(async (june) => {
    const setting = inJuly(june)
    await closePeriod(setting, firstHalf)

    const both = { ...firstHalf, indicators: ['red-lectures-held', 'veterans-talks-held'] }
    await expect(closePeriod(setting, both)).rejects.toMatchObject({
      code: 'plan.period-closed',
      details: { indicators: ['red-lectures-held'] },
    })
    await expect(closePeriod(setting, { ...both, indicators: ['veterans-talks-held'] })).resolves.toMatchObject({
      figures: 1,
    })
  }),
)

test.each([
  ['a period that is not over', '2025-06-30', {}, 'plan.period-not-over'],
  ['the second half in July', '2025-07-01', { half: 'second' as const }, 'plan.period-not-over'],
  ['what nobody keeps yet', '2025-07-01', { indicators: ['questionnaires-valid'] }, 'plan.room-not-built'],
  ['what nobody knows', '2025-07-01', { indicators: ['nothing'] }, 'plan.indicator-unknown'],
])('nobody closes %s', async (_what, today, change, code) => {
  await rolledBack(async (setting) => {
    await expect(closePeriod({ ...setting, today: day(today) }, { ...firstHalf, ...change })).rejects.toMatchObject({
      code,
    })
  })()
})

test(
  'a clerk does not close, a town neither closes nor sees what was closed',
  rolledBack(async (june) => {
    const setting = inJuly(june)
    await closePeriod(setting, firstHalf)

    const clerk = inJuly(await switchTo(app(), setting.tx, { role: 'clerk' }))
    await expect(closePeriod(clerk, firstHalf)).rejects.toMatchObject({ code: 'access.not-authorised' })
    const town = inJuly(await switchTo(app(), setting.tx, { role: 'leader', division: EAST_TOWN }))
    await expect(closePeriod(town, firstHalf)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
    expect((await listClosings(town, {}, { page: 1, size: 10 })).total).toBe(0)
  }),
)

test.each([
  ['nothing changed', 5, ['event:1'], { isDrifted: false, added: 0, removed: 0 }],
  ['a row came', 5, ['event:1', 'event:2'], { isDrifted: true, added: 1, removed: 0 }],
  ['a row went and another came', 5, ['event:2'], { isDrifted: true, added: 1, removed: 1 }],
  ['a row was corrected', 6, ['event:1'], { isDrifted: true, added: 0, removed: 0 }],
])('drift: %s', (_what, value, rowIds, drift) => {
  expect(driftBetween({ value: 5, rowIds: ['event:1'] }, { value, rowIds })).toEqual(drift)
})

function inJuly(setting: ActionSetting): ActionSetting {
  return { ...setting, today: day('2025-07-10') }
}
