import { describe, expect, test } from 'vitest'
import { aRate } from '../sample-book.ts'
import { exact, inTermsOfBase } from './exact.ts'

describe('fractions of fen', () => {
  test('are kept in lowest terms: 45% of 86,702 yuan', () => {
    expect(exact(8_670_200 * 4500, 10_000)).toEqual({ over: 3_901_590, under: 1 })
    expect(exact(3, 12)).toEqual({ over: 1, under: 4 })
    expect(exact(0, 12)).toEqual({ over: 0, under: 1 })
  })

  test('are refused where the numbers are no longer exact', () => {
    expect(() => exact(2 ** 53, 1)).toThrow(RangeError)
    expect(() => exact(1, 0.5)).toThrow(RangeError)
  })
})

describe('what a rate adds to its base, in basis points', () => {
  test.each([
    ['增发300% adds three bases', 'increment-percent', 30_000, 30_000],
    ['300%（含基数） adds two', 'multiple-percent', 30_000, 20_000],
    ['3倍 adds two', 'times', 300, 20_000],
    ['20% of the base adds that', 'percent-of-base', 2000, 2000],
    ['a sum of money is no share', 'fen', 2000, undefined],
  ] as const)('%s', (_title, unit, value, share) => {
    expect(inTermsOfBase(aRate({ kind: 'conscript-region', unit, value }))).toBe(share)
  })
})
