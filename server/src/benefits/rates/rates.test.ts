import { demoCountyRates, sampleRates } from '@dongzhou/engines/benefits'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aDraft, confirmed, proposed, versioned } from '../../testing/rates.ts'
import { EAST_TOWN } from '../../testing/test-bureau.ts'
import { checkRates } from './check-rates.ts'
import { confirmRates } from './confirm-rates.ts'
import { getRate } from './get-rate.ts'
import { loadDemoHouse, loadDemoRates, loadSampleRates } from './load-samples.ts'
import { proposeRates } from './propose-rates.ts'
import { findRate, listCountingRates, listRates, ratesChangedAt } from './rates.sql.ts'
import { withdrawRate } from './withdraw-rate.ts'

const { rolledBack, app } = freshDatabase()
const all = { text: '', withPast: false }
const page = { page: 1, size: 200 }

describe('proposing', () => {
  test(
    'a row with its document waits, counts for nothing, and leaves a trail',
    rolledBack(async (setting) => {
      const { ids } = await proposeRates(setting, { drafts: [aDraft()], reason: '' })

      const row = await findRate(setting, ids[0] ?? 0)
      expect(row?.rate).toMatchObject({ state: 'proposed', value: 100_000, document: '测退役军人发〔2025〕8号' })
      expect(await listCountingRates(setting)).toEqual([])
      const trail = await setting.tx.selectFrom('trail').select(['verb', 'subject']).execute()
      expect(trail).toEqual([{ verb: 'benefits.propose-rates', subject: String(ids[0]) }])
    }),
  )

  test(
    'a row announced after it began is marked as late',
    rolledBack(async (setting) => {
      const { ids } = await proposeRates(setting, { drafts: [aDraft()], reason: '' })

      expect((await getRate(setting, { id: ids[0] ?? 0 })).rate).toMatchObject({
        isLate: true,
        valueText: '1,000元/月',
      })
    }),
  )

  test(
    'all that is wrong comes back at once, and nothing is written',
    rolledBack(async (setting) => {
      const drafts = [aDraft({ value: 0 }), aDraft({ kind: 'age', key: 'nobody', unit: 'months' })]

      await expect(proposeRates(setting, { drafts, reason: '理由' })).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
        details: {
          complaints: [
            { row: 0, field: 'value' },
            { row: 1, field: 'key' },
            { row: 1, field: 'unit' },
          ],
        },
      })
      expect(await listRates(setting, all, page)).toMatchObject({ total: 0 })
    }),
  )

  test(
    'a jump is held until somebody says why',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      await confirmed(app(), setting, aDraft())
      const jump = aDraft({ value: 140_000, validFrom: '2025-06-01' })

      expect(await checkRates(setting, { drafts: [jump] })).toMatchObject([{ weight: 'held' }])
      await expect(proposeRates(setting, { drafts: [jump], reason: '' })).rejects.toMatchObject({
        code: 'benefits.rate-needs-reason',
      })
      await expect(proposeRates(setting, { drafts: [jump], reason: '区政府专题会议提标' })).resolves.toBeDefined()
    }),
  )

  test(
    'ten times the year before is refused with the sentence that says where',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      await confirmed(app(), setting, aDraft())
      const tenfold = { drafts: [aDraft({ value: 1_000_000, validFrom: '2025-06-01' })], reason: '理由' }

      await expect(proposeRates(setting, tenfold)).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
        details: { complaints: [{ say: expect.stringContaining('是上一期的10倍以上') }] },
      })
    }),
  )

  test(
    'the false page is refused beside the national samples',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      await loadSampleRates(setting)
      const cell = (key: string, yuan: number) =>
        aDraft({ kind: 'disability-pension', key, jurisdiction: 'nation', value: yuan * 100, unit: 'fen-a-year' })
      const drafts = [
        cell('war-1', 72_850),
        cell('illness-7', 26_000),
        cell('war-5', 60_000),
        cell('illness-5', 61_000),
      ]

      const complaints = await checkRates(setting, { drafts })

      expect(complaints.map(({ row, weight }) => [row, weight])).toEqual([
        [0, 'refused'],
        [1, 'refused'],
        [2, 'refused'],
      ])
      await expect(proposeRates(setting, { drafts, reason: '网上查到的' })).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
      })
    }),
  )

  test(
    'a table may be entered in parts: what waits for the same day counts as standing beside it',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      const cell = (key: string, value: number, validFrom: string) =>
        aDraft({ kind: 'disability-pension', key, value, unit: 'fen-a-year', validFrom })
      await confirmed(app(), setting, cell('war-1', 10_000_000, '2024-08-01'))
      const lower = cell('duty-1', 10_500_000, '2025-01-01')

      expect(await checkRates(setting, { drafts: [lower] })).toMatchObject([{ weight: 'held' }])
      await proposed(app(), setting, cell('war-1', 11_000_000, '2025-01-01'))
      expect(await checkRates(setting, { drafts: [lower] })).toEqual([])
    }),
  )
})

