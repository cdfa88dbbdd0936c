import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf, type Work } from './pace.ts'

const lectures: Work = {
  target: 12,
  from: day('2025-01-01'),
  to: day('2025-12-31'),
  asOf: day('2025-06-30'),
  done: 3,
  rows: 3,
  counts: 'flow',
  amount: 'one',
}

describe('how the work stands to its target', () => {
  test.each([
    ['3 of 12 at the half-year', {}, 'late', 6],
    ['4 of 12: a fifth behind can be caught up with', { done: 4 }, 'at-risk', 8],
    ['5 of 12: 5.9 expected are 5 whole ones', { done: 5 }, 'on-track', 10],
    ['11 of 12', { done: 11 }, 'on-track', 22],
    ['12 of 12', { done: 12 }, 'done', 24],
    ['13 of 12', { done: 13 }, 'done', 26],
    ['nothing on the first day', { done: 0, asOf: day('2025-01-01') }, 'on-track', 0],
    ['11 on the last day but one', { done: 11, asOf: day('2025-12-30') }, 'on-track', 11],
    ['11 on the last day', { done: 11, asOf: day('2025-12-31') }, 'late', 11],
    ['11 the year after', { done: 11, asOf: day('2026-03-01') }, 'late', 11],
    ['a target of nought', { target: 0, done: 0 }, 'done', 0],
    ['no target', { target: undefined }, 'no-target', 6],
  ] as const)('%s', (_what, change, standing, forecast) => {
    expect(paceOf({ ...lectures, ...change })).toMatchObject({ standing, forecast })
  })

  test.each([
    ['the day before they begin', '2025-06-30', 0, 'on-track', undefined],
    ['the first day', '2025-07-01', 0, 'on-track', 0],
    ['half of the days gone, none held', '2025-07-31', 0, 'late', 0],
    ['half of the days gone, four held', '2025-07-31', 4, 'at-risk', 8],
    ['the day after they end', '2025-09-01', 9, 'late', 9],
  ] as const)('evenings of July and August, %s', (_when, asOf, done, standing, forecast) => {
    const evenings = { ...lectures, target: 10, from: day('2025-07-01'), to: day('2025-08-31') }

    expect(paceOf({ ...evenings, asOf: day(asOf), done })).toMatchObject({ standing, forecast })
  })

  test.each([
    ['two stops foretell nothing', { rows: 2 }, undefined],
    ['three stops do', { rows: 3 }, 10_083],
    ['the year over, two stops are what they are', { rows: 2, asOf: day('2025-12-31') }, 5000],
  ] as const)('person-times: %s', (_what, change, forecast) => {
    const stops = { ...lectures, target: undefined, done: 5000, amount: 'many' as const }

    expect(paceOf({ ...stops, ...change }).forecast).toBe(forecast)
  })

  test('what stands does not grow with the days', () => {
    expect(paceOf({ ...lectures, target: 53, done: 53, counts: 'stock' })).toMatchObject({
      standing: 'done',
      forecast: 53,
    })
    expect(paceOf({ ...lectures, target: 53, done: 40, counts: 'stock' })).toMatchObject({ forecast: 40 })
  })

  test('more done never stands worse', () => {
    const worst = ['late', 'at-risk', 'on-track', 'done']
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.nat(100),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(100),
        (done, more, month, target) => {
          const asOf = day(`2025-${String(month).padStart(2, '0')}-15`)
          const [less, greater] = [done, done + more].map(
            (it) => paceOf({ ...lectures, target, asOf, done: it }).standing,
          )

          expect(worst.indexOf(greater ?? '')).toBeGreaterThanOrEqual(worst.indexOf(less ?? ''))
        },
      ),
    )
  })
})
