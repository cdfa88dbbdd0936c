import type { FigureFormat } from '@dongzhou/terms/document'
import type { Unit } from '@dongzhou/terms/indicator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactWords, figureWords } from './index.ts'

const plain: FigureFormat = { kind: 'plain' }
const over: FigureFormat = { kind: 'over', step: 1000, word: '超' }
const more: FigureFormat = { kind: 'over', step: 1000, word: '余' }
const count: FigureFormat = { kind: 'chinese-count' }
const magnitude: FigureFormat = { kind: 'magnitude' }

test.each<[string, number, Unit, FigureFormat, string]>([
  ['a count stands with its unit', 12, '场', plain, '12场'],
  ['money is fen and shows as yuan', 1_234_500, '元', plain, '12345元'],
  ['cents show only where there are any', 1_234_567, '元', plain, '12345.67元'],
  ['ten thousands of yuan keep two places', 123_456_789, '万元', plain, '123.46万元'],
  ['what is over a step is rounded down to it', 5230, '人次', over, '超5000人次'],
  ['one over the step is over it', 5001, '人次', over, '超5000人次'],
  ['exactly the step is not over it', 5000, '人次', over, '5000人次'],
  ['one under the step stays with the step before', 4999, '人次', over, '超4000人次'],
  ['what lies under one step is said exactly', 640, '人次', over, '640人次'],
  ['the other word stands behind the number', 5230, '人次', more, '5000余人次'],
  ['a small count is written out', 1, '期', count, '一期'],
  ['two are 两', 2, '期', count, '两期'],
  ['ten are still written out', 10, '期', count, '十期'],
  ['eleven take digits', 11, '期', count, '11期'],
  ['several thousand', 3200, '名', magnitude, '数千名'],
  ['a little over a thousand', 1200, '名', magnitude, '千余名'],
  ['exactly a thousand is ten hundreds, no more', 1000, '名', magnitude, '数百名'],
  ['two thousand are several', 2000, '名', magnitude, '数千名'],
  ['under a hundred is said exactly', 80, '名', magnitude, '80名'],
  ['several ten thousand', 30_000, '人次', magnitude, '数万人次'],
])('%s', (_sentence, value, unit, format, words) => {
  expect(figureWords({ value, rows: 1 }, unit, format)).toBe(words)
})

describe('a figure without an answer', () => {
  test.each([
    ['room-not-built', '（待录入）份'],
    ['no-rows', '（暂无记录）份'],
    ['not-permitted', '（无权查看）份'],
  ] as const)('%s shows %s, whatever its format', (missing, words) => {
    for (const format of [plain, over, count, magnitude]) {
      expect(figureWords({ missing }, '份', format)).toBe(words)
    }
  })
})

test('what is said to be over a number is over it, by less than a step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(10, 100, 500, 1000), (value, step) => {
      const words = figureWords({ value, rows: 1 }, '人次', { kind: 'over', step, word: '超' })
      const said = Number(/\d+/.exec(words)?.[0])

      expect(words.startsWith('超') ? said < value && value - said < step : said === value).toBe(true)
    }),
  )
})

test('the exact words never round a count', () => {
  expect(exactWords({ value: 5230, rows: 9 }, '人次')).toBe('5230人次')
})
