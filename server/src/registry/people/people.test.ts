import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { PeopleFilter } from '@dongzhou/contract/registry'
import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { correctFact } from './correct-fact.ts'
import { listFactsOf } from './facts.sql.ts'
import { openSealed } from './open-sealed.ts'
import { findPerson } from './people.sql.ts'
import { recordFact } from './record-fact.ts'
import { recordPeople } from './record-people.ts'
import { registerPerson } from './register-person.ts'
import { findPeople, listPeople, listPeopleAfter } from './search.sql.ts'
import { settleDispute } from './settle-dispute.ts'

const { rolledBack, app } = freshDatabase()

const everybody = PeopleFilter.parse({})
const firstPage = { page: 1, size: 50 }

test.each([
  ['the beginning of the name', '张三'],
  ['one character of the name', '张'],
  ['full pinyin', 'zhangsanfeng'],
  ['the beginning of the pinyin', 'zhangsa'],
  ['pinyin initials', 'zsf'],
  ['initials in capitals', 'ZSF'],
  ['the tail of the ID number', anIdNumber().slice(-4)],
  ['six characters of its tail', anIdNumber().slice(-6)],
  ['the whole ID number', anIdNumber()],
  ['the whole ID number with a small x and spaces', ` ${anIdNumber().toLowerCase()} `],
  ['the tail of the phone', '5678'],
  ['a longer tail of the phone', '345678'],
  ['the whole phone', '13912345678'],
])('a clerk finds a person by %s', async (_how, text) => {
  await rolledBack(async (setting) => {
    const id = await aVeteran(setting, { name: '张三丰', idNumber: anIdNumber(), phone: '13912345678' })
    await aVeteran(setting, { name: '李四', idNumber: anIdNumber('19600101', '003'), phone: '13800001111' })

    const found = await findPeople(setting, text, 10)

    expect(found.map((person) => person.id)).toEqual([id])
  })()
})

test.each(['王', 'zsx', '0000', anIdNumber('19700101'), '%', "' or 1=1 --", '1'])(
  'a text that fits nobody finds nobody: %s',
  async (text) => {
    await rolledBack(async (setting) => {
      await aVeteran(setting, { name: '张三丰', idNumber: anIdNumber(), phone: '13912345678' })

      expect(await findPeople(setting, text, 10)).toEqual([])
    })()
  },
)

test(
  'a town finds its own people only, by name, by number and in the list',
  rolledBack(async (setting) => {
    await aVeteran(setting, { name: '张三', division: EAST_VILLAGE, idNumber: anIdNumber() })
    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect(await findPeople(west, '张三', 10)).toEqual([])
    expect(await findPeople(west, anIdNumber(), 10)).toEqual([])
    expect((await listPeople(west, everybody, firstPage)).total).toBe(0)
  }),
)

test(
  'letters bring first those whose pinyin begins so, then those whose initials do, nobody twice',
  rolledBack(async (setting) => {
    const abbreviated = await aVeteran(setting, { name: '李爱国' })
    const both = await aVeteran(setting, { name: '兰安' })
    const spelt = await aVeteran(setting, { name: '蓝天' })
    await aVeteran(setting, { name: '王爱国' })
    const ids = async (size: number) => (await findPeople(setting, 'LA', size)).map((person) => person.id)

    expect(await ids(10)).toEqual([both, spelt, abbreviated])
    expect(await ids(2)).toEqual([both, spelt])
  }),
)

test(
  'a list by letters runs on from the spelt to the abbreviated across its pages, and counts both',
  rolledBack(async (setting) => {
    const names = ['李爱国', '兰安', '蓝天', '刘安', '赖昂', '林爱民']
    for (const name of names) await aVeteran(setting, { name })
    await aVeteran(setting, { name: '王爱国' })
    const asked = { ...everybody, text: 'LA' }

    const pages = [1, 2, 3, 4].map((page) => listPeople(setting, asked, { page, size: 2 }))
    const found = await Promise.all(pages)

    const ids = found.flatMap(({ items }) => items.map(({ id }) => id))
    expect(ids).toEqual((await findPeople(setting, 'LA', 10)).map(({ id }) => id))
    expect(ids).toHaveLength(6)
    expect(found.map(({ items, total, more }) => [items.length, total, more])).toEqual([
      [2, 6, false],
      [2, 6, false],
      [2, 6, false],
      [0, 6, false],
    ])
  }),
)

