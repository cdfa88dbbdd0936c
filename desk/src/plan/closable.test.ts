import { expect, test } from 'vitest'
import { endedHalves } from './closable.ts'

test.each([
  ['2026-06-30', { year: 2025, half: 'second' }],
  ['2026-07-01', { year: 2026, half: 'first' }],
  ['2026-12-31', { year: 2026, half: 'first' }],
  ['2027-01-01', { year: 2026, half: 'second' }],
])('on %s the last half-year that is over comes first', (today, expected) => {
  expect(endedHalves(today)[0]).toEqual(expected)
})

test('no half-year is offered before it is over', () => {
  expect(endedHalves('2026-03-05')).not.toContainEqual({ year: 2026, half: 'first' })
})
