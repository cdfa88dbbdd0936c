import { day } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { checks } from '../../integrity/index.ts'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, maker, monthOfText, openPayDesk, type PayDesk } from '../../testing/payments.ts'
import { createReissue } from '../reissues/create-reissue.ts'
import { showTransfers } from '../runs/list-run-rows.ts'
import { cancellations } from './cancel-unpaid.ts'
import { showRecoveries } from './show-recoveries.ts'
import type { UnpaidLine } from './unpaid.sql.ts'

const page = { page: 1, size: 50 }

async function dies(desk: PayDesk, personId: number, on: string): Promise<void> {
  await desk.act(async (setting) => {
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    const fact = { kind: 'death' as const, value: { day: day(on), precision: 'day' as const } }
    await registryRoutes.recordFact(setting, { actionId: setting.actionId, personId, version, fact, note: '死亡证明' })
  })
}

async function transfersOf(desk: PayDesk, personId: number) {
  const { items } = await desk.act((setting) =>
    showTransfers(setting, { personId, isOutstanding: false, text: '', ...page }),
  )
  return items.map(({ id, month, state, amount, cancelled }) => ({ id, month, state, amount, cancelled }))
}

describe('money that never left the house', () => {
  const desk = openPayDesk(freshDatabase())
  let dead = 0

  test('of somebody dead is taken back from where it lies: asked back is only what was really paid', async () => {
    dead = await desk.act((setting) => aRecipient(setting))
    for (let at = 0; at < 6; at += 1) await desk.act((setting) => aRecipient(setting))
    desk.clock('2025-05-20T01:00:00Z')
    await desk.pay('2025-05')
    desk.clock('2025-06-20T01:00:00Z')
    await desk.pay('2025-06')
    desk.clock('2025-07-20T01:00:00Z')
    const july = await desk.draft('2025-07')
    await desk.release(july.id)
    let at = 0
    // The dead man was entered first, so his line is the first of the file.
    await desk.answer(july.id, () => (at++ === 0 ? '已销户' : undefined))
    await dies(desk, dead, '2025-05-28')
    desk.clock('2025-08-20T01:00:00Z')

    const august = await desk.draft('2025-08')
    await desk.release(august.id)

    expect(august.totals.recovery).toBe(-400_000)
    const { items } = await desk.act((setting) => showRecoveries(setting, { personId: dead, text: '', ...page }))
    expect(items).toMatchObject([{ amount: 200_000, rest: 200_000 }])
    expect(await transfersOf(desk, dead)).toMatchObject([
      { month: '2025-07', state: 'failed', amount: 200_000, cancelled: 200_000 },
      { month: '2025-06', state: 'paid', cancelled: 0 },
      { month: '2025-05', state: 'paid', cancelled: 0 },
    ])
    expect((await desk.run(july.id)).totals).toMatchObject({ failed: 200_000, cancelled: 200_000 })
    const cancelled = await desk.act((setting) =>
      showTransfers(setting, { isOutstanding: false, isCancelled: true, text: '', ...page }),
    )
    expect(cancelled.items).toMatchObject([{ runId: july.id, personId: dead }])
  })

  test('is not paid again by any run, both runs close, and the books agree', async () => {
    const [failed] = await transfersOf(desk, dead)
    const order = { transferIds: [failed?.id ?? 0], month: monthOfText('2025-08'), note: '' }

    await expect(desk.act((setting) => createReissue(setting, order), maker)).rejects.toMatchObject({
      code: 'payments.nothing-to-reissue',
    })
    const outstanding = await desk.act((setting) => showTransfers(setting, { isOutstanding: true, text: '', ...page }))
    expect(outstanding.items).toEqual([])
    const [august] = (await desk.act((setting) => showTransfers(setting, { isOutstanding: false, text: '', ...page })))
      .items
    await desk.answer(august?.runId ?? 0)
    await desk.step(august?.runId ?? 0, 'closeRun', maker)
    const run = await desk.run(august?.runId ?? 0)
    expect(run).toMatchObject({ state: 'closed', ledger: { isBalanced: true } })
    expect(run.ledger.entries).toContainEqual(
      expect.objectContaining({ debit: '退汇待补', memo: '退汇款撤销', amount: 200_000 }),
    )
    const ledger = checks.find(({ code }) => code === 'payment-ledger')
    expect(await desk.act(async (setting) => ledger?.summary(setting))).toBe(0)
  })
})

describe('what is taken back of which transfer', () => {
  const may = findMonth('2025-05') ?? (0 as Month)
  const asked = (amount: number, month: number = may) => ({
    ...{ person: 1, benefit: 'disability-pension' as const, month: month as Month, amount },
  })
  const line = (transfer: number, more: Partial<UnpaidLine> = {}): UnpaidLine => ({
    ...{ transfer, state: 'held', rest: 100, isMerged: false, amount: 100 },
    ...asked(100),
    ...more,
  })
  const taken = (...of: Parameters<typeof cancellations>) =>
    cancellations(...of).map(({ transfer, amount }) => [transfer, amount])

  test.each<[string, Parameters<typeof cancellations>, readonly (readonly number[])[]]>([
    ['the money of the month asked back', [[asked(100)], [line(7)], new Map([[1, 100]])], [[7, 100]]],
    ['a part of it', [[asked(30)], [line(7)], new Map([[1, 30]])], [[7, 30]]],
    ['of two the first listed', [[asked(100)], [line(8), line(7)], new Map([[1, 100]])], [[8, 100]]],
    ['never more than is owed after the offset', [[asked(100)], [line(7)], new Map([[1, 40]])], [[7, 40]]],
    ['never more than lies there', [[asked(100)], [line(7, { rest: 20 })], new Map([[1, 100]])], [[7, 20]]],
    ['nothing of another month', [[asked(100, may + 1)], [line(7)], new Map([[1, 100]])], []],
    ['nothing of somebody else', [[asked(100)], [line(7, { person: 2 })], new Map([[1, 100]])], []],
    [
      'two months in one transfer',
      [
        [asked(100), asked(100, may + 1)],
        [line(7, { rest: 150 }), line(7, { rest: 150, month: (may + 1) as Month })],
        new Map([[1, 200]]),
      ],
      [[7, 150]],
    ],
  ])('%s', (_sentence, given, expected) => {
    expect(taken(...given)).toEqual(expected)
  })
})