test.each([
  ['the last four of', '8001'],
  ['six digits, a hyphen between them, of', '668001'],
])('a person with two phones is found by %s the second', async (_how, text) => {
  await rolledBack(async (setting) => {
    const second = aFact('phone', { phone: '0513-8266-8001' }, { kind: 'clerk', note: '来电' })
    const id = await aVeteran(setting, { phone: '13912345678', more: [second] })
    await aVeteran(setting, { name: '李四', phone: '13800118001' })

    const found = await findPeople(setting, text, 10)

    expect(found.map((person) => person.id)).toContain(id)
    expect(found).toHaveLength(text.length === 4 ? 2 : 1)
  })()
})

test(
  'a list of identities holds whoever has one of them, once',
  rolledBack(async (setting) => {
    const source = { kind: 'clerk', note: '测试登记' } as const
    const also = (identity: 'war-participant' | 'martyr-child') => [aFact('identity', { identity }, source)]
    const war = await aVeteran(setting, { name: '甲', more: also('war-participant') })
    const child = await aVeteran(setting, { name: '乙', more: also('martyr-child') })
    await aVeteran(setting, { name: '丙' })
    const asked = async (...identities: PeopleFilter['identities']) =>
      (await listPeople(setting, { ...everybody, identities }, firstPage)).items.map(({ id }) => id)

    expect(await asked('war-participant')).toEqual([war])
    expect(await asked('war-participant', 'martyr-child')).toEqual([child, war])
    expect(await asked('war-participant', 'martyr-child', 'veteran')).toHaveLength(3)
  }),
)

test(
  'a list is paged in a total order: every person once, however many share a name',
  rolledBack(async (setting) => {
    for (let at = 0; at < 7; at += 1) await aVeteran(setting, { name: '张三' })

    const pages = [1, 2, 3].map((page) => listPeople(setting, everybody, { page, size: 3 }))
    const ids = (await Promise.all(pages)).flatMap(({ items }) => items.map(({ id }) => id))

    expect(new Set(ids).size).toBe(7)
    expect(ids).toEqual([...ids].sort((one, other) => one - other))
  }),
)

test(
  'an export that runs through a list by its last line meets everybody once',
  rolledBack(async (setting) => {
    for (const name of ['甲', '乙', '乙', '丙', '丁']) await aVeteran(setting, { name })

    const met: string[] = []
    let after: { name: string; id: number } | undefined
    for (;;) {
      const people = await listPeopleAfter(setting, everybody, after, 2)
      met.push(...people.map(({ name }) => name))
      const last = people.at(-1)
      if (!last) break
      after = last
    }

    expect(met.sort()).toEqual(['丁', '丙', '乙', '乙', '甲'])
  }),
)

test(
  'numbers are sealed at rest: neither ID number nor phone stands in any column',
  rolledBack(async (setting) => {
    await aVeteran(setting, { idNumber: anIdNumber(), phone: '13912345678' })

    const dump = JSON.stringify([
      await setting.tx
        .selectFrom('person' as never)
        .selectAll()
        .execute(),
      await setting.tx
        .selectFrom('fact' as never)
        .selectAll()
        .execute(),
      await setting.tx.selectFrom('trail').selectAll().execute(),
    ])

    expect(dump).not.toContain(anIdNumber())
    expect(dump).not.toContain('13912345678')
  }),
)

test(
  'an ID number brings birth date and sex with it',
  rolledBack(async (setting) => {
    const { id } = await registerPerson(setting, aRegistration({ idNumber: anIdNumber('19580501', '001') }))

    expect(await findPerson(setting, id)).toMatchObject({ born: '1958-05-01', sex: 'male', version: 1 })
  }),
)

test(
  'somebody whose ID number is on file is not registered a second time unless a clerk says it is somebody else',
  rolledBack(async (setting) => {
    const id = await aVeteran(setting, { idNumber: anIdNumber() })
    const again = aRegistration({ idNumber: anIdNumber() })

    await expect(registerPerson(setting, again)).rejects.toMatchObject({
      code: 'registry.likely-on-file',
      details: { personIds: [id] },
    })
    await expect(registerPerson(setting, { ...again, isSomebodyElse: true })).resolves.toMatchObject({ version: 1 })
  }),
)

