import { expect, test } from 'vitest'
import { findIndicatorCode, indicatorCode, units } from './indicator.ts'

test.each(['red-lectures-held', 'visits', 'stations-15-minutes'])('%s is an indicator code', (text) => {
  expect(indicatorCode(text)).toBe(text)
})

test.each(['', 'Red-lectures', 'red_lectures', '-red', 'red-', 'red--lectures', '红色宣讲', '15-minutes'])(
  '"%s" is no indicator code',
  (text) => {
    expect(findIndicatorCode(text)).toBeUndefined()
    expect(() => indicatorCode(text)).toThrow(RangeError)
  },
)

test('no unit is named twice', () => {
  expect(new Set(units).size).toBe(units.length)
})
