import { expect, test } from 'vitest'
import { attendanceText, daysOverdue } from './event-state.tsx'

test.each([
  ['yesterday is one day overdue', 'planned', '2025-03-04', 1],
  ['today is not overdue', 'planned', '2025-03-05', undefined],
  ['tomorrow is not overdue', 'planned', '2025-03-06', undefined],
  ['held is never overdue', 'held', '2025-03-01', undefined],
  ['cancelled is never overdue', 'cancelled', '2025-03-01', undefined],
  ['a year is counted through its leap day', 'planned', '2024-03-05', 365],
] as const)('%s', (_, state, day, expected) => {
  expect(daysOverdue({ state, day }, '2025-03-05')).toBe(expected)
})

test.each([
  ['nobody counted is said in words', null, 'not-counted', '未计数'],
  ['nobody came is a number', 0, 'list', '0 人次'],
  ['a thousand is set apart', 1060, 'counter', '1,060 人次'],
  ['before it was held there is nothing', null, null, '—'],
] as const)('%s', (_, attendance, counting, expected) => {
  expect(attendanceText({ attendance, counting })).toBe(expected)
})
