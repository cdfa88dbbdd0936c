import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Award,
  deathCauses,
  grounds,
  identityBits,
  natures,
  type PersonFacts,
  relations,
  type Stretch,
} from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { continuedPay } from './continued-pay.ts'
import { Asking } from './sample-asking.ts'

// 军人抚恤优待条例 arts 22, 32, 61, 62: 6 months for survivors, 12 for the disabled, 6 for 参战 and 参试 (since 2024-10-01). The pension of a
// first-class 因战 invalid is that of 2022 (S53+S54), the others are made up for the tests.
const rates: readonly Rate[] = [
  ...usualChoices,
  aRate({
    kind: 'disability-pension',
    key: 'war-1',
    value: 11_627_000,
    unit: 'fen-a-year',
    validTo: day('2025-08-01'),
  }),
  aRate({
    kind: 'disability-pension',
    key: 'war-1',
    value: 13_000_000,
    unit: 'fen-a-year',
    validFrom: day('2025-08-01'),
  }),
  aRate({ kind: 'survivor-pension', key: 'martyr', value: 3_691_000, unit: 'fen-a-year' }),
  aRate({ kind: 'war-participant-subsidy', value: 65_000 }),
  aRate({ kind: 'nuclear-test-subsidy', value: 66_000 }),
  ...(
    [
      ['survivor', 6],
      ['disabled-illness', 12],
      ['war-participant', 6],
      ['nuclear-test', 6],
    ] as const
  ).map(([key, value]) => aRate({ kind: 'continued-months', key, value, unit: 'months' })),
]
const withChoice = (choice: Partial<Rate> & Pick<Rate, 'kind'>) =>
  new Asking(continuedPay, [...rates.filter(({ kind }) => kind !== choice.kind), aRate(choice)])
const without = (kind: Rate['kind']) =>
  new Asking(
    continuedPay,
    rates.filter((rate) => rate.kind !== kind),
  )
const asking = new Asking(continuedPay, rates)
const once = withChoice({ kind: 'continued-way', choice: 'once' })
const span = { from: month(2024, 1), to: month(2028, 1) }

type Drawn = Award['benefit']

function dead(
  drew: readonly Drawn[],
  known: Omit<Partial<Stretch>, 'from'> = {},
  award: Partial<Award> = {},
): PersonFacts {
  return {
    stretches: [
      {
        from: 0 as Month,
        identities: identityBits([
          'disabled-veteran',
          'survivor-of-martyr',
          'war-participant',
          'nuclear-test-participant',
        ]),
        died: 20250310,
        deathCause: deathCauses.indexOf('illness'),
        grade: 1,
        nature: natures.indexOf('war'),
        survivorOf: 0,
        relation: relations.indexOf('parent'),
        ground: grounds.indexOf('no-means'),
        ...known,
      },
    ],
    awards: [
      { benefit: 'continued-pay', approved: 20250620, ...award },
      ...drew.map((benefit) => ({ benefit, approved: 20200101 })),
    ],
    merits: [],
  }
}

const months = (from: Month, count: number, amount: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const one = from + at
      return [`${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`, amount] as const
    }),
  )

describe('by what was drawn', () => {
  test.each([
    ['定期抚恤金 for six months (art. 22)', 'survivor-pension', 6, 307_583],
    ['残疾抚恤金 for twelve (art. 32)', 'disability-pension', 12, 968_917],
    ['参战 for six (art. 62)', 'war-participant-subsidy', 6, 65_000],
    ['参试 for six (art. 61)', 'nuclear-test-subsidy', 6, 66_000],
  ] as const)('%s, from the month after the death, however late it was approved', (_title, benefit, count, amount) => {
    expect(asking.paid(dead([benefit]), span)).toEqual(months(month(2025, 4), count, amount))
  })

  test('or all at once in the first of these months, where the county says so', () => {
    expect(once.paid(dead(['disability-pension']), span)).toEqual({ '2025-04': 968_917 * 12 })
    expect(once.against(dead(['disability-pension']), month(2025, 5))).toEqual(['not-due-now'])
  })

  test('it begins with the month of the death where that is no longer paid itself', () => {
    const same = withChoice({ kind: 'stop-month', choice: 'same' })

    expect(same.paid(dead(['survivor-pension']), span)).toEqual(months(month(2025, 3), 6, 307_583))
  })

  test('a month named in the decision is the first', () => {
    const person = dead(['survivor-pension'], {}, { from: month(2025, 7) })

    expect(asking.paid(person, span)).toEqual(months(month(2025, 7), 6, 307_583))
  })

  test('two benefits run on beside each other, each for its own time', () => {
    expect(asking.paid(dead(['survivor-pension', 'disability-pension']), span)).toEqual({
      ...months(month(2025, 4), 12, 968_917),
      ...months(month(2025, 4), 6, 968_917 + 307_583),
    })
  })

  test('what was drawn in the month of the death stands: the raise of August 2025 changes nothing', () => {
    expect(asking.parts(dead(['disability-pension']), month(2025, 9))).toEqual([['continued', 968_917]])
    expect(asking.parts(dead(['disability-pension'], { died: 20250801 }), month(2025, 9))).toEqual([
      ['continued', 1_083_333],
    ])
  })
})

