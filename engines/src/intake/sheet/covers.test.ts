import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMerge } from '../sample-sheets.ts'
import { coverAt, coversOf } from './covers.ts'

describe('the merge over a cell', () => {
  const tall = aMerge(2, 1, 4, 1)
  const wide = aMerge(2, 3, 2, 6)
  const covers = coversOf([tall, wide])

  test.each([
    ['its first cell', 2, 1, tall],
    ['its last row', 4, 1, tall],
    ['the row below', 5, 1, undefined],
    ['the row above', 1, 1, undefined],
    ['the column beside', 2, 2, undefined],
    ['another merge of the row', 2, 5, wide],
    ['its last column', 2, 6, wide],
    ['past its last column', 2, 7, undefined],
  ])('%s', (_, row, column, expected) => {
    expect(coverAt(covers, row, column)).toBe(expected)
  })

  test('a sheet without merges has none', () => {
    expect(coverAt(coversOf([]), 0, 0)).toBeUndefined()
  })

  test('a merge down to the end of an endless sheet stays cheap', () => {
    expect(coversOf([aMerge(0, 0, 1_048_575, 0)]).size).toBeLessThan(10_000)
  })

  test('covers exactly the cells inside', () => {
    const numbers = fc.nat(20)
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.nat(5),
        fc.nat(5),
        numbers,
        numbers,
        (top, left, tallBy, wideBy, row, column) => {
          const merge = aMerge(top, left, top + tallBy, left + wideBy)
          const isInside = row >= top && row <= top + tallBy && column >= left && column <= left + wideBy

          expect(coverAt(coversOf([merge]), row, column)).toBe(isInside ? merge : undefined)
        },
      ),
    )
  })
})
