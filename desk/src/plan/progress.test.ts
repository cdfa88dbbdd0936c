import type { BoardLine } from '@dongzhou/contract/plan'
import { describe, expect, test } from 'vitest'
import { findProgress, lagOf, partsOfBoard, stripLine, yearOf } from './progress.ts'

function aLine(change: Partial<BoardLine> = {}): BoardLine {
  return {
    indicator: {
      code: 'lectures-held',
      name: '宣讲场次',
      unit: '场',
      programme: { code: 'lectures', name: '宣讲' },
      state: 'live',
      room: null,
      query: '数活动',
    },
    progress: 'late',
    target: { value: 12, from: '2025-01-01', to: '2025-12-31', document: '', reason: '', decidedOn: null },
    targetVersion: 0,
    done: 3,
    rows: 3,
    expected: 6,
    forecast: 6,
    ...change,
  }
}

describe('滞后天数', () => {
  test('half a year behind in lectures is a quarter of the year in days', () => {
    expect(lagOf(aLine(), '2025-07-01', '2025-07-01')).toEqual({ kind: 'behind', days: 91, missing: 3 })
  })

  test('past the end of its days the lag is how long ago that was, and all that is missing', () => {
    expect(lagOf(aLine(), '2025-12-31', '2026-01-10')).toEqual({ kind: 'overdue', days: 10, missing: 9 })
  })

  test('on the last day it is not over yet', () => {
    expect(lagOf(aLine({ expected: 12 }), '2025-12-31', '2025-12-31')).toMatchObject({ kind: 'behind', missing: 9 })
  })

  test('a part of a thing that should have been done is not missing yet', () => {
    expect(lagOf(aLine({ expected: 3.9 }), '2025-04-01', '2025-04-01')).toMatchObject({ missing: 0, days: 0 })
  })

  test.each([
    ['on track', aLine({ progress: 'on-track' })],
    ['done', aLine({ progress: 'done', done: 12 })],
    ['without a target', aLine({ progress: 'no-target', target: null })],
    ['without a figure', aLine({ done: null })],
  ])('what is %s does not lag', (_, line) => {
    expect(lagOf(line, '2025-07-01', '2025-07-01')).toBeUndefined()
  })
})

describe('进度板的三部分', () => {
  const lines = [
    aLine(),
    aLine({ progress: 'no-target', target: null }),
    aLine({ progress: 'room-not-built', done: null, rows: null }),
  ]

  test('every line stands in exactly one part', () => {
    const { withTarget, withoutTarget, notBuilt } = partsOfBoard(lines, { progress: undefined, programme: undefined })

    expect([...withTarget, ...withoutTarget, ...notBuilt]).toEqual(lines)
  })

  test('a progress leaves only its lines', () => {
    const parts = partsOfBoard(lines, { progress: 'late', programme: undefined })

    expect(parts).toEqual({ withTarget: [lines[0]], withoutTarget: [], notBuilt: [] })
  })

  test('a programme that has no line leaves nothing', () => {
    const parts = partsOfBoard(lines, { progress: undefined, programme: 'pairing' })

    expect(parts).toEqual({ withTarget: [], withoutTarget: [], notBuilt: [] })
  })
})

test('money is drawn in yuan, not in fen', () => {
  const money = { ...aLine().indicator, unit: '万元' as const }

  const line = stripLine(aLine({ indicator: money, done: 3_000_000, expected: null, forecast: null }))

  expect(line).toMatchObject({ done: 3, expected: undefined, forecast: undefined })
})

test.each([
  ['late', 'late'],
  ['lost', undefined],
  ['toString', undefined],
  [undefined, undefined],
])('the progress %s of an address is %s', (text, expected) => {
  expect(findProgress(text)).toBe(expected)
})

test.each([
  ['2025', 2025],
  ['25', 2026],
  [undefined, 2026],
])('the year %s of an address is %d', (text, expected) => {
  expect(yearOf(text, '2026-11-24')).toBe(expected)
})
