import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangements, identityBit } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { placementWaitSubsidy } from './placement-wait-subsidy.ts'
import { Asking, aPerson } from './sample-asking.ts'

// 安置条例 art. 75: 按照当地月最低工资标准, all of it. The wages are made up for the tests.
const rates: readonly Rate[] = [
  ...usualChoices,
  aRate({ kind: 'placement-wait-subsidy', value: 10_000, unit: 'percent-of-base', base: 'minimum-wage' }),
  aRate({ kind: 'minimum-wage', value: 228_000, validTo: day('2025-01-01') }),
  aRate({ kind: 'minimum-wage', value: 249_000, validFrom: day('2025-01-01') }),
  aRate({ kind: 'letter-month', choice: 'unpaid' }),
]
const asking = new Asking(placementWaitSubsidy, rates)
const without = (kind: Rate['kind']) =>
  new Asking(
    placementWaitSubsidy,
    rates.filter((rate) => rate.kind !== kind),
  )
const chosen = (rate: Partial<Rate> & Pick<Rate, 'kind'>) =>
  new Asking(placementWaitSubsidy, [...rates.filter(({ kind }) => kind !== rate.kind), aRate(rate)])
const span = { from: month(2024, 8), to: month(2025, 8) }

interface Told {
  readonly reported?: number | undefined
  readonly letter?: number | undefined
  readonly mode?: (typeof arrangements)[number] | undefined
}

function waiting(told: Told = {}) {
  const mode = 'mode' in told ? told.mode : 'assigned-work'
  return aPerson(
    placementWaitSubsidy,
    {
      identities: identityBit('veteran'),
      arrangement: mode && arrangements.indexOf(mode),
      reported: 'reported' in told ? told.reported : 20241125,
      letter: told.letter,
    },
    { award: { approved: 20250110 } },
  )
}

test('the minimum wage of each month, from the month of the report, though approved later, to the month before the letter', () => {
  expect(asking.paid(waiting({ letter: 20250320 }), span)).toEqual({
    '2024-11': 228_000,
    '2024-12': 228_000,
    '2025-01': 249_000,
    '2025-02': 249_000,
  })
})

describe('the month of the letter', () => {
  test.each([
    ['is paid where the county says so', 'paid', []],
    ['is not paid where it says so', 'unpaid', ['work-assigned']],
  ])('%s', (_title, choice, against) => {
    const asked = chosen({ kind: 'letter-month', choice })

    expect(asked.against(waiting({ letter: 20250320 }), month(2025, 3))).toEqual(against)
    expect(asked.against(waiting({ letter: 20250320 }), month(2025, 2))).toEqual([])
    expect(asked.against(waiting({ letter: 20250320 }), month(2025, 4))).toEqual(['work-assigned'])
  })

  test('is unknown where it says nothing, and the months before are not', () => {
    expect(without('letter-month').against(waiting({ letter: 20250320 }), month(2025, 3))).toEqual(['letter-month'])
    expect(without('letter-month').against(waiting({ letter: 20250320 }), month(2025, 2))).toEqual([])
    expect(without('letter-month').against(waiting(), month(2025, 3))).toEqual([])
  })
})

test('a share of the wage and an amount by document are paid as they stand', () => {
  const share = chosen({ kind: 'placement-wait-subsidy', value: 7000, unit: 'percent-of-base', base: 'minimum-wage' })
  const fixed = chosen({ kind: 'placement-wait-subsidy', value: 200_000, unit: 'fen-a-month' })

  expect(share.parts(waiting(), month(2025, 1))).toEqual([['standard', 174_300]])
  expect(fixed.parts(waiting(), month(2025, 1))).toEqual([['standard', 200_000]])
})

test.each(arrangements.filter((mode) => mode !== 'assigned-work'))(
  'whoever leaves by %s does not wait for work',
  (mode) => {
    expect(asking.against(waiting({ mode }), month(2025, 1))).toEqual(['not-waiting-for-work'])
  },
)

test('every other refusal and everything missing is said', () => {
  expect(asking.against(waiting({ mode: undefined }), month(2025, 1))).toEqual(['arrangement'])
  expect(asking.against(waiting({ reported: undefined }), month(2025, 1))).toEqual(['arrangement'])
  expect(asking.against(waiting(), month(2024, 10))).toEqual(['not-reported', 'not-started'])
  expect(asking.against(waiting({ letter: 20250000 }), month(2025, 1))).toEqual(['arrangement'])
  expect(without('minimum-wage').against(waiting(), month(2025, 1))).toEqual(['minimum-wage'])
  expect(without('placement-wait-subsidy').against(waiting(), month(2025, 1))).toEqual(['placement-wait-subsidy'])
})

test('asking each month alone equals the segments, and a later letter never brings less', () => {
  const date = fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 28 }))
    .map(([at, on]) => (2024 + Math.trunc((at + 8) / 12)) * 10_000 + (((at + 8) % 12) + 1) * 100 + on)

  fc.assert(
    fc.property(date, date, date, (reported, one, other) => {
      const sum = (letter: number) => asking.sum(waiting({ reported, letter }), span)
      const { whole, single } = asking.bothWays(waiting({ reported, letter: one }), span)
      expect(whole).toEqual(single)
      expect(sum(Math.max(one, other))).toBeGreaterThanOrEqual(sum(Math.min(one, other)))
    }),
    { numRuns: 60, seed: 3 },
  )
})
