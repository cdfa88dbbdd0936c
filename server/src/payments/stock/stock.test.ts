import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN } from '../../testing/test-bureau.ts'
import { issueStock, recordStockIn, recordStockLoss, registerStockItem, returnStock } from './move-stock.ts'
import { showStockItems, showStockMoves, showStockUse } from './show-stock.ts'

const { rolledBack, app } = freshDatabase()

const lot = { budgetLine: '双拥慰问经费', campaign: '2025年八一慰问' }
const on = day('2025-06-20')
const page = { page: 1, size: 50 }

async function rice(setting: ActionSetting, quantity = 10): Promise<{ itemId: number; version: number }> {
  const item = { name: '大米', kind: 'goods' as const, unit: '袋', division: EAST_VILLAGE }
  const { id: itemId } = await registerStockItem(setting, item)
  const bought = { move: 'purchase' as const, unitPrice: 5_000, document: '发票1号' }
  const { version } = await recordStockIn(setting, { itemId, quantity, ...lot, on, note: '', ...bought })
  return { itemId, version }
}

async function issued(
  setting: ActionSetting,
  itemId: number,
  quantity: number,
  campaign = lot.campaign,
): Promise<number> {
  const id = await aVeteran(setting, { name: '甲', division: EAST_VILLAGE })
  const to = { receiver: { kind: 'person' as const, id }, signedBy: '甲某', proofFileId: null }
  return (await issueStock(setting, { itemId, quantity, ...lot, campaign, on, note: '', ...to })).id
}

async function left(setting: ActionSetting): Promise<number | undefined> {
  return (await showStockItems(setting, { text: '', ...page })).items[0]?.quantity
}

test(
  'what is bought can be handed out to somebody who signs, and what comes back is there again',
  rolledBack(async (setting) => {
    const { itemId } = await rice(setting)
    const moveId = await issued(setting, itemId, 4)
    expect(await left(setting)).toBe(6)

    await returnStock(setting, { moveId, quantity: 3, on, note: '本人住院' })

    expect(await left(setting)).toBe(9)
    const { items } = await showStockMoves(setting, { itemId, ...page })
    expect(items.map(({ move, quantity, signedBy }) => [move, quantity, signedBy])).toEqual([
      ['return', 3, null],
      ['issue', -4, '甲某'],
      ['purchase', 10, null],
    ])
    expect(await showStockUse(setting, page)).toMatchObject({
      items: [{ in: 10, out: 4, returned: 3, lost: 0, left: 9, spent: 50_000, receivers: 1 }],
    })
  }),
)

test(
  'a household receives as one, by its head’s name and in its own village, whoever of it signs',
  rolledBack(async (setting) => {
    const { itemId } = await rice(setting)
    const personId = await aVeteran(setting, { name: '甲', division: EAST_VILLAGE })
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    const joined = { actionId: setting.actionId, personId, version, kind: 'household-head' as const, note: '户口簿' }
    await registryRoutes.addRelation(setting, joined)
    const { household } = await registryRoutes.getPerson(setting, { id: personId })
    const to = {
      receiver: { kind: 'household' as const, id: Number(household?.id) },
      signedBy: '乙',
      proofFileId: null,
    }

    await issueStock(setting, { itemId, quantity: 2, ...lot, on, note: '', ...to })

    const { items } = await showStockMoves(setting, { itemId, move: 'issue', ...page })
    expect(items).toMatchObject([
      { signedBy: '乙', receiver: { kind: 'household', name: '甲户', division: { code: EAST_VILLAGE } } },
    ])
  }),
)

