import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  writeBytes,
  writeCount,
  writeDay,
  writeDaysLeft,
  writeInstant,
  writeMoney,
  writePeriod,
  writeShare,
  writeWait,
} from './format.ts'

describe('dates', () => {
  test.each([
    ['2025-03-05', '2025年3月5日'],
    ['2025-12-31', '2025年12月31日'],
    ['2025-02-30', '—'],
    ['', '—'],
    [undefined, '—'],
  ])('the day %s is written %s', (on, written) => {
    expect(writeDay(on)).toBe(written)
  })

  test('a day known to the month only leaves the day of month away', () => {
    expect(writeDay('1978-05-01', 'month')).toBe('1978年5月')
  })

  test.each([
    ['2025-06-30T15:59:00Z', '2025年6月30日 23:59'],
    ['2025-06-30T16:00:00Z', '2025年7月1日 00:00'],
    ['not a time', '—'],
    [undefined, '—'],
  ])('the instant %s is written in China’s hour: %s', (at, written) => {
    expect(writeInstant(at)).toBe(written)
  })

  test.each([
    [day('2025-01-01'), day('2025-06-30'), '2025年1月1日至6月30日'],
    [day('2024-12-01'), day('2025-06-30'), '2024年12月1日至2025年6月30日'],
    [day('2024-12-01'), undefined, '2024年12月1日至今'],
    [undefined, day('2024-12-01'), '2024年12月1日前'],
    [undefined, undefined, '—'],
  ])('the period %s to %s is written %s', (from, to, written) => {
    expect(writePeriod(from, to)).toBe(written)
  })
})

describe('money and counts', () => {
  test.each([
    [1_234_500, '12,345.00 元'],
    [1, '0.01 元'],
    [0, '0.00 元'],
    [-50, '-0.50 元'],
    [undefined, '—'],
  ])('%s fen is written %s', (amount, written) => {
    expect(writeMoney(amount)).toBe(written)
  })

  test('a count stands with its unit', () => {
    expect(writeCount(5120, '人次')).toBe('5,120 人次')
    expect(writeCount(0, '户')).toBe('0 户')
  })

  test('money written and read back is the same to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(Math.round(Number(writeMoney(amount).replace(/[, 元]/g, '')) * 100)).toBe(amount)
      }),
    )
  })

  test.each([
    [996, 1000, '99%'],
    [1000, 1000, '100%'],
    [3, 0, '—'],
  ])('%i of %i is %s: unfinished work never says it is done', (part, whole, written) => {
    expect(writeShare(part, whole)).toBe(written)
  })
})

describe('waiting and sizes', () => {
  test.each([
    [2, '马上就好'],
    [5, '约 5 秒'],
    [58, '约 60 秒'],
    [60, '约 1 分钟'],
    [61, '约 2 分钟'],
    [3601, '约 2 小时'],
  ])('%i seconds are %s', (seconds, written) => {
    expect(writeWait(seconds)).toBe(written)
  })

  test.each([
    [-1, '逾期 1 天'],
    [0, '今天到期'],
    [1, '还有 1 天'],
  ])('%i days to the limit are %s', (days, written) => {
    expect(writeDaysLeft(days)).toBe(written)
  })

  test.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1.0 KB'],
    [12 * 1024 * 1024, '12 MB'],
    [5 * 1024 ** 4, '5120 GB'],
  ])('%i bytes are %s', (bytes, written) => {
    expect(writeBytes(bytes)).toBe(written)
  })
})
