import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { ledgers } from '../ledgers/registry.ts'
import { aMerge, aSheet, sampleIdNumber } from '../sample-sheets.ts'
import { recogniseTable } from './recognise-table.ts'

const recognise = (rows: readonly (readonly Cell[])[], parts = {}) => recogniseTable(aSheet(rows, parts), ledgers)
const header = ['序号', '姓名', '身份证号', '性别', '联系电话']
const person = [1, '张三', sampleIdNumber('19580501'), '男', '13800000001']

describe('the header is found wherever it stands', () => {
  test('on the first row', () => {
    expect(recognise([header, person])).toMatchObject({ headerTop: 0, headerBottom: 0, caption: '' })
  })

  test('below a title merged over the table', () => {
    const table = recognise([['海门区退役军人登记册'], header, person], { merges: [aMerge(0, 0, 0, 4)] })

    expect(table).toMatchObject({ headerTop: 1, headerBottom: 1, caption: '海门区退役军人登记册' })
  })

  test('below a title, a line of who filled it in, and a blank row', () => {
    const rows = [['登记册'], ['填表单位：常乐镇', '', '', '填表日期：2025年3月', ''], [], header, person]

    expect(recognise(rows, { merges: [aMerge(0, 0, 0, 4)] })).toMatchObject({ headerTop: 3, headerBottom: 3 })
  })

  test('below notes as long as a sentence', () => {
    const rows = [['填报说明：姓名、身份证号、性别、联系电话为必填项，请勿改动列名。'], header, person]

    expect(recognise(rows)?.headerTop).toBe(1)
  })

  test('behind blank leading columns', () => {
    const table = recognise([
      ['', '', ...header],
      ['', '', ...person],
    ])

    expect(table?.columns.map((column) => column.index)).toEqual([2, 3, 4, 5, 6])
  })

  test('with dressed titles', () => {
    const dressed = ['序 号', '*姓　名', '身份证号码\n（18位）', '性别（男/女）', '联系电话（必填）']

    expect(recognise([dressed, person])?.columns.map((column) => column.title)).toEqual([
      '序号',
      '*姓名',
      '身份证号码(18位)',
      '性别(男/女)',
      '联系电话(必填)',
    ])
  })

  test('the first of several on a sheet, though the second has more columns', () => {
    const second = [...header, '出生日期', '民族', '入伍时间', '退役时间', '政治面貌']

    expect(recognise([header, person, [], second, person])?.headerTop).toBe(0)
  })
})

describe('a header of two rows is joined', () => {
  const upper = ['序号', '姓名', '身份证号', '服役情况', '', '联系电话']
  const lower = ['', '', '', '入伍时间', '退役时间', '']
  const data = [1, '张三', sampleIdNumber('19580501'), '1976.12', '1980.1', '13800000001']
  const titles = ['序号', '姓名', '身份证号', '服役情况/入伍时间', '服役情况/退役时间', '联系电话']

  test('with merges', () => {
    const merges = [0, 1, 2, 5].map((column) => aMerge(0, column, 1, column))
    const table = recognise([upper, lower, data], { merges: [...merges, aMerge(0, 3, 0, 4)] })

    expect(table).toMatchObject({ headerTop: 0, headerBottom: 1 })
    expect(table?.columns.map((column) => column.title)).toEqual(titles)
  })

  test('without merges, as a csv has it', () => {
    const table = recognise([upper, lower, data])

    expect(table).toMatchObject({ headerTop: 0, headerBottom: 1 })
    expect(table?.columns.map((column) => column.title)).toEqual(titles)
  })

  test('below a merged title and a line with colons', () => {
    const merges = [
      ...[0, 1, 2, 5].map((column) => aMerge(2, column, 3, column)),
      aMerge(2, 3, 2, 4),
      aMerge(0, 0, 0, 5),
    ]
    const rows = [['退役军人登记册'], ['单位：常乐镇', '', '', '日期：2025.3'], upper, lower, data]

    expect(recognise(rows, { merges })).toMatchObject({ headerTop: 2, headerBottom: 3 })
  })

  test('with group titles over every column', () => {
    const groups = ['基本情况', '', '', '服役情况', '']
    const leaves = ['姓名', '身份证号', '性别', '入伍时间', '退役时间']
    const table = recognise([groups, leaves, ['张三', sampleIdNumber('19580501'), '男', '1976.12', '1980.1']], {
      merges: [aMerge(0, 0, 0, 2), aMerge(0, 3, 0, 4)],
    })

    expect(table).toMatchObject({ headerTop: 0, headerBottom: 1 })
    expect(table?.columns[3]?.path).toEqual(['服役情况', '入伍时间'])
  })

  test('and a row of data under one row is not taken for its second', () => {
    expect(recognise([header, ['', '李四', '', '女', '']])?.headerBottom).toBe(0)
  })
})

describe('columns', () => {
  test('that are hidden are kept and marked', () => {
    const table = recognise([header, person], { hiddenColumns: [2] })

    expect(table?.columns.filter((column) => column.hidden).map((column) => column.title)).toEqual(['身份证号'])
  })

  test('without a title are kept when they hold something', () => {
    const table = recognise([
      [...header, '', ''],
      [...person, '常乐镇', ''],
    ])

    expect(table?.columns.at(-1)).toMatchObject({ index: 5, title: '' })
  })
})

describe('no table', () => {
  test.each<[string, readonly (readonly Cell[])[]]>([
    ['an empty sheet', []],
    ['blank rows', [[], ['', undefined]]],
    ['a letter', [['各区镇：'], ['请于本月底前报送退役军人名册。']]],
    ['data without a header', [person, person]],
    ['titles of another trade', [['货号', '品名', '单价', '库存']]],
    ['numbers', [[1, 2, 3, 4]]],
    ['days', [[{ day: day('2025-01-01') }, { day: day('2025-01-02') }]]],
  ])('%s is none', (_, rows) => {
    expect(recognise(rows)).toBeUndefined()
  })
})

test('any number of rows above moves the header by as many', () => {
  const above = fc.array(fc.constantFrom<readonly Cell[]>([], ['退役军人登记册'], ['单位：常乐镇'], ['', ''], [2025]))
  fc.assert(
    fc.property(above, (rows) => {
      expect(recognise([...rows, header, person])?.headerTop).toBe(rows.length)
    }),
  )
})

test('no sheet of any cells throws', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(...header, '服役情况', '入伍时间', '同上', ''),
    fc.double(),
    fc.constant(undefined),
    fc.boolean(),
    fc.constant({ error: '#N/A' }),
  )
  const merge = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(3), fc.nat(3))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
      fc.array(merge, { maxLength: 4 }),
      (rows, at) => {
        const merges = at.map(([top, left, tall, wide]) => aMerge(top, left, top + tall, left + wide))
        const table = recognise(rows, { merges })

        if (table) expect(table.headerBottom).toBeLessThan(rows.length)
      },
    ),
  )
})
