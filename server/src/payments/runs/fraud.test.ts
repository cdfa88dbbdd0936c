import { faults } from '@dongzhou/contract/faults'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inSetting } from '../../platform/app.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { registryRoutes } from '../../registry/index.ts'
import { actorOf, freshDatabase } from '../../testing/fresh-database.ts'
import { anAccount } from '../../testing/lost-authority.ts'
import { aCard, aRecipient, checker, maker, openPayDesk, type PayDesk, releaser } from '../../testing/payments.ts'
import { anIdNumber } from '../../testing/people.ts'
import { decideDeathNotice, recordConfirmations, showNotices } from '../deaths/death-notices.ts'
import { importDeathList } from '../deaths/import-death-list.ts'
import { getRun } from './get-run.ts'
import { showChanges, showFindings, showTransfers } from './list-run-rows.ts'
import { releaseRun } from './release-run.ts'
import { decideRunFinding, explainChange } from './settle-draft.ts'

const page = { page: 1, size: 50 }

async function found(desk: PayDesk, runId: number) {
  const { items } = await desk.act((setting) => showFindings(setting, { runId, isUndecided: false, ...page }))
  return items
}

async function transfersOf(desk: PayDesk, runId: number) {
  const { items } = await desk.act((setting) =>
    showTransfers(setting, { runId, isOutstanding: false, text: '', ...page }),
  )
  return items
}

async function deathList(desk: PayDesk, rows: readonly string[]) {
  const text = ['姓名,身份证号,死亡日期', ...rows, ''].join('\n')
  const fileId = await desk.uploadBytes(new TextEncoder().encode(text), '死亡名单.csv')
  const order = { fileId, source: '民政局', receivedOn: day('2025-05-10') }
  return desk.act((setting) => importDeathList(setting, order), maker)
}

describe('a dead payee', () => {
  const desk = openPayDesk(freshDatabase())
  const idNumber = anIdNumber('19410101', '777')

  test('is kept back by the death list, and half an ID number waits for a clerk with a sentence', async () => {
    const personId = await desk.act((setting) => aRecipient(setting, { name: '亡者', idNumber }))
    await desk.act((setting) => aRecipient(setting))

    const list = await deathList(desk, [
      `亡者,${idNumber},2025-04-01`,
      '某人,99999919,2025-04-02',
      `别处,${anIdNumber('19300101', '001')},2025-01-01`,
    ])

    expect(list).toMatchObject({ state: 'taken', rows: 3, matched: 1, held: 1, unmatched: 1 })
    expect(list.complaints).toEqual([{ where: '第 3 行“身份证号”', say: expect.stringContaining('只有 8 位，不完整') }])
    const draft = await desk.draft('2025-05')
    expect(await found(desk, draft.id)).toMatchObject([{ check: 'death-match', personId, effect: 'holds' }])
    expect(draft.totals).toMatchObject({ list: 400_000, held: 200_000, planned: 200_000 })
  })

  test('stays held through the release, and the run closes without that money', async () => {
    const draft = await desk.draft('2025-05')
    await desk.release(draft.id)
    await desk.answer(draft.id)
    await desk.step(draft.id, 'closeRun', maker)

    const closed = await desk.run(draft.id)
    expect(closed.totals).toMatchObject({ paid: 200_000, held: 200_000 })
    expect(closed.ledger).toMatchObject({ isBalanced: true })
  })

  test('a false alarm is let pass by somebody who did not make the list, with a ground', async () => {
    desk.clock('2025-06-20T01:00:00Z')
    const draft = await desk.draft('2025-06')
    const [finding] = await found(desk, draft.id)
    const order = { runId: draft.id, findingId: finding?.id ?? 0, pay: true, because: '本人到场，名单有误' }

    await expect(desk.act((setting) => decideRunFinding(setting, order), maker)).rejects.toMatchObject({
      code: 'payments.same-person',
    })
    await desk.act((setting) => decideRunFinding(setting, order), checker)

    expect((await desk.run(draft.id)).totals).toMatchObject({ held: 0, planned: 400_000 })
    expect(await found(desk, draft.id)).toMatchObject([{ decision: { pay: true, because: '本人到场，名单有误' } }])
  })

  test('a row decided to mean nobody is no alarm any more', async () => {
    const { items } = await desk.act((setting) => showNotices(setting, { state: 'matched', ...page }))
    const [notice] = items
    if (!notice) throw new Error('nobody was matched')
    const decision = { id: notice.id, version: notice.version, personId: null, because: '同名误报' }

    await desk.act((setting) => decideDeathNotice(setting, decision), maker)

    const draft = await desk.draft('2025-06')
    expect(await found(desk, draft.id)).toEqual([])
  })

  test.each([
    ['a list without the two columns', '姓名,性别\n甲,男\n', /没有找到“姓名”和“身份证号”两列/],
    ['a list of nobody', '姓名,身份证号\n', /表头下没有任何人员/],
  ])('%s is refused with a sentence', async (_what, text, say) => {
    const fileId = await desk.uploadBytes(new TextEncoder().encode(text), '死亡名单.csv')
    const order = { fileId, source: '民政局', receivedOn: day('2025-05-10') }

    const list = await desk.act((setting) => importDeathList(setting, order), maker)

    expect(list).toMatchObject({ state: 'refused', rows: 0 })
    expect(list.complaints[0]?.say).toMatch(say)
  })
})

