import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deathCauses } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { martyrPraiseMoney } from './martyr-praise-money.ts'
import { Asking, aPerson } from './sample-asking.ts'

// 全国城镇居民人均可支配收入 of 2024: 54,188 yuan (S68). 30 times: 烈士褒扬条例 art. 15.
const income2024 = aRate({
  kind: 'urban-disposable-income',
  jurisdiction: 'nation',
  value: 5_418_800,
  unit: 'fen-a-year',
  validFrom: day('2024-01-01'),
  validTo: day('2025-01-01'),
})
const times = aRate({ kind: 'martyr-praise-money', jurisdiction: 'nation', value: 3000, unit: 'times' })
const asking = new Asking(martyrPraiseMoney, [...usualChoices, income2024, times])
const span = { from: month(2024, 1), to: month(2027, 1) }

function fallen({
  died = 20250310,
  cause = 'martyrdom',
  approved = 20250620,
}: {
  readonly died?: number
  readonly cause?: (typeof deathCauses)[number]
  readonly approved?: number
} = {}) {
  return aPerson(martyrPraiseMoney, { died, deathCause: deathCauses.indexOf(cause) }, { award: { approved } })
}

test('S68: 30 x 54,188 = 1,625,640 for a death in 2025, once, in the month it was approved', () => {
  expect(asking.paid(fallen(), span)).toEqual({ '2025-06': 162_564_000 })
})

test('a month named in the decision is the month it is paid in', () => {
  const person = aPerson(
    martyrPraiseMoney,
    { died: 20250310, deathCause: deathCauses.indexOf('martyrdom') },
    { award: { approved: 20250620, from: month(2025, 8) } },
  )

  expect(asking.paid(person, span)).toEqual({ '2025-08': 162_564_000 })
})

test('of two decisions on one death the first alone pays', () => {
  const twice = {
    ...fallen(),
    awards: [20250820, 20250620].map((approved) => ({ benefit: 'martyr-praise-money' as const, approved })),
  }

  expect(asking.against(twice, month(2025, 8))).toEqual(['already-awarded'])
  expect(asking.paid({ ...twice, awards: twice.awards.toReversed() }, span)).toEqual({ '2025-06': 162_564_000 })
})

describe('the income of the year before the death', () => {
  test.each([
    ['2024-12-31 asks for 2023', 20241231, ['urban-disposable-income']],
    ['2025-01-01 has 2024', 20250101, []],
    ['2025-12-31 has 2024', 20251231, []],
    ['2026-01-01 asks for 2025', 20260101, ['urban-disposable-income']],
  ])('%s', (_title, died, missing) => {
    expect(asking.against(fallen({ died, approved: 20260310 }), month(2026, 3))).toEqual(missing)
  })

  test("the county's own index does not stand in for the nation's", () => {
    const own = aRate({ ...income2024, jurisdiction: 'county', value: 8_670_200 })
    const rates = [...usualChoices, own, times]

    expect(new Asking(martyrPraiseMoney, [...rates, income2024]).paid(fallen(), span)).toEqual({
      '2025-06': 162_564_000,
    })
    expect(new Asking(martyrPraiseMoney, rates).against(fallen(), month(2025, 6))).toEqual(['urban-disposable-income'])
  })

  test('a row that nobody closed does not count for later years', () => {
    const open = aRate({ ...income2024, validTo: undefined })
    const asked = new Asking(martyrPraiseMoney, [...usualChoices, open, times])

    expect(asked.against(fallen({ died: 20260310, approved: 20260410 }), month(2026, 4))).toEqual([
      'urban-disposable-income',
    ])
  })
})

test.each(deathCauses.filter((cause) => cause !== 'martyrdom'))('a death by %s earns none', (cause) => {
  expect(asking.against(fallen({ cause }), month(2025, 6))).toEqual(['cause-not-covered'])
})

test('who lives, of whom nobody knows when or how he died, and what is not due now, is said', () => {
  const of = (known: Parameters<typeof aPerson>[1]) => aPerson(martyrPraiseMoney, known)

  expect(asking.against(of({}), month(2025, 6))).toContain('still-alive')
  expect(asking.against(fallen({ approved: 20250110 }), month(2025, 1))).toContain('still-alive')
  expect(asking.against(of({ died: 20250000, deathCause: 0 }), month(2025, 6))).toEqual(['death'])
  expect(asking.against(of({ died: 20250310 }), month(2025, 6))).toEqual(['death-cause'])
  expect(asking.against(fallen(), month(2025, 5))).toEqual(['not-started'])
  expect(asking.against(fallen(), month(2025, 7))).toEqual(['not-due-now'])
  expect(new Asking(martyrPraiseMoney, [...usualChoices, income2024]).against(fallen(), month(2025, 6))).toEqual([
    'martyr-praise-money',
  ])
})

test('asking each month alone equals the segments, whenever he died and whoever approved when', () => {
  const date = fc
    .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, ofYear]) => year * 10_000 + ofYear * 100 + 15)

  fc.assert(
    fc.property(date, date, fc.constantFrom(...deathCauses), (died, approved, cause) => {
      const { whole, single } = asking.bothWays(fallen({ died, approved, cause }), span)
      expect(whole).toEqual(single)
    }),
    { numRuns: 60, seed: 3 },
  )
})
