import { randomUUID } from 'node:crypto'
import type { Fact, FactSource } from '@dongzhou/terms/fact'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { keptPersonIds, listFactsOf, listPeopleByIds, recordRelations, registryRoutes } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { queueCandidates } from '../pairs/queue-candidates.ts'
import { linkageRoutes } from '../routes.ts'
import { mergePeople } from './merge-people.ts'
import { unmergePeople } from './unmerge-people.ts'

const { rolledBack, app } = freshDatabase()

const because = '本人到场，身份证原件核对为同一人'
const mistaken = '经核实为两人'
const queue = { page: 1, size: 50, state: 'open' as const, bands: [] }

test(
  'after a merge the kept file holds everything, the other is hidden and leads to it',
  rolledBack(async (setting) => {
    const keep = await aVeteran(setting, { name: '张建国', phone: '13912345678' })
    const drop = await aVeteran(setting, { name: '张建国', idNumber: anIdNumber(), source: ledger(1) })

    const merged = await merge(setting, keep, drop)

    expect(merged).toMatchObject({ personId: keep, version: 2 })
    const [kept, dropped] = await listPeopleByIds(setting, [keep, drop])
    expect(kept).toMatchObject({ idNumber: anIdNumber(), phone: '13912345678', disputes: [], isListed: true })
    expect(dropped).toMatchObject({ mergedInto: keep, isListed: false })
    expect(await listFactsOf(setting, [drop], 'all')).toEqual([])
    expect(await keptPersonIds(setting.tx, [keep, drop])).toEqual(
      new Map([
        [keep, keep],
        [drop, keep],
      ]),
    )
  }),
)

test(
  'what the clerk chose stands; what nobody chose stays visible as disagreeing',
  rolledBack(async (setting) => {
    const keep = await aVeteran(setting, { more: [born('1950-01-01', 1), schooling('小学', 1)] })
    const drop = await aVeteran(setting, { more: [born('1951-02-02', 2), schooling('初中', 2)] })
    const chosen = await factOf(setting, drop, 'birth')

    await merge(setting, keep, drop, { birth: chosen })

    const [kept] = await listPeopleByIds(setting, [keep])
    expect(kept).toMatchObject({ born: '1951-02-02', disputes: ['education'] })
    const births = (await listFactsOf(setting, [keep], 'all')).filter(({ kind }) => kind === 'birth')
    expect(births.map(({ supersededBecause }) => supersededBecause)).toEqual([`合并档案：${because}`, undefined])
  }),
)

test.each([
  ['of a third person', async (setting: ActionSetting) => factOf(setting, await aVeteran(setting), 'name'), 'name'],
  ['of another kind', async (setting: ActionSetting, keep: number) => factOf(setting, keep, 'residence'), 'name'],
  [
    'where several values hold',
    async (setting: ActionSetting, keep: number) => factOf(setting, keep, 'identity'),
    'identity',
  ],
] as const)('a choice %s is refused and nothing is merged', async (_which, choose, kind) => {
  await rolledBack(async (setting) => {
    const [keep, drop] = [await aVeteran(setting), await aVeteran(setting)]
    const factId = await choose(setting, keep)

    await expect(merge(setting, keep, drop, { [kind]: factId })).rejects.toMatchObject({
      code: 'linkage.choice-unknown',
    })
    expect((await listPeopleByIds(setting, [drop]))[0]?.isListed).toBe(true)
  })()
})

test(
  'of two clerks who merge the same two people the second is told that they have changed meanwhile',
  rolledBack(async (setting) => {
    const [keep, drop] = [await aVeteran(setting), await aVeteran(setting)]
    await merge(setting, keep, drop)

    for (const [one, other] of [
      [keep, drop],
      [drop, keep],
    ] as const) {
      await expect(merge(setting, one, other)).rejects.toMatchObject({ code: 'platform.changed-meanwhile' })
    }
  }),
)

test(
  'a file is not merged with itself, and one already merged not a second time',
  rolledBack(async (setting) => {
    const [keep, drop, third] = [await aVeteran(setting), await aVeteran(setting), await aVeteran(setting)]
    await merge(setting, keep, drop)

    await expect(merge(setting, keep, keep)).rejects.toMatchObject({ code: 'linkage.same-person' })
    await expect(
      mergePeople(setting, { keep: { id: third, version: 1 }, drop: { id: drop, version: 2 }, choices: {}, because }),
    ).rejects.toMatchObject({ code: 'registry.person-merged', details: { mergedInto: keep } })
  }),
)

