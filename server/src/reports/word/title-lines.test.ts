import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleLines, widthOf } from './title-lines.ts'

const bureau = '海门区退役军人事务局'

test.each([
  ['a short title stays on one line', '2025年上半年工作总结', ['2025年上半年工作总结']],
  ['a title breaks behind the issuer', `${bureau}2025年上半年工作总结`, [bureau, '2025年上半年工作总结']],
  [
    'a title of another issuer breaks near the middle, not before 的',
    '关于开展退役军人服务站大调研大走访的情况报告',
    ['关于开展退役军人服务站', '大调研大走访的情况报告'],
  ],
  [
    'a quoted name is kept whole',
    '关于召开“红星驿站老兵先锋岗”现场推进会的通知',
    ['关于召开“红星驿站老兵先锋岗”', '现场推进会的通知'],
  ],
] as const)('%s', (_sentence, title, lines) => {
  expect(titleLines(title, bureau)).toEqual(lines)
})

test('every line fits, and no character or number is lost or broken', () => {
  const title = fc.string({ unit: fc.constantFrom(...'退役军人事务局工作总结《》“”、的'), minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(title, fc.integer({ min: 1000, max: 9999 }), title, (before, year, after) => {
      const lines = titleLines(`${before}${year}年${after}`, bureau)

      expect(lines.join('')).toBe(`${before}${year}年${after}`)
      expect(lines.every((line) => line !== '' && widthOf(line) <= 19)).toBe(true)
      expect(lines.some((line) => line.includes(`${year}年`))).toBe(true)
    }),
  )
})