describe('confirming', () => {
  test(
    'a second person confirms, and from then on the row counts',
    rolledBack(async (setting) => {
      const id = await proposed(app(), setting, aDraft())

      await confirmRates(setting, { rates: [await versioned(setting, id)] })

      expect(await listCountingRates(setting)).toMatchObject([
        { id, confirmedBy: 'test-chief', recordedBy: 'test-clerk' },
      ])
      expect(await ratesChangedAt(setting)).toEqual(setting.now)
      const line = (await getRate(setting, { id })).rate
      expect(line).toMatchObject({ state: 'confirmed', may: { confirm: false, correct: true, withdraw: true } })
    }),
  )

  test(
    'whoever proposed it may not, not even the chief',
    rolledBack(async (setting) => {
      const { ids } = await proposeRates(setting, { drafts: [aDraft()], reason: '' })
      const own = await versioned(setting, ids[0] ?? 0)

      await expect(confirmRates(setting, { rates: [own] })).rejects.toMatchObject({ code: 'benefits.own-proposal' })
      expect((await getRate(setting, own)).rate.may.confirm).toBe(false)
    }),
  )

  test(
    'nothing is confirmed twice, by an old version, or when it is not there',
    rolledBack(async (setting) => {
      const id = await proposed(app(), setting, aDraft())
      const first = { rates: [{ id, version: 1 }] }

      await expect(confirmRates(setting, { rates: [{ id, version: 2 }] })).rejects.toMatchObject({
        code: 'platform.changed-meanwhile',
      })
      await expect(confirmRates(setting, { rates: [{ id: 987_654, version: 1 }] })).rejects.toMatchObject({
        code: 'benefits.rate-not-found',
      })
      await confirmRates(setting, first)
      await expect(confirmRates(setting, first)).rejects.toMatchObject({ code: 'benefits.rate-not-proposed' })
    }),
  )

  test(
    'what became implausible since it was proposed is refused at the second look',
    rolledBack(async (setting) => {
      const old = await proposed(app(), setting, aDraft())
      await confirmed(app(), setting, aDraft({ value: 95_000, validFrom: '2025-03-01' }))

      await expect(confirmRates(setting, { rates: [await versioned(setting, old)] })).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
        details: { complaints: [{ say: expect.stringContaining('高于其后') }] },
      })
      expect((await getRate(setting, { id: old })).complaints).toMatchObject([{ weight: 'refused' }])
    }),
  )

  test(
    'the false page that slipped into an empty book stops at the second look, once the national figures are there',
    rolledBack(async (setting) => {
      const cell = { kind: 'disability-pension', key: 'war-1', jurisdiction: 'nation', unit: 'fen-a-year' } as const
      const id = await proposed(app(), setting, aDraft({ ...cell, value: 7_285_000 }))
      await loadSampleRates(setting)

      await expect(confirmRates(setting, { rates: [await versioned(setting, id)] })).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
        details: { complaints: [{ say: expect.stringContaining('只升不降') }] },
      })
    }),
  )

  test(
    'of two proposals for one day the second finds the day taken',
    rolledBack(async (setting) => {
      const [one, other] = [await proposed(app(), setting, aDraft()), await proposed(app(), setting, aDraft())]
      await confirmRates(setting, { rates: [await versioned(setting, one)] })

      await expect(confirmRates(setting, { rates: [await versioned(setting, other)] })).rejects.toMatchObject({
        code: 'benefits.rate-implausible',
        details: { complaints: [{ field: 'validFrom' }] },
      })
    }),
  )

  test(
    'a sample of the same day gives way to the confirmed row',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      await loadSampleRates(setting)
      const same = {
        jurisdiction: 'nation',
        value: 60_000,
        validFrom: '2019-08-01',
        document: '退役军人部发〔2019〕1号',
      } as const
      const id = await confirmed(app(), setting, aDraft(same))

      const standing = (await listCountingRates(setting)).filter(
        ({ rate }) => rate.kind === 'ill-returned-subsidy' && rate.validFrom === '2019-08-01',
      )
      expect(standing.map((row) => row.id)).toEqual([id])
    }),
  )
})

