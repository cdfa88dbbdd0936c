import { expect, test } from 'vitest'
import { exclusionComplaints } from './exclusion-draft.ts'
import { cellText, isInForce, matrixOf } from './exclusion-matrix.ts'
import { anExclusion } from './rates-for-tests.ts'

test('a row stands where what is drawn already meets the other benefit', () => {
  const matrix = matrixOf([anExclusion()], '2026-01-01')

  expect(matrix.get('disability-pension')?.get('rural-veteran-subsidy')?.counts?.id).toBe(1)
  expect(matrix.get('rural-veteran-subsidy')).toBeUndefined()
})

test('of two rows of one cell the one in force is shown, and what waits beside it', () => {
  const rows = [
    anExclusion({ id: 1, validTo: '2025-01-01' }),
    anExclusion({ id: 2, validFrom: '2025-01-01', way: 'cap' }),
    anExclusion({ id: 3, state: 'proposed', validFrom: '2027-01-01' }),
  ]
  const cell = matrixOf(rows, '2026-01-01').get('disability-pension')?.get('rural-veteran-subsidy')

  expect([cell?.counts?.id, cell?.waiting?.id]).toEqual([2, 3])
})

test.each([
  ['2011-07-31', false],
  ['2011-08-15', true],
  ['2024-12-31', true],
  ['2025-01-01', false],
])('a row from 2011-08-20 to before 2025-01-10 counts in the month of %s: %s', (on, isIn) => {
  expect(isInForce(anExclusion({ validFrom: '2011-08-20', validTo: '2025-01-10' }), on)).toBe(isIn)
})

test('a cell is a sentence', () => {
  expect(cellText(anExclusion())).toBe('享受残疾抚恤金的，60周岁农村籍退役士兵老年生活补助不发')
})

test('a benefit has no relation to itself, and a row needs its document', () => {
  const draft = {
    other: 'care-allowance',
    benefit: 'care-allowance',
    way: 'exclude',
    document: '',
    source: '来文',
    validFrom: '2025-01-01',
    validTo: '2025-01-01',
  } as const

  expect(Object.keys(exclusionComplaints(draft))).toEqual(['benefit', 'document', 'validTo'])
  expect(exclusionComplaints({ ...draft, benefit: 'lone-supplement', document: '文号', validTo: undefined })).toEqual(
    {},
  )
})
