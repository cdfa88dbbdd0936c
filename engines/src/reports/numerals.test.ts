import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseCount, chineseNumeral, officialDate } from './index.ts'

test.each([
  [0, '零'],
  [1, '一'],
  [2, '二'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [228, '二百二十八'],
  [1000, '一千'],
  [1010, '一千零一十'],
  [1023, '一千零二十三'],
  [10_000, '一万'],
  [10_010, '一万零一十'],
  [30_020, '三万零二十'],
  [100_000, '十万'],
  [100_100, '十万零一百'],
  [120_000_000, '一亿二千万'],
  [100_000_001, '一亿零一'],
  [110_002_000, '一亿一千万二千'],
])('%i is written %s', (value, written) => {
  expect(chineseNumeral(value)).toBe(written)
})

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no whole number and is not written', (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError)
})

test('two of something are 两, twelve are 十二', () => {
  expect([chineseCount(2), chineseCount(12)]).toEqual(['两', '十二'])
})

test('a written number reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      expect(readBack(chineseNumeral(value))).toBe(value)
    }),
  )
})

test('an official date has Arabic digits without leading noughts', () => {
  expect(officialDate(day('2025-06-05'))).toBe('2025年6月5日')
})

function readBack(written: string): number {
  const [, high = '', low = written] = /^(.*)亿(.*)$/.exec(written) ?? []
  const [, middle = '', last = low] = /^(.*)万(.*)$/.exec(low) ?? []
  return readGroup(high) * 100_000_000 + readGroup(middle) * 10_000 + readGroup(last)
}

function readGroup(written: string): number {
  const steps: { readonly [place: string]: number } = { 十: 10, 百: 100, 千: 1000 }
  return [...written.matchAll(/([一二三四五六七八九])?([十百千])?/g)].reduce((sum, [text, digit, place]) => {
    if (text === '') return sum
    return sum + (digit ? '零一二三四五六七八九'.indexOf(digit) : 1) * (place ? (steps[place] ?? 0) : 1)
  }, 0)
}
