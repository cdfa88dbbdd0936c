import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { RecoveryLine } from '@dongzhou/contract/payments-money'
import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { aDraft, confirmed, proposed } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, maker, monthOfText, openPayDesk, type PayDesk, releaser } from '../../testing/payments.ts'
import { planRecovery, recordRepayment, writeOffRecovery } from '../recoveries/settle-recovery.ts'
import { getRecovery, showRecoveries } from '../recoveries/show-recoveries.ts'
import { showChanges, showLines } from './list-run-rows.ts'

const page = { page: 1, size: 50 }

async function told(desk: PayDesk, personId: number, fact: FactDraft): Promise<void> {
  await desk.act(async (setting) => {
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    await registryRoutes.recordFact(setting, { actionId: setting.actionId, personId, version, fact, note: '证件原件' })
  })
}

async function linesOf(desk: PayDesk, runId: number, personId: number) {
  const { items } = await desk.act((setting) => showLines(setting, { runId, personId, ...page }))
  return items.map(({ month, kind, amount }) => `${month} ${kind} ${amount}`)
}

async function changeOf(desk: PayDesk, runId: number, personId: number) {
  const { items } = await desk.act((setting) =>
    showChanges(setting, { runId, isUnexplained: false, text: '', ...page }),
  )
  return items.find((one) => one.personId === personId)
}

async function debtOf(desk: PayDesk, personId: number): Promise<RecoveryLine> {
  const { items } = await desk.act((setting) => showRecoveries(setting, { personId, text: '', ...page }))
  const [debt] = items
  if (!debt) throw new Error('nothing is asked back')
  return debt
}

describe('a death learnt three months late', () => {
  const desk = openPayDesk(freshDatabase())
  let dead = 0

  test('stops the money, and asks back what was paid for the months after it, to the fen', async () => {
    dead = await desk.act((setting) => aRecipient(setting))
    // Six who live on: one who leaves is no great change of the whole.
    for (let at = 0; at < 6; at += 1) await desk.act((setting) => aRecipient(setting))
    for (const month of ['2025-05', '2025-06', '2025-07', '2025-08']) {
      desk.clock(`${month}-20T01:00:00Z`)
      await desk.pay(month)
    }
    desk.clock('2025-09-20T01:00:00Z')
    await told(desk, dead, { kind: 'death', value: { day: day('2025-05-30'), precision: 'day' } })

    const draft = await desk.draft('2025-09')

    expect(await linesOf(desk, draft.id, dead)).toEqual([
      '2025-08 recovery -200000',
      '2025-07 recovery -200000',
      '2025-06 recovery -200000',
    ])
    expect(await changeOf(desk, draft.id, dead)).toMatchObject({ change: 'out', isUnexplained: false })
    expect((await changeOf(desk, draft.id, dead))?.causes).toContain('death')
    expect(draft).toMatchObject({ list: 1_200_000, totals: { recovery: -600_000 } })
    await desk.release(draft.id)
    await desk.answer(draft.id)
    await desk.step(draft.id, 'closeRun', maker)
    expect((await desk.run(draft.id)).ledger.isBalanced).toBe(true)
  })

  test('the debt is paid back in part and the rest written off by a decision; never more than is owed', async () => {
    const debt = await debtOf(desk, dead)
    expect(debt).toMatchObject({ amount: 600_000, rest: 600_000, state: 'open', isAlive: false })
    const repay = (version: number, amount: number) =>
      desk.act(
        (setting) =>
          recordRepayment(setting, { id: debt.id, version, amount, on: day('2025-09-21'), receipt: '缴款书1号' }),
        maker,
      )

    desk.clock('2025-09-25T01:00:00Z')
    await repay(1, 250_000)
    await expect(repay(2, 350_001)).rejects.toMatchObject({ code: 'payments.more-than-owed' })
    await desk.act(
      (setting) => writeOffRecovery(setting, { id: debt.id, version: 2, document: '纪要1号', because: '无遗产' }),
      releaser,
    )

    const settled = await desk.act((setting) => getRecovery(setting, debt.id))
    expect(settled).toMatchObject({ state: 'settled', rest: 0 })
    expect(settled.steps.map(({ way, amount }) => [way, amount])).toEqual([
      ['repaid', 250_000],
      ['written-off', 350_000],
    ])
    await expect(repay(3, 1)).rejects.toMatchObject({ code: 'payments.recovery-settled' })
  })

  test('once settled, the next month asks nothing more of anybody', async () => {
    desk.clock('2025-10-20T01:00:00Z')

    const draft = await desk.draft('2025-10')

    expect(await linesOf(desk, draft.id, dead)).toEqual([])
    expect(draft).toMatchObject({ people: 6, list: 1_200_000, changes: { unexplained: 0 } })
  })
})

