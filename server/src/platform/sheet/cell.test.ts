import { day, findDay } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, cellOfSerial, cellOfText, cellOfUtc, lettersOf, placeOf, serialOfDay } from './cell.ts'

test.each([
  [1, { day: '1900-01-01' }],
  [59, { day: '1900-02-28' }],
  [60, { day: '1900-02-28' }],
  [61, { day: '1900-03-01' }],
  [28_611, { day: '1978-05-01' }],
  [45_123.999, { day: '2023-07-16' }],
  [2_958_465, { day: '9999-12-31' }],
  [2_958_466, 2_958_466],
  [-1, -1],
  [0, 0],
  [0.5, '12:00'],
  [0.99999, '23:59'],
] satisfies [number, unknown][])('under a date format %d means %j', (serial, cell) => {
  expect(cellOfSerial(serial, false)).toEqual(cell)
})

test('every day from March 1900 on comes back from its serial, and the next day is the next serial', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
      const cell: Cell = cellOfSerial(serial, false)
      const on = typeof cell === 'object' && 'day' in cell ? cell.day : day('0001-01-01')

      expect(serialOfDay(on)).toBe(serial)
    }),
  )
})

test.each(['1900-01-01', '1900-02-28', '1900-03-01', '1978-05-01'])('the serial of %s is read as that day', (text) => {
  expect(cellOfSerial(serialOfDay(day(text)), false)).toEqual({ day: findDay(text) })
})

test.each([
  ['', undefined],
  ['#N/A', { error: '#N/A' }],
  ['#5 楼', '#5 楼'],
  ['0012', '0012'],
  [' ', ' '],
] satisfies [string, unknown][])('the text %j is the cell %j', (text, cell) => {
  expect(cellOfText(text)).toEqual(cell)
})

test('an instant outside the calendar is no day', () => {
  expect(cellOfUtc(new Date(Number.NaN))).toBeUndefined()
  expect(cellOfUtc(new Date(Date.UTC(2024, 1, 29, 23)))).toEqual({ day: '2024-02-29' })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %d is %s', (column, letters) => {
  expect(lettersOf(column)).toBe(letters)
  expect(placeOf(`$${letters}$7`)).toEqual({ column, row: 7 })
})

test.each(['', 'A', '7', 'ABCD1', 'A1:B2'])('%j is no cell', (reference) => {
  expect(placeOf(reference)).toBeUndefined()
})
