import { randomUUID } from 'node:crypto'
import type { HealthCode } from '@dongzhou/contract/integrity'
import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { screenNow } from '../../benefits/index.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { aBookOnce, aDisabledVeteran, anAward, told } from '../../testing/benefits.ts'
import { type ClerkOptions, freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aRecipient } from '../../testing/payments.ts'
import { COUNTY, EAST_TOWN, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { healthChecks } from './health-checks.ts'
import { getHealth, listHealthRows } from './show-health.ts'

const { app, rolledBack } = freshDatabase()
const PENSION = 'disability-pension'
const page = { page: 1, size: 20 }

/** Plants somebody of whom a check must speak; answers who, and what it says of them. */
const ailments: readonly (readonly [HealthCode, (setting: ActionSetting) => Promise<readonly [number, string]>])[] = [
  ['dead-with-award', async (setting) => [await aDead(setting, '2025-04-10'), '残疾抚恤金，2025年4月10日去世']],
  [
    'death-unregistered',
    async (setting) => {
      const id = await aScreened(setting)
      await plantNotice(setting, id)
      return [id, '名单称2025年6月1日去世']
    },
  ],
  [
    'unjustified',
    async (setting) => {
      const id = await aScreened(setting)
      await sql`insert into benefit_finding (person_id, division_code, benefit, kind, award_fact_id, since_month, found_at)
        select id, division_code, ${PENSION}, 'unjustified', 7, ${2025 * 12 + 3}, now() from person where id = ${id}`.execute(
        setting.tx,
      )
      return [id, '残疾抚恤金，2025年4月起']
    },
  ],
  [
    'twins',
    async (setting) => {
      const [first, second] = [await aScreened(setting), await aDisabledVeteran(setting)]
      await plantPair(setting, first, second)
      return [first, '与另一份档案疑似同一人，尚未裁定']
    },
  ],
  [
    'excluded',
    async (setting) => {
      const id = await aDoubleAward(setting, '2021-03-05')
      await plantExclusions(setting, [['rural-veteran-subsidy', PENSION, {}]])
      return [id, '残疾抚恤金与60周岁农村籍退役士兵老年生活补助']
    },
  ],
  ['account-missing', async (setting) => [await aScreened(setting, null), '档案中没有现用的银行账户']],
  [
    'unconfirmed',
    async (setting) => {
      const id = await aScreened(setting)
      await plantLine(setting, id)
      return [id, '从未确认']
    },
  ],
  [
    'uncertain',
    async (setting) => {
      await aBookOnce(setting)
      const graded = told('disability', { grade: 5, nature: 'illness', approved: day('1990-01-01') })
      const id = await aDisabledVeteran(setting, { more: [anAward(PENSION, '2020-03-05'), graded] })
      await screenNow(setting, [id])
      return [id, '残疾抚恤金，2024年1月起']
    },
  ],
  [
    'disputed',
    async (setting) => {
      const id = await aScreened(setting)
      await sql`update person set disputes = '{birth}' where id = ${id}`.execute(setting.tx)
      return [id, '有尚未裁定的矛盾信息']
    },
  ],
]

test('every check has somebody to find', () => {
  expect(ailments.map(([code]) => code)).toEqual(healthChecks.map(({ code }) => code))
})

describe.each(ailments)('%s', (code, plant) => {
  test(
    'names who it is and what is wrong, and counts them in their town',
    rolledBack(async (setting) => {
      const [personId, say] = await plant(setting)

      const { items } = await getHealth(setting, {})
      const rows = await listHealthRows(setting, { ...page, code })

      expect(rows.items).toMatchObject([{ personId, say }])
      expect(items.find((item) => item.code === code)).toMatchObject({
        count: 1,
        byDivision: [{ division: { code: EAST_TOWN, name: '东镇' }, count: 1 }],
      })
    }),
  )

  test(
    'is seen by the town whose people they are, and by no other',
    rolledBack(async (setting) => {
      await plant(setting)
      const from = async (as: ClerkOptions) => {
        const town = await switchTo(app(), setting.tx, as)
        const { items } = await getHealth(town, {})
        const { total } = await listHealthRows(town, { ...page, code })
        return [items.some((item) => item.code === code), total]
      }

      expect(await from({ role: 'town-worker', division: EAST_TOWN })).toEqual([true, 1])
      expect(await from({ role: 'town-worker', division: WEST_TOWN })).toEqual([false, 0])
    }),
  )
})

test(
  'whoever draws rightly, has an account and was seen this year is well; so is who died last month',
  rolledBack(async (setting) => {
    const id = await aScreened(setting)
    await plantLine(setting, id)
    await plantConfirmation(setting, id, '2025-03-01')
    await aDead(setting, '2025-05-20')

    expect((await getHealth(setting, {})).items).toEqual([])
  }),
)

const sayings = async (setting: ActionSetting, code: HealthCode) => {
  const { items } = await listHealthRows(setting, { ...page, code })
  return items.map(({ personId, say }) => [personId, say])
}

describe('a yearly confirmation', () => {
  test(
    'is overdue after the day by which everybody must be seen, and not before: until then that of the year before counts',
    rolledBack(async (setting) => {
      const id = await aScreened(setting)
      await plantLine(setting, id)
      await plantConfirmation(setting, id, '2024-03-01')
      const inJuly = { ...setting, today: day('2025-07-01') }
      const undecided = { ...setting, bureau: { ...setting.bureau, isDemo: false } }

      expect(await sayings(setting, 'unconfirmed')).toEqual([])
      expect(await sayings(inJuly, 'unconfirmed')).toEqual([[id, '上次确认于2024年3月1日']])
      expect(await sayings(undecided, 'unconfirmed')).toEqual([[id, '上次确认于2024年3月1日']])
    }),
  )

  test(
    'counts under a file that was merged into this one, and so does a line on which somebody stood there',
    rolledBack(async (setting) => {
      const [id, part] = [await aScreened(setting), await aDisabledVeteran(setting)]
      await plantLine(setting, part)
      await sql`update person set is_listed = false, merged_into = ${id} where id = ${part}`.execute(setting.tx)
      expect(await sayings(setting, 'unconfirmed')).toEqual([[id, '从未确认']])

      await plantConfirmation(setting, part, '2024-03-01')

      expect(await sayings(setting, 'unconfirmed')).toEqual([])
    }),
  )

  test(
    'is not asked of whoever began to draw since',
    rolledBack(async (setting) => {
      await plantLine(setting, await aScreened(setting), 2024 * 12)

      expect(await sayings(setting, 'unconfirmed')).toEqual([])
    }),
  )
})

describe('awards that exclude each other', () => {
  const pair = ['rural-veteran-subsidy', PENSION] as const

  test(
    'are found once, however many rows of the matrix say so and in which direction',
    rolledBack(async (setting) => {
      const id = await aDoubleAward(setting, '2021-03-05')
      await plantExclusions(setting, [
        [...pair, {}],
        [...pair, { from: '2020-01-01' }],
        [PENSION, 'rural-veteran-subsidy', {}],
      ])

      expect(await sayings(setting, 'excluded')).toEqual([[id, '残疾抚恤金与60周岁农村籍退役士兵老年生活补助']])
    }),
  )

  test(
    'are no finding by a shipped sample outside a demonstration bureau, nor before the second has begun',
    rolledBack(async (setting) => {
      await aDoubleAward(setting, '2025-07-01')
      await plantExclusions(setting, [[...pair, {}]])
      expect(await sayings(setting, 'excluded')).toEqual([])

      const id = await aDoubleAward(setting, '2021-03-05')
      const real = { ...setting, bureau: { ...setting.bureau, isDemo: false } }

      expect(await sayings(setting, 'excluded')).toMatchObject([[id, expect.any(String)]])
      expect(await sayings(real, 'excluded')).toEqual([])
    }),
  )
})

test(
  'of two files that may be one person each that draws is named, in its own town',
  rolledBack(async (setting) => {
    const [east, west] = [await aScreened(setting), await aScreened(setting)]
    await sql`update person set division_code = ${WEST_VILLAGE} where id = ${west}`.execute(setting.tx)
    await plantPair(setting, east, west)
    const of = async (division: DivisionCode) => {
      const town = await switchTo(app(), setting.tx, { role: 'town-worker', division })
      return (await sayings(town, 'twins')).map(([personId]) => personId)
    }

    expect((await sayings(setting, 'twins')).map(([personId]) => personId)).toEqual([east, west])
    expect([await of(EAST_TOWN), await of(WEST_TOWN)]).toEqual([[east], [west]])
  }),
)

test(
  'a town may not ask for another',
  rolledBack(
    async (setting) => {
      await expect(getHealth(setting, { division: WEST_TOWN })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
    },
    { role: 'town-worker', division: EAST_TOWN },
  ),
)

async function aScreened(setting: ActionSetting, account?: null): Promise<number> {
  await aBookOnce(setting)
  const id = await aRecipient(setting, account === null ? { account } : {})
  await screenNow(setting, [id])
  return id
}

function aDead(setting: ActionSetting, on: string): Promise<number> {
  const died = told('death', { day: day(on), precision: 'day' })
  return aDisabledVeteran(setting, { more: [anAward(PENSION, '2020-03-05'), died] })
}

async function plantConfirmation({ tx }: ActionSetting, personId: number, on: string): Promise<void> {
  await sql`insert into yearly_confirmation (person_id, division_code, year, confirmed_on, way, actor, at)
    select id, division_code, ${Number(on.slice(0, 4))}, ${on}, '上门', '测试', now() from person where id = ${personId}`.execute(
    tx,
  )
}

function aDoubleAward(setting: ActionSetting, second: string): Promise<number> {
  const more = [anAward(PENSION, '2020-03-05'), { ...anAward('rural-veteran-subsidy', second), validFrom: day(second) }]
  return aDisabledVeteran(setting, { more })
}

function plantExclusions(
  setting: ActionSetting,
  rows: readonly (readonly [string, string, { readonly from?: string }])[],
): Promise<void> {
  return asOwner(setting, async () => {
    for (const [benefit, other, { from }] of rows)
      await sql`insert into rate_exclusion (division_code, benefit, other, way, valid_from, document, source, state, recorded_at, recorded_by, counts_from)
        values (${COUNTY}, ${benefit}, ${other}, 'exclude', ${from ?? null}, '测试', '测试', 'sample', now(), 'system', now())`.execute(
        setting.tx,
      )
  })
}

async function plantPair({ tx }: ActionSetting, first: number, second: number): Promise<void> {
  await sql`insert into linkage_pair (first_person_id, second_person_id, division_code, other_division_code, band, score, reasons, found_at)
    select a.id, b.id, a.division_code, b.division_code, 'likely', 80, '[]', now() from person a, person b
    where a.id = ${first} and b.id = ${second}`.execute(tx)
}

async function plantLine(setting: ActionSetting, personId: number, month = 2023 * 12 + 11): Promise<void> {
  await sql`
    with run as (insert into payment_run (division_code, kind, month, benefits, state, edition, digest, locked_at, created_by, created_at, changed_at)
      values (${COUNTY}, 'regular', ${month}, '{}', 'closed', 1, 'd', now(), '测试', now(), now()) returning id)
    insert into payment_line (run_id, edition, person_id, division_code, benefit, month, kind, amount_fen, cause, rate_ids, rule_version, known_at)
    select run.id, 1, p.id, p.division_code, ${PENSION}, ${month}, 'regular', 100, '', '{}', 1, now()
    from run, person p where p.id = ${personId}`.execute(setting.tx)
}

async function plantNotice({ tx }: ActionSetting, personId: number): Promise<void> {
  const fileId = randomUUID()
  await sql`insert into stored_file (id, division_code, kind, name, media_type, key, size, sm3, created_at)
    values (${fileId}, ${COUNTY}, 'upload', 'a.csv', 'text/csv', ${fileId}, 1, 'x', now())`.execute(tx)
  await sql`
    with list as (insert into death_list (division_code, source, received_on, file_id, file_name, state, actor, at)
      values (${COUNTY}, '民政局', '2025-06-10', ${fileId}, 'a.csv', 'taken', '测试', now()) returning id)
    insert into death_notice (list_id, row, division_code, person_id, name_sealed, died_on, state)
    select list.id, 2, p.division_code, p.id, 'x', '2025-06-01', 'matched' from list, person p where p.id = ${personId}`.execute(
    tx,
  )
}

async function asOwner(setting: ActionSetting, work: () => Promise<unknown>): Promise<void> {
  await sql.raw('reset role').execute(setting.tx)
  await work()
  await switchTo(app(), setting.tx, {})
}
