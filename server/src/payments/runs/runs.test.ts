import type { RunView } from '@dongzhou/contract/payments-views'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, checker, maker, openPayDesk, releaser } from '../../testing/payments.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { recomputeRun } from './create-run.ts'
import { showChanges, showLines } from './list-run-rows.ts'
import { sendBackRun, withdrawRun } from './sign-run.ts'

const page = { page: 1, size: 50 }

describe('a month', () => {
  const desk = openPayDesk(freshDatabase())

  test('goes from draft to closed by three people, and its ledger closes', async () => {
    for (let at = 0; at < 3; at += 1) await desk.act((setting) => aRecipient(setting))

    const draft = await desk.draft('2025-05')

    expect(draft).toMatchObject({ state: 'draft', people: 3, list: 600_000, unknown: 0 })
    expect(draft.checks.filter(({ found }) => found > 0)).toEqual([])
    const released = await desk.release(draft.id)
    expect(released).toMatchObject({ state: 'released', totals: { sent: 600_000, planned: 0, held: 0 } })
    expect(released.signatures.map(({ step }) => step)).toEqual(['make', 'lock', 'check', 'approve', 'release'])
    expect(released.signatures.slice(1).map(({ digest }) => digest)).toEqual(Array(4).fill(released.digest))
    await desk.answer(draft.id)
    await desk.step(draft.id, 'closeRun', maker)
    const closed = await desk.run(draft.id)
    expect(closed).toMatchObject({ state: 'closed', ledger: { isBalanced: true } })
    expect(closed.totals).toMatchObject({ list: 600_000, paid: 600_000, failed: 0, held: 0 })
  })

  test('is compared with the one before: nobody changed, nothing is unexplained', async () => {
    desk.clock('2025-06-20T01:00:00Z')

    const draft = await desk.draft('2025-06')

    expect(draft.changes).toMatchObject({ same: { people: 3, amount: 600_000 }, previousMonth: '2025-05' })
    expect(draft.changes.unexplained).toBe(0)
    expect(draft.list).toBe(600_000)
    await desk.release(draft.id)
    await desk.answer(draft.id)
  })

  test('that was paid is not paid again: a second run of it has nobody', async () => {
    const again = await desk.draft('2025-06')

    expect(again).toMatchObject({ people: 0, list: 0 })
    await expect(desk.step(again.id, 'lockRun', maker)).rejects.toMatchObject({ code: 'payments.empty-run' })
    const { version } = await desk.run(again.id)
    await desk.act((setting) => withdrawRun(setting, { id: again.id, version, because: '重复编制' }), maker)
    expect((await desk.run(again.id)).state).toBe('withdrawn')
  })

  test('with somebody new is explained by the award, and the money of the months missed is arrears', async () => {
    desk.clock('2025-07-20T01:00:00Z')
    const personId = await desk.act((setting) => aRecipient(setting))

    const draft = await desk.draft('2025-07')

    const changes = await desk.act((setting) =>
      showChanges(setting, { runId: draft.id, isUnexplained: false, text: '', ...page }),
    )
    expect(changes.items).toMatchObject([{ personId, change: 'in', before: 0, now: 200_000, isUnexplained: false }])
    expect(changes.items[0]?.causes).toEqual(expect.arrayContaining(['award', 'arrears']))
    const lines = await desk.act((setting) => showLines(setting, { runId: draft.id, personId, ...page }))
    expect(lines.items.map(({ month, kind, amount }) => [month, kind, amount])).toEqual([
      ['2025-07', 'regular', 200_000],
      ['2025-06', 'arrears', 200_000],
      ['2025-05', 'arrears', 200_000],
    ])
    expect(lines.items.every(({ rateIds }) => rateIds.length === 1)).toBe(true)
  })
})

describe('two drafts of one month', () => {
  const desk = openPayDesk(freshDatabase())

  test('the second to be locked is refused, and pays nobody once it is computed again', async () => {
    await desk.act((setting) => aRecipient(setting, { division: EAST_VILLAGE }))
    const one = await desk.draft('2025-05')
    const other = await desk.draft('2025-05')
    await desk.step(one.id, 'lockRun', maker)

    await expect(desk.step(other.id, 'lockRun', maker)).rejects.toMatchObject({ code: 'payments.posted-meanwhile' })
    expect(await desk.recompute(other.id)).toMatchObject({ people: 0 })
  })
})

