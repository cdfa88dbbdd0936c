import { randomUUID } from 'node:crypto'
import type { Fact, FactSource } from '@dongzhou/terms/fact'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, listPeopleByIds, recordPeople, registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { linkageRoutes } from '../routes.ts'
import type { Belonging } from './later-facts.ts'
import { mergePeople } from './merge-people.ts'
import { unmergePeople } from './unmerge-people.ts'

const { rolledBack } = freshDatabase()

test(
  "a later ledger's facts go back with whom its row names, without being asked about",
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    const row = [
      aFact('name', { name: '张建帼' }, ledger(9)),
      aFact('id-number', { idNumber: anIdNumber('19600101') }, ledger(9)),
      aFact('income', { yearly: 1_200_000 as never }, ledger(9)),
    ]
    // A settled name makes the row's own spelling news, so that it is kept beside the income.
    await settleName(setting, keep)
    await recordPeople(anew(setting), 'intake.accept-batch', [{ personId: keep, facts: row }])

    const { later } = await linkageRoutes.planUnmerge(setting, { mergeId })
    await unmerge(setting, mergeId)

    expect(later.map(({ fact }) => fact.kind).toSorted()).toEqual(['id-number', 'income', 'name'])
    expect(later.map(({ side, mustDecide }) => [side, mustDecide])).toEqual(later.map(() => ['dropped', false]))
    expect(await kindsOf(setting, drop)).toEqual(expect.arrayContaining(['income', 'id-number']))
    expect(await kindsOf(setting, keep)).not.toContain('income')
  }),
)

test(
  'a later fact whose source names nobody must be placed by the clerk; until then nothing is taken back',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    await recordPeople(anew(setting), 'registry.record-fact', [
      { personId: keep, facts: [aFact('hardship', { kind: '重大疾病' }, { kind: 'clerk', note: '入户了解' })] },
    ])
    const factId = await factOf(setting, keep, 'hardship')

    const plan = await linkageRoutes.planUnmerge(setting, { mergeId })

    expect(plan.later).toMatchObject([{ fact: { id: factId }, side: 'kept', mustDecide: true }])
    expect(plan.later[0]?.say).toContain('没有写明是谁')
    await expect(unmerge(setting, mergeId)).rejects.toMatchObject({
      code: 'linkage.unmerge-undecided',
      details: { factIds: [factId] },
    })
    await unmerge(setting, mergeId, [{ factId, side: 'dropped' }])
    expect(await kindsOf(setting, drop)).toContain('hardship')
  }),
)

test(
  'an address that a later move ended stays with whom it was, and the move goes where the clerk says',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    await registryRoutes.recordFact(anew(setting), {
      actionId: randomUUID(),
      personId: keep,
      version: 2,
      fact: { kind: 'residence', value: { division: WEST_VILLAGE }, validFrom: '2025-06-01' as never },
      note: '迁居',
    })
    const later = (await linkageRoutes.planUnmerge(setting, { mergeId })).later.filter(({ mustDecide }) => mustDecide)

    await unmerge(
      setting,
      mergeId,
      later.map(({ fact }) => ({ factId: Number(fact.id), side: 'kept' as const })),
    )

    const [kept, dropped] = await listPeopleByIds(setting, [keep, drop])
    expect([kept?.division, dropped?.division]).toEqual([WEST_VILLAGE, EAST_VILLAGE])
  }),
)

test(
  'a dispute that only the merge had made, settled meanwhile, is open again for the one whose value had to give way',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    await settleName(setting, keep)

    await unmerge(setting, mergeId)

    expect((await listPeopleByIds(setting, [keep, drop])).map(({ name }) => name)).toEqual(['张建国', '张建帼'])
  }),
)

test(
  'a correction made after the merge stays with whom it corrected',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    const wrong = (await listFactsOf(setting, [keep], 'open')).find(
      (fact) => fact.kind === 'name' && fact.value.name === '张建帼',
    )
    await registryRoutes.correctFact(anew(setting), {
      actionId: randomUUID(),
      personId: keep,
      version: 2,
      factId: wrong?.id ?? 0,
      fact: { kind: 'name', value: { name: '张见国' } },
      because: '户口簿',
    })
    const [later] = (await linkageRoutes.planUnmerge(setting, { mergeId })).later

    await unmerge(setting, mergeId, [{ factId: Number(later?.fact.id), side: 'dropped' }])

    expect((await listPeopleByIds(setting, [keep, drop])).map(({ name }) => name)).toEqual(['张建国', '张见国'])
  }),
)

