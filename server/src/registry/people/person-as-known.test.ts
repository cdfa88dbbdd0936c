import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN } from '../../testing/test-bureau.ts'
import { registryRoutes } from '../routes.ts'
import { correctFact } from './correct-fact.ts'
import { listFactsOf } from './facts.sql.ts'

const { app, rolledBack } = freshDatabase()

/** Registered on 1 June as 张三 of the first village; on 20 June at noon in China corrected to 张珊 of the second. */
async function aCorrectedPerson(setting: ActionSetting): Promise<number> {
  const id = await aVeteran(
    { ...setting, now: new Date('2025-06-01T02:00:00Z') },
    { name: '张三', division: EAST_VILLAGE },
  )
  const noon = { ...setting, now: new Date('2025-06-20T04:00:00Z') }
  const changes = [
    { kind: 'name' as const, value: { name: '张珊' } },
    { kind: 'residence' as const, value: { division: EAST_VILLAGE_2 } },
  ]
  for (const [at, fact] of changes.entries()) {
    const facts = await listFactsOf(setting, [id], 'open')
    const factId = facts.find(({ kind }) => kind === fact.kind)?.id ?? 0
    await correctFact(noon, { personId: id, version: at + 1, factId, fact, because: '证件' })
  }
  return id
}

test.each([
  ['on the day before the correction', '2025-06-19', '张三', EAST_VILLAGE],
  ['on the day it was registered, to its end', '2025-06-01', '张三', EAST_VILLAGE],
  ['an instant before the correction', '2025-06-20T03:59:59Z', '张三', EAST_VILLAGE],
  ['the same instant written in China', '2025-06-20T11:59:59+08:00', '张三', EAST_VILLAGE],
  ['at the instant of the correction', '2025-06-20T04:00:00Z', '张珊', EAST_VILLAGE_2],
  ['on the day of the correction, to its end', '2025-06-20', '张珊', EAST_VILLAGE_2],
  ['today', '2025-06-30', '张珊', EAST_VILLAGE_2],
])('the file as it was known %s', async (_when, asKnownOn, name, division) => {
  await rolledBack(async (setting) => {
    const id = await aCorrectedPerson(setting)

    const file = await registryRoutes.getPerson(setting, { id, asKnownOn })

    expect(file).toMatchObject({ id, name, division: { code: division }, asKnownOn })
    const names = file.facts.filter(({ kind }) => kind === 'name')
    expect(names).toMatchObject([{ text: name, supersededAt: null, supersededBecause: null }])
  })()
})

test(
  'the file of an earlier day is for reading: nothing is written or opened from it, and who belongs together is left out',
  rolledBack(async (setting) => {
    const id = await aCorrectedPerson(setting)

    const file = await registryRoutes.getPerson(setting, { id, asKnownOn: '2025-06-19' })

    expect(file).toMatchObject({ may: { write: false, open: false }, relations: [], household: null })
  }),
)

test(
  'before anything was known there is no file, and the answer says so',
  rolledBack(async (setting) => {
    const id = await aCorrectedPerson(setting)

    await expect(registryRoutes.getPerson(setting, { id, asKnownOn: '2025-05-31' })).rejects.toMatchObject({
      code: 'registry.not-known-then',
    })
  }),
)

test(
  'the file as it is now says of no day, and may be worked on',
  rolledBack(async (setting) => {
    const file = await registryRoutes.getPerson(setting, { id: await aCorrectedPerson(setting) })

    expect(file).toMatchObject({ name: '张珊', asKnownOn: null, may: { write: true } })
    expect(file.facts.filter(({ kind }) => kind === 'name')).toHaveLength(2)
  }),
)

test(
  'an earlier day opens nobody of another town: who may see the file is asked as of now',
  rolledBack(async (setting) => {
    const id = await aCorrectedPerson(setting)
    const west = await switchTo(app(), setting.tx, { role: 'clerk', division: WEST_TOWN })

    await expect(registryRoutes.getPerson(west, { id, asKnownOn: '2025-06-19' })).rejects.toMatchObject({
      code: 'registry.person-not-found',
    })
  }),
)

test(
  'a clerk without the authority to read is refused by the work itself, not by the fence alone',
  rolledBack(async (setting) => {
    const id = await aCorrectedPerson(setting)
    const administrator = await switchTo(app(), setting.tx, { role: 'system-administrator' })

    await expect(registryRoutes.getPerson(administrator, { id })).rejects.toMatchObject({
      code: 'access.not-authorised',
    })
  }),
)
