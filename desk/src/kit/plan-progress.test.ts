import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateFirst, type PlanLine, standingOf, stripOf } from './plan-progress.ts'

test.each<[string, PlanLine, string]>([
  ['at the target it is finished', { target: 12, done: 12 }, 'finished'],
  ['above the target it is finished', { target: 12, done: 15, expected: 20 }, 'finished'],
  ['one below four fifths of what is due it is late', { target: 100, done: 39, expected: 50 }, 'late'],
  ['at four fifths of what is due it is at risk', { target: 100, done: 40, expected: 50 }, 'risk'],
  ['at what is due it is on time', { target: 100, done: 50, expected: 50 }, 'on-time'],
  ['on time but ending below the target it is at risk', { target: 12, done: 6, expected: 6, forecast: 11 }, 'risk'],
  ['without a figure nothing is claimed', { target: 12, done: undefined, expected: 6 }, 'unknown'],
  ['without a target nothing is claimed', { target: undefined, done: 3 }, 'unknown'],
  ['nothing due yet and nothing done is on time', { target: 12, done: 0, expected: 0 }, 'on-time'],
])('%s', (_, line, standing) => {
  expect(standingOf(line)).toBe(standing)
})

test('late goes first, and the furthest behind goes first among the late', () => {
  const rows = [
    { name: 'finished', target: 10, done: 10 },
    { name: 'late by half', target: 10, done: 4, expected: 8 },
    { name: 'at risk', target: 10, done: 7, expected: 8 },
    { name: 'not begun', target: 10, done: 0, expected: 8 },
    { name: 'no figure', target: 10, done: undefined },
  ]

  expect(lateFirst(rows).map((row) => row.name)).toEqual([
    'not begun',
    'late by half',
    'at risk',
    'no figure',
    'finished',
  ])
})

test('no part of a strip is longer than the strip', () => {
  const amount = fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined })
  const line = fc.record({ target: amount, done: amount, forecast: amount, expected: amount })
  fc.assert(
    fc.property(line, (drawn) => {
      const strip = stripOf(drawn)

      for (const share of [strip.done, strip.forecast, strip.target, strip.expected ?? 0]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(100)
      }
    }),
  )
})
