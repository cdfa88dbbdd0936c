import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangements, honours, identityBit, type Merit, meritClasses } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { dischargePay } from './discharge-pay.ts'
import { Asking, aPerson } from './sample-asking.ts'

// 安置条例 art. 22 names the increments. No source was found for the yearly amount: 4,500 yuan (TY-1, unsourced) is a fixture only.
const rates: readonly Rate[] = [
  ...usualChoices,
  aRate({ kind: 'discharge-pay', value: 450_000, unit: 'fen-a-year-a-service-year' }),
  aRate({ kind: 'discharge-years', key: 'pay', choice: 'year' }),
  aRate({ kind: 'part-month', choice: 'up' }),
  aRate({ kind: 'discharge-honour', choice: 'highest' }),
  ...([2500, 2500, 2000, 1500, 1000, 500] as const).map((value, at) =>
    aRate({ kind: 'discharge-pay-honour', key: honours[at] ?? '', value, unit: 'increment-percent' }),
  ),
]
const asking = new Asking(dischargePay, rates)
const without = (kind: Rate['kind']) =>
  new Asking(
    dischargePay,
    rates.filter((rate) => rate.kind !== kind),
  )
const chosen = (choice: Partial<Rate> & Pick<Rate, 'kind'>) =>
  new Asking(dischargePay, [...rates.filter(({ kind }) => kind !== choice.kind), aRate(choice)])
const span = { from: month(2024, 1), to: month(2027, 1) }
const november = month(2025, 11)

interface Told {
  readonly enlisted?: number | undefined
  readonly discharged?: number | undefined
  readonly mode?: (typeof arrangements)[number] | undefined
  readonly years?: number
  readonly honour?: (typeof honours)[number]
  readonly merits?: readonly Merit[]
}

function veteran(told: Told = {}) {
  const { years, honour, merits = [] } = told
  const mode = 'mode' in told ? told.mode : 'self-employed'
  return aPerson(
    dischargePay,
    {
      identities: identityBit('veteran'),
      enlisted: 'enlisted' in told ? told.enlisted : 20200910,
      discharged: 'discharged' in told ? told.discharged : 20250910,
      arrangement: mode && arrangements.indexOf(mode),
      honour: honour && honours.indexOf(honour),
    },
    { award: { approved: 20251105, years }, merits },
  )
}

const merit = (of: Merit['class'], wartime = false): Merit => ({ class: of, on: 20240801, wartime })

test('five years are five times the yearly amount, once, in the month of the decision', () => {
  expect(asking.paid(veteran(), span)).toEqual({ '2025-11': 5 * 450_000 })
  expect(asking.parts(veteran(), november)).toEqual([['years', 2_250_000]])
})

describe('what is left of a year', () => {
  test.each([
    ['a day over, whole years', 'year', 20250911, 6 * 450_000],
    ['a day over, half years', 'half-year', 20250911, 5.5 * 450_000],
    ['six months over, half years', 'half-year', 20260310, 5.5 * 450_000],
    ['six months and a day over, half years', 'half-year', 20260311, 6 * 450_000],
    ['a day over, months', 'month', 20250911, 5 * 450_000 + 37_500],
    ['three months over, months', 'month', 20251210, 5 * 450_000 + 3 * 37_500],
    ['a day short of five years, whole years', 'year', 20250909, 5 * 450_000],
  ])('%s', (_title, choice, discharged, amount) => {
    const person = { ...veteran({ discharged }), awards: [{ benefit: 'discharge-pay' as const, approved: 20260420 }] }

    expect(chosen({ kind: 'discharge-years', key: 'pay', choice }).sum(person, span)).toBe(amount)
  })

  test('the years a decision names stand, whatever the dates', () => {
    expect(asking.sum(veteran({ years: 8, enlisted: undefined }), span)).toBe(8 * 450_000)
  })

  test('dates known to the month alone, and a way nobody chose, are asked for', () => {
    expect(asking.against(veteran({ enlisted: 20200900 }), november)).toEqual(['service'])
    expect(asking.against(veteran({ enlisted: undefined }), november)).toEqual(['service'])
    expect(without('discharge-years').against(veteran(), november)).toEqual(['discharge-years'])
    const byMonth = rates
      .filter(({ kind }) => kind !== 'discharge-years' && kind !== 'part-month')
      .concat(aRate({ kind: 'discharge-years', key: 'pay', choice: 'month' }))
    expect(new Asking(dischargePay, byMonth).against(veteran({ discharged: 20250911 }), november)).toEqual([
      'part-month',
    ])
    expect(new Asking(dischargePay, byMonth).against(veteran(), november)).toEqual([])
  })
})

