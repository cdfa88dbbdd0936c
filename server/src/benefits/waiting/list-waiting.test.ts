import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { aBook, aDisabledVeteran, aDraft, anAward, proposed, told } from '../../testing/benefits.ts'
import { type ClerkOptions, freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, WEST_TOWN } from '../../testing/test-bureau.ts'
import { proposeExclusion } from '../rates/propose-exclusion.ts'
import { dismissFinding } from '../screening/dismiss-finding.ts'
import { listFindings } from '../screening/findings.sql.ts'
import { screenNow } from '../screening/follow-changes.ts'
import { listWaiting } from './list-waiting.ts'

const { app, rolledBack } = freshDatabase()

async function waitsFor(setting: ActionSetting, as: ClerkOptions): Promise<readonly string[]> {
  const { items } = await listWaiting(await switchTo(app(), setting.tx, as))
  return items.map(({ what, count }) => `${what} ${count}`)
}

describe('what waits of benefits', () => {
  test(
    'a proposed rate waits for a second person who may confirm, and for nobody else',
    rolledBack(async (setting) => {
      await aBook(setting)
      const clerk = await switchTo(app(), setting.tx, { role: 'clerk' })
      await proposed(clerk, [aDraft({ kind: 'ill-returned-subsidy', value: 100_000, validFrom: day('2025-01-01') })])
      const paper = { document: '测退役军人发〔2025〕8号', source: '局发文', reason: '' }
      const pair = { benefit: 'rural-veteran-subsidy', other: 'disability-pension', way: 'exclude' } as const
      await proposeExclusion(clerk, { ...pair, ...paper })

      expect(await waitsFor(setting, { role: 'chief' })).toEqual(['rates 1', 'exclusions 1'])
      expect(await waitsFor(setting, { role: 'clerk' })).toEqual([])
      expect(await waitsFor(setting, { role: 'leader' })).toEqual([])
    }),
  )

  test(
    "one's own proposal does not wait for oneself, however much one may confirm",
    rolledBack(async (setting) => {
      await aBook(setting)
      const chief = await switchTo(app(), setting.tx, { role: 'chief' })
      await proposed(chief, [aDraft({ kind: 'ill-returned-subsidy', value: 100_000, validFrom: day('2025-01-01') })])

      expect(await waitsFor(setting, { role: 'chief' })).toEqual([])
    }),
  )

  test(
    'lines of the work list wait where the people live, but for what was put aside',
    rolledBack(async (setting) => {
      await aBook(setting)
      const unclaimed = await aDisabledVeteran(setting)
      const aside = await aDisabledVeteran(setting, { name: '李四' })
      const died = told('death', { day: day('2025-03-20'), precision: 'day' })
      const dead = await aDisabledVeteran(setting, {
        name: '王五',
        more: [anAward('disability-pension', '2020-03-05'), died],
      })
      await screenNow(setting, [unclaimed, aside, dead])
      const { items } = await listFindings(
        setting,
        { standing: 'open', personId: aside, kind: 'unclaimed' },
        { page: 1, size: 9 },
      )
      for (const { id, version } of items)
        await dismissFinding(setting, { id, version, until: day('2025-12-31'), because: '本人在外地' })

      expect(await waitsFor(setting, { role: 'town-worker', division: EAST_TOWN })).toEqual([
        'unclaimed 1',
        'unjustified 1',
      ])
      expect(await waitsFor(setting, { role: 'town-worker', division: WEST_TOWN })).toEqual([])
      expect(await waitsFor(setting, { role: 'leader' })).toEqual([])
    }),
  )
})
