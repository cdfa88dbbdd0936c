import { expect, test } from 'vitest'
import { kindsOf } from './kinds.ts'

const MISSING = -1
const one = Int32Array.of(7, 7, MISSING, 7, 0)
const other = Int32Array.of(1, 2, 1, 1, MISSING)

test('rows that hold the same in all columns have one number, all others their own', () => {
  expect([...kindsOf([one, other], 5, MISSING)]).toEqual([0, 1, 2, 0, 3])
})

test('what is not known differs from what is known to be nothing', () => {
  expect([...kindsOf([Int32Array.of(0, MISSING)], 2, MISSING)]).toEqual([0, 1])
})

test('without columns all rows are of one kind, and no rows have none', () => {
  expect([...kindsOf([], 2, MISSING)]).toEqual([0, 0])
  expect([...kindsOf([one], 0, MISSING)]).toEqual([])
})
