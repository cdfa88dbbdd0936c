import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { registryRoutes } from '../routes.ts'
import { findPerson } from './people.sql.ts'

const { rolledBack, app } = freshDatabase()

test(
  'a household is formed by joining its head, and everybody of it sees everybody',
  rolledBack(async (setting) => {
    const head = await aVeteran(setting, { name: '户主' })
    const wife = await aVeteran(setting, { name: '妻子' })

    await join(setting, wife, 'household-member', head)

    for (const id of [head, wife]) {
      const { household, relations } = await registryRoutes.getPerson(setting, { id })
      expect(household?.members.map(({ name, isHead }) => [name, isHead])).toEqual([
        ['户主', true],
        ['妻子', false],
      ])
      expect(relations).toEqual([])
    }
  }),
)

test(
  'nobody is in two households; whoever left one may join another',
  rolledBack(async (setting) => {
    const [one, other, child] = [await aVeteran(setting), await aVeteran(setting), await aVeteran(setting)]
    await join(setting, child, 'household-member', one)

    await expect(join(setting, child, 'household-member', other)).rejects.toMatchObject({
      code: 'registry.household-already',
    })

    const { household } = await registryRoutes.getPerson(setting, { id: child })
    const relationId = Number(household?.members.find(({ personId }) => personId === child)?.relationId)
    const { version } = await registryRoutes.getPerson(setting, { id: child })
    await registryRoutes.endRelation(setting, {
      actionId: crypto.randomUUID(),
      personId: child,
      version,
      relationId,
      validTo: setting.today,
    })
    await join(setting, child, 'household-member', other)
    expect((await registryRoutes.getPerson(setting, { id: child })).household?.members.length).toBe(2)
  }),
)

test(
  'a member needs a head who is on file',
  rolledBack(async (setting) => {
    const alone = await aVeteran(setting)

    await expect(join(setting, alone, 'household-member', undefined)).rejects.toMatchObject({
      code: 'registry.household-head-needed',
    })
  }),
)

test(
  'a member who lives in another town is not named to this one',
  rolledBack(async (setting) => {
    const head = await aVeteran(setting, { name: '东户主', division: EAST_VILLAGE })
    const son = await aVeteran(setting, { name: '西儿子', division: WEST_VILLAGE })
    await join(setting, son, 'household-member', head)

    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    const { household } = await registryRoutes.getPerson(west, { id: son })
    expect(household?.members.map(({ name }) => name)).toEqual(['西儿子'])
  }),
)

async function join(
  setting: ActionSetting,
  personId: number,
  kind: 'household-head' | 'household-member',
  otherPersonId: number | undefined,
): Promise<void> {
  const version = (await findPerson(setting, personId))?.version ?? 0
  const input = { actionId: crypto.randomUUID(), personId, version, kind, note: '户口簿' }
  await registryRoutes.addRelation(setting, otherPersonId === undefined ? input : { ...input, otherPersonId })
}
