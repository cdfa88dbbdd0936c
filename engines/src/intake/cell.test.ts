import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, cellText, compact, isBlankCell, narrow } from './cell.ts'
import { complain, complaintCodes, held, repairAt, warned } from './complaint.ts'
import { isNothing } from './reader.ts'

describe('a cell as text', () => {
  test.each<[string, Cell, string]>([
    ['a text, trimmed', ' 张三 ', '张三'],
    ['nothing', undefined, ''],
    ['a number', 12.5, '12.5'],
    ['a long number as Excel keeps it', 320625195805010000, '320625195805010000'],
    ['yes', true, '是'],
    ['no', false, '否'],
    ['a day', { day: day('1978-05-01') }, '1978年5月1日'],
    ['an error', { error: '#N/A' }, '#N/A'],
  ])('%s', (_, cell, expected) => {
    expect(cellText(cell)).toBe(expected)
  })
})

describe('a blank cell', () => {
  test.each<Cell>([undefined, '', ' ', '　', '\n', '\u00a0'])('%j is one', (cell) => {
    expect(isBlankCell(cell)).toBe(true)
    expect(isNothing(cell)).toBe(true)
  })

  test.each<Cell>([0, false, '0', { error: '#N/A' }])('%j is none', (cell) => {
    expect(isBlankCell(cell)).toBe(false)
    expect(isNothing(cell)).toBe(false)
  })

  test.each<Cell>(['无', '/', ' / ', '—', '－', '--', '不详', 'N/A'])('%j stands for nothing', (cell) => {
    expect(isBlankCell(cell)).toBe(false)
    expect(isNothing(cell)).toBe(true)
  })
})

describe('narrowing', () => {
  test.each([
    ['Ａ１２３（甲）', 'A123(甲)'],
    ['a\u00a0b', 'a b'],
    ['a\u3000\u3000b', 'a b'],
    ['a\r\nb', 'a b'],
    ['\ufeffa\u200bb', 'ab'],
    ['plain', 'plain'],
  ])('%j is %j', (text, expected) => {
    expect(narrow(text)).toBe(expected)
  })

  test('compacting leaves no space at all', () => {
    expect(compact(' 张　三 \n四 ')).toBe('张三四')
  })

  test('narrowing twice is narrowing once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(narrow(narrow(text))).toBe(narrow(text))
      }),
    )
  })
})

describe('a complaint', () => {
  const place = { row: 12, column: 3, field: 'idNumber', title: '身份证号' }

  test('says where, what, and what to do', () => {
    expect(complain(place, held('id-check', '校验位应为 X，现为 8。请核对证件后改正，或留待核实。'))).toEqual({
      row: 12,
      column: 3,
      field: 'idNumber',
      code: 'id-check',
      severity: 'held',
      say: '第 12 行“身份证号”：校验位应为 X，现为 8。请核对证件后改正，或留待核实。',
    })
  })

  test('may be a warning', () => {
    expect(complain(place, warned('id-check', '。')).severity).toBe('warned')
  })

  test('a sentence that quotes a slipped column tells no whole number', () => {
    const { say } = complain(place, held('name-damaged', '“13900000001”不像姓名。'))

    expect(say).toContain('“139…01”不像姓名。')
  })

  test('every code has its Chinese name', () => {
    for (const name of Object.values(complaintCodes)) expect(name).toMatch(/[\u4e00-\u9fff]/)
  })

  test('a repair stands in its cell too', () => {
    expect(repairAt(place, '已读入。')).toMatchObject({ row: 12, column: 3, say: '第 12 行“身份证号”：已读入。' })
  })
})
