import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { aDisabledVeteran, aDraft, anAward, confirmed, proposed } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, openPayDesk, type PayDesk, PENSION } from '../../testing/payments.ts'
import { showChanges } from './list-run-rows.ts'

async function changeIn(desk: PayDesk, runId: number, personId: number) {
  const { items } = await desk.act((setting) =>
    showChanges(setting, { runId, isUnexplained: false, text: '', page: 1, size: 50 }),
  )
  return items.find((one) => one.personId === personId)
}

async function aDesk(desk: PayDesk): Promise<void> {
  for (let at = 0; at < 6; at += 1) await desk.act((setting) => aRecipient(setting))
}

describe('what was on file before the last run, and pays or stops only after it', () => {
  const desk = openPayDesk(freshDatabase())

  test('a death of the month that was still paid explains who is out in the next', async () => {
    await aDesk(desk)
    const personId = await desk.act((setting) => aRecipient(setting))
    desk.clock('2025-05-10T01:00:00Z')
    await desk.act(async (setting) => {
      const { version } = await registryRoutes.getPerson(setting, { id: personId })
      const fact = { kind: 'death' as const, value: { day: day('2025-05-03'), precision: 'day' as const } }
      await registryRoutes.recordFact(setting, {
        actionId: setting.actionId,
        personId,
        version,
        fact,
        note: '死亡证明',
      })
    })
    desk.clock('2025-05-20T01:00:00Z')
    const may = await desk.draft('2025-05')
    const released = await desk.release(may.id)
    await desk.answer(released.id)
    desk.clock('2025-06-20T01:00:00Z')

    const june = await desk.draft('2025-06')

    expect(await changeIn(desk, june.id, personId)).toMatchObject({
      change: 'out',
      causes: ['death'],
      isUnexplained: false,
    })
  })
})

describe('a county that pays from the month after the decision', () => {
  const desk = openPayDesk(freshDatabase())

  test('finds the decision of last month behind who is new in this one', async () => {
    await aDesk(desk)
    await desk.act(async (setting) => {
      const choice = { kind: 'start-month' as const, key: 'disability-pension', choice: 'after-approval' }
      await confirmed(setting, await proposed(setting, [aDraft({ ...choice, validFrom: day('2025-01-01') })]))
    })
    desk.clock('2025-05-10T01:00:00Z')
    const personId = await desk.act((setting) => aDisabledVeteran(setting, { more: [anAward(PENSION, '2025-05-09')] }))
    desk.clock('2025-05-20T01:00:00Z')
    const may = await desk.draft('2025-05')
    await desk.release(may.id)
    await desk.answer(may.id)
    desk.clock('2025-06-20T01:00:00Z')

    const june = await desk.draft('2025-06')

    expect(may.people).toBe(6)
    const change = await changeIn(desk, june.id, personId)
    expect(change).toMatchObject({ change: 'in', before: 0, now: 200_000, isUnexplained: false })
    expect(change?.causes).toContain('award')
  })
})
