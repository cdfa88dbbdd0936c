import { type DatedTo, day, findDayOf } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareBirths } from './compare-births.ts'

const dated = (text: string): DatedTo => ({
  day: day(`${text}-01-01`.slice(0, 10)),
  precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
})

describe('two dates of birth', () => {
  test.each([
    ['1958-05-01', '1958-05-01', 'birth-same'],
    ['1958-05', '1958-05-01', 'birth-same-to-month'],
    ['1958-05', '1958-05', 'birth-same-to-month'],
    ['1958', '1958-05-01', 'birth-same-to-year'],
    ['1958', '1958-05', 'birth-same-to-year'],
    ['1958', '1959', 'birth-different'],
    ['1958-06', '1958-05-01', 'birth-different'],
    ['1958-05-01', '1958-01-05', 'birth-day-and-month-swapped'],
    ['1958-12-11', '1958-11-12', 'birth-day-and-month-swapped'],
    ['1958-05-01', '1959-05-01', 'birth-one-year-off'],
    ['1959-12-31', '1960-12-31', 'birth-one-year-off'],
    ['1958-05-01', '1961-05-01', 'birth-few-years-off'],
    ['1958-05-01', '1968-05-01', 'birth-one-digit'],
    ['1958-05-01', '1958-05-07', 'birth-one-digit'],
    ['1958-05-01', '1958-06-01', 'birth-one-digit'],
    ['1958-02-18', '1958-01-01', 'birth-perhaps-lunar'],
    ['1957-12-20', '1958-02-08', 'birth-perhaps-lunar'],
    ['1958-05-12', '1958-07-04', 'birth-same-year-only'],
    ['1958-05-12', '1958-05-29', 'birth-same-year-only'],
    ['1958-05-12', '1958-05-30', 'birth-perhaps-lunar'],
    ['1958-05-12', '1958-07-03', 'birth-perhaps-lunar'],
    ['1958-05-12', '1963-09-27', 'birth-different'],
  ])('%s beside %s: %s', (one, other, code) => {
    expect(compareBirths(dated(one), dated(other))).toBe(code)
    expect(compareBirths(dated(other), dated(one))).toBe(code)
  })

  test('a day is the same as itself at every precision, and never the same as another day', () => {
    const anyDay = fc
      .tuple(fc.integer({ min: 1930, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, dayOfMonth]) => findDayOf(year, month, dayOfMonth) ?? day('1970-01-01'))
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const exact = { day: one, precision: 'day' as const }
        expect(compareBirths(exact, exact)).toBe('birth-same')
        const answer = compareBirths(exact, { day: other, precision: 'day' })
        expect(answer === 'birth-same').toBe(one === other)
      }),
    )
  })
})