test(
  'a clerk of one town may not merge with somebody of another, nor take such a merge back',
  rolledBack(async (setting) => {
    const keep = await aVeteran(setting, { division: EAST_VILLAGE })
    const drop = await aVeteran(setting, { division: WEST_VILLAGE })
    const east = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })
    await expect(merge(east, keep, drop)).rejects.toMatchObject({ code: 'registry.person-not-found' })
    const county = await switchTo(app(), setting.tx, { role: 'clerk' })
    const { mergeId } = await merge(county, keep, drop)

    const again = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })

    await expect(unmerge(again, mergeId)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
    expect((await linkageRoutes.listMerges(again, { page: 1, size: 50 })).items).toMatchObject([
      { droppedName: '（其他镇人员）', because: '', mayUndo: false },
    ])
  }),
)

test(
  'nobody becomes their own relative by a merge, nothing is said twice, and taking it back restores each relation',
  rolledBack(async (setting) => {
    const [keep, drop, wife] = [
      await aVeteran(setting),
      await aVeteran(setting),
      await aVeteran(setting, { name: '陈梅' }),
    ]
    const source = ledger(1)
    const shared = { division: EAST_VILLAGE, source }
    await recordRelations(setting, [
      { ...shared, personId: keep, kind: 'spouse', otherPersonId: wife },
      { ...shared, personId: drop, kind: 'spouse', otherPersonId: wife },
      { ...shared, personId: wife, kind: 'spouse', otherPersonId: drop },
      { ...shared, personId: drop, kind: 'sibling', otherPersonId: keep },
      { ...shared, personId: drop, kind: 'payee', otherName: '陈海' },
    ])
    const before = await filesOf(setting, [keep, drop, wife])

    const { mergeId } = await merge(setting, keep, drop)

    const relations = (await registryRoutes.getPerson(setting, { id: keep })).relations
    expect(relations.map(({ kind, personId, name }) => [kind, personId, name])).toEqual([
      ['spouse', wife, '陈梅'],
      ['payee', null, '陈海'],
    ])
    expect((await registryRoutes.getPerson(setting, { id: wife })).relations).toMatchObject([{ personId: keep }])
    await unmerge(setting, mergeId)
    expect(await filesOf(setting, [keep, drop, wife])).toEqual(before)
  }),
)

test(
  'the other open pairs of the dropped file go over to the kept one and come back with it; what was decided stays decided',
  rolledBack(async (setting) => {
    const [keep, drop, third, fourth] = [
      await aVeteran(setting),
      await aVeteran(setting),
      await aVeteran(setting),
      await aVeteran(setting),
    ]
    await queueCandidates(
      setting,
      drop,
      [keep, third, fourth].map((personId) => ({ personId, likeness })),
    )
    await queueCandidates(setting, keep, [{ personId: fourth, likeness }])

    const { mergeId } = await merge(setting, keep, drop)

    expect(await openPairs(setting)).toEqual([
      [keep, third],
      [keep, fourth],
    ])
    expect((await linkageRoutes.listPairs(setting, { ...queue, state: 'same' })).total).toBe(1)
    await unmerge(setting, mergeId)
    expect(await openPairs(setting)).toEqual([
      [keep, fourth],
      [drop, third],
      [drop, fourth],
    ])
    expect((await linkageRoutes.listPairs(setting, { ...queue, state: 'different' })).items).toMatchObject([
      { because: mistaken, first: { person: { id: keep } }, second: { person: { id: drop } } },
    ])
  }),
)

