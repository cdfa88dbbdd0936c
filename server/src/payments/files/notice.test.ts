import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, openPayDesk } from '../../testing/payments.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { paymentsRoutes } from '../routes.ts'

describe('the public notice', () => {
  const desk = openPayDesk(freshDatabase())
  let runId = 0

  const notice = (ask: Partial<Parameters<typeof paymentsRoutes.listNotice>[1]> = {}) =>
    desk.act((setting) => paymentsRoutes.listNotice(setting, { runId, page: 1, size: 50, ...ask }))

  test('names whom the money goes to, masked, in the order of places; whoever is held is not on it', async () => {
    await desk.act((setting) => aRecipient(setting, { name: '张大山', division: WEST_VILLAGE }))
    await desk.act((setting) => aRecipient(setting, { name: '李小河', division: EAST_VILLAGE }))
    await desk.act((setting) => aRecipient(setting, { name: '欧阳海洋', division: EAST_VILLAGE }))
    await desk.act((setting) => aRecipient(setting, { name: '王无账', division: EAST_VILLAGE, account: null }))
    runId = (await desk.draft('2025-05')).id

    const { items, total } = await notice()

    expect(total).toBe(3)
    expect(items.map(({ name, division, amount }) => [name, division.code, amount])).toEqual([
      ['李**', EAST_VILLAGE, 200_000],
      ['欧阳**', EAST_VILLAGE, 200_000],
      ['张**', WEST_VILLAGE, 200_000],
    ])
    expect(items.every(({ idNumber }) => /^\d{4}\*{14}$/.test(idNumber))).toBe(true)
  })

  test('is hung up town by town, and turned page by page', async () => {
    expect((await notice({ division: WEST_TOWN })).items.map(({ name }) => name)).toEqual(['张**'])
    const second = await notice({ page: 2, size: 2 })
    expect(second).toMatchObject({ total: 3, more: false, items: [{ name: '张**' }] })
  })
})
