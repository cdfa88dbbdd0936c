import { randomUUID } from 'node:crypto'
import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { expect, test } from 'vitest'
import { inSetting } from '../../platform/app.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { actorOf, freshDatabase } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE } from '../../testing/test-bureau.ts'
import { findByBlindIndex } from './facts.sql.ts'
import { recordPeople } from './record-people.ts'
import { type RegisterPerson, registerPerson } from './register-person.ts'

const database = freshDatabase()
const { rolledBack } = database

test('of two clerks who register one ID number at the same moment, the second is told who is on file', async () => {
  const idNumber = anIdNumber('19510101', '001')

  const answers = await Promise.allSettled([
    counter((setting) => registerPerson(setting, form('同时甲', idNumber))),
    counter((setting) => registerPerson(setting, form('同时乙', idNumber))),
  ])

  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  const [registered] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []))
  expect(refused).toMatchObject([{ code: 'registry.likely-on-file', details: { personIds: [registered] } }])
})

test(
  'a number that is on file is registered again only as somebody else, on a clerk’s word',
  rolledBack(async (setting) => {
    const idNumber = anIdNumber('19510102', '003')
    const { id } = await registerPerson(setting, form('先来', idNumber))

    await expect(registerPerson(setting, form('后来', idNumber))).rejects.toMatchObject({
      code: 'registry.likely-on-file',
    })
    expect((await registerPerson(setting, form('后来', idNumber, true))).id).not.toBe(id)
  }),
)

test(
  'a phone that a whole village shares does not crowd out the ID number asked for with it',
  rolledBack(async (setting) => {
    const source = { kind: 'clerk', note: '测试登记' } as const
    const shared = [
      aFact('name', { name: '村办' }, source),
      aFact('residence', { division: EAST_VILLAGE }, source),
      aFact('phone', { phone: '0513820001' }, source),
    ]
    const everybody = Array.from({ length: 501 }, () => ({ personId: undefined, facts: shared }))
    await recordPeople(setting, 'registry.register-person', everybody)
    const idNumber = anIdNumber('19510103', '005')
    const wanted = await aVeteran(setting, { name: '要找', idNumber })
    const phone = setting.vault.index('phone', '0513820001')
    const number = setting.vault.index('id-number', idNumber)

    const found = await findByBlindIndex(setting.tx, [phone, number, phone])

    expect(found.filter(({ index }) => index === phone).length).toBe(500)
    expect(found.filter(({ index }) => index === number)).toEqual([
      { index: number, personId: wanted, kind: 'id-number' },
    ])
    expect(found.map(({ personId }) => personId)).toEqual(
      found.map(({ personId }) => personId).toSorted((a, b) => a - b),
    )
  }),
)

/** A clerk at a counter: a transaction of their own. */
function counter<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  return inSetting(database.app(), actorOf(), randomUUID(), work)
}

function form(name: string, idNumber: string, isSomebodyElse = false): RegisterPerson {
  const facts: FactDraft[] = [
    { kind: 'name', value: { name } },
    { kind: 'residence', value: { division: EAST_VILLAGE } },
    { kind: 'id-number', value: { idNumber } },
  ]
  return { facts, note: '窗口登记', isSomebodyElse }
}