test(
  'a merge and its undoing leave a trail with both people, and no value in clear in any row',
  rolledBack(async (setting) => {
    const keep = await aVeteran(setting, { idNumber: anIdNumber(), phone: '13912345678' })
    const drop = await aVeteran(setting, { idNumber: anIdNumber(), phone: '13812345678' })
    const { mergeId } = await merge(setting, keep, drop)

    await unmerge(setting, mergeId)

    const trail = await setting.tx
      .selectFrom('trail')
      .select(['verb', 'subject', 'purpose', 'after'])
      .where('verb', 'like', 'linkage.%')
      .orderBy('id')
      .execute()
    expect(trail.map(({ verb, subject, purpose }) => [verb, subject, purpose])).toEqual([
      ['linkage.merge-people', String(keep), because],
      ['linkage.merge-people', String(drop), because],
      ['linkage.unmerge-people', String(keep), mistaken],
      ['linkage.unmerge-people', String(drop), mistaken],
    ])
    const merges = await setting.tx
      .selectFrom('linkage_merge' as never)
      .selectAll()
      .execute()
    for (const secret of [anIdNumber(), '13912345678', '13812345678']) {
      expect(JSON.stringify([trail, merges])).not.toContain(secret)
    }
  }),
)

const anyFacts = fc.array(
  fc.oneof(
    fc.constantFrom('1950-01-01', '1951-02-02').map((day) => born(day, 1)),
    fc.constantFrom('小学', '初中').map((level) => schooling(level, 2)),
    fc
      .constantFrom(anIdNumber(), anIdNumber('19600101'))
      .map((idNumber) => aFact('id-number', { idNumber }, ledger(3))),
    fc.constantFrom('13912345678', '13800000000').map((phone) => aFact('phone', { phone }, ledger(4))),
    fc.constantFrom(EAST_VILLAGE_2, WEST_VILLAGE).map((division) => aFact('residence', { division }, ledger(5))),
    fc.constantFrom(1, 5).map((grade) => aFact('disability', { grade, nature: 'war' }, ledger(6))),
  ),
  { maxLength: 6 },
)

test('a merge taken back leaves both files as they were, whatever stood in them and whatever was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts, anyFacts, fc.boolean(), async (mine, theirs, isChosen) => {
      await rolledBack(async (setting) => {
        const keep = await aVeteran(setting, { name: '张建国', more: mine })
        const drop = await aVeteran(setting, { name: '张建帼', more: theirs, source: ledger(7) })
        const before = await filesOf(setting, [keep, drop])
        const choices = isChosen ? { name: await factOf(setting, drop, 'name') } : {}

        const { mergeId } = await merge(setting, keep, drop, choices)
        await unmerge(setting, mergeId)

        expect(await filesOf(setting, [keep, drop])).toEqual(before)
      })()
    }),
    { numRuns: 25 },
  )
})

const likeness = { score: 60, band: 'likely', reasons: [{ code: 'name-same', weight: 30, say: '姓名相同' }] } as const

async function merge(setting: ActionSetting, keep: number, drop: number, choices = {}) {
  const seen = (id: number) => ({ id, version: 1 })
  return mergePeople(anew(setting), { keep: seen(keep), drop: seen(drop), choices, because })
}

function unmerge(setting: ActionSetting, mergeId: number) {
  return unmergePeople(anew(setting), { mergeId, version: 1, because: mistaken, decisions: [] })
}

/** Each action has an id of its own. */
function anew(setting: ActionSetting): ActionSetting {
  return { ...setting, actionId: randomUUID() }
}

/** Files as a clerk reads them; the version only ever goes up. */
async function filesOf(setting: ActionSetting, ids: readonly number[]) {
  const files = []
  // Three people at most.
  for (const id of ids) files.push({ ...(await registryRoutes.getPerson(setting, { id })), version: 0 })
  return files
}

async function openPairs(setting: ActionSetting): Promise<readonly (readonly number[])[]> {
  const { items } = await linkageRoutes.listPairs(setting, queue)
  return items
    .map(({ first, second }) => [Number(first.person?.id), Number(second.person?.id)])
    .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
}

async function factOf(setting: ActionSetting, personId: number, kind: Fact['kind']): Promise<number> {
  const facts = await listFactsOf(setting, [personId], 'open')
  return facts.find((fact) => fact.kind === kind)?.id ?? 0
}

function ledger(row: number): FactSource {
  return { kind: 'ledger', batchId: '台账甲', row, sheet: '名册' }
}

function born(day: string, row: number): Fact {
  return aFact('birth', { day: day as never, precision: 'day' }, ledger(row))
}

function schooling(level: string, row: number): Fact {
  return aFact('education', { level }, ledger(row))
}
