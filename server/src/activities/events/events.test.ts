import { EventFilter } from '@dongzhou/contract/activities'
import { type Day, day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { openSeries } from '../series/open-series.ts'
import { cancelEvent } from './cancel-event.ts'
import { correctEvent } from './correct-event.ts'
import { findEvent, listEvents } from './events.sql.ts'
import { type RecordEvent, recordEvent } from './record-event.ts'
import { scheduleEvent } from './schedule-event.ts'

const { rolledBack, app } = freshDatabase()

const everything = EventFilter.parse({})
const firstPage = { page: 1, size: 50 }

test(
  'a lecture that was held is on record with its count, its method and its proof',
  rolledBack(async (setting) => {
    const { id } = await recordEvent(setting, await aLecture(setting, { attendance: 112, proof: '签到表2页' }))

    expect(await findEvent(setting, id)).toMatchObject({
      state: 'held',
      attendance: 112,
      counting: 'list',
      proof: '签到表2页',
      version: 1,
    })
  }),
)

test.each([
  ['tomorrow', { day: day('2025-07-01') }, 'activities.event-not-over'],
  ['today', { day: day('2025-06-30') }, undefined],
  ['a number without a method', { counting: 'not-counted', attendance: 5 }, 'activities.event-not-counted'],
  ['a method without a number', { counting: 'list', attendance: null }, 'activities.event-not-counted'],
  ['nobody counted, and it says so', { counting: 'not-counted', attendance: null }, undefined],
  ['nobody came', { counting: 'list', attendance: 0 }, undefined],
  [
    'a proof that is not on file',
    { proofFileId: '00000000-0000-4000-8000-000000000000' },
    'activities.proof-not-found',
  ],
  ['a series that is not there', { seriesId: 999_999 }, 'activities.series-not-found'],
] as const)('held on or with: %s', async (_what, change, code) => {
  await rolledBack(async (setting) => {
    const input = { ...(await aLecture(setting)), ...change }

    if (code === undefined) await expect(recordEvent(setting, input)).resolves.toMatchObject({ version: 1 })
    else await expect(recordEvent(setting, input)).rejects.toMatchObject({ code })
  })()
})

test(
  'the same event is not recorded twice; on another day it is another event',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    await recordEvent(setting, lecture)

    await expect(recordEvent(setting, lecture)).rejects.toMatchObject({ code: 'activities.event-exists' })
    await expect(recordEvent(setting, { ...lecture, day: day('2025-05-02') })).resolves.toMatchObject({ version: 1 })
  }),
)

test(
  'a planned event becomes a held one, once',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    const scheduled = await scheduleEvent(setting, lecture)

    const held = await recordEvent(setting, { ...lecture, scheduled })

    expect(held).toEqual({ id: scheduled.id, version: 2 })
    await expect(recordEvent(setting, { ...lecture, scheduled: held })).rejects.toMatchObject({
      code: 'activities.event-not-planned',
    })
  }),
)

test(
  'a planned event holds no attendance, however it is corrected',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    const scheduled = await scheduleEvent(setting, lecture)

    const correction = correctEvent(setting, { ...lecture, ...scheduled, because: '人数' })

    await expect(correction).rejects.toMatchObject({ code: 'activities.event-not-held' })
  }),
)

test(
  'a correction keeps its reason and what stood before in the trail',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting, { attendance: 112 })
    const recorded = await recordEvent(setting, lecture)

    const { version } = await correctEvent(setting, { ...lecture, ...recorded, attendance: 121, because: '签到表重数' })

    expect(version).toBe(2)
    const trail = await setting.tx
      .selectFrom('trail')
      .select(['before', 'after'])
      .where('verb', '=', 'activities.correct-event')
      .executeTakeFirstOrThrow()
    expect(trail.before).toMatchObject({ attendance: 112 })
    expect(trail.after).toMatchObject({ attendance: 121, because: '签到表重数' })
  }),
)

test(
  'somebody who changed the event meanwhile is not overwritten',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    const { id } = await recordEvent(setting, lecture)

    const correction = correctEvent(setting, { ...lecture, id, version: 7, because: '人数' })

    await expect(correction).rejects.toMatchObject({ code: 'platform.changed-meanwhile', details: { version: 1 } })
  }),
)

