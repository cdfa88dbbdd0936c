import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, maker, openPayDesk } from '../../testing/payments.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { paymentsRoutes } from '../routes.ts'
import { recordConfirmations } from './death-notices.ts'

describe('the list of those not yet confirmed this year', () => {
  const desk = openPayDesk(freshDatabase())
  let seen = 0
  const townsman = { role: 'town-worker', division: WEST_TOWN } as const

  async function namesFor(as: Parameters<typeof desk.act>[1]) {
    const ask = { year: 2025, page: 1, size: 10 }
    const { items, total } = await desk.act((setting) => paymentsRoutes.listUnconfirmed(setting, ask), as)
    expect(total).toBe(items.length)
    return items.map(({ name }) => name)
  }

  test('shows a town its own people, though the run is the county’s and not in its sight', async () => {
    seen = await desk.act((setting) => aRecipient(setting, { name: '张大山', division: WEST_VILLAGE }))
    await desk.act((setting) => aRecipient(setting, { name: '李小河', division: EAST_VILLAGE }))
    await desk.pay('2025-05')

    expect(await namesFor(maker)).toEqual(['李小河', '张大山'])
    expect(await namesFor(townsman)).toEqual(['张大山'])
  })

  test('shows nobody whom a run of the county has only drafted, as far as the county sees its runs', async () => {
    await desk.act((setting) => aRecipient(setting, { name: '王新人', division: EAST_VILLAGE }))
    desk.clock('2025-06-20T01:00:00Z')
    await desk.draft('2025-06')

    expect(await namesFor(maker)).toEqual(['李小河', '张大山'])
  })

  test('leaves out whoever was seen', async () => {
    const order = { year: 2025, personIds: [seen], confirmedOn: day('2025-06-01'), way: '上门见面' }
    await desk.act((setting) => recordConfirmations(setting, order), maker)

    expect(await namesFor(townsman)).toEqual([])
  })
})
