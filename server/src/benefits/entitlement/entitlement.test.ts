import { day } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import type { RateKind } from '@dongzhou/terms/rate'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, registryRoutes } from '../../registry/index.ts'
import { aBook, aDisabledVeteran, aDraft, anAward, aRuralVeteran, told, usualDrafts } from '../../testing/benefits.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, WEST_TOWN } from '../../testing/test-bureau.ts'
import { listRules } from '../library/list-rules.ts'
import { getTimeline } from './timeline.ts'
import { tryRule } from './try-rule.ts'

const { app, rolledBack } = freshDatabase()
const at = (code: string): Month => findMonth(code) ?? (0 as Month)
const awarded = { more: [anAward('disability-pension', '2025-03-05')] }

const timelineOf = async (setting: ActionSetting, personId: number) => {
  const { lines, ...timeline } = await getTimeline(setting, { personId })
  const line = (benefit: string) => lines.filter((one) => one.benefit === benefit)
  return { ...timeline, lines, line }
}

describe('the rule library', () => {
  test(
    'holds every rule with its words, its articles and the rates it stands on as they are today',
    rolledBack(async (setting) => {
      await aBook(setting)

      const rules = await listRules(setting)

      const pension = rules.find(({ benefit }) => benefit === 'disability-pension')
      expect(pension).toMatchObject({ benefitName: '残疾抚恤金', cadence: 'monthly', whom: ['disabled-veteran'] })
      expect(pension?.articles).toContainEqual(
        expect.objectContaining({
          text: '《军人抚恤优待条例（国令第788号）》第二十七条',
          from: '2024-10-01',
          to: null,
        }),
      )
      const amounts = pension?.rates.find(({ kind }) => kind === 'disability-pension')
      expect(amounts?.inForce.find(({ key }) => key === 'war-7')).toMatchObject({
        valueText: '2,000元/月',
        document: '测退役军人发〔2020〕1号',
        isSample: false,
      })
      expect(pension?.rates.find(({ kind }) => kind === 'stop-month')?.lacking).toEqual([])
      const rural = rules.find(({ benefit }) => benefit === 'rural-veteran-subsidy')
      expect(rural?.excludes.map(({ benefit }) => benefit)).toContain('disability-pension')
    }),
  )
})

describe('a base index in the rule library', () => {
  const indexOf = async (setting: ActionSetting, benefit: string, kind: string) =>
    (await listRules(setting)).find((rule) => rule.benefit === benefit)?.rates.find((rate) => rate.kind === kind)
  const ofYear = (kind: RateKind, year: number, jurisdiction: 'county' | 'nation' = 'county') =>
    aDraft({
      kind,
      jurisdiction,
      value: 100_000 + year,
      unit: kind === 'minimum-wage' ? 'fen-a-month' : 'fen-a-year',
      validFrom: day(`${year}-01-01`),
      validTo: day(`${year + 1}-01-01`),
    })

  test(
    'is the year before’s where the rule takes that, and is not called lacking while this year’s is unpublished',
    rolledBack(async (setting) => {
      await aBook(setting, [...usualDrafts, ofYear('urban-disposable-income', 2024), ofYear('average-wage', 2023)])

      expect(await indexOf(setting, 'conscript-family-allowance', 'urban-disposable-income')).toMatchObject({
        lacking: [],
        inForce: [{ validFrom: '2024-01-01', jurisdictionName: '县（区）' }],
      })
      expect(await indexOf(setting, 'care-allowance', 'average-wage')).toMatchObject({ lacking: [''], inForce: [] })
    }),
  )

  test(
    'is the month’s own where the rule takes that',
    rolledBack(async (setting) => {
      await aBook(setting, [...usualDrafts, ofYear('minimum-wage', 2024)])

      expect(await indexOf(setting, 'conscript-family-allowance', 'minimum-wage')).toMatchObject({ lacking: [] })
      expect(await indexOf(setting, 'placement-wait-subsidy', 'minimum-wage')).toMatchObject({ lacking: [''] })
    }),
  )

  test(
    'is asked for only where the county’s row is stated by it',
    rolledBack(async (setting) => {
      const base = aDraft({
        kind: 'conscript-allowance',
        value: 4500,
        unit: 'percent-of-base',
        base: 'urban-disposable-income',
      })
      await aBook(setting, [...usualDrafts, base])

      expect(await indexOf(setting, 'conscript-family-allowance', 'minimum-wage')).toBeUndefined()
      expect(await indexOf(setting, 'conscript-family-allowance', 'urban-disposable-income')).toMatchObject({
        lacking: [''],
      })
    }),
  )

  test(
    'is the place’s own where the law says so, and the nation’s where the law says that',
    rolledBack(async (setting) => {
      await aBook(setting, [...usualDrafts, ofYear('urban-disposable-income', 2024, 'nation')])

      expect(await indexOf(setting, 'conscript-family-allowance', 'urban-disposable-income')).toMatchObject({
        lacking: [''],
      })
      expect(await indexOf(setting, 'martyr-praise-money', 'urban-disposable-income')).toMatchObject({ lacking: [] })
    }),
  )
})

