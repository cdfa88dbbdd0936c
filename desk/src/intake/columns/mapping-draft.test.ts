import type { ColumnView, LedgerView, SheetView } from '@dongzhou/contract/intake'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  doubled,
  fieldOf,
  letterOf,
  missingFields,
  settledColumns,
  sureness,
  unreadColumns,
  withChoice,
} from './mapping-draft.ts'

function aColumn(index: number, title: string, field: string | null): ColumnView {
  return { index, title, field, isHidden: false, confidence: 0.9, why: '', samples: [] }
}

const counts = { data: 0, good: 0, warned: 0, held: 0, blank: 0, total: 0, note: 0, header: 0 }
const sheet: SheetView = {
  sheet: 0,
  name: '花名册',
  isHidden: false,
  ledger: 'entitled-register',
  ledgerName: '优抚对象花名册',
  why: '',
  headerBottom: 2,
  counts,
  columns: [aColumn(0, '序号', null), aColumn(1, '姓名', 'name'), aColumn(2, '证件', 'idNumber'), aColumn(3, '', null)],
}
const ledger: LedgerView = {
  code: 'entitled-register',
  name: '优抚对象花名册',
  fields: ['name', 'idNumber', 'phone'].map((key) => ({
    key,
    title: { name: '姓名', idNumber: '身份证号', phone: '联系电话' }[key] ?? key,
    required: key !== 'phone',
    help: '',
    choices: [],
  })),
}

test('the clerk’s word goes before the machine’s, and 不读入 is a word too', () => {
  expect(fieldOf(aColumn(1, '姓名', 'name'), { 1: 'phone' })).toBe('phone')
  expect(fieldOf(aColumn(1, '姓名', 'name'), { 1: null })).toBeNull()
  expect(fieldOf(aColumn(1, '姓名', 'name'), {})).toBe('name')
})

test('choosing again what stood there leaves no change behind', () => {
  const column = aColumn(1, '姓名', 'name')
  const changed = withChoice({}, column, null)

  expect(changed).toEqual({ 1: null })
  expect(withChoice(changed, column, 'name')).toEqual({})
})

test('a field that two columns claim is named once', () => {
  expect(doubled(sheet, {})).toEqual([])
  expect(doubled(sheet, { 0: 'name', 3: 'name' })).toEqual(['name'])
})

test('a required field without a column is missing, an optional one is not', () => {
  expect(missingFields(sheet, ledger, {})).toEqual([])
  expect(missingFields(sheet, ledger, { 2: null })).toEqual(['身份证号'])
})

test('columns that are not read are listed, one without a title by its letter', () => {
  expect(unreadColumns(sheet, {})).toEqual(['序号', 'D 列'])
})

test('every column is sent, changed or not', () => {
  expect(settledColumns(sheet, { 3: 'phone' })).toEqual([
    { index: 0, field: null },
    { index: 1, field: 'name' },
    { index: 2, field: 'idNumber' },
    { index: 3, field: 'phone' },
  ])
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letter) => {
  expect(letterOf(index)).toBe(letter)
})

test('no two columns share a letter', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (one, other) => {
      expect(letterOf(one) === letterOf(other)).toBe(one === other)
    }),
  )
})

test.each([
  [1, 'name', 'sure'],
  [0.85, 'name', 'sure'],
  [0.84, 'name', 'likely'],
  [0.65, 'name', 'likely'],
  [0.5, 'name', 'doubtful'],
  [1, null, 'none'],
] as const)('confidence %d for %s is %s', (confidence, field, word) => {
  expect(sureness({ confidence, field })).toBe(word)
})
