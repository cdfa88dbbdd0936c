import { figureKey } from '@dongzhou/engines/reports'
import { day } from '@dongzhou/terms/day'
import type { FigureReading } from '@dongzhou/terms/document'
import { indicatorCode } from '@dongzhou/terms/indicator'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { heldEvents, withdrawEvents } from '../activities/index.ts'
import type { Setting } from '../platform/setting.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { batchId, paired, told } from '../testing/told.ts'
import { demoPlan2025 } from './demo-plan.ts'
import { listRows, readFigures, takeSnapshot } from './figures.sql.ts'
import { figuresFor, indicatorRows } from './figures-for.ts'
import { indicators } from './registry.ts'

const { rolledBack, app } = freshDatabase()

const live = indicators.filter((it) => it.state === 'live')
const firstHalf = { from: day('2025-01-01'), to: day('2025-06-30') }

test(
  'the half-year comes to the figures of the report',
  rolledBack(async (setting) => {
    await demoPlan2025(setting)
    await told(setting, [
      { series: '红在东洲宣讲', on: '2025-02-27', people: 86 },
      { series: '“红在东洲”宣讲', on: '2025-04-18', people: 112 },
      { series: '红在东洲', on: '2025-05-29', people: 95 },
      { series: '红色大篷车', on: '2025-03-05', people: 4020 },
      { series: '红色大篷车', on: '2025-06-25', people: 1250 },
      { series: '抗战胜利80周年主题图片展', on: '2025-06-08', people: 1120 },
      { series: '纪念抗日战争胜利80周年主题图片展', on: '2025-06-15', people: 1080 },
    ])
    await paired(setting, '区财政局', 2)
    await paired(setting, '区教育局', 1)

    expect(await read(setting, 'red-lectures-planned')).toEqual({ value: 12, rows: 1 })
    expect(await read(setting, 'red-lectures-held')).toEqual({ value: 3, rows: 3 })
    expect(await read(setting, 'summer-evenings-planned')).toEqual({ value: 10, rows: 1 })
    expect(await read(setting, 'touring-exhibition-person-times')).toEqual({ value: 5270, rows: 2 })
    expect(await read(setting, 'war-victory-exhibition-visitors')).toEqual({ value: 2200, rows: 2 })
    expect(await read(setting, 'pairing-organisations')).toEqual({ value: 2, rows: 2 })
    expect(await read(setting, 'pairing-people')).toEqual({ value: 3, rows: 3 })
  }),
)

test(
  'nothing recorded is not nought, and a room that is not built says so',
  rolledBack(async (setting) => {
    expect(await read(setting, 'red-lectures-held')).toEqual({ missing: 'no-rows' })
    expect(await read(setting, 'questionnaires-valid')).toEqual({ missing: 'room-not-built' })
    await expect(read(setting, 'nothing-of-this-name')).rejects.toMatchObject({ code: 'plan.indicator-unknown' })
    await expect(rowsOf(setting, 'questionnaires-valid')).rejects.toMatchObject({ code: 'plan.room-not-built' })
  }),
)

test(
  'who may not see the plan is told so, and sees no rows',
  rolledBack(
    async (setting) => {
      expect(await read(setting, 'red-lectures-held')).toEqual({ missing: 'not-permitted' })
      await expect(rowsOf(setting, 'red-lectures-held')).rejects.toMatchObject({ code: 'access.not-authorised' })
    },
    { role: 'audit-administrator' },
  ),
)

test.each([
  ['the day before the span', '2024-12-31', 0],
  ['the first day', '2025-01-01', 1],
  ['the cut-off itself', '2025-06-29', 1],
  ['the day after the cut-off', '2025-06-30', 0],
])('a lecture on %s', async (_when, on, held) => {
  await rolledBack(async (setting) => {
    await told(setting, [{ series: '红在东洲宣讲', on }])

    const reading = await read(setting, 'red-lectures-held', { from: day('2025-01-01'), to: day('2025-06-29') })

    expect(reading).toEqual(held === 0 ? { missing: 'no-rows' } : { value: held, rows: held })
  })()
})

test(
  'a stop that nobody counted is a stop, and adds no unsaid nought to the person-times',
  rolledBack(async (setting) => {
    await told(setting, [
      { series: '红色大篷车', on: '2025-03-05', people: 300 },
      { series: '红色大篷车', on: '2025-03-06' },
    ])

    expect(await read(setting, 'touring-exhibition-stops')).toEqual({ value: 2, rows: 2 })
    expect(await read(setting, 'touring-exhibition-person-times')).toEqual({ value: 300, rows: 1 })
  }),
)

test(
  'a batch that was taken back takes its figures along',
  rolledBack(async (setting) => {
    await told(setting, [{ series: '红在东洲宣讲', on: '2025-03-05' }])

    await withdrawEvents(setting, { batchId, sheet: '台账', rows: [1], because: '传错了文件' })

    expect(await read(setting, 'red-lectures-held')).toEqual({ missing: 'no-rows' })
  }),
)

