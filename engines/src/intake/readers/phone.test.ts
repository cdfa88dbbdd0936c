import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleSetting } from '../sample-sheets.ts'
import { phoneReader } from './phone.ts'

const read = (cell: Cell) => phoneReader.read(cell, sampleSetting)

describe('telephone numbers are read, several from one cell', () => {
  test.each<[string, Cell, readonly string[]]>([
    ['a mobile', '13800000001', ['13800000001']],
    ['a mobile as a number', 13800000001, ['13800000001']],
    ['a mobile in groups', '138 0000 0001', ['13800000001']],
    ['a mobile with hyphens', '138-0000-0001', ['13800000001']],
    ['a mobile in full width', '１３８００００００００１'.slice(0, 11), ['13800000000']],
    ['a mobile with an apostrophe', "'13800000001", ['13800000001']],
    ['a mobile with the country', '+8613800000001', ['13800000001']],
    ['a mobile with whose it is', '13800000001（儿子）', ['13800000001']],
    ['a landline', '0513-82000001', ['0513-82000001']],
    ['a landline without hyphen', '051382000001', ['0513-82000001']],
    ['a landline in brackets is a remark', '13800000001(0513)', ['13800000001']],
    ['a landline of a city with three digits', '010-82000001', ['010-82000001']],
    ['a landline with extension', '0513-82000001-801', ['0513-82000001-801']],
    ['two by 、', '13800000001、13900000002', ['13800000001', '13900000002']],
    ['two by a comma', '13800000001,13900000002', ['13800000001', '13900000002']],
    ['two by a slash', '13800000001/13900000002', ['13800000001', '13900000002']],
    ['two by a line break', '13800000001\n13900000002', ['13800000001', '13900000002']],
    ['two by a space', '13800000001 13900000002', ['13800000001', '13900000002']],
    ['a mobile and a landline', '13800000001；0513-82000001', ['13800000001', '0513-82000001']],
    ['the same twice', '13800000001、13800000001', ['13800000001']],
  ])('%s', (_, cell, expected) => {
    const reading = read(cell)

    expect(reading.value).toEqual(expected)
    expect(reading.flaws).toEqual([])
  })

  test('several in one cell are said', () => {
    expect(read('13800000001、13900000002').repaired).toContain('2 个号码')
    expect(read('13800000001').repaired).toBeUndefined()
  })
})

describe('a damaged number is left out with a warning, and the row is not held for it', () => {
  test.each<[string, Cell, string]>([
    ['a digit short', '1380000000', '现为 10 位'],
    ['a digit too many', '138000000011', '现为 12 位'],
    ['a prefix that does not exist', '12800000001', '13 至 19'],
    ['a few digits', '1234', '13 至 19'],
    ['a zero too few', '513-82000001', '带区号'],
    ['scientific notation', '9.38E+10', '带区号'],
  ])('%s', (_, cell, words) => {
    const reading = read(cell)

    expect(reading.value).toBeUndefined()
    expect(reading.flaws).toMatchObject([{ code: 'phone-damaged', severity: 'warned' }])
    expect(reading.flaws[0]?.what).toContain(words)
  })

  test('beside a good one: the good one is kept', () => {
    const reading = read('13800000001、1390000')

    expect(reading.value).toEqual(['13800000001'])
    expect(reading.flaws).toMatchObject([{ code: 'phone-damaged' }])
  })

  test('no sentence repeats the number', () => {
    expect(read('1380000000').flaws[0]?.what).not.toContain('1380000000')
  })
})

test('a local number without its area code is kept as it is, with a warning', () => {
  const reading = read('82000001')

  expect(reading.value).toEqual(['82000001'])
  expect(reading.flaws).toMatchObject([{ code: 'phone-doubtful', severity: 'warned' }])
})

test('words instead of a number are nothing', () => {
  expect(read('没有电话')).toMatchObject({ value: undefined, flaws: [] })
})

test('a formula error is held', () => {
  expect(read({ error: '#N/A' }).flaws).toMatchObject([{ code: 'cell-error', severity: 'held' }])
})