describe('a rate announced late and applied backwards', () => {
  const desk = openPayDesk(freshDatabase())

  test('pays everybody the difference of the months since, with the rate as the cause', async () => {
    const personId = await desk.act((setting) => aRecipient(setting))
    for (const month of ['2025-05', '2025-06']) {
      desk.clock(`${month}-20T01:00:00Z`)
      await desk.pay(month)
    }
    desk.clock('2025-07-10T01:00:00Z')
    await desk.act(async (setting) => {
      const rate = { kind: 'disability-pension' as const, key: 'war-7', value: 210_000, validFrom: day('2025-06-01') }
      await confirmed(setting, await proposed(setting, [aDraft({ ...rate, announcedOn: day('2025-07-01') })]))
    })
    desk.clock('2025-07-20T01:00:00Z')

    const draft = await desk.draft('2025-07')

    expect(await linesOf(desk, draft.id, personId)).toEqual(['2025-07 regular 210000', '2025-06 arrears 10000'])
    const change = await changeOf(desk, draft.id, personId)
    expect(change).toMatchObject({ change: 'changed', before: 200_000, now: 210_000, isUnexplained: false })
    expect(change?.causes).toEqual(expect.arrayContaining(['rate', 'arrears']))
  })
})

describe('too much was paid to somebody who lives', () => {
  const desk = openPayDesk(freshDatabase())
  let personId = 0

  test('a grade found lower backwards is asked back; the money of the month goes out whole until a plan is agreed', async () => {
    personId = await desk.act((setting) => aRecipient(setting))
    await desk.act(async (setting) => {
      const rate = { kind: 'disability-pension' as const, key: 'war-8', value: 150_000 }
      await confirmed(setting, await proposed(setting, [aDraft(rate)]))
    })
    for (const month of ['2025-05', '2025-06']) {
      desk.clock(`${month}-20T01:00:00Z`)
      await desk.pay(month)
    }
    desk.clock('2025-07-10T01:00:00Z')
    const value = { grade: 8, nature: 'war' as const, approved: day('2019-12-20') }
    await told(desk, personId, { kind: 'disability', value, validFrom: day('2025-06-01') })
    desk.clock('2025-07-20T01:00:00Z')

    const draft = await desk.draft('2025-07')

    expect(await linesOf(desk, draft.id, personId)).toEqual(['2025-07 regular 150000', '2025-06 recovery -50000'])
    expect(draft).toMatchObject({ list: 150_000 })
    expect((await changeOf(desk, draft.id, personId))?.causes).toEqual(expect.arrayContaining(['grade', 'recovery']))
    // A quarter less than last month: two must approve, and in this bureau one chief checks and one leader approves.
    expect(draft.signaturesNeeded.approvals).toBe(2)
  })
})

describe('instalments', () => {
  const desk = openPayDesk(freshDatabase())

  test('are withheld month by month until nothing is left, and never more than is owed', async () => {
    const personId = await desk.act((setting) => aRecipient(setting))
    for (let at = 0; at < 6; at += 1) await desk.act((setting) => aRecipient(setting))
    await desk.act(async (setting) => {
      const rate = { kind: 'disability-pension' as const, key: 'war-8', value: 150_000 }
      await confirmed(setting, await proposed(setting, [aDraft(rate)]))
    })
    desk.clock('2025-05-20T01:00:00Z')
    await desk.pay('2025-05')
    desk.clock('2025-06-10T01:00:00Z')
    const value = { grade: 8, nature: 'war' as const, approved: day('2019-12-20') }
    await told(desk, personId, { kind: 'disability', value, validFrom: day('2025-05-01') })
    desk.clock('2025-06-20T01:00:00Z')
    await desk.pay('2025-06')
    const debt = await debtOf(desk, personId)
    const plan = {
      id: debt.id,
      version: debt.version,
      monthly: 20_000,
      fromMonth: monthOfText('2025-07'),
      document: '协议1号',
    }
    await desk.act((setting) => planRecovery(setting, plan), maker)
    const { ahead } = await desk.act((setting) => getRecovery(setting, debt.id))
    expect(ahead.map(({ month, amount }) => [month, amount])).toEqual([
      ['2025-07', 20_000],
      ['2025-08', 20_000],
      ['2025-09', 10_000],
    ])

    const withheld: number[] = []
    for (const month of ['2025-07', '2025-08', '2025-09', '2025-10']) {
      desk.clock(`${month}-20T01:00:00Z`)
      const run = await desk.pay(month)
      withheld.push(run.totals.withheld)
      expect(run.totals.paid).toBe(run.totals.list)
    }

    expect(withheld).toEqual([20_000, 20_000, 10_000, 0])
    expect(await debtOf(desk, personId)).toMatchObject({ state: 'settled', rest: 0 })
  })
})