test(
  'a town counts its own rows only, opens its own rows only, and has no plan of its own',
  rolledBack(async (setting) => {
    await told(setting, [
      { series: '红在东洲宣讲', on: '2025-03-05', division: EAST_VILLAGE },
      { series: '红在东洲宣讲', on: '2025-03-06', division: WEST_VILLAGE },
      { series: '红在东洲宣讲', on: '2025-03-07', division: WEST_TOWN },
      { series: '红在东洲宣讲', on: '2025-03-08' },
    ])
    await paired(setting, '区财政局', 2, { division: EAST_VILLAGE })
    await paired(setting, '区教育局', 1, { division: WEST_VILLAGE, visits: [day('2025-02-01')] })

    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect(await read(west, 'red-lectures-held')).toEqual({ value: 2, rows: 2 })
    const { items } = await rowsOf(west, 'red-lectures-held')
    expect(items.map(({ division }) => division).sort()).toEqual([WEST_TOWN, WEST_VILLAGE])
    expect(await read(west, 'pairing-organisations')).toEqual({ value: 1, rows: 1 })
    expect(await read(west, 'pairing-people')).toEqual({ value: 1, rows: 1 })
    expect(await read(west, 'red-lectures-planned')).toEqual({ missing: 'no-rows' })
    const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
    expect(await read(east, 'pairing-visits-paid')).toEqual({ missing: 'no-rows' })
  }),
)

test(
  'rows bear the names of what they open',
  rolledBack(async (setting) => {
    await told(setting, [{ series: '红在东洲宣讲', on: '2025-03-05', division: EAST_VILLAGE }])
    await paired(setting, '区财政局', 1, { visits: [day('2025-02-01')] })
    const shown = async (code: string) =>
      (await rowsOf(setting, code)).items.map(({ kind, title, amount }) => [kind, title, amount])

    expect(await shown('red-lectures-held')).toEqual([['event', '红在东洲宣讲（1）', 1]])
    expect(await shown('pairing-organisations')).toEqual([['organisation', '区财政局', 1]])
    expect(await shown('pairing-people')).toEqual([['person', '政局0', 1]])
    expect(await shown('pairing-visits-planned')).toEqual([['pairing', '区财政局—政局0', 4]])
    expect(await shown('pairing-visits-paid')).toEqual([['visit', '区财政局—政局0', 1]])
    expect(await shown('red-lectures-planned')).toEqual([['plan-row', '年度计划目标：“红在东洲”宣讲已开展场次', 12]])
  }),
)

const aDay = fc
  .integer({ min: 0, max: 180 })
  .map((count) => `2025-0${Math.floor(count / 31) + 1}-${String((count % 28) + 1).padStart(2, '0')}`)
const anEvent = fc.record({
  series: fc.constantFrom('红在东洲宣讲', '红色大篷车', '老兵悦谈', '军休活动', '广场舞'),
  on: aDay,
  people: fc.option(fc.nat(5000), { nil: undefined }),
  division: fc.constantFrom(EAST_VILLAGE, EAST_TOWN, WEST_VILLAGE),
})

test('whatever is on file, a figure is the sum of the rows that open under it, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anEvent, { maxLength: 12 }),
      aDay,
      aDay,
      fc.boolean(),
      async (events, one, other, isTown) => {
        await rolledBack(async (county) => {
          await told(county, events)
          await paired(county, '区财政局', 2, { visits: [day('2025-02-01'), day('2025-05-01')] })
          const town = { role: 'town-worker', division: EAST_TOWN } as const
          const setting = isTown ? await switchTo(app(), county.tx, town) : county
          const [from, to] = [one, other].sort().map(day)
          if (!from || !to) return
          const queries = live.map((indicator) => ({ indicator, range: { from, to } }))
          const figures = await readFigures(setting, queries)

          for (const [at, query] of queries.entries()) {
            const rows = await allRows(setting, query)
            expect(figures[at]).toEqual({ value: rows.reduce((sum, { amount }) => sum + amount, 0), rows: rows.length })
            const { value, rows: count, rowIds } = await takeSnapshot(setting, query)
            expect({ value, rows: count }).toEqual(figures[at])
            expect(rowIds).toEqual(expect.arrayContaining(rows.map(({ kind, id }) => `${kind}:${id}`)))
          }
        })()
      },
    ),
    { numRuns: 8 },
  )
})

async function allRows(setting: Setting, query: Parameters<typeof listRows>[1]) {
  const rows = []
  for (let page = 1; ; page += 1) {
    const { items } = await listRows(setting, query, { page, size: 5 })
    rows.push(...items)
    if (items.length < 5) return rows
  }
}

async function read(setting: Setting, code: string, range = firstHalf): Promise<FigureReading | undefined> {
  const query = { indicator: indicatorCode(code), ...range }
  return (await figuresFor(setting, [query])).get(figureKey(query))
}

function rowsOf(setting: Setting, code: string) {
  return indicatorRows(setting, { indicator: indicatorCode(code), ...firstHalf }, { page: 1, size: 50 })
}

test(
  'the events of a programme are found by their series, also in tables that were never analysed',
  rolledBack(async (setting) => {
    await sql`insert into activity_series (programme, year, title, division_code, source, created_at, changed_at)
      select 'programme-' || i, 2025, i::text, '999999000000', '{}', now(), now() from generate_series(1, 20) i`.execute(
      setting.tx,
    )
    await sql`insert into activity_event (series_id, division_code, title, day, state, attendance, counting, source, created_at, changed_at)
      select s.id, '999999000000', i::text, date '2025-01-01' + i % 180, 'held', 1, 'list', '{}', now(), now()
      from activity_series s, generate_series(1, 500) i`.execute(setting.tx)
    const relation = heldEvents(
      { programme: 'programme-7', amount: 'one' },
      { from: day('2025-01-01'), to: day('2025-06-30') },
    )

    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select sum(r.amount) from (${relation}) r`.execute(
      setting.tx,
    )

    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/activity_event_by_series/)
  }),
)
