import { describe, expect, test } from 'vitest'
import {
  monthOfDay,
  monthOptions,
  monthsBetween,
  movedMonth,
  readMonth,
  writeMonth,
  writeMonths,
} from './entitlement-month.ts'

describe('months as the bureau writes them', () => {
  test.each([
    ['2025-03', '2025-03', '2025年3月'],
    ['2025-03', '2025-08', '2025年3月至8月'],
    ['2025-03', '2026-01', '2025年3月至2026年1月'],
    ['2025-11', '2025-12', '2025年11月至12月'],
  ])('%s to %s is %s', (from, through, text) => {
    expect(writeMonths(from, through)).toBe(text)
  })

  test('no month, or nonsense, is a dash', () => {
    expect([writeMonth(null), writeMonth(undefined), writeMonth('2025-13')]).toEqual(['—', '—', '—'])
  })
})

describe('months in a row', () => {
  test('both ends belong to them, over the turn of the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  test('backwards, or of nonsense, there are none', () => {
    expect([monthsBetween('2026-02', '2025-11'), monthsBetween('', '2025-11')]).toEqual([[], []])
  })

  test('a month moves over the turn of the year, both ways', () => {
    expect([movedMonth('2025-12', 1), movedMonth('2025-01', -1), movedMonth('x', 1)]).toEqual([
      '2026-01',
      '2024-12',
      'x',
    ])
  })

  test('each has its words beside it', () => {
    expect(monthOptions('2025-12', '2026-01')).toEqual([
      { value: '2025-12', label: '2025年12月' },
      { value: '2026-01', label: '2026年1月' },
    ])
  })
})

describe('months read from elsewhere', () => {
  test('the month of a day or an instant', () => {
    expect([
      monthOfDay('2025-03-05'),
      monthOfDay('2025-03-05T01:00:00Z'),
      monthOfDay('soon'),
      monthOfDay(undefined),
    ]).toEqual(['2025-03', '2025-03', undefined, undefined])
  })

  test('an address may hold nonsense', () => {
    expect([readMonth('2025-03'), readMonth('2025-3'), readMonth(undefined)]).toEqual(['2025-03', undefined, undefined])
  })
})