test(
  'of two merges into one file the later is taken back first',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    const third = await aVeteran(setting, { name: '张建国' })
    const later = await mergePeople(anew(setting), {
      keep: { id: keep, version: 2 },
      drop: { id: third, version: 1 },
      choices: {},
      because: '核对证件',
    })

    await expect(unmerge(setting, mergeId)).rejects.toMatchObject({
      code: 'linkage.later-merge-first',
      details: { mergeId: later.mergeId },
    })
    await unmerge(setting, later.mergeId)
    await unmerge(setting, mergeId)
    const people = await listPeopleByIds(setting, [keep, drop, third])
    expect(people.map(({ isListed, mergedInto }) => [isListed, mergedInto])).toEqual(
      people.map(() => [true, undefined]),
    )
  }),
)

test(
  'a file that went on into a third one is taken out of that first',
  rolledBack(async (setting) => {
    const { keep, mergeId } = await aMerge(setting)
    const third = await aVeteran(setting, { name: '张建国' })
    await mergePeople(anew(setting), {
      keep: { id: third, version: 1 },
      drop: { id: keep, version: 2 },
      choices: {},
      because: '核对证件',
    })

    await expect(unmerge(setting, mergeId)).rejects.toMatchObject({ code: 'linkage.later-merge-first' })
  }),
)

test(
  'a merge taken back is not taken back again; one that changed meanwhile and one that never was are answered as such',
  rolledBack(async (setting) => {
    const { mergeId } = await aMerge(setting)
    await unmerge(setting, mergeId)

    await expect(unmerge(setting, mergeId)).rejects.toMatchObject({ code: 'platform.changed-meanwhile' })
    await expect(unmerge(setting, mergeId, [], 2)).rejects.toMatchObject({ code: 'linkage.merge-undone' })
    await expect(unmerge(setting, 4711)).rejects.toMatchObject({ code: 'linkage.merge-not-found' })
    await expect(linkageRoutes.planUnmerge(setting, { mergeId: 4711 })).rejects.toMatchObject({
      code: 'linkage.merge-not-found',
    })
  }),
)

test(
  'after a merge was taken back the two may be merged again',
  rolledBack(async (setting) => {
    const { keep, drop, mergeId } = await aMerge(setting)
    await unmerge(setting, mergeId)
    const [kept, dropped] = await listPeopleByIds(setting, [keep, drop])

    const again = await mergePeople(anew(setting), {
      keep: { id: keep, version: kept?.version ?? 0 },
      drop: { id: drop, version: dropped?.version ?? 0 },
      choices: {},
      because: '再次核对',
    })

    expect(again.mergeId).toBeGreaterThan(mergeId)
    const { items } = await linkageRoutes.listMerges(setting, { page: 1, size: 50, personId: drop })
    expect(items.map(({ undoneAt, mayUndo }) => [undoneAt === null, mayUndo])).toEqual([
      [true, true],
      [false, false],
    ])
  }),
)

async function aMerge(setting: ActionSetting) {
  const keep = await aVeteran(setting, { name: '张建国', idNumber: anIdNumber(), source: ledger(1) })
  const drop = await aVeteran(setting, { name: '张建帼', source: ledger(2) })
  const { mergeId } = await mergePeople(anew(setting), {
    keep: { id: keep, version: 1 },
    drop: { id: drop, version: 1 },
    choices: {},
    because: '核对证件',
  })
  return { keep, drop, mergeId }
}

async function settleName(setting: ActionSetting, keep: number): Promise<void> {
  await registryRoutes.settleDispute(anew(setting), {
    actionId: randomUUID(),
    personId: keep,
    version: 2,
    keepFactId: await factOf(setting, keep, 'name'),
    because: '户口簿',
  })
}

function unmerge(setting: ActionSetting, mergeId: number, decisions: readonly Belonging[] = [], version = 1) {
  return unmergePeople(anew(setting), { mergeId, version, because: '经核实为两人', decisions })
}

function anew(setting: ActionSetting): ActionSetting {
  return { ...setting, actionId: randomUUID() }
}

async function kindsOf(setting: ActionSetting, personId: number): Promise<readonly string[]> {
  return (await listFactsOf(setting, [personId], 'open')).map(({ kind }) => kind)
}

async function factOf(setting: ActionSetting, personId: number, kind: Fact['kind']): Promise<number> {
  return (await listFactsOf(setting, [personId], 'open')).find((fact) => fact.kind === kind)?.id ?? 0
}

function ledger(row: number): FactSource {
  return { kind: 'ledger', batchId: '台账甲', row, sheet: '名册' }
}
