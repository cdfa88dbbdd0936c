import { type Day, day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { Setting } from '../platform/setting.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE } from '../testing/test-bureau.ts'
import { paired, type Told, told } from '../testing/told.ts'
import { demoPlan2025 } from './demo-plan.ts'
import { getBoard } from './get-board.ts'
import { planRoutes } from './routes.ts'
import { type SetTarget, setTarget } from './targets/set-target.ts'

const { rolledBack, app } = freshDatabase()

test(
  'three of twelve lectures at the half-year: late, with what was expected and where it leads',
  rolledBack(async (setting) => {
    await told(setting, lectures(3))

    expect(await lineOf(setting, 'red-lectures-held')).toMatchObject({
      progress: 'late',
      target: { value: 12 },
      reading: { value: 3, rows: 3 },
      pace: { expected: 6, forecast: 6 },
    })
  }),
)

test.each([
  [4, 'at-risk'],
  [5, 'on-track'],
  [12, 'done'],
])('%i of twelve lectures at the half-year: %s', async (held, progress) => {
  await rolledBack(async (setting) => {
    await told(setting, lectures(held))

    expect(await lineOf(setting, 'red-lectures-held')).toMatchObject({ progress })
  })()
})

test(
  "what is late stands first, what has no room last, and within one state the plan's order holds",
  rolledBack(async (setting) => {
    await told(setting, lectures(3))

    const board = await planRoutes.getBoard({ ...setting, actionId: '' }, { year: 2025 })

    const states = board.lines.map(({ progress }) => progress)
    const order = ['late', 'at-risk', 'on-track', 'done', 'no-target', 'room-not-built']
    expect(states).toEqual(states.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
    expect(board.counts).toMatchObject({ late: 3, 'on-track': 1 })
    expect(board.lines[0]?.indicator.code).toBe('red-lectures-held')
    expect(board).toMatchObject({ asOf: '2025-06-30', isWholeBureau: true, hasPlan: true, may: { close: true } })
    expect(board.lines.some(({ indicator }) => indicator.code === 'red-lectures-planned')).toBe(false)
  }),
)

test(
  'memorials have their target before their room is built',
  rolledBack(async (setting) => {
    expect(await lineOf(setting, 'memorials-in-registration')).toMatchObject({
      progress: 'room-not-built',
      target: { value: 23 },
      reading: undefined,
    })
  }),
)

test(
  "a town sees what it did itself and is late on nobody else's target",
  rolledBack(async (setting) => {
    await told(setting, [...lectures(2), { series: '红在东洲宣讲', on: '2025-05-01', division: EAST_VILLAGE }])
    const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

    expect(await lineOf(east, 'red-lectures-held')).toMatchObject({
      progress: 'no-target',
      target: undefined,
      reading: { value: 1 },
    })
    expect((await getBoard(east, { year: 2025 })).isWholeBureau).toBe(false)
  }),
)

test.each([
  ['last year, on its last day', 2024, undefined, '2024-12-31'],
  ['this year, on a day gone by', 2025, '2025-03-31', '2025-03-31'],
  ['this year, on a day to come: today', 2025, '2025-12-31', '2025-06-30'],
  ['next year, on its first day', 2026, undefined, '2026-01-01'],
])('the board of %s', async (_when, year, asOf, shown) => {
  await rolledBack(async (setting) => {
    const board = await getBoard(setting, { year, asOf: asOf === undefined ? undefined : day(asOf) })

    expect(board.asOf).toBe(shown)
    expect(board.hasPlan).toBe(year === 2025)
  })()
})

test(
  'pairs stand or do not: the forecast is what stands',
  rolledBack(async (setting) => {
    await paired(setting, '区财政局', 2)

    expect(await lineOf(setting, 'pairing-people')).toMatchObject({ reading: { value: 2 }, pace: { forecast: 2 } })
  }),
)

test(
  'a changed target counts from the day it was decided, with its document; before that day the plan stands',
  rolledBack(async (setting) => {
    await told(setting, lectures(5))

    const { version } = await setTarget(setting, { ...aChange, decidedOn: day('2025-05-01') })

    expect(version).toBe(1)
    expect(await lineOf(setting, 'red-lectures-held')).toMatchObject({
      progress: 'done',
      target: { value: 5, document: '局办会纪要〔2025〕3号' },
      targetVersion: 1,
    })
    expect(await lineOf(setting, 'red-lectures-held', day('2025-04-30'))).toMatchObject({
      target: { value: 12 },
      targetVersion: 1,
    })
  }),
)

test(
  'a target is taken away, and set where the plan had none',
  rolledBack(async (setting) => {
    await setTarget(setting, { ...aChange, target: null })
    await setTarget(setting, { ...aChange, indicator: 'touring-exhibition-person-times', target: 5000 })

    expect(await lineOf(setting, 'red-lectures-held')).toMatchObject({ progress: 'no-target', target: undefined })
    expect(await lineOf(setting, 'touring-exhibition-person-times')).toMatchObject({ target: { value: 5000 } })
  }),
)

test.each([
  ['a stale version', { version: 1 }, 'platform.changed-meanwhile'],
  ['a decision of tomorrow', { decidedOn: day('2025-07-01') }, 'plan.decided-in-future'],
  ['an indicator nobody knows', { indicator: 'nothing' }, 'plan.indicator-unknown'],
  ['a planned number itself', { indicator: 'red-lectures-planned' }, 'plan.target-has-no-measure'],
  ['days of another year', { from: day('2024-12-31') }, 'plan.target-window-outside-year'],
  ['days that run backwards', { from: day('2025-06-02'), to: day('2025-06-01') }, 'plan.target-window-outside-year'],
])('a target is not changed with %s', async (_what, change, code) => {
  await rolledBack(async (setting) => {
    await expect(setTarget(setting, { ...aChange, ...change })).rejects.toMatchObject({ code })
  })()
})

test(
  'a clerk of a town sets no target of the bureau',
  rolledBack(
    async (setting) => {
      await expect(setTarget(setting, aChange)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
    },
    { role: 'clerk', division: EAST_TOWN },
  ),
)

test(
  'the demo opens the series of the plan with their numbers, once',
  rolledBack(async (setting) => {
    expect(await demoPlan2025(setting)).toBe(8)
    expect(await demoPlan2025(setting)).toBe(0)
  }),
)

const aChange: SetTarget = {
  year: 2025,
  indicator: 'red-lectures-held',
  version: 0,
  target: 5,
  reason: '讲师不足',
  document: '局办会纪要〔2025〕3号',
  decidedOn: day('2025-05-01'),
}

function lectures(count: number): readonly Told[] {
  return Array.from({ length: count }, (_, at) => ({
    series: '红在东洲宣讲',
    on: `2025-04-${String(at + 1).padStart(2, '0')}`,
  }))
}

async function lineOf(setting: Setting, code: string, asOf?: Day) {
  const { rows } = await getBoard(setting, { year: 2025, asOf })
  return rows.find(({ indicator }) => indicator.code === code)
}