test(
  'a wrong ID number is refused with what is wrong, and nobody is registered',
  rolledBack(async (setting) => {
    const wrong = `${anIdNumber().slice(0, 17)}${anIdNumber().endsWith('X') ? '1' : 'X'}`

    await expect(registerPerson(setting, aRegistration({ idNumber: wrong }))).rejects.toMatchObject({
      code: 'registry.id-number-invalid',
    })
    expect((await listPeople(setting, everybody, firstPage)).total).toBe(0)
  }),
)

test(
  'a person without a place is refused: nobody would be in charge of them',
  rolledBack(async (setting) => {
    const facts = [{ kind: 'name' as const, value: { name: '张三' } }]

    await expect(registerPerson(setting, { facts, note: '来访登记', isSomebodyElse: false })).rejects.toMatchObject({
      code: 'registry.residence-missing',
    })
  }),
)

test(
  'a correction supersedes: the wrong value stays readable with its reason, the projection shows the right one',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { name: '张三' })
    const [wrong] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'name')

    await correctFact(setting, {
      personId,
      version: 1,
      factId: wrong?.id ?? 0,
      fact: { kind: 'name', value: { name: '张珊' } },
      because: '身份证原件',
    })

    expect(await findPerson(setting, personId)).toMatchObject({ name: '张珊', version: 2 })
    const names = (await listFactsOf(setting, [personId], 'all')).filter(({ kind }) => kind === 'name')
    expect(names.map(({ supersededAt, supersededBecause }) => [supersededAt !== undefined, supersededBecause])).toEqual(
      [
        [true, '身份证原件'],
        [false, undefined],
      ],
    )
  }),
)

test(
  'a correction and a settlement leave kinds and numbers in the trail, no name and no address',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { name: '张三', more: [born('1950-01-01', 1)] })
    const idOf = async (kind: string) =>
      (await listFactsOf(setting, [personId], 'open')).find((fact) => fact.kind === kind)?.id ?? 0
    const address = { division: EAST_VILLAGE, address: '九组十八号' }
    const changes: readonly FactDraft[] = [
      { kind: 'name', value: { name: '张珊' } },
      { kind: 'residence', value: address },
      { kind: 'residence', value: { ...address, address: '七组六号' } },
    ]
    for (const [at, fact] of changes.entries())
      await correctFact(setting, { personId, version: at + 1, factId: await idOf(fact.kind), fact, because: '证件' })
    await recordPeople(setting, 'intake.accept-batch', [{ personId, facts: [named('章三', 2)] }])
    const keepFactId = await idOf('name')
    await settleDispute(setting, { personId, version: 5, keepFactId, because: '户口簿' })

    const trail = await setting.tx.selectFrom('trail').select(['verb', 'before', 'after']).orderBy('id').execute()

    const text = JSON.stringify(trail)
    for (const telling of ['张三', '张珊', '章三', '九组', '七组']) expect(text).not.toContain(telling)
    const [correction] = trail.filter(({ verb }) => verb === 'registry.correct-fact')
    expect(correction).toMatchObject({
      before: { kind: 'name', factIds: [expect.any(Number)] },
      after: { kind: 'name', factIds: [expect.any(Number)] },
    })
    expect(trail.at(-1)).toMatchObject({
      verb: 'registry.settle-dispute',
      before: { kind: 'name', factIds: [expect.any(Number), expect.any(Number)] },
      after: { kept: keepFactId },
    })
  }),
)

test(
  'somebody who changed the record meanwhile is not overwritten',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, {})
    const [name] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'name')
    const correction = {
      personId,
      factId: name?.id ?? 0,
      fact: { kind: 'name' as const, value: { name: '甲' } },
      because: '证件',
    }

    await expect(correctFact(setting, { ...correction, version: 9 })).rejects.toMatchObject({
      code: 'platform.changed-meanwhile',
      details: { version: 1 },
    })
  }),
)

test(
  'two ledgers that disagree stay visible until somebody settles it',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { more: [born('1950-01-01', 1)] })
    await recordPeople(setting, 'intake.accept-batch', [{ personId, facts: [born('1951-01-01', 2)] }])
    expect((await findPerson(setting, personId))?.disputes).toEqual(['birth'])
    const births = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'birth')

    await settleDispute(setting, { personId, version: 2, keepFactId: births[0]?.id ?? 0, because: '户口簿' })

    expect(await findPerson(setting, personId)).toMatchObject({ born: '1950-01-01', disputes: [], version: 3 })
  }),
)

