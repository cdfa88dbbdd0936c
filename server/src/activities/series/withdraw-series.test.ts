import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { batchId, told } from '../../testing/told.ts'
import { scheduleEvent } from '../events/schedule-event.ts'
import { withdrawEvents } from '../events/withdraw-events.ts'
import { changeSeries } from './change-series.ts'
import { openSeries } from './open-series.ts'
import { findSeries, listSeries } from './series.sql.ts'

const { rolledBack, app } = freshDatabase()

const wholeBatch = { batchId, sheet: '台账', rows: [1, 2], because: '传错了文件' }
const firstPage = { page: 1, size: 50 }
const evening = { series: '纳凉晚会', on: '2025-06-01', people: 80 }

test(
  'a series that only a withdrawn batch had opened is listed no more, and comes back with the batch',
  rolledBack(async (setting) => {
    await told(setting, [evening])
    const [opened] = await titlesAndIds(setting)

    await withdrawEvents(setting, wholeBatch)

    expect(await titlesAndIds(setting)).toEqual([])
    expect(await findSeries(setting, opened?.id ?? 0)).toBeUndefined()
    await told(setting, [evening])
    expect(await titlesAndIds(setting)).toEqual([opened])
  }),
)

test(
  'who opens a series of the title that was withdrawn gets that one, with what they plan for it',
  rolledBack(async (setting) => {
    await told(setting, [evening])
    const [opened] = await titlesAndIds(setting)
    await withdrawEvents(setting, wholeBatch)

    const plan = { programme: 'summer-evenings', year: 2025, title: '纳凉晚会', aliases: ['晚会'], planned: 10 }

    expect(await openSeries(setting, plan)).toMatchObject({ id: opened?.id })
    expect((await listSeries(setting, { text: '' }, firstPage)).items).toMatchObject([
      { planned: 10, aliases: ['晚会'] },
    ])
    await expect(openSeries(setting, plan)).rejects.toMatchObject({ code: 'activities.series-exists' })
  }),
)

test.each([
  [
    'another event is planned under it',
    async (setting: ActionSetting, seriesId: number) => {
      const form = { seriesId, title: '晚会', day: day('2025-08-01'), place: '广场', division: COUNTY, ...nothingMore }
      await scheduleEvent(setting, form)
    },
  ],
  [
    'somebody has planned it since',
    async (setting: ActionSetting, id: number) => {
      await changeSeries(setting, { id, version: 1, title: '纳凉晚会', aliases: [], planned: 10 })
    },
  ],
] as const)('a series that a batch had opened stays when %s', async (_why, since) => {
  await rolledBack(async (setting) => {
    await told(setting, [evening])
    const [opened] = await titlesAndIds(setting)
    await since(setting, opened?.id ?? 0)

    await withdrawEvents(setting, wholeBatch)

    expect((await titlesAndIds(setting)).map(({ title }) => title)).toEqual(['纳凉晚会'])
  })()
})

test(
  'half a batch taken back leaves the series to the other half',
  rolledBack(async (setting) => {
    await told(setting, [evening, { ...evening, on: '2025-06-02' }])

    await withdrawEvents(setting, { ...wholeBatch, rows: [1] })
    expect(await titlesAndIds(setting)).toHaveLength(1)

    await withdrawEvents(setting, { ...wholeBatch, rows: [2] })
    expect(await titlesAndIds(setting)).toEqual([])
  }),
)

test(
  'a town that takes its batch back leaves the series: it cannot see who else works under it',
  rolledBack(async (setting) => {
    const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
    await told(east, [{ ...evening, division: EAST_VILLAGE }])
    const county = await switchTo(app(), setting.tx, {})
    const other = { ...evening, on: '2025-06-03', division: WEST_VILLAGE }
    await told(county, [other])
    const again = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

    await withdrawEvents(again, wholeBatch)

    expect(await titlesAndIds(again)).toHaveLength(1)
  }),
)

const nothingMore = { host: '', partners: [], remark: '' }

async function titlesAndIds(setting: ActionSetting) {
  const { items } = await listSeries(setting, { text: '' }, firstPage)
  return items.map(({ id, title }) => ({ id, title }))
}