describe('correcting', () => {
  test(
    'a correction is a new row; the old one stays readable and no longer counts',
    rolledBack(async (setting) => {
      const old = await confirmed(app(), setting, aDraft())
      const id = await confirmed(app(), setting, aDraft({ value: 101_000, supersedes: old }), '原录入漏看附件')

      expect((await listCountingRates(setting)).map((row) => row.id)).toEqual([id])
      const { history } = await getRate(setting, { id })
      expect(history).toMatchObject([
        { id, supersedes: old, reason: '原录入漏看附件', supersededAt: null },
        { id: old, value: 100_000, supersededAt: setting.now.toISOString() },
      ])
    }),
  )

  test.each([
    ['another key', { kind: 'survivor-pension', key: 'martyr' }],
    ['another jurisdiction', { jurisdiction: 'city' }],
  ] as const)('%s is not what the old row was', async (_sentence, change) => {
    await rolledBack(async (setting) => {
      const old = await confirmed(app(), setting, aDraft())

      const attempt = proposeRates(setting, { drafts: [aDraft({ ...change, supersedes: old })], reason: '更正' })

      await expect(attempt).rejects.toMatchObject({ code: 'benefits.rate-corrects-another' })
    })()
  })

  test(
    'what no longer stands cannot be corrected, neither when it is entered nor when it is confirmed',
    rolledBack(async (setting) => {
      const old = await confirmed(app(), setting, aDraft())
      const [one, other] = [
        await proposed(app(), setting, aDraft({ value: 101_000, supersedes: old }), '更正'),
        await proposed(app(), setting, aDraft({ value: 102_000, supersedes: old }), '更正'),
      ]
      await confirmRates(setting, { rates: [await versioned(setting, one)] })

      await expect(confirmRates(setting, { rates: [await versioned(setting, other)] })).rejects.toMatchObject({
        code: 'benefits.rate-not-standing',
      })
      await expect(
        proposeRates(setting, { drafts: [aDraft({ value: 103_000, supersedes: old })], reason: '更正' }),
      ).rejects.toMatchObject({ code: 'benefits.rate-not-standing' })
    }),
  )
})

describe('withdrawing', () => {
  test(
    'a proposal is dropped with its reason',
    rolledBack(async (setting) => {
      const id = await proposed(app(), setting, aDraft())

      const dropped = await withdrawRate(setting, { id, version: 1, reason: '文号写错' })

      expect(dropped).toEqual({ id, version: 2, awaitsConfirmation: false })
      expect(await listRates(setting, all, page)).toMatchObject({ total: 0 })
      expect(await listRates(setting, { ...all, state: 'withdrawn' }, page)).toMatchObject({ total: 1 })
      expect((await getRate(setting, { id })).rate).toMatchObject({ state: 'withdrawn', withdrawnBecause: '文号写错' })
      await expect(confirmRates(setting, { rates: [{ id, version: 2 }] })).rejects.toMatchObject({
        code: 'benefits.rate-not-proposed',
      })
    }),
  )

  test(
    'what counts goes on counting until a second person confirms that it goes',
    rolledBack(async (setting) => {
      const id = await confirmed(app(), setting, aDraft())
      const clerk = await switchTo(app(), setting.tx, { role: 'clerk' })
      const waiting = await withdrawRate(clerk, { ...(await versioned(clerk, id)), reason: '文件已废止' })
      expect(waiting).toMatchObject({ awaitsConfirmation: true })
      expect(await listCountingRates(clerk)).toHaveLength(1)
      await expect(withdrawRate(clerk, { ...(await versioned(clerk, id)), reason: '再次申请' })).rejects.toMatchObject({
        code: 'benefits.withdrawal-waits',
      })
    }),
  )

  test(
    'confirmed by a second person, it counts no longer, and no row takes its place',
    rolledBack(async (setting) => {
      const id = await confirmed(app(), setting, aDraft())
      const clerk = await switchTo(app(), setting.tx, { role: 'clerk' })
      const waiting = await withdrawRate(clerk, { ...(await versioned(clerk, id)), reason: '文件已废止' })
      const chief = await switchTo(app(), setting.tx, { role: 'chief' })

      await confirmRates(chief, { rates: [{ id: waiting.id, version: waiting.version }] })

      expect(await listCountingRates(chief)).toEqual([])
      expect(await listRates(chief, all, page)).toMatchObject({ total: 0 })
      expect(await listRates(chief, { ...all, withPast: true }, page)).toMatchObject({ total: 2 })
      await expect(withdrawRate(chief, { ...(await versioned(chief, id)), reason: '重复' })).rejects.toMatchObject({
        code: 'benefits.rate-not-standing',
      })
    }),
  )
})

