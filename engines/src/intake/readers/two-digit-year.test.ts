import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateSense, yearInFull } from './two-digit-year.ts'

const senses: readonly DateSense[] = ['birth', 'enlisted', 'discharged', 'event', 'planned']
const today = day('2025-06-30')

describe('a two-digit year on 30 June 2025', () => {
  test.each<[DateSense, string, number]>([
    ['birth', '58', 1958],
    ['birth', '00', 2000],
    ['birth', '11', 2011],
    ['birth', '15', 1915],
    ['birth', '25', 1925],
    ['enlisted', '25', 2025],
    ['enlisted', '26', 1926],
    ['enlisted', '30', 1930],
    ['enlisted', '76', 1976],
    ['enlisted', '99', 1999],
    ['discharged', '00', 2000],
    ['discharged', '24', 2024],
    ['discharged', '82', 1982],
    ['event', '25', 2025],
    ['event', '58', 1958],
    ['planned', '26', 2026],
    ['planned', '30', 2030],
    ['planned', '98', 1998],
  ])('of sense %s: %s is %i', (sense, text, year) => {
    expect(yearInFull(text, today, sense)).toMatchObject({ year, wasShort: true })
  })

  test.each(['12', '13', '14'])('born %s fits no century: nobody is so young or so old', (text) => {
    expect(yearInFull(text, today, 'birth')).toMatchObject({ year: 1900 + Number(text), isDoubtful: true })
  })
})

test('four digits stand for themselves', () => {
  for (const sense of senses) {
    expect(yearInFull('1978', today, sense)).toEqual({ year: 1978, wasShort: false, isDoubtful: false })
  }
})

test.each(['', '1', '197', '19780', 'ab', '1.5'])('%j is no year', (text) => {
  expect(yearInFull(text, today, 'birth')).toBeUndefined()
})

test('the last two digits are always the ones that were written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.constantFrom(...senses), (year, sense) => {
      const text = String(year).padStart(2, '0')

      expect(yearInFull(text, today, sense)?.year).toSatisfy((full: number) => full % 100 === year)
    }),
  )
})
