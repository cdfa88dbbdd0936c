import { expect, test } from 'vitest'
import { yearOptions } from './year-options.ts'

test.each([
  ['plans reach into next year', '2025-06-30', 1, ['2026', '2025', '2024']],
  ['what is closed does not', '2025-06-30', 0, ['2025', '2024']],
  ['a clock that is years behind still offers its own year', '2020-01-01', 0, ['2020']],
] as const)('%s', (_, today, ahead, years) => {
  expect(yearOptions(today, ahead).map(({ value }) => value)).toEqual(years)
})

test('a year is written with its unit', () => {
  expect(yearOptions('2025-01-01', 0)[0]).toEqual({ value: '2025', label: '2025年' })
})
