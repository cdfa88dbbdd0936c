import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateNumber, isBefore, monthOfDate, yearsByCalendar, yearsByDates } from './calendar.ts'

describe('a date as a number', () => {
  test('what is not known exactly is nought', () => {
    expect(dateNumber(day('2024-10-01'))).toBe(20241001)
    expect(dateNumber({ day: day('1960-05-01'), precision: 'month' })).toBe(19600500)
    expect(dateNumber({ day: day('1960-01-01'), precision: 'year' })).toBe(19600000)
  })

  test('the month of a year alone is not guessed', () => {
    expect(monthOfDate(19600500)).toBe(month(1960, 5))
    expect(monthOfDate(19600000)).toBeUndefined()
  })
})

describe('before a day', () => {
  test.each<[number, boolean | undefined]>([
    [19541031, true],
    [19541101, false],
    [19541000, true],
    [19541100, false],
    [19540000, undefined],
    [19530000, true],
    [19550000, false],
  ])('%i before 1 November 1954: %s', (date, answer) => {
    expect(isBefore(date, 19541101)).toBe(answer)
  })

  test('the first day of a year is not before it', () => {
    expect(isBefore(19540000, 19540101)).toBe(false)
  })

  test('a month that a day cuts in two is not known', () => {
    expect(isBefore(19541000, 19541015)).toBeUndefined()
  })
})

describe('years from one date to another', () => {
  test.each<[string, number, number, number | undefined, number | undefined]>([
    ['three years to the day', 19831105, 19861105, 3, 4],
    ['a day more', 19831105, 19861106, 4, 4],
    ['a day less', 19831105, 19861104, 3, 4],
    ['December to January, three calendar years (S21: 3 by dates, 4 by calendar)', 19831210, 19860115, 3, 4],
    ['a month in one year', 19860601, 19860701, 1, 1],
    ['two days of two years', 19851231, 19860101, 1, 2],
    ['October 1956 to December 1961 (S20)', 19561000, 19611200, 6, 6],
    ['the same month, days unknown: a part of three years or of four', 19831100, 19861100, undefined, 4],
    ['years alone', 19830000, 19860000, undefined, 4],
    ['an end before the beginning', 19860601, 19850601, undefined, undefined],
    ['one day', 19860601, 19860601, 0, 1],
  ])('%s', (_title, from, to, byDates, byCalendar) => {
    expect(yearsByDates(from, to)).toBe(byDates)
    expect(yearsByCalendar(from, to)).toBe(byCalendar)
  })

  test('by calendar is never less than by dates, and never by more than one', () => {
    const date = fc
      .tuple(fc.integer({ min: 1954, max: 2011 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, ofYear, ofMonth]) => year * 10_000 + ofYear * 100 + ofMonth)
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const more = (yearsByCalendar(from, to) ?? 0) - (yearsByDates(from, to) ?? 0)

        expect([0, 1]).toContain(more)
      }),
    )
  })
})
