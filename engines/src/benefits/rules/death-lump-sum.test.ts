import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deathCauses, honours, type Merit, meritClasses, natures } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { deathLumpSum } from './death-lump-sum.ts'
import { Asking, aPerson } from './sample-asking.ts'

const incomeOf = (year: number, value: number) =>
  aRate({
    kind: 'urban-disposable-income',
    jurisdiction: 'nation',
    value,
    unit: 'fen-a-year',
    validFrom: day(`${year}-01-01`),
    validTo: day(`${year + 1}-01-01`),
  })

// 军人抚恤优待条例 art. 15 (2024), art. 13 (2019): 20 or 2 times the income, 40 months of pay; art. 16: the increments. 2024: 54,188 (S68).
// The income of 2023 and the lieutenant's pay are made up for the tests.
const rates: readonly Rate[] = [
  ...usualChoices,
  incomeOf(2023, 5_000_000),
  incomeOf(2024, 5_418_800),
  ...(
    [
      ['martyr', 2000],
      ['duty', 2000],
      ['illness', 200],
    ] as const
  ).flatMap(([key, value]) => [
    aRate({ kind: 'death-lump-sum-income', key, value, unit: 'times' }),
    aRate({ kind: 'death-lump-sum-pay', key, value: 40, unit: 'months' }),
  ]),
  ...([3500, 3000, 2500, 1500, 500] as const).map((value, at) =>
    aRate({ kind: 'death-lump-sum-honour', key: honours[at + 1] ?? '', value, unit: 'increment-percent' }),
  ),
  aRate({
    kind: 'death-lump-sum-honour',
    key: 'medal',
    value: 4000,
    unit: 'increment-percent',
    validFrom: day('2024-10-01'),
  }),
  aRate({ kind: 'lieutenant-pay', value: 300_000 }),
]
const asking = new Asking(deathLumpSum, rates)
const without = (kind: Rate['kind']) =>
  new Asking(
    deathLumpSum,
    rates.filter((rate) => rate.kind !== kind),
  )
const span = { from: month(2024, 1), to: month(2027, 1) }
const june = month(2025, 6)

interface Told {
  readonly died?: number
  readonly cause?: (typeof deathCauses)[number]
  readonly basePay?: number | undefined
  readonly honour?: (typeof honours)[number]
  readonly nature?: (typeof natures)[number]
  readonly merits?: readonly Merit[]
  readonly approved?: number
}

function dead(told: Told = {}) {
  const { died = 20250310, cause = 'on-duty', honour, nature, merits = [], approved = 20250620 } = told
  return aPerson(
    deathLumpSum,
    {
      died,
      deathCause: deathCauses.indexOf(cause),
      basePay: 'basePay' in told ? told.basePay : 400_000,
      honour: honour && honours.indexOf(honour),
      nature: nature && natures.indexOf(nature),
    },
    { award: { approved }, merits },
  )
}

const merit = (of: Merit['class'], wartime = false): Merit => ({ class: of, on: 20240801, wartime })

describe('by the nature of the death in 2025 (S68, art. 15)', () => {
  test.each([
    ['烈士: 20 x 54,188 = 1,083,760', 'martyrdom', 108_376_000],
    ['因公牺牲: 20 x 54,188 = 1,083,760', 'on-duty', 108_376_000],
    ['病故: 2 x 54,188 = 108,376', 'service-illness', 10_837_600],
  ] as const)('%s, and 40 months of base pay', (_title, cause, income) => {
    expect(asking.parts(dead({ cause }), june)).toEqual([
      ['income', income],
      ['pay', 16_000_000],
    ])
  })

  test('once, in the month of the decision', () => {
    expect(asking.paid(dead(), span)).toEqual({ '2025-06': 124_376_000 })
    expect(asking.against(dead(), month(2025, 7))).toEqual(['not-due-now'])
  })

  test.each(['illness', 'accident'] as const)("a veteran's death by %s is not covered", (cause) => {
    expect(asking.against(dead({ cause }), june)).toEqual(['cause-not-covered'])
  })
})

describe('the pay', () => {
  test('below a second lieutenant it counts as his, at it or above as it is', () => {
    expect(asking.parts(dead({ basePay: 100_000 }), june)).toContainEqual(['pay', 12_000_000])
    expect(asking.parts(dead({ basePay: 300_000 }), june)).toContainEqual(['pay', 12_000_000])
    expect(asking.parts(dead({ basePay: 300_001 }), june)).toContainEqual(['pay', 12_000_040])
  })

  test('one that nobody recorded leaves all unknown, not paid without it', () => {
    expect(asking.against(dead({ basePay: undefined }), june)).toEqual(['death-cause'])
    expect(asking.paid(dead({ basePay: undefined }), span)).toEqual({})
    expect(without('lieutenant-pay').against(dead(), june)).toEqual(['lieutenant-pay'])
  })
})

