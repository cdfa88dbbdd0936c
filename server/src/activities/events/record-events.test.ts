import { EventFilter } from '@dongzhou/contract/activities'
import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { openSeries } from '../series/open-series.ts'
import { listSeries } from '../series/series.sql.ts'
import { correctEvent } from './correct-event.ts'
import { findEvent, listEvents } from './events.sql.ts'
import { type EventEntry, recordEvents } from './record-events.ts'
import { scheduleEvent } from './schedule-event.ts'
import { withdrawEvents } from './withdraw-events.ts'

const { rolledBack, app } = freshDatabase()

const verb = 'intake.accept-batch'
const batchId = '6f9c2f9e-0000-4000-8000-000000000001'
const wholeBatch = { batchId, sheet: '台账', rows: [4, 5], because: '传错了文件' }
const everything = EventFilter.parse({})
const firstPage = { page: 1, size: 50 }

test(
  'a ledger taken in twice changes nothing the second time',
  rolledBack(async (setting) => {
    const entries = [anEntry({ row: 4 }), anEntry({ row: 5, date: '2025-03-02' })]

    const first = await recordEvents(setting, verb, entries)
    const second = await recordEvents(setting, verb, entries)

    expect(first.map(({ outcome }) => outcome)).toEqual(['new', 'new'])
    expect(second.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(second.map(({ eventId }) => eventId)).toEqual(first.map(({ eventId }) => eventId))
    expect((await listEvents(setting, everything, firstPage)).total).toBe(2)
  }),
)

test(
  'a row that stands on the sheet twice is one event, spaces and width aside',
  rolledBack(async (setting) => {
    const recorded = await recordEvents(setting, verb, [
      anEntry({ row: 4, title: '红色大篷车进社区' }),
      anEntry({ row: 5, title: '红色 大篷车进社区' }),
    ])

    expect(recorded.map(({ outcome }) => outcome)).toEqual(['new', 'unchanged'])
  }),
)

test.each([
  ['its title', '红在东洲宣讲', 'red-lectures', 0],
  ['its title in quotes', '“红在东洲”宣讲', 'red-lectures', 0],
  ['its alias', '红色讲堂', 'red-lectures', 0],
  ['a name of its programme', '红在东洲', 'red-lectures', 0],
  ['a programme that has no series yet', '红色大篷车', 'touring-exhibition', 1],
  ['a name nobody planned', '广场舞大赛', 'other-culture', 1],
  ['no name at all', undefined, 'other-culture', 1],
])('a ledger names a series by %s', async (_how, series, programme, isOpened) => {
  await rolledBack(async (setting) => {
    await openSeries(setting, { ...lectures, aliases: ['红色讲堂'] })

    await recordEvents(setting, verb, [anEntry({ series })])

    expect((await listEvents(setting, { ...everything, programme }, firstPage)).total).toBe(1)
    expect((await listSeries(setting, { text: '' }, firstPage)).total).toBe(1 + isOpened)
  })()
})

test(
  'a series of another year is another series',
  rolledBack(async (setting) => {
    await openSeries(setting, { ...lectures, year: 2024 })

    await recordEvents(setting, verb, [anEntry({})])

    const { items } = await listSeries(setting, { text: '', programme: 'red-lectures' }, firstPage)
    expect(items.map(({ year, planned }) => [year, planned])).toEqual([
      [2025, undefined],
      [2024, 12],
    ])
  }),
)

test.each([
  ['a number with its method', { attendance: 5, counting: 'counter' }, { attendance: 5, counting: 'counter' }],
  ['a number without a method is an estimate', { attendance: 5 }, { attendance: 5, counting: 'estimate' }],
  ['no number: nobody counted', {}, { attendance: undefined, counting: 'not-counted' }],
] as const)('what a ledger says of attendance: %s', async (_what, said, kept) => {
  await rolledBack(async (setting) => {
    const [recorded] = await recordEvents(setting, verb, [anEntry(said)])

    expect(await findEvent(setting, recorded?.eventId ?? 0)).toMatchObject({ state: 'held', ...kept })
  })()
})

test(
  'an event of next month is planned; with an attendance it is refused and stays in staging',
  rolledBack(async (setting) => {
    const recorded = await recordEvents(setting, verb, [
      anEntry({ date: '2025-07-01' }),
      anEntry({ date: '2025-07-02', attendance: 80 }),
    ])

    expect(recorded.map(({ outcome }) => outcome)).toEqual(['new', 'refused'])
    const { items } = await listEvents(setting, everything, firstPage)
    expect(items.map(({ state, counting }) => [state, counting])).toEqual([['planned', undefined]])
  }),
)

test(
  'a ledger that counts otherwise than the record is refused and says both numbers',
  rolledBack(async (setting) => {
    await recordEvents(setting, verb, [anEntry({ attendance: 112 })])

    const [again] = await recordEvents(setting, verb, [anEntry({ attendance: 115 })])

    expect(again).toMatchObject({ outcome: 'refused', say: expect.stringMatching(/112.*115/) })
  }),
)

test(
  'a row that disagrees with a count on file says both numbers and the two ways out, in one acceptance or row by row',
  rolledBack(async (setting) => {
    const entries = [anEntry({ attendance: 86 })]
    await recordEvents(setting, verb, entries)

    const [refused] = await recordEvents(setting, verb, [anEntry({ attendance: 90 })])

    const say = refused?.outcome === 'refused' ? refused.say : ''
    expect(say).toMatch(/已登记为86人次.*台账填的是90人次.*未接收.*到“活动”中更正.*改正本行后重新接收。$/)
  }),
)

test(
  'a planned event that the ledger reports is held, and planned again once the batch is taken back',
  rolledBack(async (setting) => {
    const { id: seriesId } = await openSeries(setting, lectures)
    const form = { seriesId, title: '宣讲', day: day('2025-03-01'), place: '', division: COUNTY, ...nothingMore }
    const { id } = await scheduleEvent(setting, form)

    const [recorded] = await recordEvents(setting, verb, [anEntry({ title: '宣讲', place: undefined, attendance: 86 })])
    expect(recorded).toEqual({ outcome: 'changed', eventId: id })
    expect(await findEvent(setting, id)).toMatchObject({ state: 'held', attendance: 86 })

    expect(await withdrawEvents(setting, wholeBatch)).toEqual([])
    expect(await findEvent(setting, id)).toMatchObject({ state: 'planned', attendance: undefined, version: 3 })
  }),
)

test(
  'a batch is taken back, all but the event that somebody has corrected, which is named with its row',
  rolledBack(async (setting) => {
    const [first] = await recordEvents(setting, verb, [anEntry({ row: 4 }), anEntry({ row: 5, date: '2025-03-02' })])
    const event = await findEvent(setting, first?.eventId ?? 0)
    if (!event) throw new Error('not on file')
    const correction = {
      ...event,
      ...nothingMore,
      attendance: 90,
      counting: 'list',
      proof: '',
      proofFileId: null,
    } as const
    await correctEvent(setting, { ...correction, because: '签到表' })

    const kept = await withdrawEvents(setting, wholeBatch)

    expect(kept).toEqual([{ row: 4, why: expect.stringContaining('更正') }])
    expect((await listEvents(setting, everything, firstPage)).items.map(({ id }) => id)).toEqual([event.id])
    expect(await withdrawEvents(setting, wholeBatch)).toEqual(kept)
  }),
)

test(
  'rows are taken back, those of other sheets and other batches stay',
  rolledBack(async (setting) => {
    await recordEvents(setting, verb, [anEntry({ row: 4 }), anEntry({ row: 5, date: '2025-03-02' })])

    await withdrawEvents(setting, { ...wholeBatch, rows: [4] })
    await withdrawEvents(setting, { ...wholeBatch, sheet: '另表' })
    await withdrawEvents(setting, { ...wholeBatch, batchId: '6f9c2f9e-0000-4000-8000-000000000002' })

    expect((await listEvents(setting, everything, firstPage)).items.map(({ day: on }) => on)).toEqual(['2025-03-02'])
  }),
)

test(
  'a batch that was taken back can be taken in again',
  rolledBack(async (setting) => {
    await recordEvents(setting, verb, [anEntry({})])
    await withdrawEvents(setting, wholeBatch)

    expect(await recordEvents(setting, verb, [anEntry({})])).toMatchObject([{ outcome: 'new' }])
  }),
)

test.each([
  ['a village by the name its place begins with', '东镇东一村党群服务中心', EAST_VILLAGE],
  ['a town', '西镇小学', WEST_TOWN],
  ['a village alone lies nowhere: many bear the same name', '东一村', COUNTY],
  ['a town named in the middle of a text', '测试区东镇小学', COUNTY],
])('an event without a division lies where its place says: %s', async (_how, place, division) => {
  await rolledBack(async (setting) => {
    const [recorded] = await recordEvents(setting, verb, [anEntry({ place })])

    expect((await findEvent(setting, recorded?.eventId ?? 0))?.division).toBe(division)
  })()
})

test(
  'a town takes its ledger in, sees its own rows only and may not write for another town',
  rolledBack(async (setting) => {
    await recordEvents(setting, verb, [anEntry({ division: EAST_VILLAGE })])
    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    await recordEvents(west, verb, [
      anEntry({ division: WEST_VILLAGE }),
      anEntry({ place: '东镇小学', date: '2025-03-03' }),
    ])

    const { items } = await listEvents(west, everything, firstPage)
    expect(items.map(({ division }) => division).sort()).toEqual([WEST_TOWN, WEST_VILLAGE])
    await expect(recordEvents(west, verb, [anEntry({ series: '新系列', division: EAST_TOWN })])).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    })
    expect((await listSeries(west, { text: '新系列' }, firstPage)).total).toBe(0)
  }),
)

const lectures = { programme: 'red-lectures', year: 2025, title: '红在东洲宣讲', aliases: [] as string[], planned: 12 }
const nothingMore = { host: '', partners: [], remark: '' }

type Story = Partial<Omit<EventEntry, 'date' | 'source'>> & { readonly date?: string; readonly row?: number }

function anEntry({ date = '2025-03-01', row = 4, ...story }: Story): EventEntry {
  return {
    title: '红在东洲宣讲走进社区',
    series: '红在东洲宣讲',
    place: '文化馆',
    host: undefined,
    partners: [],
    attendance: undefined,
    counting: undefined,
    proof: undefined,
    division: undefined,
    remark: undefined,
    ...story,
    date: { day: day(date), precision: 'day' },
    source: { kind: 'ledger', batchId, row, sheet: '台账' },
  }
}