describe('a twin', () => {
  const desk = openPayDesk(freshDatabase())

  test('two files with one ID number are both kept back, and nobody may let them pass', async () => {
    const idNumber = anIdNumber('19500101', '555')
    await desk.act((setting) => aRecipient(setting, { idNumber }))
    await desk.act((setting) => aRecipient(setting, { idNumber }))

    const draft = await desk.draft('2025-05')

    const findings = await found(desk, draft.id)
    expect(findings.map(({ check }) => check)).toEqual(['duplicate-identity', 'duplicate-identity'])
    expect(draft.totals).toMatchObject({ held: 400_000, planned: 0 })
    const order = { runId: draft.id, findingId: findings[0]?.id ?? 0, pay: true, because: '核实无误' }
    await expect(desk.act((setting) => decideRunFinding(setting, order), checker)).rejects.toMatchObject({
      code: 'payments.finding-cannot-be-paid',
    })
  })

  test.each<[string, Parameters<typeof aRecipient>[1], string]>([
    ['no account', { account: null }, 'account-missing'],
    ['a card number with two digits changed places', { account: '6228480402564890081' }, 'account-invalid'],
    ['a number that Excel has eaten', { account: '6.22848E+18' }, 'account-invalid'],
    ["a stranger's account", { holder: '外人' }, 'holder-differs'],
  ])('with %s the money is kept back with a sentence', async (_what, story, check) => {
    const personId = await desk.act((setting) => aRecipient(setting, story))

    const draft = await desk.draft('2025-05')

    const own = (await found(desk, draft.id)).filter((one) => one.personId === personId)
    expect(own.map((one) => one.check)).toEqual([check])
    const transfer = (await transfersOf(desk, draft.id)).find((one) => one.personId === personId)
    expect(transfer).toMatchObject({ state: 'held', heldBecause: own[0]?.say })
  })
})

describe('an account changed before the run', () => {
  const database = freshDatabase()
  const desk = openPayDesk(database)

  test('is on the change sheet, and whoever changed it may not release it for thirty days', async () => {
    const personId = await desk.act((setting) => aRecipient(setting, { name: '甲' }))
    for (let at = 0; at < 2; at += 1) await desk.act((setting) => aRecipient(setting))
    await desk.pay('2025-05')
    desk.clock('2025-06-10T01:00:00Z')
    const accountId = await desk.act(async (setting) => {
      await sql.raw('reset role').execute(setting.tx)
      return anAccount(setting)
    })
    const base = actorOf(releaser)
    const thief = { ...base, clerk: { ...base.clerk, accountId } }
    const app = { ...database.app(), clock: () => new Date('2025-06-10T01:00:00Z') }
    const actionId = crypto.randomUUID()
    await inSetting(
      app,
      { ...thief, clerk: { ...thief.clerk, may: actorOf(checker).clerk.may } },
      actionId,
      async (setting) => {
        await sql`insert into action (id, account_id, verb, input_hash, at) values (${actionId}, ${accountId}, 'registry.recordFact', '', now())`.execute(
          setting.tx,
        )
        const { version } = await registryRoutes.getPerson(setting, { id: personId })
        const value = { bank: '农商行', account: aCard(900), holder: '甲' }
        await registryRoutes.recordFact(setting, {
          actionId: setting.actionId,
          personId,
          version,
          fact: { kind: 'bank-account', value },
          note: '来访',
        })
      },
    )
    desk.clock('2025-06-20T01:00:00Z')
    const draft = await desk.draft('2025-06')
    const changes = await desk.act((setting) =>
      showChanges(setting, { runId: draft.id, isUnexplained: false, text: '', ...page }),
    )
    expect(changes.items).toMatchObject([{ personId, causes: ['account'], isUnexplained: false }])
    expect(await found(desk, draft.id)).toMatchObject([{ check: 'account-changed', personId }])
    await desk.step(draft.id, 'lockRun', maker)
    await desk.step(draft.id, 'checkRun', checker)
    await desk.step(draft.id, 'approveRun', releaser)
    const { version } = await desk.run(draft.id)
    const asThief = <Answer>(work: (setting: ActionSetting) => Promise<Answer>) =>
      inSetting({ ...app, clock: () => new Date('2025-06-21T01:00:00Z') }, thief, crypto.randomUUID(), work)

    const seen = await asThief((setting) => getRun(setting, draft.id))
    const attempt = asThief((setting) => releaseRun(setting, { id: draft.id, version, note: '' }))

    expect(seen.steps.find(({ step }) => step === 'release')).toMatchObject({
      may: false,
      why: faults['payments.changed-the-account'].say,
    })
    await expect(attempt).rejects.toMatchObject({
      code: 'payments.changed-the-account',
      details: { personIds: [personId] },
    })
    await desk.step(draft.id, 'releaseRun', releaser)
    expect((await desk.run(draft.id)).state).toBe('released')
  })
})

