import { expect, test } from 'vitest'
import { spanName, spanNamed, spanOf } from './span.ts'

test('without days the span is the year of today', () => {
  expect(spanOf({}, '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('one end alone is completed within its own year', () => {
  expect(spanOf({ dayFrom: ['2025-03-05'] }, '2026-11-24')).toEqual({ from: '2025-03-05', to: '2025-12-31' })
  expect(spanOf({ dayTo: ['2025-06-30'] }, '2026-11-24')).toEqual({ from: '2025-01-01', to: '2025-06-30' })
})

test('ends the wrong way round are turned', () => {
  expect(spanOf({ dayFrom: ['2025-06-30'], dayTo: ['2025-01-01'] }, '2026-11-24')).toEqual({
    from: '2025-01-01',
    to: '2025-06-30',
  })
})

test('nonsense is the year of today', () => {
  expect(spanOf({ dayFrom: ['三月'], dayTo: ['6/30'] }, '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test.each(['year', 'first', 'second'] as const)('the %s is known by its days', (name) => {
  expect(spanName(spanNamed(name, '2025'))).toBe(name)
})

test.each([
  ['a quarter', { from: '2025-01-01', to: '2025-03-31' }],
  ['two years', { from: '2024-01-01', to: '2025-12-31' }],
])('%s is none of the usual spans', (_, span) => {
  expect(spanName(span)).toBe('other')
})
