import { describe, expect, test } from 'vitest'
import { chinaDayOf, compareInstants } from './instant.ts'

describe('instants are compared as moments, however they are written', () => {
  test.each([
    ['2025-06-30T16:00:00.000Z', '2025-06-30T16:00:00.000Z', 0],
    ['2025-06-30T16:00:00.000Z', '2025-06-30T16:00:00.001Z', -1],
    ['2025-06-30T16:00:00Z', '2025-06-30T16:00:00.000Z', 0],
    ['2025-07-01T00:00:00+08:00', '2025-06-30T16:00:00.000Z', 0],
    ['2025-06-30 16:00:00.000001+00', '2025-06-30T16:00:00.000Z', 1],
    ['2025-06-30T16:00Z', '2025-06-30T16:00:01Z', -1],
    ['2025-06-30T12:30:00-03:30', '2025-06-30T16:00:00Z', 0],
    ['2025-06-30T16:00:00.1234567Z', '2025-06-30T16:00:00.123456Z', 0],
  ])('%s against %s', (one, other, sign) => {
    expect(Math.sign(compareInstants(one, other))).toBe(sign)
    expect(Math.sign(compareInstants(other, one))).toBe(sign === 0 ? 0 : -sign)
  })

  test.each(['2025-06-30', 'yesterday', '2025-06-30T16:00:00', '2025-02-30T16:00:00Z'])('%s is no instant', (text) => {
    expect(() => compareInstants(text, '2025-06-30T16:00:00.000Z')).toThrow(RangeError)
  })

  test.each([
    ['2025-06-30T15:59:59.999Z', '2025-06-30'],
    ['2025-06-30T16:00:00.000Z', '2025-07-01'],
    ['1969-12-31T16:00:00Z', '1970-01-01'],
    ['1969-12-31T15:59:59Z', '1969-12-31'],
  ])('%s falls on %s in China', (instant, on) => {
    expect(chinaDayOf(instant)).toBe(on)
  })
})
