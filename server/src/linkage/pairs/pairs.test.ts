import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { markWithdrawn } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { linkageRoutes } from '../routes.ts'
import { decideDifferent } from './decide-different.ts'
import { queueCandidates, queuePairs, withdrawPairsOf } from './queue-candidates.ts'

const { rolledBack, app } = freshDatabase()

const because = '两人身份证原件均已核对'
const queue = { page: 1, size: 50, state: 'open' as const, bands: [] }

test(
  'a pair stands in the queue once, whichever side it comes from and however often',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]

    const first = await queueCandidates(setting, one, [{ personId: other, likeness: alike(60) }])
    const again = await queueCandidates(setting, other, [{ personId: one, likeness: alike(60) }])

    expect([first, again]).toEqual([1, 0])
    const { items, total } = await linkageRoutes.listPairs(setting, queue)
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      version: 1,
      score: 60,
      band: 'likely',
      reasons: ['姓名相同'],
      first: { person: { id: one } },
      second: { person: { id: other } },
      mayDecide: true,
    })
  }),
)

test(
  'a new comparison brings an open pair up to date and its version on',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]
    await queueCandidates(setting, one, [{ personId: other, likeness: alike(60) }])

    await queueCandidates(setting, one, [{ personId: other, likeness: alike(90) }])

    const { items } = await linkageRoutes.listPairs(setting, queue)
    expect(items).toMatchObject([{ score: 90, band: 'same', version: 2 }])
  }),
)

test(
  'nobody stands in a pair with themselves, and what is different is not queued',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]

    const queued = await queuePairs(setting, [
      { personIds: [one, one], likeness: alike(90) },
      { personIds: [one, other], likeness: alike(10) },
      { personIds: [one, 999_999], likeness: alike(90) },
    ])

    expect(queued).toBe(0)
  }),
)

test(
  'the queue gives the highest score first and everybody once over its pages',
  rolledBack(async (setting) => {
    const people = [await aVeteran(setting), await aVeteran(setting), await aVeteran(setting), await aVeteran(setting)]
    const pairs = people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other] as const))
    await queuePairs(
      setting,
      pairs.map((personIds, at) => ({ personIds, likeness: alike(at % 2 === 0 ? 80 : 50) })),
    )

    const pages = [1, 2, 3].map((page) => linkageRoutes.listPairs(setting, { ...queue, page, size: 2 }))
    const items = (await Promise.all(pages)).flatMap((page) => page.items)

    expect(items.map(({ score }) => score)).toEqual([80, 80, 80, 50, 50, 50])
    expect(new Set(items.map(({ id }) => id)).size).toBe(6)
    const same = await linkageRoutes.listPairs(setting, { ...queue, bands: ['same'] })
    expect(same.total).toBe(3)
  }),
)

test(
  'a pair decided different leaves the queue and does not come back by itself; both files keep the reason',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]
    const pairId = await aPair(setting, one, other)

    const decided = await decideDifferent(setting, { pairId, version: 1, because })
    await queueCandidates(setting, one, [{ personId: other, likeness: alike(95) }])

    expect(decided).toEqual({ id: pairId, version: 2 })
    expect((await linkageRoutes.listPairs(setting, queue)).total).toBe(0)
    expect(await linkageRoutes.getPair(setting, { id: pairId })).toMatchObject({
      state: 'different',
      because,
      score: 60,
    })
    const trail = await setting.tx
      .selectFrom('trail')
      .select(['subject', 'purpose'])
      .where('verb', '=', 'linkage.decide-different')
      .orderBy('id')
      .execute()
    expect(trail).toEqual([one, other].map((id) => ({ subject: String(id), purpose: because })))
  }),
)

test(
  'of two clerks who decide a pair the second is told that it has changed meanwhile',
  rolledBack(async (setting) => {
    const pairId = await aPair(setting, await aVeteran(setting), await aVeteran(setting))
    await decideDifferent(setting, { pairId, version: 1, because })

    await expect(decideDifferent(setting, { pairId, version: 1, because })).rejects.toMatchObject({
      code: 'platform.changed-meanwhile',
      details: { version: 2 },
    })
    await expect(decideDifferent(setting, { pairId, version: 2, because })).rejects.toMatchObject({
      code: 'linkage.pair-decided',
    })
  }),
)

