import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dated } from './sample-facts.ts'
import { earliestOf, latestOf, mostExact } from './service-dates.ts'

describe('the first and the last of dates that are known more or less exactly', () => {
  test.each([
    ['1978', '1978', '1978'],
    ['1978 1978-12-01', '1978-12-01', '1978-12-01'],
    ['1978 1978-12 1978-03-01', '1978-03-01', '1978-12'],
    ['1978 1978-12', '1978-12', '1978-12'],
    ['1978 1978-01 1978-01-01', '1978-01-01', '1978-01-01'],
    ['1978 1978-12-31', '1978-12-31', '1978-12-31'],
    ['1978-12 1978-12-05', '1978-12-05', '1978-12-05'],
    ['1978-12 1978-11-30', '1978-11-30', '1978-12'],
    ['1978 1979-01-01', '1978', '1979-01-01'],
    ['1982 1981-12-20', '1981-12-20', '1982'],
  ])('of %s the earliest is %s, the latest %s', (texts, first, last) => {
    const dates = texts.split(' ').map(dated)

    for (const order of [dates, dates.toReversed()]) {
      expect(earliestOf(order)).toEqual(dated(first))
      expect(latestOf(order)).toEqual(dated(last))
    }
  })

  test('of none there is neither', () => {
    expect([earliestOf([]), latestOf([])]).toEqual([undefined, undefined])
  })

  test.each([
    ['1978', '1978-05 1978-05-01', '1978-05-01'],
    ['1978', '1979-05-01', '1978'],
    ['1978-05', '1978 1978-06-01', '1978-05'],
    ['1978', '1978-06-01 1978-05-01', '1978-06-01'],
  ])('%s beside %s is known as %s', (date, others, answer) => {
    expect(mostExact(dated(date), others.split(' ').map(dated))).toEqual(dated(answer))
  })

  test('the order of the dates changes nothing, and the answer is one of them', () => {
    const date = fc
      .constantFrom('1978', '1978-01', '1978-01-01', '1978-12', '1978-12-31', '1979', '1977-05-05')
      .map(dated)
    const shuffled = fc
      .array(date, { minLength: 1, maxLength: 6 })
      .chain((dates) => fc.tuple(fc.constant(dates), fc.shuffledSubarray(dates, { minLength: dates.length })))
    fc.assert(
      fc.property(shuffled, ([dates, others]) => {
        expect(earliestOf(others)).toEqual(earliestOf(dates))
        expect(latestOf(others)).toEqual(latestOf(dates))
        expect(dates).toContainEqual(earliestOf(dates))
        expect(dates).toContainEqual(latestOf(dates))
      }),
    )
  })
})