test(
  'the same ledger taken in twice adds nothing the second time',
  rolledBack(async (setting) => {
    const facts = [born('1950-01-01', 1)]
    const personId = await aVeteran(setting, { more: facts })

    const [again] = await recordPeople(setting, 'intake.accept-batch', [{ personId, facts }])

    expect(again).toMatchObject({ added: [], disagreeing: [], unchanged: ['birth'] })
    expect((await findPerson(setting, personId))?.version).toBe(1)
  }),
)

test(
  'moving house takes the whole file along: the new village sees it, the old one no more',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { division: EAST_VILLAGE })
    const residence = aFact('residence', { division: WEST_VILLAGE }, { kind: 'clerk', note: '迁居' })

    await recordPeople(setting, 'registry.record-fact', [
      { personId, facts: [{ ...residence, validFrom: setting.today }] },
    ])

    const west = await switchTo(app(), setting.tx, { division: WEST_VILLAGE, role: 'village-worker' })
    expect((await listFactsOf(west, [personId], 'open')).length).toBeGreaterThan(2)
    const east = await switchTo(app(), setting.tx, { division: EAST_TOWN, role: 'town-worker' })
    expect(await listFactsOf(east, [personId], 'all')).toEqual([])
  }),
)

test(
  'a village worker may not put somebody on file in another village',
  rolledBack(
    async (setting) => {
      await expect(aVeteran(setting, { division: EAST_VILLAGE_2 })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
    },
    { role: 'village-worker', division: EAST_VILLAGE },
  ),
)

test(
  'opening a number in clear leaves its purpose in the trail',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { idNumber: anIdNumber() })
    const [number] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'id-number')

    const opened = await openSealed(setting, { personId, factId: number?.id ?? 0, purpose: '核对发放名册' })

    expect(opened).toEqual({ text: anIdNumber() })
    const rows = await setting.tx
      .selectFrom('trail')
      .select(['verb', 'subject', 'purpose'])
      .where('verb', '=', 'registry.open-sealed')
      .execute()
    expect(rows).toEqual([{ verb: 'registry.open-sealed', subject: String(personId), purpose: '核对发放名册' }])
  }),
)

test(
  'a village worker sees masked numbers and may not open them',
  rolledBack(
    async (setting) => {
      const personId = await aVeteran(setting, { idNumber: anIdNumber() })

      const attempt = openSealed(setting, { personId, factId: 1, purpose: '好奇' })

      await expect(attempt).rejects.toMatchObject({ code: 'access.not-authorised' })
    },
    { role: 'village-worker', division: EAST_VILLAGE },
  ),
)

function aRegistration({ idNumber }: { readonly idNumber: string }) {
  const facts = [
    { kind: 'name' as const, value: { name: '张三' } },
    { kind: 'residence' as const, value: { division: EAST_VILLAGE } },
    { kind: 'id-number' as const, value: { idNumber } },
  ]
  return { facts, note: '来访登记', isSomebodyElse: false }
}

function named(name: string, row: number) {
  return aFact('name', { name }, { kind: 'ledger', batchId: `批次${row}`, row, sheet: '名册' })
}

function born(day: string, row: number) {
  return aFact(
    'birth',
    { day: day as never, precision: 'day' },
    { kind: 'ledger', batchId: `批次${row}`, row, sheet: '名册' },
  )
}

test(
  'a new address from a day on is a change, not a contradiction: the old one ends that day and nothing is disputed',
  rolledBack(async (setting) => {
    const personId = await aVeteran(setting, { division: EAST_VILLAGE })

    await recordFact(setting, {
      personId,
      version: 1,
      fact: { kind: 'residence', value: { division: EAST_VILLAGE_2 }, validFrom: day('2025-06-01') },
      note: '迁居证明',
    })

    expect(await findPerson(setting, personId)).toMatchObject({ division: EAST_VILLAGE_2, disputes: [], version: 2 })
    const residences = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'residence')
    expect(residences.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      [undefined, '2025-06-01'],
      ['2025-06-01', undefined],
    ])
  }),
)