describe('who may', () => {
  const outside = { code: 'access.outside-jurisdiction' }

  test(
    'a town reads the book of the county, and enters nothing into it',
    rolledBack(async (setting) => {
      const id = await confirmed(app(), setting, aDraft())
      const town = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })

      expect(await listRates(town, all, page)).toMatchObject({ total: 1 })
      expect((await getRate(town, { id })).rate.may).toEqual({ confirm: false, correct: false, withdraw: false })
      const draft = { drafts: [aDraft()], reason: '' }
      await expect(proposeRates(town, draft)).rejects.toMatchObject(outside)
      await expect(withdrawRate(town, { id, version: 2, reason: '不是本镇的' })).rejects.toMatchObject(outside)
      const chief = await switchTo(app(), setting.tx, { role: 'chief', division: EAST_TOWN })
      await expect(confirmRates(chief, { rates: [{ id, version: 2 }] })).rejects.toMatchObject(outside)
    }),
  )

  test(
    'row-level security holds where the code would forget',
    rolledBack(async (setting) => {
      await confirmed(app(), setting, aDraft())
      const { tx } = await switchTo(app(), setting.tx, { role: 'chief', division: EAST_TOWN })

      const { numAffectedRows } = await sql`update rate set version = version + 1`.execute(tx)

      expect(numAffectedRows).toBe(0n)
    }),
  )
})

describe('the list', () => {
  test(
    'on a day, of several tables of one standard only the one in force is shown',
    rolledBack(async (setting) => {
      await loadSampleRates(setting)
      const on = (inForceOn: string) => listRates(setting, { ...all, kind: 'disability-pension', inForceOn }, page)

      expect((await on('2022-09-01')).items.map(({ rate }) => rate.validFrom)).toEqual(Array(26).fill('2022-08-01'))
      expect((await on('2023-08-01')).items.map(({ rate }) => rate.key)).toEqual(['war-1', 'duty-10'])
    }),
  )

  test(
    'grades stand in their order, not in that of their letters',
    rolledBack(async (setting) => {
      await loadSampleRates(setting)
      const query = { ...all, kind: 'disability-pension', inForceOn: '2022-09-01' } as const
      const { items } = await listRates(setting, query, { page: 1, size: 11 })

      expect(items.map(({ rate }) => rate.key)).toEqual([
        ...Array.from({ length: 10 }, (_, at) => `war-${at + 1}`),
        'duty-1',
      ])
    }),
  )

  test.each([
    [{ group: 'index' }, 2],
    [{ jurisdiction: 'county' }, 0],
    [{ state: 'confirmed' }, 0],
    [{ text: '110号' }, 3],
    [{ kind: 'age' }, 4],
  ] as const)('of the samples %o are %d', async (filter, count) => {
    await rolledBack(async (setting) => {
      await loadSampleRates(setting)

      expect(await listRates(setting, { ...all, ...filter }, page)).toMatchObject({ total: count })
    })()
  })
})

test(
  'samples are loaded once, whole, and again only what is new',
  rolledBack(async (setting) => {
    const loaded = await loadSampleRates(setting)

    expect(loaded).toBe(sampleRates.length + 7)
    expect(await loadSampleRates(setting)).toBe(0)
    const kept = (await listCountingRates(setting)).map(({ rate: { id: _, ...rate } }) => rate)
    expect(new Set(kept)).toEqual(new Set(sampleRates.map((rate) => ({ ...undefinedFields, ...rate }))))
  }),
)

