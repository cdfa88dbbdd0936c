import type { StagedRow } from '@dongzhou/contract/intake'
import { expect, test } from 'vitest'
import { sameTexts } from './same-texts.ts'

function aRow(row: number, text: string, code?: string, outcome: string | null = null): StagedRow {
  const complaints =
    code === undefined ? [] : [{ column: 1, field: 'sex', code, severity: 'held' as const, say: '性别看不懂' }]
  return {
    row,
    cells: ['张三', text],
    severity: 'held',
    complaints,
    repairs: [],
    matches: [],
    outcome,
    why: null,
    personId: null,
  }
}

const rows = [
  aRow(2, 'M', 'sex-unreadable'),
  aRow(3, ' M ', 'sex-unreadable'),
  aRow(4, 'M'),
  aRow(5, 'F', 'sex-unreadable'),
  aRow(6, 'M', 'choice-unknown'),
  aRow(7, 'M', 'sex-unreadable', 'new'),
]

test('the same text complained about for the same reason is mended together', () => {
  expect(sameTexts(rows, { row: 2, column: 1 }).map(({ row }) => row)).toEqual([2, 3])
})

test.each([
  ['a cell nobody complains about', { row: 4, column: 1 }],
  ['a row that is not on the page', { row: 99, column: 1 }],
  ['the row itself', { row: 2, column: -1 }],
  ['a column beyond the row', { row: 2, column: 9 }],
])('%s has no companions', (_, at) => {
  expect(sameTexts(rows, at)).toEqual([])
})

test('empty cells complained about as missing are the same too', () => {
  const empty = [aRow(2, '', 'required-missing'), aRow(3, ' ', 'required-missing')]

  expect(sameTexts(empty, { row: 2, column: 1 })).toHaveLength(2)
})
