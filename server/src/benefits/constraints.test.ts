import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { aVeteran } from '../testing/people.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_VILLAGE } from '../testing/test-bureau.ts'

const { app, rolledBack } = freshDatabase()

const aSpan = (setting: ActionSetting, row: object) =>
  sql`insert into benefit_span (person_id, division_code, benefit, award_fact_id, from_month, to_month, outcome, amount_fen)
    select r.person_id, r.division_code, 'disability-pension', 1, r.from_month, r.to_month, r.outcome, r.amount_fen
    from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(person_id bigint, division_code text, from_month integer,
      to_month integer, outcome text, amount_fen bigint)`.execute(setting.tx)

test.each([
  ['lies_with_its_person', { division_code: WEST_VILLAGE }],
  ['runs_forwards', { to_month: 24_300 }],
  ['outcome_is_known', { outcome: 'refused' }],
  ['unknown_pays_nothing', { outcome: 'unknown' }],
])('the database keeps no span that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const person_id = await aVeteran(setting)
    const span = {
      person_id,
      division_code: EAST_VILLAGE,
      from_month: 24_300,
      to_month: 24_301,
      outcome: 'entitled',
      amount_fen: 1,
    }

    await expect(aSpan(setting, { ...span, ...change })).rejects.toThrow(`benefit_span_${constraint}`)
  })()
})

const aFinding = (setting: ActionSetting, row: object) =>
  sql`insert into benefit_finding (person_id, division_code, benefit, kind, since_month, found_at, dismissed_until,
      dismissed_because, dismissed_by, dismissed_at)
    select r.person_id, r.division_code, 'care-allowance', r.kind, 24300, now(), r.dismissed_until, r.dismissed_because,
      r.dismissed_by, r.dismissed_at
    from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(person_id bigint, division_code text, kind text,
      dismissed_until date, dismissed_because text, dismissed_by text, dismissed_at timestamptz)`.execute(setting.tx)

const aside = {
  dismissed_until: '2025-12-31',
  dismissed_because: '在外地',
  dismissed_by: '测试',
  dismissed_at: '2025-06-30T01:00:00Z',
}

test.each([
  ['lies_with_its_person', { division_code: WEST_VILLAGE }],
  ['kind_is_known', { kind: 'guess' }],
  ['dismissal_is_signed', { ...aside, dismissed_by: null }],
  ['dismissal_is_signed', { ...aside, dismissed_because: null }],
  ['dismissal_is_signed', { ...aside, dismissed_until: null }],
  ['dismissal_is_signed', { ...aside, dismissed_at: null }],
])('the database keeps no finding that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const finding = { person_id: await aVeteran(setting), division_code: EAST_VILLAGE, kind: 'unclaimed' }

    await expect(aFinding(setting, { ...finding, ...change })).rejects.toThrow(`benefit_finding_${constraint}`)
  })()
})

test(
  'the same finding stands once',
  rolledBack(async (setting) => {
    const finding = { person_id: await aVeteran(setting), division_code: EAST_VILLAGE, kind: 'unclaimed' }
    await aFinding(setting, finding)

    await expect(aFinding(setting, finding)).rejects.toThrow('benefit_finding_stands_once')
  }),
)

const anAppropriation = (setting: ActionSetting, row: object) =>
  sql`insert into benefit_appropriation (division_code, year, version, amount_fen, document, decided_on, reason, actor, set_at)
    select r.division_code, 2025, 1, r.amount_fen, '文号', '2025-01-01', '安排', '测试', now()
    from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(division_code text, amount_fen bigint)`.execute(setting.tx)

test.each([
  ['is_not_negative', { amount_fen: -1 }],
  ['division_is_12_digits', { division_code: '9999990000001' }],
])('the database keeps no appropriation that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const row = { division_code: COUNTY, amount_fen: 1, ...change }

    await expect(anAppropriation(setting, row)).rejects.toThrow(`benefit_appropriation_${constraint}`)
  })()
})

test(
  'a decision of one version stands once',
  rolledBack(async (setting) => {
    await anAppropriation(setting, { division_code: COUNTY, amount_fen: 1 })

    const again = anAppropriation(setting, { division_code: COUNTY, amount_fen: 2 })
    await expect(again).rejects.toThrow('benefit_appropriation_version_stands_once')
  }),
)

test(
  'a round lies in a division',
  rolledBack(async (setting) => {
    await sql.raw('reset role').execute(setting.tx)
    const round = sql`insert into benefit_screening (division_code, month, started_at, followed_at) values ('9', 1, now(), now())`

    await expect(round.execute(setting.tx)).rejects.toThrow('benefit_screening_division_is_12_digits')
  }),
)

test.each(['benefit_finding', 'benefit_screening', 'benefit_appropriation'])(
  'of %s nothing is deleted',
  async (table) => {
    await rolledBack(async (setting) => {
      await expect(sql`delete from ${sql.table(table)}`.execute(setting.tx)).rejects.toThrow(/permission denied/)
    })()
  },
)

test(
  'a town reads when everybody was screened, and neither begins nor ends a round',
  rolledBack(async (setting) => {
    await sql`insert into benefit_screening (division_code, month, started_at, followed_at)
      values (${COUNTY}, 24300, now(), now())`.execute(setting.tx)
    const { tx } = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

    const { rows } = await sql`select month from benefit_screening`.execute(tx)
    const ended = await sql`update benefit_screening set people = 1`.execute(tx)
    const begun = sql`insert into benefit_screening (division_code, month, started_at, followed_at)
      values (${COUNTY}, 24301, now(), now())`.execute(tx)

    expect(rows).toEqual([{ month: 24_300 }])
    expect(ended.numAffectedRows).toBe(0n)
    await expect(begun).rejects.toThrow(/row-level security/)
  }),
)
