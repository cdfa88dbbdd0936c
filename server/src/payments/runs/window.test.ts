import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { merge } from '../../testing/pay-life.ts'
import { aRecipient, checker, maker, openPayDesk, type PayDesk, releaser } from '../../testing/payments.ts'
import { anIdNumber } from '../../testing/people.ts'
import { decideDeathNotice, recordConfirmations, showNotices } from '../deaths/death-notices.ts'
import { importDeathList } from '../deaths/import-death-list.ts'
import { showFindings } from './list-run-rows.ts'
import { sendBackRun } from './sign-run.ts'

const changed = { code: 'payments.changed-meanwhile' }
const died = { code: 'payments.death-meanwhile' }

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

/** 死亡名单 of some rows: name, ID number and day, the number whole or half. */
async function deathList(desk: PayDesk, rows: readonly string[]) {
  const text = ['姓名,身份证号,死亡日期', ...rows, ''].join('\n')
  const fileId = await desk.uploadBytes(new TextEncoder().encode(text), '死亡名单.csv')
  const order = { fileId, source: '民政局', receivedOn: day('2025-05-10') }
  return desk.act((setting) => importDeathList(setting, order), maker)
}

async function placeNotice(desk: PayDesk, personId: number) {
  const ask = { state: 'held', page: 1, size: 10 } as const
  const [notice] = (await desk.act((setting) => showNotices(setting, ask))).items
  const decision = { id: notice?.id ?? 0, version: notice?.version ?? 0, personId, because: '到村核实' }
  await desk.act((setting) => decideDeathNotice(setting, decision), maker)
}

async function sendBack(desk: PayDesk, id: number) {
  const { version } = await desk.run(id)
  await desk.act((setting) => sendBackRun(setting, { id, version, because: '名单有变' }), checker)
}

async function seen(setting: ActionSetting, personId: number) {
  const { version } = await registryRoutes.getPerson(setting, { id: personId })
  return { actionId: setting.actionId, personId, version }
}

const idNumber = anIdNumber('19480101', '808')

describe('what the checks before a lock rest on', () => {
  const desk = openPayDesk(freshDatabase())
  let personId = 0
  let lacking = 0

  const endPayee = () =>
    desk.act(async (setting) => {
      const { relations } = await registryRoutes.getPerson(setting, { id: lacking })
      const relationId = Number(relations[0]?.id ?? 0)
      await registryRoutes.endRelation(setting, {
        ...(await seen(setting, lacking)),
        ...{ relationId, validTo: day('2025-05-19') },
      })
    })

  const correctTo = (
    fact: { kind: 'id-number'; value: { idNumber: string } } | { kind: 'name'; value: { name: string } },
  ) =>
    desk.act(async (setting) => {
      const wrong = (await listFactsOf(setting, [personId], 'open')).find(({ kind }) => kind === fact.kind)
      const order = { ...(await seen(setting, personId)), factId: wrong?.id ?? 0, fact, because: '证件原件' }
      await registryRoutes.correctFact(setting, order)
    })

  test.each<[string, () => Promise<unknown>]>([
    ['a death list that names somebody', () => deathList(desk, [`亡者,${idNumber},2025-04-01`])],
    ['a half number that a clerk placed', () => placeNotice(desk, personId)],
    ['a payee who is one no more', endPayee],
    ['another ID number', () => correctTo({ kind: 'id-number', value: { idNumber: anIdNumber('19480102', '808') } })],
    ['another name', () => correctTo({ kind: 'name', value: { name: '王者' } })],
  ])('%s, learnt after the computation, sends the list back', async (_what, learn) => {
    if (personId === 0) {
      personId = await desk.act((setting) => aRecipient(setting, { name: '亡者', idNumber }))
      lacking = await desk.act((setting) => aRecipient(setting, { name: '受托', holder: '侄子' }))
      await desk.act(async (setting) => {
        const payee = { kind: 'payee', otherName: '侄子', note: '委托书' } as const
        await registryRoutes.addRelation(setting, { ...(await seen(setting, lacking)), ...payee })
      })
      await deathList(desk, ['某人,99999919,2025-04-02', `别处,${anIdNumber('19300101', '001')},2025-01-01`])
    }
    const draft = await desk.draft('2025-05')
    await learn()

    await expect(desk.step(draft.id, 'lockRun', maker)).rejects.toMatchObject(changed)
    await desk.recompute(draft.id)
    await desk.step(draft.id, 'lockRun', maker)

    await sendBack(desk, draft.id)
  })

  test('whoever holds the account without being the payee any more, or the namesake, is found then', async () => {
    const { id: runId } = await desk.draft('2025-05')
    const ask = { runId, check: 'holder-differs', isUndecided: false, page: 1, size: 10 }

    const { items } = await desk.act((setting) => showFindings(setting, ask))

    expect(new Set(items.map((one) => one.personId))).toEqual(new Set([personId, lacking]))
  })
})