describe('by the death', () => {
  test.each(['accident', 'old-injury', 'on-duty'] as const)(
    'a pension does not run on after a death by %s',
    (cause) => {
      const person = dead(['disability-pension'], { deathCause: deathCauses.indexOf(cause) })

      expect(asking.verdict(person, month(2025, 4))).toEqual({
        kind: 'refused',
        reasons: [
          { refusal: 'cause-not-covered', article: { law: 'entitlement-regulation-2024', article: '第三十二条' } },
        ],
      })
    },
  )

  test("a survivor's runs on whatever they died of, beside a pension that does not", () => {
    const person = dead(['disability-pension', 'survivor-pension'], { deathCause: deathCauses.indexOf('accident') })

    expect(asking.paid(person, span)).toEqual(months(month(2025, 4), 6, 307_583))
  })

  test('参战 is new in October 2024; the pension ran on before, by the old article', () => {
    expect(asking.against(dead(['war-participant-subsidy'], { died: 20240930 }), month(2024, 10))).toEqual([
      'law-not-yet',
    ])
    expect(asking.sum(dead(['war-participant-subsidy'], { died: 20241001 }), span)).toBe(6 * 65_000)
    expect(asking.sum(dead(['disability-pension'], { died: 20240930 }), span)).toBe(12 * 968_917)
  })
})

describe('what was not drawn does not run on', () => {
  test.each([
    ['no award', dead([])],
    ['one of another kind', dead(['rural-veteran-subsidy'])],
    ['of grade 7 by illness', dead(['disability-pension'], { grade: 7, nature: natures.indexOf('illness') })],
    ['without the identity', dead(['survivor-pension'], { identities: 0 })],
  ])('%s', (_title, person) => {
    expect(asking.against(person, month(2025, 4))).toEqual(['not-drawing'])
  })

  test('suspended at the death', () => {
    expect(asking.against(dead(['survivor-pension'], { suspended: 1 }), month(2025, 4))).toEqual([
      'suspended',
      'not-drawing',
    ])
  })

  test('an award that had not begun, or was over by the death', () => {
    const of = (award: Partial<Award>): PersonFacts => ({
      ...dead([]),
      awards: [...dead([]).awards, { benefit: 'survivor-pension', approved: 20200101, ...award }],
    })

    expect(asking.against(of({ approved: 20250401 }), month(2025, 4))).toEqual(['not-drawing'])
    expect(asking.against(of({ to: month(2025, 2) }), month(2025, 4))).toEqual(['not-drawing'])
    expect(asking.sum(of({ to: month(2025, 3) }), span)).toBe(6 * 307_583)
    expect(asking.sum(of({ to: month(2025, 4) }), span)).toBe(6 * 307_583)
  })
})

test('what is over, not yet begun, or decided twice is refused', () => {
  const person = dead(['survivor-pension'])

  expect(asking.against(person, month(2025, 10))).toEqual(['continuation-over'])
  expect(asking.against(person, month(2025, 3))).toEqual(['not-started'])
  expect(asking.against(person, month(2025, 2))).toContain('still-alive')
  const later = { benefit: 'continued-pay', approved: 20250701 } as const
  expect(asking.against({ ...person, awards: [later, ...person.awards] }, month(2025, 4))).toEqual(['already-awarded'])
})

