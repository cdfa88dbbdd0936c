import { fen } from '@dongzhou/terms/fen'
import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalInstalments, keptBack } from './recovery.ts'

const from = month(2025, 11)
const sum = (amounts: readonly { readonly amount: number }[]) =>
  amounts.reduce((total, { amount }) => total + amount, 0)

describe('a debt in equal instalments', () => {
  test('100.00 in three: 33.33, 33.33 and 33.34, over the turn of the year', () => {
    expect(equalInstalments(fen(10_000), from, 3)).toEqual({
      instalments: [
        { month: month(2025, 11), amount: 3333 },
        { month: month(2025, 12), amount: 3333 },
        { month: month(2026, 1), amount: 3334 },
      ],
      rest: 0,
    })
  })

  test('fewer fen than instalments: the last month carries them', () => {
    expect(equalInstalments(fen(2), from, 3).instalments).toEqual([{ month: month(2026, 1), amount: 2 }])
  })

  test.each([
    [0, 3],
    [-5, 3],
    [100, 0],
    [100, 1.5],
  ])('%s fen in %s instalments is no plan', (owed, count) => {
    expect(() => equalInstalments(fen(owed), from, count)).toThrow(RangeError)
  })

  test('whatever the debt, the instalments are the debt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 60 }), (owed, count) => {
        const { instalments, rest } = equalInstalments(fen(owed), from, count)

        expect(sum(instalments)).toBe(owed)
        expect(rest).toBe(0)
        expect(instalments.length).toBeLessThanOrEqual(count)
      }),
    )
  })
})

describe('a debt kept back from what is paid', () => {
  const steady = (amount: number) => () => amount

  test('a fifth of 3,000.00 a month: 600.00 until 1,500.00 are back', () => {
    expect(keptBack(fen(150_000), { from, to: month(2026, 11), dueIn: steady(300_000), share: 2000 })).toEqual({
      instalments: [
        { month: month(2025, 11), amount: 60_000 },
        { month: month(2025, 12), amount: 60_000 },
        { month: month(2026, 1), amount: 30_000 },
      ],
      rest: 0,
    })
  })

  test('somebody dead is paid nothing more: all of it stays open', () => {
    expect(keptBack(fen(900_000), { from, to: month(2026, 11), dueIn: steady(0), share: 2000 })).toEqual({
      instalments: [],
      rest: 900_000,
    })
  })

  test('a month without money is passed over', () => {
    const dueIn = (of: Month) => (of % 2 === 0 ? 100_000 : 0)

    expect(keptBack(fen(40_000), { from, to: month(2026, 11), dueIn, share: 2000 }).instalments).toHaveLength(2)
  })

  test.each([
    [0, 2000],
    [100, -1],
    [100, 10_001],
  ])('%s fen at %s is no plan', (owed, share) => {
    expect(() => keptBack(fen(owed), { from, to: from, dueIn: steady(1), share })).toThrow(RangeError)
  })

  test('instalments and rest are the debt, and no month gives more than its share', () => {
    const dues = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        dues,
        fc.integer({ min: 0, max: 10_000 }),
        (owed, due, share) => {
          const to = (from + due.length) as Month
          const { instalments, rest } = keptBack(fen(owed), { from, to, dueIn: (of) => due[of - from] ?? 0, share })

          expect(sum(instalments) + rest).toBe(owed)
          for (const { month: of, amount } of instalments)
            expect(amount * 10_000).toBeLessThanOrEqual((due[of - from] ?? 0) * share)
        },
      ),
    )
  })
})
