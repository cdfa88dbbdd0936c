import { Page } from '@dongzhou/contract/shapes'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { trailRoutes } from './routes.ts'

const { app, rolledBack } = freshDatabase()
const page = Page.parse({})

test(
  'the trail is read newest first, with the Chinese name of each verb',
  rolledBack(async (setting) => {
    await leave(setting, 'registry.correct-fact', 1)
    await leave(setting, 'access.open-account', 2)

    const { items, total } = await trailRoutes.list(setting, page)

    expect(total).toBe(2)
    expect(items.map((item) => item.verbName)).toEqual(['开设账号', '更正事实'])
  }),
)

test.each([
  ['one subject', { subject: { kind: 'test', id: '1' } }, 1],
  ['one verb', { verb: 'test.do' }, 2],
  ['a verb nobody used', { verb: 'test.undo' }, 0],
  ['the day itself', { from: '2025-06-30', to: '2025-06-30' }, 2],
  ['the day before', { to: '2025-06-29' }, 0],
  ['the day after', { from: '2025-07-01' }, 0],
  ['an account', { accountId: 5 }, 0],
])('rows are found by %s', (_what, filter, expected) =>
  rolledBack(async (setting) => {
    await leave(setting, 'test.do', 1)
    await leave(setting, 'test.do', 2)

    const { total } = await trailRoutes.list(setting, { ...page, ...filter })

    expect(total).toBe(expected)
  })(),
)

test(
  'a page holds what comes after the page before',
  rolledBack(async (setting) => {
    for (const id of [1, 2, 3]) await leave(setting, 'test.do', id)

    const { items, total } = await trailRoutes.list(setting, { page: 2, size: 2 })

    expect(total).toBe(3)
    expect(items.map((item) => item.subject)).toEqual(['1'])
  }),
)

test(
  'a date that is none is refused',
  rolledBack(async (setting) => {
    await expect(trailRoutes.list(setting, { ...page, from: '昨天' })).rejects.toMatchObject({
      code: 'platform.bad-input',
    })
  }),
)

test(
  'a town sees its own rows only, and may not verify',
  rolledBack(async (setting) => {
    await recordTrail(setting, { verb: 'test.do', subject: { kind: 'test', id: 1 }, division: EAST_VILLAGE })
    await recordTrail(setting, { verb: 'test.do', subject: { kind: 'test', id: 2 }, division: WEST_VILLAGE })

    const town = await switchTo(app(), setting.tx, { role: 'audit-administrator', division: EAST_TOWN })

    expect((await trailRoutes.list(town, page)).items.map((item) => item.subject)).toEqual(['1'])
    await expect(trailRoutes.verify(town, undefined)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
  }),
)

test(
  'the audit administrator of the bureau verifies',
  rolledBack(
    async (setting) => {
      await leave(setting, 'test.do', 1)

      expect(await trailRoutes.verify(setting, undefined)).toEqual({
        isWhole: true,
        blocks: 0,
        rows: 0,
        unsealed: 1,
        say: '留痕完好：0 个封存块、0 条记录核验一致，另有 1 条尚未封存。',
      })
    },
    { role: 'audit-administrator' },
  ),
)

function leave(setting: ActionSetting, verb: string, id: number): Promise<void> {
  return recordTrail(setting, { verb, subject: { kind: 'test', id } })
}
