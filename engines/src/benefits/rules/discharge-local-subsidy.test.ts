import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangements, identityBit } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { dischargeLocalSubsidy } from './discharge-local-subsidy.ts'
import { Asking, aPerson } from './sample-asking.ts'

// 宁波 2020 (TY-4, S70): 67,324 yuan for two years, 10% of that for each further year, to the nearest yuan.
const ningbo: readonly Rate[] = [
  ...usualChoices,
  aRate({ kind: 'discharge-local-base', value: 6_732_400, unit: 'fen', rounding: { mode: 'half-up', unit: 100 } }),
  aRate({ kind: 'discharge-local-base-years', value: 2, unit: 'years' }),
  aRate({ kind: 'discharge-local-year', value: 1000, unit: 'percent-of-base' }),
  aRate({ kind: 'discharge-years', key: 'local', choice: 'year' }),
  aRate({ kind: 'discharge-short', choice: 'share' }),
]
const asking = new Asking(dischargeLocalSubsidy, ningbo)
const without = (kind: Rate['kind']) =>
  new Asking(
    dischargeLocalSubsidy,
    ningbo.filter((rate) => rate.kind !== kind),
  )
const chosen = (rate: Partial<Rate> & Pick<Rate, 'kind'>) =>
  new Asking(dischargeLocalSubsidy, [...ningbo.filter(({ kind }) => kind !== rate.kind), aRate(rate)])
const span = { from: month(2020, 1), to: month(2027, 1) }
const october = month(2020, 10)

function veteran({
  years = 5,
  discharged = 20200901,
  mode = 'self-employed',
}: {
  readonly years?: number
  readonly discharged?: number
  readonly mode?: (typeof arrangements)[number]
} = {}) {
  return aPerson(
    dischargeLocalSubsidy,
    {
      identities: identityBit('veteran'),
      enlisted: 20200901 - years * 10_000,
      discharged,
      arrangement: arrangements.indexOf(mode),
    },
    { award: { approved: 20201015 } },
  )
}

describe('宁波 2020 (S70)', () => {
  test.each([
    ['two years: 67,324', 2, 6_732_400],
    ['three years: 74,056.4 is 74,056', 3, 7_405_600],
    ['eleven years: 127,915.6 is 127,916', 11, 12_791_600],
  ])('%s', (_title, years, amount) => {
    expect(asking.paid(veteran({ years }), span)).toEqual({ '2020-10': amount })
  })

  // What the two ends rule out: a compound 10% gives 158,746 for eleven years, a share rounded to 6,732 each year gives 127,912.
  test('the base and what the further years add stand apart', () => {
    expect(asking.parts(veteran({ years: 3 }), october)).toEqual([
      ['standard', 6_732_400],
      ['years', 673_200],
    ])
    expect(asking.parts(veteran({ years: 2 }), october)).toEqual([['standard', 6_732_400]])
  })
})

describe('by another document', () => {
  test('a sum for each further year, and a share of it for a part of one counted by months', () => {
    const fixed = [
      ...ningbo.filter(({ kind }) => kind !== 'discharge-local-year' && kind !== 'discharge-years'),
      aRate({ kind: 'discharge-local-year', value: 600_000, unit: 'fen' }),
      aRate({ kind: 'discharge-years', key: 'local', choice: 'month' }),
    ]
    const person = veteran({ years: 3, discharged: 20201001 })

    expect(new Asking(dischargeLocalSubsidy, fixed).sum(person, span)).toBe(6_732_400 + 600_000 + 50_000)
  })

  test('half a year more is half a share where half-years count: 77,422.6 is 77,423', () => {
    const halves = chosen({ kind: 'discharge-years', key: 'local', choice: 'half-year' })

    expect(halves.sum(veteran({ years: 3, discharged: 20201001 }), span)).toBe(7_742_300)
  })

  test('less than the years of the base: a share of it, or all of it, or nobody has said', () => {
    expect(asking.sum(veteran({ years: 1 }), span)).toBe(3_366_200)
    expect(chosen({ kind: 'discharge-short', choice: 'base' }).sum(veteran({ years: 1 }), span)).toBe(6_732_400)
    expect(without('discharge-short').against(veteran({ years: 1 }), october)).toEqual(['discharge-short'])
    expect(without('discharge-short').against(veteran({ years: 2 }), october)).toEqual([])
  })
})

test('every refusal and everything missing is said', () => {
  expect(asking.against(veteran({ mode: 'assigned-work' }), october)).toEqual(['not-self-employed'])
  expect(asking.against(veteran({ discharged: 20201101 }), october)).toEqual(['still-serving'])
  expect(asking.against(veteran(), month(2020, 11))).toEqual(['not-due-now'])
  expect(asking.against({ ...veteran(), awards: [] }, october)).toEqual(['no-award'])
  for (const kind of [
    'discharge-local-base',
    'discharge-local-base-years',
    'discharge-local-year',
    'discharge-years',
  ] as const)
    expect(without(kind).against(veteran(), october)).toEqual([kind])
})

test('asking each month alone equals the segments; a year more never brings less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 29 }), (years) => {
      const { whole, single } = asking.bothWays(veteran({ years }), span)
      expect(whole).toEqual(single)
      expect(asking.sum(veteran({ years: years + 1 }), span)).toBeGreaterThan(asking.sum(veteran({ years }), span))
    }),
    { numRuns: 30, seed: 3 },
  )
})