test.each<[string, (setting: ActionSetting, itemId: number) => Promise<unknown>, string]>([
  ['more than there is', (setting, itemId) => issued(setting, itemId, 11), 'payments.stock-short'],
  [
    'out of a campaign that has nothing',
    (setting, itemId) => issued(setting, itemId, 1, '2025年春节慰问'),
    'payments.stock-short',
  ],
  [
    'more back than went out',
    async (setting, itemId) => {
      const moveId = await issued(setting, itemId, 2)
      await returnStock(setting, { moveId, quantity: 1, on, note: '多领一袋' })
      return returnStock(setting, { moveId, quantity: 2, on, note: '多领一袋' })
    },
    'payments.more-than-issued',
  ],
  [
    'a proof that nobody uploaded',
    async (setting, itemId) => {
      const id = await aVeteran(setting, { division: EAST_VILLAGE })
      const to = { receiver: { kind: 'person' as const, id }, signedBy: '甲某', proofFileId: crypto.randomUUID() }
      return issueStock(setting, { itemId, quantity: 1, ...lot, on, note: '', ...to })
    },
    'payments.file-missing',
  ],
  [
    'a price that belongs to another unit',
    (setting, itemId) => {
      const bought = { move: 'purchase' as const, quantity: 50_000_000, unitPrice: 5_000, document: '发票2号' }
      return recordStockIn(setting, { itemId, ...bought, ...lot, on, note: '' })
    },
    'payments.stock-too-dear',
  ],
  [
    'a return of a purchase',
    async (setting) => {
      const { items } = await showStockMoves(setting, { move: 'purchase', ...page })
      return returnStock(setting, { moveId: items[0]?.id ?? 0, quantity: 1, on, note: '退货' })
    },
    'payments.stock-not-an-issue',
  ],
  [
    'on a day to come',
    (setting, itemId) =>
      recordStockIn(setting, {
        ...{ itemId, quantity: 1, ...lot, note: '', move: 'donation', unitPrice: null, document: '协议' },
        on: day('2025-07-01'),
      }),
    'payments.day-ahead',
  ],
  [
    'to somebody out of sight',
    (setting, itemId) =>
      issueStock(setting, {
        ...{ itemId, quantity: 1, ...lot, on, note: '', signedBy: '乙某', proofFileId: null },
        receiver: { kind: 'person', id: 4_000_000 },
      }),
    'payments.receiver-not-found',
  ],
  [
    'a loss on a count that is no longer true',
    (setting, itemId) =>
      recordStockLoss(setting, { itemId, version: 1, quantity: 1, ...lot, on, document: '单1号', note: '受潮' }),
    'platform.changed-meanwhile',
  ],
  [
    'a second item of that name',
    (setting) => registerStockItem(setting, { name: '大米', kind: 'goods', unit: '袋', division: EAST_VILLAGE }),
    'payments.stock-item-exists',
  ],
])('%s is refused', async (_sentence, attempt, code) => {
  await rolledBack(async (setting) => {
    const { itemId } = await rice(setting)

    await expect(attempt(setting, itemId)).rejects.toMatchObject({ code })
  })()
})

test(
  'a village sees its own store, another town none of it',
  rolledBack(async (setting) => {
    await rice(setting)

    const west = await switchTo(app(), setting.tx, { role: 'clerk', division: WEST_TOWN })
    expect((await showStockItems(west, { text: '', ...page })).total).toBe(0)
    expect((await showStockUse(west, page)).total).toBe(0)
    const east = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })
    expect((await showStockItems(east, { text: '大', ...page })).total).toBe(1)
  }),
)

test('whatever comes and goes, what is left is the sum of the moves and never below nought', async () => {
  const moves = fc.array(fc.tuple(fc.constantFrom('in', 'out'), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(moves, (tried) =>
      rolledBack(async (setting) => {
        const { itemId } = await rice(setting, 5)
        const expected = await movedBy(setting, itemId, tried)
        const { items } = await showStockMoves(setting, { itemId, page: 1, size: 200 })
        expect(await left(setting)).toBe(expected)
        expect(items.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(expected)
      })(),
    ),
    { numRuns: 10 },
  )
})

/** Five, and what of many moves there was enough for; a refusal would end the transaction, so it is left out. */
async function movedBy(
  setting: ActionSetting,
  itemId: number,
  tried: readonly (readonly [string, number])[],
): Promise<number> {
  let expected = 5
  for (const [way, quantity] of tried) {
    if (way === 'out' && quantity > expected) continue
    if (way === 'out') await issued(setting, itemId, quantity)
    else await given(setting, itemId, quantity)
    expected += way === 'in' ? quantity : -quantity
  }
  return expected
}

function given(setting: ActionSetting, itemId: number, quantity: number) {
  const donation = { move: 'donation' as const, unitPrice: null, document: '捐赠', note: '' }
  return recordStockIn(setting, { itemId, quantity, ...lot, on, ...donation })
}
