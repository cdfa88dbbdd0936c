import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { merge } from '../../testing/pay-life.ts'
import { aRecipient, maker, openPayDesk } from '../../testing/payments.ts'

const changed = { code: 'payments.changed-meanwhile' }

describe('between computing and locking', () => {
  const desk = openPayDesk(freshDatabase())
  let people: readonly number[] = []

  test('nothing happens, and the list is locked', async () => {
    people = [
      await desk.act((setting) => aRecipient(setting)),
      await desk.act((setting) => aRecipient(setting)),
      await desk.act((setting) => aRecipient(setting)),
    ]
    const draft = await desk.draft('2025-05')

    await desk.step(draft.id, 'lockRun', maker)

    expect(await desk.run(draft.id)).toMatchObject({ state: 'locked' })
  })

  test('a death that somebody began to register before, and that was there only after, sends the list back', async () => {
    desk.clock('2025-06-20T01:00:05Z')
    const draft = await desk.draft('2025-06')
    // Whoever registers it read the clock before the computation did; the commit came after.
    desk.clock('2025-06-20T01:00:00Z')
    await desk.act(async (setting) => {
      const [personId = 0] = people
      const { version } = await registryRoutes.getPerson(setting, { id: personId })
      const fact = { kind: 'death', value: { day: day('2025-04-02'), precision: 'day' } } as const
      const { actionId } = setting
      await registryRoutes.recordFact(setting, { actionId, personId, version, fact, note: '死亡证明' })
    })
    desk.clock('2025-06-20T01:00:10Z')

    await expect(desk.step(draft.id, 'lockRun', maker)).rejects.toMatchObject(changed)
    const again = await desk.recompute(draft.id)
    await desk.step(again.id, 'lockRun', maker)
    expect(again.totals.recovery).toBeLessThan(0)
  })

  test('two files that are merged send the list back, which would pay both', async () => {
    desk.clock('2025-07-20T01:00:00Z')
    const draft = await desk.draft('2025-07')
    const [, keep = 0, drop = 0] = people
    await merge({ act: (_, work) => desk.act(work) }, keep, drop)

    await expect(desk.step(draft.id, 'lockRun', maker)).rejects.toMatchObject(changed)
  })
})