describe('trying a rule', () => {
  test(
    'gives the amount with its parts, each with its rate and paper, the articles, and the facts it stands on',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aDisabledVeteran(setting, { name: '张三', ...awarded })

      const trial = await tryRule(setting, { personId, benefit: 'disability-pension', month: at('2025-06') })

      expect(trial).toMatchObject({ person: { name: '张三' }, month: '2025-06', version: 2, isSample: false })
      expect(trial.answers).toMatchObject([
        {
          award: { approved: '2025-03-05', from: null, lastMonth: null, document: '测优抚〔2020〕8号' },
          qualifies: { kind: 'entitled' },
          due: {
            kind: 'entitled',
            amount: 200_000,
            parts: [
              { partName: '发放标准', amount: 200_000, rate: { id: expect.any(Number), valueText: '2,000元/月' } },
            ],
          },
        },
      ])
      expect(trial.answers[0]?.facts.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['identity', 'disability', 'award']),
      )
      expect(trial.answers[0]?.facts.map(({ kind }) => kind)).not.toContain('birth')
    }),
  )

  test(
    'writes it all as a page that a clerk can read out',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aDisabledVeteran(setting, { name: '张三', ...awarded })

      const { answers } = await tryRule(setting, { personId, benefit: 'disability-pension', month: at('2025-06') })

      expect(answers[0]?.letter).toEqual([
        '张三，残疾抚恤金，2025年6月。',
        '本月应发2,000.00元。',
        '发放标准：2,000.00元，残疾抚恤金标准 因战七级2,000元/月（测退役军人发〔2020〕1号，自2020年1月1日起执行）。',
        '依据：《军人抚恤优待条例（国令第788号）》第二十七条、《军人抚恤优待条例（国令第788号）》第三十一条。',
        '2025年3月5日核定（测优抚〔2020〕8号）。',
        '据以判定的情况。身份：退役军人、残疾军人；残疾等级：7级（因战），1985年5月6日评定。',
        '按第2版规则、2025年6月30日的档案和标准计算。',
      ])
    }),
  )

  test(
    'gives every reason of a refusal, and what is missing for an answer',
    rolledBack(async (setting) => {
      await aBook(setting)
      const young = await aRuralVeteran(setting, '1990-01-01', { insurance: '企业职工养老保险' })
      const unsure = await aRuralVeteran(setting, '1950-01-01', { insurance: null })
      const ask = { benefit: 'rural-veteran-subsidy', month: at('2025-06') } as const

      const refused = await tryRule(setting, { personId: young, ...ask })
      const unknown = await tryRule(setting, { personId: unsure, ...ask })

      expect(refused.answers[0]).toMatchObject({
        award: null,
        qualifies: { kind: 'refused', reasons: [{ code: 'too-young' }, { code: 'employee-insured' }] },
      })
      expect(refused.answers[0]?.letter).toContain('本月不予发放，理由如下：')
      expect(unknown.answers[0]?.qualifies).toEqual({
        kind: 'unknown',
        missing: [expect.objectContaining({ what: 'fact', name: '养老保障', say: expect.stringContaining('补登') })],
      })
    }),
  )

  test(
    'answers by what was known on an earlier day',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aDisabledVeteran(setting, awarded)
      const [rated] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'disability')
      const later = { ...setting, now: new Date('2025-07-10T01:00:00Z'), today: day('2025-07-10') }
      await registryRoutes.correctFact(later, {
        actionId: later.actionId,
        personId,
        version: 1,
        factId: rated?.id ?? 0,
        fact: { kind: 'disability', value: { grade: 10, nature: 'illness' } },
        because: '看错了证件',
      })
      const ask = { personId, benefit: 'disability-pension', month: at('2025-06') } as const

      const known = await tryRule(later, { ...ask, asKnownOn: '2025-07-01' })
      const today = await tryRule(later, ask)

      expect(known.answers[0]?.due).toMatchObject({ kind: 'entitled', amount: 200_000 })
      expect(today.answers[0]?.due).toMatchObject({ kind: 'refused', reasons: [{ code: 'illness-below-six' }] })
    }),
  )

  test(
    'is open to a station for its own people only',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aDisabledVeteran(setting, awarded)
      const ask = { personId, benefit: 'disability-pension', month: at('2025-06') } as const
      const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
      expect((await tryRule(east, ask)).answers).toHaveLength(1)

      const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })
      await expect(tryRule(west, ask)).rejects.toMatchObject({ code: 'registry.person-not-found' })
    }),
  )
})