describe('a yearly confirmation recorded after the computation', () => {
  const desk = openPayDesk(freshDatabase())

  test('of somebody whose money is kept back for it sends the list back; of another it changes nothing', async () => {
    const [held, paid] = [await desk.act((s) => aRecipient(s)), await desk.act((s) => aRecipient(s))]
    await desk.pay('2025-05')
    desk.clock('2026-07-20T01:00:00Z')
    const confirm = (personId: number, year: number) => {
      const order = { year, personIds: [personId], confirmedOn: day(`${year}-03-01`), way: '上门见面' }
      return desk.act((setting) => recordConfirmations(setting, order), maker)
    }
    await confirm(paid, 2026)
    const draft = await desk.draft('2026-07')

    await confirm(paid, 2025)
    await confirm(held, 2026)

    await expect(desk.step(draft.id, 'lockRun', maker)).rejects.toMatchObject(changed)
    expect((await desk.recompute(draft.id)).totals).toMatchObject({ held: 0 })
    await confirm(held, 2025)
    await desk.step(draft.id, 'lockRun', maker)
  })
})

describe('between locking and releasing', () => {
  const desk = openPayDesk(freshDatabase())
  let other = 0

  async function approved(month: string) {
    const draft = await desk.draft(month)
    await desk.step(draft.id, 'lockRun', maker)
    await desk.step(draft.id, 'checkRun', checker)
    await desk.step(draft.id, 'approveRun', releaser)
    return draft.id
  }

  test('a death list that names somebody who is to be paid stops the release until the list is computed anew', async () => {
    await desk.act((setting) => aRecipient(setting, { name: '亡者', idNumber }))
    other = await desk.act((setting) => aRecipient(setting))
    const id = await approved('2025-05')
    await deathList(desk, [`亡者,${idNumber},2025-04-01`])

    await expect(desk.step(id, 'releaseRun', releaser)).rejects.toMatchObject(died)
    await sendBack(desk, id)
    await desk.recompute(id)
    await desk.release(id)
    expect((await desk.run(id)).totals).toMatchObject({ held: 200_000, sent: 200_000 })
  })

  test('named again, whoever is kept back already stops nothing', async () => {
    desk.clock('2025-06-20T01:00:00Z')
    const id = await approved('2025-06')
    await deathList(desk, [`亡者,${idNumber},2025-04-01`])

    await desk.step(id, 'releaseRun', releaser)
  })

  test('a death that is registered stops it too', async () => {
    desk.clock('2025-07-20T01:00:00Z')
    const id = await approved('2025-07')
    await desk.act(async (setting) => {
      const fact = { kind: 'death', value: { day: day('2025-07-02'), precision: 'day' } } as const
      await registryRoutes.recordFact(setting, { ...(await seen(setting, other)), fact, note: '死亡证明' })
    })

    await expect(desk.step(id, 'releaseRun', releaser)).rejects.toMatchObject(died)
  })
})
