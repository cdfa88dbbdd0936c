import { addDays, day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedYears } from './calendar-years.ts'
import { WorkCalendar } from './work-calendar.ts'

const calendar = new WorkCalendar(announcedYears)

describe('a working day', () => {
  test.each<[string, boolean, string]>([
    ['2025-03-05', true, 'a Wednesday'],
    ['2025-03-08', false, 'a Saturday'],
    ['2025-01-26', true, 'the Sunday worked before the Spring Festival'],
    ['2025-01-28', false, 'the eve, a holiday since 2025'],
    ['2025-10-11', true, 'the Saturday worked after the national holiday'],
    ['2024-02-09', true, 'the eve of 2024, which was no holiday yet'],
    ['2026-09-20', true, 'the Sunday worked before the national holiday of 2026'],
    ['2024-02-29', true, 'a leap day on a Thursday'],
  ])('%s: %s, %s', (on, isWorking) => {
    expect(calendar.isWorkingDay(day(on))).toBe(isWorking)
  })

  test('is not guessed for a year nobody has announced', () => {
    expect(calendar.isWorkingDay(day('2027-01-04'))).toBeUndefined()
    expect(calendar.afterWorkingDays(day('2026-12-25'), 10)).toEqual({ kind: 'no-calendar', year: 2027 })
    expect(calendar.afterNaturalDays(day('2026-12-25'), 10)).toEqual({ kind: 'no-calendar', year: 2027 })
    expect(calendar.workingDaysBetween(day('2026-12-25'), day('2027-01-04'))).toEqual({
      kind: 'no-calendar',
      year: 2027,
    })
  })

  test.each(announcedYears)(
    '$year has the days off that were announced, all in it, each once',
    ({ year, rest, work }) => {
      expect(rest.every((on) => on.startsWith(String(year)))).toBe(true)
      expect(new Set([...rest, ...work]).size).toBe(rest.length + work.length)
      const bare = new WorkCalendar([{ year, document: '', rest: [], work: [] }])
      expect(work.filter((on) => bare.isWorkingDay(on))).toEqual([])
    },
  )

  // New Year's Day is none. 365 or 366 days less 104 or 105 weekend days less the statutory days: 11 until 2024, 13 since (全国年节及纪念日放假办法).
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i of them', (year, count) => {
    expect(calendar.workingDaysBetween(day(`${year}-01-01`), day(`${year}-12-31`))).toEqual({
      kind: 'count',
      days: count,
    })
  })
})

describe('a span of working days', () => {
  test('does not count the day it begins with, and skips the holidays: 7 days from 2025-01-24 end on 2025-02-10', () => {
    expect(calendar.afterWorkingDays(day('2025-01-24'), 7)).toEqual({ kind: 'day', day: day('2025-02-10') })
  })

  test('a span of natural days that ends in a holiday ends on the first working day after it', () => {
    expect(calendar.afterNaturalDays(day('2025-09-28'), 5)).toEqual({ kind: 'day', day: day('2025-10-09') })
  })

  test('counted forwards and backwards is the same', () => {
    const from = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2024-01-01'), days))
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 60 }), (on, count) => {
        const end = calendar.afterWorkingDays(on, count)
        const counted = end.kind === 'day' ? calendar.workingDaysBetween(on, end.day) : end
        expect(counted).toEqual({ kind: 'count', days: count })
      }),
    )
  })
})