test(
  'a cancelled event stays readable, cannot be changed, and the same one may be planned anew',
  rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    const scheduled = await scheduleEvent(setting, lecture)

    const cancelled = await cancelEvent(setting, { ...scheduled, because: '台风' })

    expect(await findEvent(setting, scheduled.id)).toMatchObject({ state: 'cancelled', cancelledBecause: '台风' })
    await expect(recordEvent(setting, { ...lecture, scheduled: cancelled })).rejects.toMatchObject({
      code: 'activities.event-cancelled',
    })
    await expect(scheduleEvent(setting, lecture)).resolves.toMatchObject({ version: 1 })
  }),
)

test(
  'a town sees and changes the events within its border only',
  rolledBack(async (setting) => {
    const east = await recordEvent(setting, await aLecture(setting, { division: EAST_VILLAGE }))
    const lecture = await aLecture(setting, { division: WEST_VILLAGE })

    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect((await listEvents(west, everything, firstPage)).total).toBe(0)
    await expect(cancelEvent(west, { ...east, because: '误填' })).rejects.toMatchObject({
      code: 'activities.event-not-found',
    })
    await expect(recordEvent(west, { ...lecture, division: EAST_TOWN })).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    })
    await expect(recordEvent(west, lecture)).resolves.toMatchObject({ version: 1 })
  }),
)

test(
  'a leader reads and does not write',
  rolledBack(
    async (setting) => {
      const event = { ...aForm(1), ...evidence }

      await expect(recordEvent(setting, event)).rejects.toMatchObject({ code: 'access.not-authorised' })
    },
    { role: 'leader' },
  ),
)

test.each([
  ['nothing', {}, 3],
  ['the programme', { programme: 'red-lectures' }, 2],
  ['another programme', { programme: 'touring-exhibition' }, 1],
  ['the year', { year: 2025 }, 3],
  ['another year', { year: 2024 }, 0],
  ['a span of days, both inclusive', { from: '2025-05-01', to: '2025-05-02' }, 2],
  ['the year and a span across its border', { year: 2025, from: '2024-01-01', to: '2025-05-01' }, 1],
  ['the state', { state: 'held' as const }, 2],
  ['the town', { division: EAST_TOWN }, 1],
  ['a word of the title', { text: '大篷车' }, 1],
  ['a word of the place', { text: '码头' }, 1],
  ['a sign that searches take for a joker', { text: '%' }, 0],
])('the ledger is narrowed by %s', async (_how, filter, total) => {
  await rolledBack(async (setting) => {
    const lecture = await aLecture(setting)
    await recordEvent(setting, { ...lecture, day: day('2025-05-01'), division: EAST_VILLAGE })
    await scheduleEvent(setting, { ...lecture, day: day('2025-05-02'), place: '码头' })
    const { id: seriesId } = await openSeries(setting, { ...aSeries, programme: 'touring-exhibition', title: '大篷车' })
    await recordEvent(setting, { ...lecture, seriesId, title: '红色大篷车进社区', day: day('2025-06-30') })

    expect((await listEvents(setting, EventFilter.parse(filter), firstPage)).total).toBe(total)
  })()
})

const aSeries = { programme: 'red-lectures', year: 2025, title: '红在东洲宣讲', aliases: [], planned: 12 }
const evidence = { attendance: 86, counting: 'list', proof: '', proofFileId: null } as const

function aForm(seriesId: number) {
  return {
    seriesId,
    title: '红在东洲宣讲走进东镇',
    day: day('2025-05-01') as Day,
    place: '东镇党群服务中心',
    division: COUNTY,
    host: '本局',
    partners: [{ name: '东镇退役军人服务站', organisationId: null }],
    remark: '',
  }
}

let opened = 0

async function aLecture(setting: ActionSetting, change: Partial<RecordEvent> = {}): Promise<RecordEvent> {
  opened += 1
  const { id } = await openSeries(setting, { ...aSeries, title: `红在东洲宣讲${opened}` })
  return { ...aForm(id), ...evidence, ...change }
}