test(
  'a pair that never was is answered as not found',
  rolledBack(async (setting) => {
    await expect(linkageRoutes.getPair(setting, { id: 4711 })).rejects.toMatchObject({ code: 'linkage.pair-not-found' })
    await expect(decideDifferent(setting, { pairId: 4711, version: 1, because })).rejects.toMatchObject({
      code: 'linkage.pair-not-found',
    })
  }),
)

test(
  'a town sees a pair with somebody of another town, without name, place, reasons or values of the other',
  rolledBack(async (setting) => {
    const mine = await aVeteran(setting, { name: '陈大海', division: EAST_VILLAGE })
    const theirs = await aVeteran(setting, { name: '陈大海', division: WEST_VILLAGE, phone: '13912345678' })
    const pairId = await aPair(setting, mine, theirs)
    const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

    const { items } = await linkageRoutes.listPairs(east, queue)
    const pair = await linkageRoutes.getPair(east, { id: pairId })

    expect(items).toMatchObject([
      { first: { name: '陈大海' }, second: { name: '（其他镇人员）', person: null }, reasons: [], mayDecide: false },
    ])
    expect(pair).toMatchObject({
      second: { name: '（其他镇人员）', person: null },
      reasons: [],
      kinds: [],
      because: null,
    })
    expect(JSON.stringify([items, pair]).split('陈大海')).toHaveLength(5)
    expect(JSON.stringify([items, pair])).not.toContain(WEST_VILLAGE)
  }),
)

test(
  'a third town sees nothing of the pair',
  rolledBack(async (setting) => {
    const pairId = await aPair(setting, await aVeteran(setting), await aVeteran(setting, { division: EAST_VILLAGE_2 }))
    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect((await linkageRoutes.listPairs(west, queue)).total).toBe(0)
    await expect(linkageRoutes.getPair(west, { id: pairId })).rejects.toMatchObject({ code: 'linkage.pair-not-found' })
  }),
)

test(
  'a clerk of one town may not decide a pair that reaches into another',
  rolledBack(async (setting) => {
    const pairId = await aPair(setting, await aVeteran(setting), await aVeteran(setting, { division: WEST_VILLAGE }))
    const east = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })

    await expect(decideDifferent(east, { pairId, version: 1, because })).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    })
  }),
)

test(
  'the filter by division shows pairs with either side in it',
  rolledBack(async (setting) => {
    await aPair(setting, await aVeteran(setting), await aVeteran(setting, { division: WEST_VILLAGE }))
    await aPair(setting, await aVeteran(setting), await aVeteran(setting))

    const inWest = await linkageRoutes.listPairs(setting, { ...queue, division: WEST_TOWN })
    const inEast = await linkageRoutes.listPairs(setting, { ...queue, division: EAST_TOWN })

    expect([inWest.total, inEast.total]).toEqual([1, 2])
  }),
)

test(
  'people withdrawn with their batch leave the queue and are not queued again',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]
    await aPair(setting, one, other)

    await markWithdrawn(setting, [one])
    const withdrawn = await withdrawPairsOf(setting, [one], '台账已撤回')
    await queueCandidates(setting, other, [{ personId: one, likeness: alike(90) }])

    expect(withdrawn).toBe(1)
    expect((await linkageRoutes.listPairs(setting, queue)).total).toBe(0)
    expect((await linkageRoutes.listPairs(setting, { ...queue, state: 'withdrawn' })).total).toBe(1)
  }),
)

async function aPair(setting: ActionSetting, one: number, other: number): Promise<number> {
  await queueCandidates(setting, one, [{ personId: other, likeness: alike(60) }])
  const { items } = await linkageRoutes.listPairs(setting, { ...queue, size: 200 })
  const found = items.find(({ first, second }) =>
    [first, second].every((side) => [one, other].includes(Number(side.person?.id))),
  )
  if (!found) throw new Error('the pair was not queued')
  return Number(found.id)
}

function alike(score: number) {
  const band = score >= 78 ? 'same' : score >= 52 ? 'likely' : score >= 36 ? 'possible' : 'different'
  return { score, band, reasons: [{ code: 'name-same', weight: 30, say: '姓名相同' }] } as const
}
