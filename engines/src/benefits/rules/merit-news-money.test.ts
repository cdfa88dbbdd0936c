import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityBit, type Merit, meritClasses } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { meritNewsMoney } from './merit-news-money.ts'
import { Asking, aPerson } from './sample-asking.ts'

// 陕西 (S71): 荣誉称号 30,000 / 20,000, 一等功 8,000, 二等功 3,000, 三等功 1,000 yuan. Nothing is said of 优秀士兵.
const shaanxi = [
  ...usualChoices,
  ...([3_000_000, 2_000_000, 800_000, 300_000, 100_000] as const).map((value, at) =>
    aRate({ kind: 'merit-news-money', key: meritClasses[at] ?? '', value, unit: 'fen' }),
  ),
]
const asking = new Asking(meritNewsMoney, shaanxi)
const span = { from: month(2023, 1), to: month(2026, 1) }

function serving(merits: readonly Merit[], approved = 20250320) {
  return aPerson(meritNewsMoney, { identities: identityBit('serving-family') }, { award: { approved }, merits })
}

const merit = (of: Merit['class'], on: number): Merit => ({ class: of, on, wartime: false })

test.each([
  ['荣誉称号（军委） 30,000 (S71)', 'honour-cmc', 3_000_000],
  ['荣誉称号（战区） 20,000 (S71)', 'honour-theatre', 2_000_000],
  ['一等功 8,000 (S71)', 'first', 800_000],
  ['二等功 3,000 (S71)', 'second', 300_000],
  ['三等功 1,000 (S71)', 'third', 100_000],
] as const)('%s, in the month of the order, though the notice came later', (_title, of, amount) => {
  expect(asking.paid(serving([merit(of, 20250115)]), span)).toEqual({ '2025-01': amount })
})

describe('several merits', () => {
  test('each is paid in its own month, also twice in one year', () => {
    expect(
      asking.paid(serving([merit('third', 20240115), merit('third', 20241220), merit('second', 20250301)]), span),
    ).toEqual({
      '2024-01': 100_000,
      '2024-12': 100_000,
      '2025-03': 300_000,
    })
  })

  test('two in one month are paid both', () => {
    const person = serving([merit('third', 20250301), merit('second', 20250318)])

    expect(asking.parts(person, month(2025, 3))).toEqual([
      ['merit', 100_000],
      ['merit', 300_000],
    ])
  })
})

test('a merit after the last approval waits for its own, and two approvals never pay one merit twice', () => {
  const merits = [merit('third', 20240115), merit('second', 20250301)]
  const once = serving(merits, 20240301)
  const twice = { ...once, awards: [...once.awards, { benefit: 'merit-news-money' as const, approved: 20250320 }] }
  const second = { ...twice, awards: twice.awards.toReversed() }

  expect(asking.paid(once, span)).toEqual({ '2024-01': 100_000 })
  expect(asking.against(once, month(2025, 3))).toEqual(['merit-not-now'])
  expect(asking.paid(twice, span)).toEqual({ '2024-01': 100_000 })
  expect(asking.paid(second, span)).toEqual({ '2025-03': 300_000 })
})

test('the rate of the month of the order counts', () => {
  const raised = new Asking(meritNewsMoney, [
    ...usualChoices,
    aRate({ kind: 'merit-news-money', key: 'third', value: 100_000, unit: 'fen', validTo: day('2025-01-01') }),
    aRate({ kind: 'merit-news-money', key: 'third', value: 200_000, unit: 'fen', validFrom: day('2025-01-01') }),
  ])

  expect(raised.paid(serving([merit('third', 20241231), merit('third', 20250101)]), span)).toEqual({
    '2024-12': 100_000,
    '2025-01': 200_000,
  })
})

test('no merit, no month of a merit, and no family of somebody serving are refused', () => {
  expect(asking.against(serving([]), month(2025, 3))).toEqual(['no-merit'])
  expect(asking.against(serving([merit('third', 20250115)]), month(2025, 2))).toEqual(['merit-not-now'])
  expect(asking.against(serving([merit('third', 20250115)]), month(2024, 12))).toContain('not-started')
  const veteran = aPerson(
    meritNewsMoney,
    { identities: identityBit('veteran') },
    { merits: [merit('third', 20250115)] },
  )
  expect(asking.against(veteran, month(2025, 1))).toEqual(['not-of-identity'])
})

test('a class without a rate, a merit without a day and nobody approved it are said', () => {
  expect(asking.against(serving([merit('excellent', 20250115)]), month(2025, 1))).toEqual(['merit-news-money'])
  const ofTheYear = serving([merit('third', 20240000)], 20230101)
  expect(asking.against(ofTheYear, month(2024, 6))).toEqual(['merit'])
  expect(asking.against(ofTheYear, month(2025, 1))).toEqual(['merit-not-now'])
  expect(asking.against(ofTheYear, month(2023, 12))).toEqual(['merit-not-now'])
  expect(asking.against(serving([merit('third', 0)], 20230101), month(2025, 1))).toEqual(['merit'])
  expect(asking.against({ ...serving([merit('third', 20250115)]), awards: [] }, month(2025, 1))).toEqual(['no-award'])
})

test('asking each month alone equals the segments, and every merit of a known month is paid once', () => {
  const dated = fc
    .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, ofYear, on]) => year * 10_000 + ofYear * 100 + on)
  const merits = fc.array(
    fc.record({ class: fc.constantFrom(...meritClasses.slice(0, 5)), on: dated, wartime: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  const worth = new Map<string, number>(shaanxi.map(({ key, value }) => [key, value]))

  fc.assert(
    fc.property(merits, (of) => {
      const person = serving(of, 20251231)
      const { whole, single } = asking.bothWays(person, span)
      expect(whole).toEqual(single)
      expect(asking.sum(person, span)).toBe(of.reduce((sum, one) => sum + (worth.get(one.class) ?? 0), 0))
    }),
    { numRuns: 60, seed: 3 },
  )
})
