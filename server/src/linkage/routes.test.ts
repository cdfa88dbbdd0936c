import { randomUUID } from 'node:crypto'
import { linkage } from '@dongzhou/contract/linkage'
import { expect, test } from 'vitest'
import { type Actor, inSetting } from '../platform/app.ts'
import { bindRoutes } from '../platform/routes.ts'
import { runRoute } from '../platform/run-route.ts'
import { listPeopleByIds } from '../registry/index.ts'
import { actorOf, freshDatabase } from '../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../testing/people.ts'
import { EAST_VILLAGE } from '../testing/test-bureau.ts'
import { registerPersonWithCandidates } from './register-person.ts'
import { linkageRoutes } from './routes.ts'

const { app, rolledBack } = freshDatabase()

const bound = new Map(bindRoutes({ linkage }, { linkage: linkageRoutes }).map((route) => [route.name, route]))
const because = '身份证原件核对'

test('a merge asked for twice under one action id takes place once and is answered alike', async () => {
  const [keep, drop] = await inSetting(app(), actorOf(), randomUUID(), async (setting) => [
    await aVeteran(setting),
    await aVeteran(setting),
  ])
  const input = { ...seen(keep, drop), actionId: randomUUID(), choices: {}, because }

  const first = await run('linkage.mergePeople', input)
  const again = await run('linkage.mergePeople', input)

  expect(again).toEqual(first)
  const { merges, versions } = await inSetting(app(), actorOf(), randomUUID(), async (setting) => ({
    merges: await linkageRoutes.listMerges(setting, { page: 1, size: 10, personId: keep }),
    versions: (await listPeopleByIds(setting, [keep ?? 0, drop ?? 0])).map(({ version }) => version),
  }))
  expect([merges.total, versions]).toEqual([1, [2, 2]])
})

test('of two clerks who merge at the same moment one does and the other is told', async () => {
  const [keep, drop] = await inSetting(app(), actorOf(), randomUUID(), async (setting) => [
    await aVeteran(setting),
    await aVeteran(setting),
  ])
  const attempts = [seen(keep, drop), seen(drop, keep)].map((both) =>
    run('linkage.mergePeople', { ...both, actionId: randomUUID(), choices: {}, because }),
  )

  const settled = await Promise.allSettled(attempts)

  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'platform.changed-meanwhile' },
  })
})

test.each(['town-worker', 'village-worker', 'leader'] as const)('%s decides nothing', async (role) => {
  for (const name of ['linkage.mergePeople', 'linkage.decideDifferent', 'linkage.unmergePeople', 'linkage.startScan']) {
    await expect(run(name, { actionId: randomUUID() }, actorOf({ role }))).rejects.toMatchObject({
      code: 'access.not-authorised',
    })
  }
})

test(
  'two people stand side by side, kind by kind: same, contradicting, on one side only; numbers masked',
  rolledBack(async (setting) => {
    const one = await aVeteran(setting, { idNumber: anIdNumber(), phone: '13912345678', more: [schooling('小学')] })
    const other = await aVeteran(setting, { phone: '13812345678', more: [schooling('初中')] })

    const beside = await linkageRoutes.compareTwo(setting, { firstId: one, secondId: other })

    expect(beside.kinds.map(({ kind, standing, isChoice }) => [kind, standing, isChoice])).toEqual([
      ['name', 'same', false],
      ['id-number', 'only-first', false],
      ['education', 'differs', true],
      ['residence', 'same', false],
      ['phone', 'both', false],
      ['identity', 'same', false],
    ])
    expect(JSON.stringify(beside)).not.toContain('13912345678')
    expect(JSON.stringify(beside)).not.toContain(anIdNumber())
    await expect(linkageRoutes.compareTwo(setting, { firstId: one, secondId: one })).rejects.toMatchObject({
      code: 'linkage.same-person',
    })
  }),
)

test(
  'a form being filled in shows who it may be, masked, with the reasons',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { name: '张建国', idNumber: anIdNumber() })

    const found = await linkageRoutes.findLikely(setting, {
      facts: [
        { kind: 'name', value: { name: '张建国' } },
        { kind: 'id-number', value: { idNumber: anIdNumber() } },
      ],
    })

    expect(found).toMatchObject([{ band: 'same', person: { id: personId } }])
    expect(found[0]?.reasons).toEqual(expect.arrayContaining(['身份证号相同', '姓名相同']))
    expect(JSON.stringify(found)).not.toContain(anIdNumber())
  }),
)

test(
  'somebody likely on file is not entered until the clerk says that it is somebody else; then the pair waits in the queue',
  rolledBack(async (setting) => {
    const onFile = await aVeteran(setting, { name: '张建国', phone: '13912345678' })
    const form = {
      facts: [
        { kind: 'name' as const, value: { name: '张建国' } },
        { kind: 'residence' as const, value: { division: EAST_VILLAGE } },
        { kind: 'phone' as const, value: { phone: '13912345678' } },
      ],
      note: '来访登记',
    }

    await expect(registerPersonWithCandidates(setting, { ...form, isSomebodyElse: false })).rejects.toMatchObject({
      code: 'registry.likely-on-file',
      details: { personIds: [onFile] },
    })
    const { id } = await registerPersonWithCandidates(setting, { ...form, isSomebodyElse: true })

    const { items } = await linkageRoutes.listPairs(setting, { page: 1, size: 10, state: 'open', bands: [] })
    expect(items).toMatchObject([{ first: { person: { id: onFile } }, second: { person: { id } } }])
  }),
)

function run(name: string, input: unknown, actor: Actor = actorOf()): Promise<unknown> {
  const route = bound.get(name)
  if (!route) throw new Error(`no route ${name}`)
  return runRoute(app(), route, actor, input)
}

function seen(keep: number | undefined, drop: number | undefined) {
  return { keep: { id: keep ?? 0, version: 1 }, drop: { id: drop ?? 0, version: 1 } }
}

function schooling(level: string) {
  return aFact('education', { level }, { kind: 'clerk', note: level })
}
