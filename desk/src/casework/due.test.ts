import { expect, test } from 'vitest'
import { dueOf } from './due.ts'

const today = '2026-11-24'

test.each([
  ['2026-12-10', '16天后到期', ''],
  ['2026-11-27', '3天后到期', 'risk'],
  ['2026-11-24', '今天到期', 'risk'],
  ['2026-11-23', '超期1天', 'late'],
] as const)('a clock that ends on %s says %s', (dueOn, text, tone) => {
  expect(dueOf({ dueOn, lacksCalendar: null }, today)).toEqual({ text, tone })
})

test('no end in sight is said, not left empty', () => {
  expect(dueOf({ dueOn: null, lacksCalendar: null }, today)).toEqual({ text: '暂停或无时限', tone: 'quiet' })
})

test('a clock that cannot be read names the year that is missing', () => {
  expect(dueOf({ dueOn: null, lacksCalendar: 2027 }, today)).toEqual({ text: '缺2027年放假安排', tone: 'risk' })
})
