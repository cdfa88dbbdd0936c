import { expect, test } from 'vitest'
import { day } from './day.ts'
import { halfYearSpan } from './half-year.ts'

test.each([
  ['first', '2025-01-01', '2025-06-30'],
  ['second', '2025-07-01', '2025-12-31'],
] as const)('the %s half of a year runs from %s to %s, both included', (half, from, to) => {
  expect(halfYearSpan({ year: 2025, half })).toEqual({ from: day(from), to: day(to) })
})

test('a year that is none is refused', () => {
  expect(() => halfYearSpan({ year: 12345, half: 'first' })).toThrow(RangeError)
})