describe('the timeline of a person', () => {
  test(
    'shows what is drawn with its amounts month by month, and the sum of this month',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aDisabledVeteran(setting, awarded)

      const timeline = await timelineOf(setting, personId)

      expect(timeline).toMatchObject({ from: '2024-01', through: '2026-06', now: '2025-06', monthly: 200_000 })
      expect(timeline.lines[0]).toMatchObject({
        benefit: 'disability-pension',
        standing: 'drawn',
        award: { approved: '2025-03-05' },
        now: { state: 'due', amount: 200_000 },
        next: null,
      })
      expect(timeline.lines[0]?.segments.map(({ from, through, state }) => [from, through, state])).toEqual([
        ['2024-01', '2025-02', 'refused'],
        ['2025-03', '2026-06', 'due'],
      ])
      expect(new Set(timeline.lines.map(({ benefit }) => benefit)).size).toBe(18)
    }),
  )

  test(
    'says when something will change and how, and why not what is not',
    rolledBack(async (setting) => {
      await aBook(setting)
      const personId = await aRuralVeteran(setting, '1965-09-15', { more: awarded.more })

      const timeline = await timelineOf(setting, personId)

      expect(timeline.line('rural-veteran-subsidy')).toMatchObject([
        {
          standing: 'none',
          award: null,
          now: { state: 'refused', reasons: [{ say: '已享受与之不得兼得的待遇。' }, { say: '未满规定年龄。' }] },
        },
      ])
      const alone = await aRuralVeteran(setting, '1965-09-15')
      expect((await timelineOf(setting, alone)).line('rural-veteran-subsidy')).toMatchObject([
        { standing: 'upcoming', next: { month: '2025-09', say: '2025年9月起符合条件，可以申请。' } },
      ])
    }),
  )

  test(
    'tells of an award that ends, and of one that should',
    rolledBack(async (setting) => {
      await aBook(setting)
      const ends = await aDisabledVeteran(setting, {
        more: [anAward('disability-pension', '2020-03-05', { to: '2025-10-01' })],
      })
      const dead = await aDisabledVeteran(setting, {
        name: '李四',
        more: [...awarded.more, told('death', { day: day('2025-04-02'), precision: 'day' })],
      })

      expect((await timelineOf(setting, ends)).line('disability-pension')).toMatchObject([
        { standing: 'drawn', next: { month: '2025-10', say: '2025年10月起不再享受：核定的待遇已经终止。' } },
      ])
      expect((await timelineOf(setting, dead)).line('disability-pension')).toMatchObject([
        { standing: 'unjustified', now: { state: 'refused', reasons: [{ code: 'died' }] } },
      ])
    }),
  )
})