describe('merits (安置条例 art. 22)', () => {
  test.each([
    ['勋章 25%', { honour: 'medal' }, 25],
    ['中央军委荣誉称号 25%', { merits: [merit('honour-cmc')] }, 25],
    ['战区荣誉称号 25%: discharge makes no difference who gave it', { merits: [merit('honour-theatre')] }, 25],
    ['一等战功 20%', { merits: [merit('first', true)] }, 20],
    ['二等战功 15%', { merits: [merit('second', true)] }, 15],
    ['一等功 15%', { merits: [merit('first')] }, 15],
    ['三等战功 10%', { merits: [merit('third', true)] }, 10],
    ['二等功 10%', { merits: [merit('second')] }, 10],
    ['三等功 5%', { merits: [merit('third')] }, 5],
    ['优秀士兵 nothing', { merits: [merit('excellent')] }, 0],
  ] as const)('%s', (_title, told, percent) => {
    expect(asking.sum(veteran(told), span)).toBe(2_250_000 + 22_500 * percent)
  })

  test('several: the article does not say highest only, so the county does', () => {
    const person = veteran({ merits: [merit('third'), merit('second'), merit('third')] })

    expect(asking.sum(person, span)).toBe(2_250_000 + 22_500 * 10)
    expect(chosen({ kind: 'discharge-honour', choice: 'sum' }).sum(person, span)).toBe(2_250_000 + 22_500 * 20)
    expect(without('discharge-honour').against(person, november)).toEqual(['discharge-honour'])
    expect(without('discharge-honour').against(veteran({ merits: [merit('third')] }), november)).toEqual([])
  })

  test('a class without a rate is asked for', () => {
    expect(without('discharge-pay-honour').against(veteran({ merits: [merit('third')] }), november)).toEqual([
      'discharge-pay-honour',
    ])
  })
})

test('the amount of the month of discharge counts, not that of the decision', () => {
  const raised = new Asking(dischargePay, [
    ...rates.filter(({ kind }) => kind !== 'discharge-pay'),
    aRate({ kind: 'discharge-pay', value: 450_000, unit: 'fen', validTo: day('2025-10-01') }),
    aRate({ kind: 'discharge-pay', value: 500_000, unit: 'fen', validFrom: day('2025-10-01') }),
  ])

  expect(raised.sum(veteran({ discharged: 20250910 }), span)).toBe(5 * 450_000)
  expect(raised.sum(veteran({ enlisted: 20201001, discharged: 20251001 }), span)).toBe(5 * 500_000)
})

test.each(arrangements.filter((mode) => mode !== 'self-employed'))('whoever leaves by %s is refused', (mode) => {
  expect(asking.against(veteran({ mode }), november)).toEqual(['not-self-employed'])
})

test('every other refusal and everything missing is said', () => {
  expect(asking.against(veteran({ mode: undefined }), november)).toEqual(['arrangement'])
  expect(asking.against(veteran({ discharged: undefined }), november)).toEqual(['service'])
  expect(asking.against(veteran({ discharged: 20251210 }), november)).toEqual(['still-serving'])
  expect(asking.against(veteran(), month(2025, 12))).toEqual(['not-due-now'])
  expect(asking.against(veteran(), month(2025, 10))).toEqual(['not-started'])
  expect(without('discharge-pay').against(veteran(), november)).toEqual(['discharge-pay'])
  const twice = {
    ...veteran(),
    awards: [20251120, 20251105].map((approved) => ({ benefit: 'discharge-pay' as const, approved })),
  }
  expect(asking.against(twice, november)).toEqual(['already-awarded'])
})

test('asking each month alone equals the segments; serving longer is never paid less', () => {
  const left = fc
    .tuple(fc.integer({ min: 2021, max: 2025 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, ofYear, on]) => year * 10_000 + ofYear * 100 + on)
  const merits = fc.array(
    fc.record({ class: fc.constantFrom(...meritClasses), on: fc.constant(20210801), wartime: fc.boolean() }),
    {
      maxLength: 3,
    },
  )

  fc.assert(
    fc.property(left, left, merits, (one, other, earned) => {
      const sum = (discharged: number) => asking.sum(veteran({ discharged, merits: earned }), span)
      const { whole, single } = asking.bothWays(veteran({ discharged: one, merits: earned }), span)
      expect(whole).toEqual(single)
      expect(sum(Math.max(one, other))).toBeGreaterThanOrEqual(sum(Math.min(one, other)))
    }),
    { numRuns: 60, seed: 3 },
  )
})