test('what is not known is asked for', () => {
  const person = dead(['disability-pension'])

  expect(asking.against(dead(['disability-pension'], { deathCause: undefined }), month(2025, 4))).toEqual([
    'death-cause',
  ])
  expect(asking.against(dead(['survivor-pension'], { relation: undefined }), month(2025, 4))).toEqual(['survivor'])
  expect(asking.against(dead(['survivor-pension'], { died: 20250000 }), month(2025, 4))).toContain('death')
  expect(without('continued-months').against(person, month(2025, 4))).toEqual(['continued-months'])
  expect(without('continued-way').against(person, month(2025, 4))).toEqual(['continued-way'])
  expect(without('stop-month').against(person, month(2025, 4))).toContain('stop-month')
  expect(without('disability-pension').against(person, month(2025, 4))).toEqual(['disability-pension'])
})

describe('where the county settles the cut-off fen in December, what runs on does as the pension would have', () => {
  const december = aRate({ kind: 'month-rounding', choice: 'december' })
  const settled = rates.filter(({ kind }) => kind !== 'month-rounding')
  const monthly = new Asking(continuedPay, [...settled, december])
  const atOnce = new Asking(continuedPay, [
    ...settled.filter(({ kind }) => kind !== 'continued-way'),
    december,
    aRate({ kind: 'continued-way', choice: 'once' }),
  ])
  // 11,627,000 fen a year: 968,916 in eleven months, 968,924 in December.
  const [each, last] = [968_916, 968_924]

  test.each([
    ['in March', 20250310, month(2025, 4)],
    ['in December itself: its amount is no month’s but December’s', 20241231, month(2025, 1)],
  ])('a death %s', (_title, died, from) => {
    const person = dead(['disability-pension'], { died })
    const expected = { ...months(from, 12, each), '2025-12': last }

    expect(monthly.paid(person, span)).toEqual(expected)
    expect(monthly.sum(person, span)).toBe(11_627_000)
    expect(atOnce.sum(person, span)).toBe(11_627_000)
  })

  test('six months without a December carry nothing over, and a rate by the month has nothing to carry', () => {
    const survivor = dead(['survivor-pension'], { died: 20241231 })
    expect(monthly.paid(survivor, span)).toEqual(months(month(2025, 1), 6, 307_583))
    expect(atOnce.sum(survivor, span)).toBe(6 * 307_583)
    expect(monthly.sum(dead(['war-participant-subsidy'], { died: 20241231 }), span)).toBe(6 * 65_000)
  })

  test('each month alone equals the segments, and both ways come to the same', () => {
    const drew = fc.subarray<Drawn>(['survivor-pension', 'disability-pension', 'war-participant-subsidy'])
    const died = fc.constantFrom(20241015, 20241201, 20250310, 20251130, 20251231)
    fc.assert(
      fc.property(
        drew,
        died,
        fc.option(fc.integer({ min: 12, max: 20 }), { nil: undefined }),
        (benefits, on, later) => {
          const from = later === undefined ? undefined : ((month(2025, 1) + later) as Month)
          const person = dead(benefits, { died: on }, { from })
          const { whole, single } = monthly.bothWays(person, span)
          expect(whole).toEqual(single)
          expect(atOnce.sum(person, span)).toBe(monthly.sum(person, span))
        },
      ),
      { numRuns: 60, seed: 5 },
    )
  })
})

test('asking each month alone equals the segments, and monthly and at once come to the same', () => {
  const drew = fc.subarray<Drawn>(['survivor-pension', 'disability-pension', 'war-participant-subsidy'])
  const death = fc.record({
    died: fc.constantFrom(20240915, 20241015, 20250310, 20251231),
    deathCause: fc.integer({ min: 0, max: deathCauses.length - 1 }),
  })

  fc.assert(
    fc.property(drew, death, (benefits, known) => {
      const person = dead(benefits, known)
      const { whole, single } = asking.bothWays(person, span)
      expect(whole).toEqual(single)
      expect(once.sum(person, span)).toBe(asking.sum(person, span))
    }),
    { numRuns: 60, seed: 3 },
  )
})
