import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from './move.ts'

const rows = [4, 5, 9]
const columns = [0, 1, 3]

test.each([
  ['ArrowDown', { row: 4, column: 1 }, { row: 5, column: 1 }],
  ['ArrowDown', { row: 5, column: 1 }, { row: 9, column: 1 }],
  ['ArrowDown', { row: 9, column: 1 }, { row: 9, column: 1 }],
  ['ArrowUp', { row: 9, column: -1 }, { row: 5, column: -1 }],
  ['ArrowRight', { row: 4, column: 1 }, { row: 4, column: 3 }],
  ['ArrowRight', { row: 4, column: 3 }, { row: 4, column: 3 }],
  ['ArrowLeft', { row: 4, column: 0 }, { row: 4, column: -1 }],
  ['ArrowLeft', { row: 4, column: -1 }, { row: 4, column: -1 }],
  ['Home', { row: 5, column: 3 }, { row: 5, column: -1 }],
  ['End', { row: 5, column: 0 }, { row: 5, column: 3 }],
  ['PageDown', { row: 4, column: 1 }, { row: 9, column: 1 }],
] as const)('%s leads from %o to %o', (key, at, to) => {
  expect(moved(key, at, rows, columns)).toEqual(to)
})

test('the first key begins at the first row', () => {
  expect(moved('ArrowDown', undefined, rows, columns)).toEqual({ row: 4, column: 0 })
  expect(moved('ArrowRight', undefined, rows, columns)).toEqual({ row: 4, column: 0 })
})

test.each(['n', 'Enter', ' ', 'Tab'])('%s moves nowhere', (key) => {
  expect(moved(key, { row: 4, column: 1 }, rows, columns)).toBeUndefined()
})

test('on an empty page no key moves', () => {
  expect(moved('ArrowDown', undefined, [], columns)).toBeUndefined()
  expect(moved('End', undefined, [], columns)).toBeUndefined()
})

test('no key ever leads off the sheet, even from a row that has left the page', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
      let at = { row: 7, column: 1 }
      for (const one of keys) at = moved(one, at, rows, columns) ?? at

      expect([...rows, 7]).toContain(at.row)
      expect([-1, ...columns]).toContain(at.column)
    }),
  )
})