describe('somebody who moved to another town', () => {
  const desk = openPayDesk(freshDatabase())

  test('is not paid again for the months another list has paid', async () => {
    const personId = await desk.act((setting) => aRecipient(setting, { division: EAST_VILLAGE }))
    const may = await desk.draft('2025-05', undefined, maker, EAST_TOWN)
    await desk.release(may.id)
    await desk.answer(may.id)
    desk.clock('2025-06-10T01:00:00Z')
    await desk.act(async (setting) => {
      const { version, facts } = await registryRoutes.getPerson(setting, { id: personId })
      const fact = { kind: 'residence' as const, value: { division: WEST_VILLAGE } }
      const factId = Number(facts.find(({ kind }) => kind === 'residence')?.id ?? 0)
      const move = { actionId: setting.actionId, personId, version, factId, fact, because: '迁居' }
      await registryRoutes.correctFact(setting, move)
    })
    desk.clock('2025-06-20T01:00:00Z')

    const west = await desk.draft('2025-06', undefined, maker, WEST_TOWN)
    const east = await desk.draft('2025-06', undefined, maker, EAST_TOWN)

    expect(west).toMatchObject({ people: 1, list: 200_000, totals: { arrears: 0 } })
    expect(east).toMatchObject({ people: 0, totals: { recovery: 0 }, changes: { unexplained: 0, out: { people: 1 } } })
  })
})

describe('different people', () => {
  const desk = openPayDesk(freshDatabase())

  async function locked(): Promise<RunView> {
    await desk.act((setting) => aRecipient(setting))
    const draft = await desk.draft('2025-05')
    await desk.step(draft.id, 'lockRun', maker)
    return desk.run(draft.id)
  }

  test('the maker may neither check nor release, the checker may neither approve nor release', async () => {
    const { id } = await locked()
    const refused = { code: 'payments.same-person' }

    await expect(desk.step(id, 'checkRun', maker)).rejects.toMatchObject(refused)
    await desk.step(id, 'checkRun', checker)
    await expect(desk.step(id, 'approveRun', checker)).rejects.toMatchObject(refused)
    await desk.step(id, 'approveRun', releaser)
    await expect(desk.step(id, 'releaseRun', checker)).rejects.toMatchObject(refused)
  })

  test('a list that was sent back has lost its signatures and its digest, and its maker stays its maker', async () => {
    const { id } = await locked()
    await desk.step(id, 'checkRun', checker)
    const { version } = await desk.run(id)

    await desk.act((setting) => sendBackRun(setting, { id, version, because: '有人漏登记' }), checker)

    expect(await desk.run(id)).toMatchObject({ state: 'draft', digest: null, signaturesNeeded: { given: 0 } })
    await desk.step(id, 'lockRun', maker)
    await expect(desk.step(id, 'checkRun', maker)).rejects.toMatchObject({ code: 'payments.same-person' })
  })

  test('whoever has a list made anew is its maker too, and may not check it', async () => {
    await desk.act((setting) => aRecipient(setting))
    const { id, version } = await desk.draft('2025-05')
    await desk.act((setting) => recomputeRun(setting, { id, version }), checker)
    await desk.workOff()

    await desk.step(id, 'lockRun', maker)

    const { signatures } = await desk.run(id)
    expect(signatures.map(({ step }) => step)).toEqual(['make', 'make', 'lock'])
    await expect(desk.step(id, 'checkRun', checker)).rejects.toMatchObject({ code: 'payments.same-person' })
  })

  test('a step out of turn, and one on a list somebody else has moved on, are refused', async () => {
    const { id, version } = await locked()

    await expect(desk.step(id, 'releaseRun', releaser)).rejects.toMatchObject({ code: 'payments.wrong-state' })
    await desk.step(id, 'checkRun', checker)
    await expect(
      desk.act((setting) => sendBackRun(setting, { id, version, because: '看错了' }), checker),
    ).rejects.toMatchObject({ code: 'platform.changed-meanwhile' })
  })
})