describe('an old injury', () => {
  test.each(['war', 'duty'] as const)('of a veteran disabled by %s is paid as a death on duty (art. 32)', (nature) => {
    expect(asking.parts(dead({ cause: 'old-injury', nature }), june)).toEqual([
      ['income', 108_376_000],
      ['pay', 16_000_000],
    ])
  })

  test('of one disabled by illness is refused by the article of the day, and an unknown nature is asked for', () => {
    expect(asking.verdict(dead({ cause: 'old-injury', nature: 'illness' }), june)).toEqual({
      kind: 'refused',
      reasons: [
        { refusal: 'cause-not-covered', article: { law: 'entitlement-regulation-2024', article: '第三十二条' } },
      ],
    })
    expect(asking.verdict(dead({ cause: 'old-injury', nature: 'illness', died: 20240930 }), june)).toMatchObject({
      reasons: [{ article: { law: 'entitlement-regulation-2019', article: '第二十八条' } }],
    })
    expect(asking.against(dead({ cause: 'old-injury' }), june)).toEqual(['disability'])
  })

  test('whether merits raise it is for the county to say', () => {
    const person = dead({ cause: 'old-injury', nature: 'war', merits: [merit('first')] })
    const chosen = (choice: string) =>
      new Asking(deathLumpSum, [...rates, aRate({ kind: 'old-injury-honour', choice })])

    expect(asking.against(person, june)).toEqual(['old-injury-honour'])
    expect(chosen('without').sum(person, span)).toBe(124_376_000)
    expect(chosen('with').sum(person, span)).toBe((124_376_000 / 100) * 125)
  })
})

describe('merits raise the whole by their class (art. 16)', () => {
  const honourOf = (told: Told) => asking.parts(dead(told), june).find(([part]) => part === 'honour')?.[1] ?? 0
  const share = (percent: number) => (124_376_000 / 100) * percent

  test.each([
    ['勋章 40%', { honour: 'medal' }, 40],
    ['中央军委荣誉称号 35%', { merits: [merit('honour-cmc')] }, 35],
    ['授权单位荣誉称号 30%', { merits: [merit('honour-theatre')] }, 30],
    ['一等战功 30%', { merits: [merit('first', true)] }, 30],
    ['一等功 25%', { merits: [merit('first')] }, 25],
    ['二等战功 25%', { merits: [merit('second', true)] }, 25],
    ['二等功 15%', { merits: [merit('second')] }, 15],
    ['三等战功 15%', { merits: [merit('third', true)] }, 15],
    ['三等功 5%', { merits: [merit('third')] }, 5],
    ['优秀士兵 nothing', { merits: [merit('excellent')] }, 0],
    ['several: the highest alone', { merits: [merit('third'), merit('first'), merit('second')] }, 25],
    ['an honour beside a merit: the higher', { honour: 'fourth-war', merits: [merit('second')] }, 15],
  ] as const)('%s', (_title, told, percent) => {
    expect(honourOf(told)).toBe(share(percent))
  })

  test('a class without a rate is asked for', () => {
    expect(without('death-lump-sum-honour').against(dead({ merits: [merit('third')] }), june)).toEqual([
      'death-lump-sum-honour',
    ])
  })
})

describe('the law of the day he died', () => {
  const base = 20 * 5_000_000 + 16_000_000

  test('三等战功 was 三等功 until 30 September 2024 and is its own class from 1 October', () => {
    const sumOf = (died: number) => asking.sum(dead({ died, merits: [merit('third', true)] }), span)

    expect(sumOf(20240930)).toBe((base / 100) * 105)
    expect(sumOf(20241001)).toBe((base / 100) * 115)
  })

  test('a medal has no percentage before, so it is asked for', () => {
    expect(asking.against(dead({ died: 20240930, honour: 'medal' }), june)).toEqual(['death-lump-sum-honour'])
    expect(asking.sum(dead({ died: 20241001, honour: 'medal' }), span)).toBe((base / 100) * 140)
  })

  test('the income is that of the year before the death, not of the year before the decision', () => {
    expect(asking.sum(dead({ died: 20241231 }), span)).toBe(base)
    expect(asking.sum(dead({ died: 20250101 }), span)).toBe(124_376_000)
    expect(asking.against(dead({ died: 20231231 }), june)).toEqual(['urban-disposable-income'])
  })
})

test('what nobody recorded is asked for, and who lives is refused', () => {
  expect(asking.against(aPerson(deathLumpSum, {}), june)).toContain('still-alive')
  expect(asking.against(aPerson(deathLumpSum, { died: 20250310 }), june)).toEqual(['death-cause'])
  expect(without('death-lump-sum-income').against(dead(), june)).toEqual(['death-lump-sum-income'])
  expect(without('death-lump-sum-pay').against(dead(), june)).toEqual(['death-lump-sum-pay'])
  expect(asking.against({ ...dead(), awards: [] }, june)).toEqual(['no-award'])
})

test('asking each month alone equals the segments; one merit more never makes it less', () => {
  const merits = fc.array(
    fc.record({ class: fc.constantFrom(...meritClasses), on: fc.constant(20240801), wartime: fc.boolean() }),
    { maxLength: 3 },
  )
  const told = fc.record({
    died: fc.constantFrom(20240915, 20241015, 20250310),
    cause: fc.constantFrom(...deathCauses),
    basePay: fc.integer({ min: 0, max: 2_000_000 }),
    nature: fc.constantFrom(...natures),
    approved: fc.constantFrom(20250410, 20250620, 20260110),
  })

  fc.assert(
    fc.property(told, merits, (of, earned) => {
      const { whole, single } = asking.bothWays(dead({ ...of, merits: earned }), span)
      expect(whole).toEqual(single)
      if (of.cause !== 'old-injury')
        expect(asking.sum(dead({ ...of, merits: earned }), span)).toBeGreaterThanOrEqual(
          asking.sum(dead({ ...of, merits: earned.slice(1) }), span),
        )
    }),
    { numRuns: 60, seed: 3 },
  )
})
