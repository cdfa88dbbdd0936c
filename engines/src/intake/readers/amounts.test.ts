import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleSetting } from '../sample-sheets.ts'
import { chineseNumber } from './chinese-number.ts'
import { countReader } from './count.ts'
import { moneyReader } from './money.ts'

const money = (cell: Cell, columnTitle = '金额') => moneyReader.read(cell, { ...sampleSetting, columnTitle })
const count = (cell: Cell) => countReader.read(cell, sampleSetting)

describe('money is read to the fen', () => {
  test.each<[Cell, number]>([
    [5000, 500_000],
    ['5000', 500_000],
    ['5,000', 500_000],
    ['5，000', 500_000],
    ['5000元', 500_000],
    ['5,000.00元', 500_000],
    ['￥5,000.00', 500_000],
    ['¥5000', 500_000],
    ['人民币5000元整', 500_000],
    ['５０００元', 500_000],
    ['5000块', 500_000],
    ['5000 元', 500_000],
    ['5000元/月', 500_000],
    ['1.5万元', 1_500_000],
    ['1.5万', 1_500_000],
    ['0.35万元', 350_000],
    [4.35, 435],
    ['4.35', 435],
    [0.1, 10],
    [1234.5, 123_450],
    [0, 0],
    ['0', 0],
    ["'5000", 500_000],
  ])('%j', (cell, expected) => {
    expect(money(cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test('a title in 万元 gives the unit to bare numbers, and that is said', () => {
    expect(money(3.5, '年收入（万元）').value).toBe(3_500_000)
    expect(money(3.5, '年收入（万元）').repaired).toContain('万元')
  })

  test('a cell with its own unit is not multiplied by the title', () => {
    expect(money('35000元', '年收入（万元）').value).toBe(3_500_000)
    expect(money('3.5万', '年收入（万元）').value).toBe(3_500_000)
  })

  test('less than a fen is rounded with a warning', () => {
    expect(money(12.345)).toMatchObject({ value: 1235, flaws: [{ severity: 'warned' }] })
    expect(money('12.3449')).toMatchObject({ value: 1234, flaws: [{ severity: 'warned' }] })
    expect(money('12.3400')).toMatchObject({ value: 1234, flaws: [] })
  })

  test.each<[string, Cell, string]>([
    ['words', '若干', 'money-unreadable'],
    ['two amounts', '500+300', 'money-unreadable'],
    ['goods', '大米一袋', 'money-unreadable'],
    ['a negative amount', -50, 'money-negative'],
    ['a negative amount as text', '-50元', 'money-negative'],
    ['an impossible amount', '99999999999999', 'money-unreadable'],
    ['scientific notation', '1E+5', 'money-unreadable'],
    ['no number at all', Number.NaN, 'money-unreadable'],
    ['a formula error', { error: '#DIV/0!' }, 'cell-error'],
  ])('%s is held', (_, cell, code) => {
    expect(money(cell)).toMatchObject({ value: undefined, flaws: [{ code, severity: 'held' }] })
  })

  test('every whole number of fen survives being written as yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
        const text = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

        expect(money(text).value).toBe(fen)
        expect(money(`${text}元`).value).toBe(fen)
      }),
    )
  })
})

describe('a count is a whole number', () => {
  test.each<[Cell, number]>([
    [30, 30],
    [0, 0],
    ['30', 30],
    ['30人', 30],
    ['30 人', 30],
    ['5,000人次', 5000],
    ['５０', 50],
    ['三十人', 30],
    ['十二', 12],
    ['4次', 4],
    ['1979年', 1979],
    ["'30", 30],
  ])('%j', (cell, expected) => {
    expect(count(cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test.each<[Cell, number]>([
    ['约200', 200],
    ['约200人', 200],
    ['200余人', 200],
    ['200多人', 200],
    ['200人左右', 200],
    ['超5000人次', 5000],
    ['近百人'.replace('百', '一百'), 100],
  ])('%j is approximate: read with a warning', (cell, expected) => {
    expect(count(cell)).toMatchObject({ value: expected, flaws: [{ code: 'count-doubtful', severity: 'warned' }] })
  })

  test.each<[string, Cell]>([
    ['a fraction', 30.5],
    ['a fraction as text', '30.5'],
    ['a negative number', -3],
    ['a range', '30-50'],
    ['words', '很多'],
    ['too much', 1e12],
    ['a formula error', { error: '#N/A' }],
  ])('%s is held', (_, cell) => {
    expect(count(cell)).toMatchObject({ value: undefined, flaws: [{ severity: 'held' }] })
  })
})

describe('a number in characters', () => {
  test.each([
    ['〇', 0],
    ['五', 5],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['廿五', 25],
    ['卅', 30],
    ['一百', 100],
    ['二百零五', 205],
    ['一千二百', 1200],
    ['一九六八', 1968],
    ['二〇〇五', 2005],
    ['贰拾', 20],
  ])('%s', (text, expected) => {
    expect(chineseNumber(text)).toBe(expected)
  })

  test.each(['', '甲', '三月', '12'])('%j is none', (text) => {
    expect(chineseNumber(text)).toBeUndefined()
  })
})
