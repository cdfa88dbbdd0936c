import { describe, expect, test } from 'vitest'
import { bareValue, changeText, readValue, roundings, roundingText, typedValue } from './rate-value.ts'
import { aRate } from './rates-for-tests.ts'

describe('数额 as it is typed', () => {
  test.each([
    ['86702.15', 'fen-a-year', 8_670_215],
    ['86,702.1', 'fen-a-year', 8_670_210],
    ['１２０', 'fen-a-month', 12_000],
    ['120元', 'fen', 12_000],
    ['45%', 'percent-of-base', 4500],
    ['30倍', 'times', 3000],
    ['6', 'months', 6],
    ['60.0', 'age', 60],
    ['2024-10-01', 'date', 20_241_001],
  ] as const)('%s in %s is %d of its smallest part', (text, unit, value) => {
    expect(readValue(text, unit)).toEqual({ kind: 'value', value })
  })

  test.each([
    ['五万', 'fen-a-year', 'number'],
    ['1.234', 'fen-a-year', 'number'],
    ['-5', 'fen', 'number'],
    ['6.5', 'months', 'whole'],
    ['2024-13-01', 'date', 'number'],
  ] as const)('%s is no %s', (text, unit, why) => {
    expect(readValue(text, unit)).toEqual({ kind: 'wrong', why })
  })

  test('what is left empty says nothing', () => {
    expect(readValue('  ', 'fen-a-year')).toEqual({ kind: 'empty' })
  })

  test('a choice is kept by its code', () => {
    expect(readValue('approval', 'choice')).toEqual({ kind: 'value', value: 0, choice: 'approval' })
  })

  test.each([
    [8_670_215, 'fen-a-year', '86702.15'],
    [8_670_210, 'fen-a-year', '86702.10'],
    [15_106_000, 'fen-a-year', '151060'],
    [45, 'fen', '0.45'],
    [4500, 'percent-of-base', '45'],
    [20_241_001, 'date', '2024-10-01'],
    [6, 'months', '6'],
  ] as const)('%d in %s comes back as it would be typed', (value, unit, text) => {
    expect(typedValue({ unit, value, choice: null })).toBe(text)
    expect(readValue(text, unit)).toEqual({ kind: 'value', value })
  })
})

describe('数额 beside others', () => {
  test('under a head with the unit an amount stands bare; a percentage keeps its sign', () => {
    expect(bareValue(aRate())).toBe('151,060')
    expect(bareValue(aRate({ kind: 'care-allowance', unit: 'percent-of-base', value: 5000 }))).toBe('50%（按基数）')
  })

  test.each([
    [11_000, 10_000, '+10.0%'],
    [9_750, 10_000, '−2.5%'],
    [10_000, 10_000, '不变'],
  ])('%d after %d is %s', (now, before, text) => {
    expect(changeText(aRate({ value: now }), aRate({ value: before }))).toBe(text)
  })

  test('figures of different units, or nothing before, are not compared', () => {
    expect(changeText(aRate(), aRate({ unit: 'fen-a-month' }))).toBeUndefined()
    expect(changeText(aRate(), undefined)).toBeUndefined()
  })

  test('every rounding has its words', () => {
    expect([...roundings.values()].map(roundingText)).toContain('四舍五入到角')
    expect(roundings.size).toBe(12)
  })
})
