import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { servedBetween } from './served.ts'

describe('months of service', () => {
  test.each([
    ['a month is full on the day of the same number', 20240910, 20241010, 1, false],
    ['the day before it is not', 20240910, 20241009, 0, true],
    ['the day after, a day is left over', 20240910, 20241011, 1, true],
    ['the last of a shorter month stands for its missing day', 20240831, 20250228, 6, false],
    ['in a leap year the 28th does not', 20230831, 20240228, 5, true],
    ['two years', 20240910, 20260910, 24, false],
    ['the same day', 20240910, 20240910, 0, false],
  ])('%s', (_title, from, to, months, hasRest) => {
    expect(servedBetween(from, to)).toEqual({ months, hasRest })
  })

  test('days that are not known, and an end before the beginning, are not guessed', () => {
    expect(servedBetween(20240900, 20260910)).toBeUndefined()
    expect(servedBetween(20240910, 20260000)).toBeUndefined()
    expect(servedBetween(20240910, 20240909)).toBeUndefined()
  })
})

test('a later day is never fewer months', () => {
  const date = fc
    .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, ofYear, on]) => year * 10_000 + ofYear * 100 + on)

  fc.assert(
    fc.property(date, date, date, (...dates) => {
      const [from = 0, middle = 0, to = 0] = dates.toSorted((one, other) => one - other)
      const shorter = servedBetween(from, middle)?.months ?? Number.NaN
      expect(servedBetween(from, to)?.months).toBeGreaterThanOrEqual(shorter)
    }),
    { seed: 3 },
  )
})