test(
  'the invented county is for demo bureaus only',
  rolledBack(async (setting) => {
    const real = { ...setting, bureau: { ...setting.bureau, isDemo: false } }

    expect(await loadDemoRates(real)).toBe(0)
    expect(await loadDemoRates(setting)).toBe(demoCountyRates.length)
    expect(await loadDemoRates(setting)).toBe(0)
  }),
)

const undefinedFields = { choice: undefined, base: undefined, validTo: undefined, announcedOn: undefined }

test.each([
  ['state_is_known', { state: 'guessed' }],
  ['jurisdiction_is_known', { jurisdiction: 'village' }],
  ['rounding_is_known', { rounding_unit: 5 }],
  ['value_is_not_negative', { value: -1 }],
  ['choice_instead_of_value', { choice: 'after' }],
  ['runs_forwards', { valid_to: '2025-01-01' }],
  ['names_its_document', { document: '' }],
  ['sample_is_nobodys_proposal', { state: 'sample', counts_from: '2025-01-01', supersedes_id: 1 }],
  ['confirmed_is_signed', { state: 'confirmed', counts_from: '2025-01-01' }],
  [
    'confirmed_by_a_second_person',
    { confirmed_at: '2025-01-01', confirmed_by: 'one', state: 'confirmed', counts_from: '2025-01-01' },
  ],
  ['counts_once_it_stands', { counts_from: '2025-01-01' }],
  ['voids_some_rate', { voids: true }],
  ['withdrawn_with_reason', { state: 'withdrawn', withdrawn_at: '2025-01-01', withdrawn_by: 'one' }],
  ['division_is_12_digits', { division_code: '9999990000001' }],
])('the database keeps no rate that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    await expect(insertRaw(setting, change)).rejects.toThrow(`rate_${constraint}`)
  })()
})

test(
  'what a rate says can neither be changed nor deleted by the application',
  rolledBack(async (setting) => {
    await confirmed(app(), setting, aDraft())

    await expect(sql`savepoint before_edit`.execute(setting.tx)).resolves.toBeDefined()
    await expect(sql`update rate set value = 1`.execute(setting.tx)).rejects.toThrow(/permission denied/)
    await sql`rollback to savepoint before_edit`.execute(setting.tx)
    await expect(sql`delete from rate`.execute(setting.tx)).rejects.toThrow(/permission denied/)
  }),
)

async function insertRaw({ tx }: ActionSetting, change: object): Promise<void> {
  const row = {
    ...{ division_code: '999999000000', kind: 'age', key: '', jurisdiction: 'county', value: 1, unit: 'age' },
    ...{
      rounding_mode: 'up',
      rounding_unit: 1,
      valid_from: '2025-01-01',
      document: '文',
      source: '源',
      state: 'proposed',
    },
    ...{ voids: false, recorded_by: 'one', withdrawn_because: '' },
    ...change,
  }
  // Row-level security lets a division outside the range pass only for the owner.
  await sql`reset role`.execute(tx)
  await sql`
    insert into rate (division_code, kind, key, jurisdiction, value, choice, unit, rounding_mode, rounding_unit, valid_from, valid_to,
      document, source, state, voids, supersedes_id, recorded_at, recorded_by, counts_from, confirmed_at, confirmed_by, withdrawn_at, withdrawn_by,
      withdrawn_because)
    select r.division_code, r.kind, r.key, r.jurisdiction, r.value, r.choice, r.unit, r.rounding_mode, r.rounding_unit, r.valid_from,
      r.valid_to, r.document, r.source, r.state, r.voids, r.supersedes_id, now(), r.recorded_by, r.counts_from, r.confirmed_at, r.confirmed_by,
      r.withdrawn_at, r.withdrawn_by, r.withdrawn_because
    from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(division_code text, kind text, key text, jurisdiction text, value bigint,
      choice text, unit text, rounding_mode text, rounding_unit smallint, valid_from date, valid_to date, document text, source text,
      state text, voids boolean, supersedes_id bigint, recorded_by text, counts_from timestamptz, confirmed_at timestamptz, confirmed_by text,
      withdrawn_at timestamptz, withdrawn_by text, withdrawn_because text)`.execute(tx)
}
