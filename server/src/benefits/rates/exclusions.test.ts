import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN } from '../../testing/test-bureau.ts'
import { confirmExclusion } from './confirm-exclusion.ts'
import { listCountingExclusions, listExclusions } from './exclusions.sql.ts'
import { loadSampleRates } from './load-samples.ts'
import { type ProposeExclusion, proposeExclusion } from './propose-exclusion.ts'
import { withdrawExclusion } from './withdraw-exclusion.ts'

const { rolledBack, app } = freshDatabase()

const cell: ProposeExclusion = {
  benefit: 'ill-returned-subsidy',
  other: 'war-participant-subsidy',
  way: 'cap',
  document: '测退役军人发〔2025〕9号',
  source: '局收文',
  reason: '',
}

test(
  'a cell counts once a second person has confirmed it',
  rolledBack(async (setting) => {
    const { id } = await byClerk(setting, (clerk) => proposeExclusion(clerk, cell))
    expect(await listCountingExclusions(setting)).toEqual([])

    await confirmExclusion(setting, { id, version: 1 })

    expect(await listCountingExclusions(setting)).toMatchObject([{ id, way: 'cap', confirmedBy: 'test-chief' }])
  }),
)

test(
  'whoever proposed it may not confirm it',
  rolledBack(async (setting) => {
    const { id } = await proposeExclusion(setting, cell)

    await expect(confirmExclusion(setting, { id, version: 1 })).rejects.toMatchObject({ code: 'benefits.own-proposal' })
  }),
)

test.each([
  ['a benefit with itself', { other: 'ill-returned-subsidy' }, 'benefits.exclusion-of-itself'],
  [
    'an end before the beginning',
    { validFrom: day('2025-01-01'), validTo: day('2025-01-01') },
    'benefits.exclusion-runs-backwards',
  ],
] as const)('%s is no cell', async (_sentence, change, code) => {
  await rolledBack(async (setting) => {
    await expect(proposeExclusion(setting, { ...cell, ...change })).rejects.toMatchObject({ code })
  })()
})

test(
  'a confirmed cell is voided before another takes its place; from another day it may stand beside it',
  rolledBack(async (setting) => {
    await stand(setting, cell)

    await expect(proposeExclusion(setting, { ...cell, way: 'exclude' })).rejects.toMatchObject({
      code: 'benefits.exclusion-exists',
    })
    await expect(proposeExclusion(setting, { ...cell, validFrom: day('2026-01-01') })).resolves.toBeDefined()
  }),
)

test(
  'of two proposals for one cell the second finds it taken',
  rolledBack(async (setting) => {
    const one = await byClerk(setting, (clerk) => proposeExclusion(clerk, cell))
    const other = await byClerk(setting, (clerk) => proposeExclusion(clerk, cell))
    await confirmExclusion(setting, { id: one.id, version: 1 })

    await expect(confirmExclusion(setting, { id: other.id, version: 1 })).rejects.toMatchObject({
      code: 'benefits.exclusion-exists',
    })
  }),
)

test(
  'the county’s own document takes the place of a sample',
  rolledBack(async (setting) => {
    await loadSampleRates(setting)
    const own = { benefit: 'rural-veteran-subsidy', other: 'disability-pension', validFrom: day('2011-08-01') } as const

    const id = await stand(setting, { ...cell, ...own, way: 'exclude' })

    const standing = (await listCountingExclusions(setting)).filter(({ other }) => other === 'disability-pension')
    expect(standing.map((row) => row.id)).toEqual([id])
  }),
)

test(
  'a proposal is dropped; what counts is voided by two people',
  rolledBack(async (setting) => {
    const { id: dropped } = await proposeExclusion(setting, cell)
    expect(await withdrawExclusion(setting, { id: dropped, version: 1, reason: '选错了' })).toMatchObject({
      awaitsConfirmation: false,
    })
    const id = await stand(setting, cell)

    const waiting = await byClerk(setting, (clerk) =>
      withdrawExclusion(clerk, { id, version: 2, reason: '文件已废止' }),
    )
    expect(await listCountingExclusions(setting)).toHaveLength(1)
    await confirmExclusion(setting, { id: waiting.id, version: 1 })

    expect(await listCountingExclusions(setting)).toEqual([])
    expect(await listExclusions(setting, { withPast: false }, { page: 1, size: 50 })).toMatchObject({ total: 0 })
    expect(await listExclusions(setting, { withPast: true }, { page: 1, size: 50 })).toMatchObject({ total: 3 })
  }),
)

test(
  'another version, another state and another place are refused',
  rolledBack(async (setting) => {
    const id = await stand(setting, cell)

    await expect(confirmExclusion(setting, { id, version: 2 })).rejects.toMatchObject({
      code: 'benefits.exclusion-not-proposed',
    })
    await expect(withdrawExclusion(setting, { id, version: 1, reason: '旧的' })).rejects.toMatchObject({
      code: 'platform.changed-meanwhile',
    })
    await expect(confirmExclusion(setting, { id: 987_654, version: 1 })).rejects.toMatchObject({
      code: 'benefits.exclusion-not-found',
    })
    const town = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })
    await expect(proposeExclusion(town, cell)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
    expect(await listExclusions(town, { withPast: false }, { page: 1, size: 50 })).toMatchObject({ total: 1 })
  }),
)

test.each([
  ['is_of_two_benefits', "'age', 'age', 'cap', 'proposed', null"],
  ['way_is_known', "'one', 'two', 'maybe', 'proposed', null"],
  ['state_is_known', "'one', 'two', 'cap', 'guessed', null"],
  ['counts_once_it_stands', "'one', 'two', 'cap', 'proposed', now()"],
  ['confirmed_is_signed', "'one', 'two', 'cap', 'confirmed', now()"],
])('the database keeps no cell that breaks %s', async (constraint, values) => {
  await rolledBack(async ({ tx }) => {
    const insert = sql`
      insert into rate_exclusion (division_code, document, source, recorded_at, recorded_by, benefit, other, way, state, counts_from)
      values ('999999000000', '文', '源', now(), 'one', ${sql.raw(values)})`

    await expect(insert.execute(tx)).rejects.toThrow(`rate_exclusion_${constraint}`)
  })()
})

async function stand(setting: ActionSetting, row: ProposeExclusion): Promise<number> {
  const { id } = await byClerk(setting, (clerk) => proposeExclusion(clerk, row))
  await confirmExclusion(setting, { id, version: 1 })
  return id
}

async function byClerk<T>(setting: ActionSetting, work: (clerk: ActionSetting) => Promise<T>): Promise<T> {
  const done = await work(await switchTo(app(), setting.tx, { role: 'clerk' }))
  await switchTo(app(), setting.tx, { role: 'chief' })
  return done
}