describe('a change that nothing on file explains', () => {
  const desk = openPayDesk(freshDatabase())

  test('stops the release until somebody has looked into it and signed', async () => {
    for (let at = 0; at < 6; at += 1) await desk.act((setting) => aRecipient(setting))
    await desk.pay('2025-05')
    desk.clock('2025-06-20T01:00:00Z')
    const draft = await desk.draft('2025-06')
    const [victim] = await transfersOf(desk, draft.id)
    // Somebody with the keys of the database takes a cause away.
    const changeId = await desk.act(async ({ tx }) => {
      await sql.raw('reset role').execute(tx)
      const { rows } = await sql<{ id: number }>`
        insert into payment_change (run_id, edition, person_id, division_code, change, before_fen, now_fen, causes, say, is_unexplained)
        select run_id, edition, person_id, division_code, 'changed', 200000, 200001, '{}', '{}', true
        from payment_transfer where id = ${victim?.id ?? 0} returning id`.execute(tx)
      return rows[0]?.id ?? 0
    })
    await desk.step(draft.id, 'lockRun', maker)
    await desk.step(draft.id, 'checkRun', checker)
    await desk.step(draft.id, 'approveRun', releaser)

    await expect(desk.step(draft.id, 'releaseRun', releaser)).rejects.toMatchObject({
      code: 'payments.unexplained-changes',
      details: { unexplained: 1 },
    })
    const note = { runId: draft.id, changeId, note: '核对原始凭证，系取整差异' }
    const asReleaser = (setting: ActionSetting) => ({ ...setting, clerk: { ...setting.clerk, actor: 'test-leader' } })
    await desk.act((setting) => explainChange(asReleaser(setting), note), checker)
    const own = 'payments.explained-by-releaser'
    await expect(desk.step(draft.id, 'releaseRun', releaser)).rejects.toMatchObject({ code: own })
    expect(await desk.act((setting) => explainChange(setting, note), maker)).toMatchObject({ unexplained: 0 })
    await desk.step(draft.id, 'releaseRun', releaser)
    expect((await desk.run(draft.id)).state).toBe('released')
  })
})

describe('an account changed in the list after it was signed for', () => {
  const desk = openPayDesk(freshDatabase())

  test('is not what the digest says: nothing is released', async () => {
    await desk.act((setting) => aRecipient(setting))
    const { id } = await desk.draft('2025-05')
    await desk.step(id, 'lockRun', maker)
    await desk.step(id, 'checkRun', checker)
    await desk.step(id, 'approveRun', releaser)
    // Somebody with the keys of the database.
    await desk.act(async ({ tx }) => {
      await sql.raw('reset role').execute(tx)
      await sql`update payment_transfer set account_index = 'other' where run_id = ${id}`.execute(tx)
    })

    await expect(desk.step(id, 'releaseRun', releaser)).rejects.toMatchObject({ code: 'payments.list-differs' })
    expect((await desk.run(id)).state).toBe('approved')
  })
})

describe('the yearly confirmation', () => {
  const desk = openPayDesk(freshDatabase())

  test('overdue keeps the money back; confirmed, it is paid', async () => {
    const [one, other] = [await desk.act((s) => aRecipient(s)), await desk.act((s) => aRecipient(s))]
    await desk.pay('2025-05')
    desk.clock('2026-07-20T01:00:00Z')
    const confirmation = { year: 2026, personIds: [one], confirmedOn: day('2026-03-01'), way: '上门见面' }
    await desk.act((setting) => recordConfirmations(setting, confirmation), maker)

    const draft = await desk.draft('2026-07')

    expect(await found(desk, draft.id)).toMatchObject([{ check: 'unconfirmed', personId: other }])
    await expect(desk.act((setting) => recordConfirmations(setting, confirmation), maker)).rejects.toMatchObject({
      code: 'payments.already-confirmed',
    })
  })
})
