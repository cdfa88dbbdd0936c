import { day } from '@dongzhou/terms/day'
import type { ConscriptLeaving } from '@dongzhou/terms/fact'
import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityBit, leavings, type Merit, meritClasses, type PersonFacts, regions, students } from '../facts.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { conscriptFamilyAllowance } from './conscript-family-allowance.ts'
import { Asking, aPerson } from './sample-asking.ts'

const YUAN = { mode: 'half-up', unit: 100 } as const
const YUAN_UP = { mode: 'up', unit: 100 } as const
const span = { from: month(2024, 1), to: month(2028, 1) }

const common: readonly Rate[] = [
  ...usualChoices.filter(({ kind }) => kind !== 'early-leaving' && kind !== 'region-rounding'),
  aRate({ kind: 'conscript-years', value: 2, unit: 'years' }),
  aRate({ kind: 'part-month', choice: 'up' }),
  aRate({ kind: 'conscript-dismissed', choice: 'leaving' }),
  aRate({ kind: 'early-leaving', choice: 'actual' }),
  aRate({ kind: 'region-rounding', choice: 'first' }),
]

// The index of the same amount in every year, so that all instalments are of one standard.
function incomeOf(value: number): readonly Rate[] {
  return [2023, 2024, 2025, 2026].map((year) =>
    aRate({
      kind: 'urban-disposable-income',
      value,
      unit: 'fen-a-year',
      validFrom: day(`${year}-01-01`),
      validTo: day(`${year + 1}-01-01`),
    }),
  )
}

const percent = (value: number, rounding: Rate['rounding']) =>
  aRate({ kind: 'conscript-allowance', value, unit: 'percent-of-base', base: 'urban-disposable-income', rounding })

// 吴江 2025 (S10): 45% of 86,702; 进藏增发300%, 进疆增发200%.
const wujiang: readonly Rate[] = [
  ...common,
  ...incomeOf(8_670_200),
  percent(4500, YUAN),
  aRate({ kind: 'conscript-region', key: 'tibet', value: 30_000, unit: 'increment-percent' }),
  aRate({ kind: 'conscript-region', key: 'xinjiang', value: 20_000, unit: 'increment-percent' }),
]

// 德安 2020 (S15): 40% of 37,008, rounded up to the yuan; 进藏3倍, 进疆2倍; students +30/20/10%; merits +300/200/100/50/20%.
const dean: readonly Rate[] = [
  ...common,
  ...incomeOf(3_700_800),
  percent(4000, YUAN_UP),
  aRate({ kind: 'conscript-region', key: 'tibet', value: 30_000, unit: 'multiple-percent' }),
  aRate({ kind: 'conscript-region', key: 'xinjiang', value: 20_000, unit: 'multiple-percent' }),
  aRate({ kind: 'conscript-student', key: 'bachelor', value: 3000, unit: 'increment-percent' }),
  aRate({ kind: 'conscript-student', key: 'college', value: 2000, unit: 'increment-percent' }),
  aRate({ kind: 'conscript-student', key: 'enrolled', value: 1000, unit: 'increment-percent' }),
  ...([30_000, 20_000, 10_000, 5000, 2000] as const).map((value, at) =>
    aRate({ kind: 'conscript-merit', key: meritClasses[at] ?? '', value, unit: 'increment-percent' }),
  ),
  aRate({ kind: 'conscript-merit', key: 'excellent', value: 10_000, unit: 'fen' }),
]

interface Told {
  readonly left?: number
  readonly leaving?: ConscriptLeaving
  readonly region?: (typeof regions)[number]
  readonly student?: (typeof students)[number]
  readonly merits?: readonly Merit[]
  readonly approved?: number
}

function conscript({ left, leaving, region, student, merits = [], approved = 20240910 }: Told = {}): PersonFacts {
  return aPerson(
    conscriptFamilyAllowance,
    {
      identities: identityBit('conscript-family'),
      conscriptApproved: approved,
      conscriptLeft: left,
      leaving: leaving && leavings.indexOf(leaving),
      region: region && regions.indexOf(region),
      student: student && students.indexOf(student),
    },
    { award: { approved: 20250520 }, merits },
  )
}

const merit = (of: Merit['class'], on: number): Merit => ({ class: of, on, wartime: false })

const inWujiang = new Asking(conscriptFamilyAllowance, wujiang)
const inDean = new Asking(conscriptFamilyAllowance, dean)

describe('the base', () => {
  test.each([
    ['S10 吴江: 86,702 x 45% = 39,015.9 is 39,016', 8_670_200, 4500, YUAN, 3_901_600],
    ['S15 德安: 37,008 x 40% = 14,803.2 is 14,804', 3_700_800, 4000, YUAN_UP, 1_480_400],
    ['S18 惠来: 30,273 x 45% = 13,622.85 is 13,623', 3_027_300, 4500, YUAN, 1_362_300],
  ])('%s', (_source, index, share, rounding, yearly) => {
    const asking = new Asking(conscriptFamilyAllowance, [...common, ...incomeOf(index), percent(share, rounding)])

    expect(asking.sum(conscript(), { from: month(2024, 9), to: month(2025, 10) })).toBe(yearly)
  })

  test('an amount by document is paid as it stands, and two halves of an odd number of fen make the year (S17 汶上: 14,272)', () => {
    const fixed = (value: number) =>
      new Asking(conscriptFamilyAllowance, [
        ...common,
        aRate({ kind: 'conscript-allowance', value, unit: 'fen-a-year' }),
      ])

    expect(fixed(1_427_200).paid(conscript(), { from: month(2024, 9), to: month(2025, 10) })).toEqual({
      '2025-03': 713_600,
      '2025-09': 713_600,
    })
    expect(fixed(1_000_001).paid(conscript(), { from: month(2024, 9), to: month(2025, 10) })).toEqual({
      '2025-03': 500_001,
      '2025-09': 500_000,
    })
  })

  test('the income of the year before is asked for when only an older year is known', () => {
    const rates = wujiang.filter(
      ({ kind, validFrom }) => kind !== 'urban-disposable-income' || validFrom < day('2024-01-01'),
    )
    const open = aRate({
      kind: 'urban-disposable-income',
      value: 8_000_000,
      unit: 'fen-a-year',
      validFrom: day('2023-01-01'),
    })

    const asking = new Asking(conscriptFamilyAllowance, [...rates, open])

    expect(asking.against(conscript(), month(2025, 3))).toEqual(['urban-disposable-income'])
  })
})

test("the nation's income does not stand in for the county's own", () => {
  const national = wujiang.map((rate) =>
    rate.kind === 'urban-disposable-income' ? aRate({ ...rate, jurisdiction: 'nation', value: 5_418_800 }) : rate,
  )

  expect(new Asking(conscriptFamilyAllowance, national).against(conscript(), month(2025, 3))).toEqual([
    'urban-disposable-income',
  ])
  expect(new Asking(conscriptFamilyAllowance, [...national, ...wujiang]).paid(conscript(), span)).toMatchObject({
    '2025-03': 1_950_800,
  })
})

describe('half-years', () => {
  test('four of them, each in the month it is completed in, though the county approved in the second', () => {
    expect(inWujiang.paid(conscript(), span)).toEqual({
      '2025-03': 1_950_800,
      '2025-09': 1_950_800,
      '2026-03': 1_950_800,
      '2026-09': 1_950_800,
    })
  })

  test('nothing is due in the months between, before the enlistment, and after the second year', () => {
    expect(inWujiang.against(conscript(), month(2025, 2))).toEqual(['conscript-not-due'])
    expect(inWujiang.against(conscript(), month(2025, 4))).toEqual(['conscript-not-due'])
    expect(inWujiang.against(conscript(), month(2024, 8))).toEqual(['not-started', 'not-started'])
    expect(inWujiang.against(conscript(), month(2026, 10))).toEqual(['conscript-years-over'])
  })

  test('a county that pays three years pays six', () => {
    const asking = new Asking(conscriptFamilyAllowance, [
      ...wujiang.filter(({ kind }) => kind !== 'conscript-years'),
      aRate({ kind: 'conscript-years', value: 3, unit: 'years' }),
    ])

    expect(Object.keys(asking.paid(conscript(), span))).toHaveLength(6)
  })
})

describe('进藏 and 进疆', () => {
  // Derived by arithmetic from S10, a fixture and no payable rate.
  test('增发300% makes four bases: 39,016 x 4 = 156,064 in the first year', () => {
    expect(inWujiang.sum(conscript({ region: 'tibet' }), { from: month(2024, 9), to: month(2025, 10) })).toBe(
      15_606_400,
    )
    expect(inWujiang.parts(conscript({ region: 'tibet' }), month(2025, 3))).toEqual([
      ['standard', 1_950_800],
      ['region', 5_852_400],
    ])
  })

  test.each([
    ['the base first: 14,804 x 3 = 44,412', 'first', 4_441_200],
    ['last: 44,409.6 is 44,410', 'last', 4_441_000],
  ])('3倍 is three bases in all (S15); rounding %s', (_title, choice, yearly) => {
    const asking = new Asking(conscriptFamilyAllowance, [
      ...dean.filter(({ kind }) => kind !== 'region-rounding'),
      aRate({ kind: 'region-rounding', choice }),
    ])

    expect(asking.sum(conscript({ region: 'tibet' }), { from: month(2024, 9), to: month(2025, 10) })).toBe(yearly)
  })

  test('a region without a rate, and a share without an order of rounding, are asked for', () => {
    expect(inWujiang.against(conscript({ region: 'plateau' }), month(2025, 3))).toEqual(['conscript-region'])
    const undecided = new Asking(
      conscriptFamilyAllowance,
      wujiang.filter(({ kind }) => kind !== 'region-rounding'),
    )
    expect(undecided.against(conscript({ region: 'tibet' }), month(2025, 3))).toEqual(['region-rounding'])
    expect(undecided.against(conscript(), month(2025, 3))).toEqual([])
  })
})

describe('students', () => {
  test.each([
    ['本科 +30% (S15)', 'bachelor', 222_060],
    ['大专 +20% (S15)', 'college', 148_040],
    ['在校生 +10% (S15)', 'enrolled', 74_020],
  ] as const)('%s with each half-year', (_title, student, half) => {
    expect(inDean.parts(conscript({ student }), month(2025, 9))).toEqual([
      ['standard', 740_200],
      ['student', half],
    ])
  })

  test('a sum once is paid with the first half-year alone (S17: 本科一次性2,000元)', () => {
    const asking = new Asking(conscriptFamilyAllowance, [
      ...wujiang,
      aRate({ kind: 'conscript-student', key: 'bachelor', value: 200_000, unit: 'fen' }),
    ])

    expect(asking.parts(conscript({ student: 'bachelor' }), month(2025, 3))).toContainEqual(['student', 200_000])
    expect(asking.parts(conscript({ student: 'bachelor' }), month(2025, 9))).toEqual([['standard', 1_950_800]])
  })

  test('a student without a rate is asked for', () => {
    expect(inWujiang.against(conscript({ student: 'college' }), month(2025, 3))).toEqual(['conscript-student'])
  })
})

describe('merits', () => {
  const sums = (merits: readonly Merit[]) => Object.values(inDean.paid(conscript({ merits }), span))

  test('三等功 adds 20% of the year once, with the half-year that follows it (S15)', () => {
    expect(sums([merit('third', 20250601)])).toEqual([740_200, 740_200 + 296_080, 740_200, 740_200])
  })

  test('of several in one service year the highest alone counts; a higher one later brings the difference', () => {
    expect(sums([merit('third', 20241201), merit('second', 20250701)])).toEqual([
      740_200 + 296_080,
      740_200 + 740_200 - 296_080,
      740_200,
      740_200,
    ])
    expect(sums([merit('second', 20241201), merit('third', 20250701)])).toEqual([
      740_200 + 740_200,
      740_200,
      740_200,
      740_200,
    ])
  })

  test('each service year has its own, and the day of the enlistment divides them', () => {
    expect(sums([merit('third', 20250909), merit('third', 20250910)])).toEqual([
      740_200,
      740_200 + 296_080,
      740_200 + 296_080,
      740_200,
    ])
  })

  test('优秀士兵 is 100 yuan each time, beside the highest merit (S15)', () => {
    expect(sums([merit('excellent', 20241201), merit('excellent', 20250701), merit('third', 20250702)])).toEqual([
      740_200 + 10_000,
      740_200 + 10_000 + 296_080,
      740_200,
      740_200,
    ])
  })

  test('one from before the enlistment adds nothing; one of an unknown day is asked for in any month due', () => {
    expect(sums([merit('first', 20240909)])).toEqual([740_200, 740_200, 740_200, 740_200])
    expect(inDean.against(conscript({ merits: [merit('first', 20250000)] }), month(2025, 3))).toEqual(['merit'])
    expect(inDean.against(conscript({ merits: [merit('first', 20220000)] }), month(2025, 3))).toEqual([])
    expect(inDean.against(conscript({ merits: [merit('first', 0)] }), month(2025, 3))).toEqual(['merit'])
  })

  test('a class without a rate is asked for in its own service year alone', () => {
    const person = conscript({ merits: [merit('third', 20241201)] })

    expect(inWujiang.against(person, month(2025, 3))).toEqual(['conscript-merit'])
    expect(inWujiang.against(person, month(2026, 3))).toEqual([])
  })
})

describe('early leaving after three months (吴江 base)', () => {
  const leaving = (choice: string, partMonth = 'up') =>
    new Asking(conscriptFamilyAllowance, [
      ...wujiang.filter(({ kind }) => kind !== 'early-leaving' && kind !== 'part-month'),
      aRate({ kind: 'early-leaving', choice }),
      aRate({ kind: 'part-month', choice: partMonth }),
    ])

  test.each([
    ['a part of six months counts as six (YD-04): 19,508', 'half-year', 1_950_800],
    ['actual time (YD-05): 9,754', 'actual', 975_400],
    ['half the year for less than half a year (S10): 19,508', 'half', 1_950_800],
  ])('%s', (_title, choice, amount) => {
    const person = conscript({ left: 20241210, leaving: 'unfit' })

    expect(leaving(choice).paid(person, span)).toEqual({ '2024-12': amount })
  })

  test.each([
    ['half-year', 1_950_800 + 1_950_800],
    ['actual', 1_950_800 + 975_400],
    ['half', 1_950_800 + 975_400],
  ])('after nine months the way %s gives %i fen', (choice, amount) => {
    expect(leaving(choice).sum(conscript({ left: 20250610, leaving: 'early' }), span)).toBe(amount)
  })

  test('five days over three months are a month or nothing, by choice, and asked for without one', () => {
    const person = conscript({ left: 20241215, leaving: 'early' })

    expect(leaving('actual', 'up').sum(person, span)).toBe(1_300_533)
    expect(leaving('actual', 'down').sum(person, span)).toBe(975_400)
    const undecided = new Asking(
      conscriptFamilyAllowance,
      wujiang.filter(({ kind }) => kind !== 'part-month' && kind !== 'early-leaving'),
    )
    expect(undecided.against(person, month(2024, 12))).toEqual(['early-leaving'])
  })

  test('the half-years before the leaving stay certain though the way is not chosen', () => {
    const undecided = new Asking(
      conscriptFamilyAllowance,
      wujiang.filter(({ kind }) => kind !== 'early-leaving'),
    )
    const person = conscript({ left: 20250620, leaving: 'early' })

    expect(undecided.paid(person, span)).toEqual({ '2025-03': 1_950_800 })
    expect(undecided.against(person, month(2025, 6))).toEqual(['early-leaving'])
    expect(undecided.against(person, month(2025, 7))).toEqual(['conscript-left'])
  })
})

describe('the end of service', () => {
  test.each([
    ['a term served a few days short is paid in full', { left: 20260901, leaving: 'completed' }, 7_803_200],
    ['a term served to the day too', { left: 20260910, leaving: 'completed' }, 7_803_200],
    ['leaving three months late adds three months', { left: 20261210, leaving: 'deferred' }, 7_803_200 + 975_400],
    ['leaving five days late adds a month where a part counts', { left: 20260915, leaving: 'deferred' }, 8_128_333],
    ['academy after a year and two months: two half-years', { left: 20251110, leaving: 'academy' }, 3_901_600],
    ['promotion on the day a half-year is full: three', { left: 20260310, leaving: 'promoted' }, 5_852_400],
    ['a sergeant the day before: two', { left: 20260309, leaving: 'sergeant' }, 3_901_600],
    ['dismissed in the month a half-year is full: two', { left: 20260320, leaving: 'dismissed' }, 3_901_600],
  ] as const)('%s', (_title, told, amount) => {
    expect(inWujiang.sum(conscript(told), span)).toBe(amount)
  })

  test.each([
    ['academy', 20251110, month(2025, 12), 'conscript-ended'],
    ['promoted', 20251110, month(2025, 12), 'conscript-ended'],
    ['sergeant', 20251110, month(2025, 12), 'conscript-ended'],
    ['completed', 20260901, month(2026, 10), 'conscript-left'],
    ['dismissed', 20251110, month(2025, 11), 'conscript-dismissed'],
  ] as const)('after %s the reason is said', (leaving, left, asked, reason) => {
    expect(inWujiang.against(conscript({ left, leaving }), asked)).toContain(reason)
  })

  test('concealment takes everything where the county says from the start, and is unknown where it says nothing', () => {
    const of = (rates: readonly Rate[]) => new Asking(conscriptFamilyAllowance, rates)
    const without = wujiang.filter(({ kind }) => kind !== 'conscript-dismissed')
    const person = conscript({ left: 20251110, leaving: 'dismissed' })

    expect(of([...without, aRate({ kind: 'conscript-dismissed', choice: 'start' })]).paid(person, span)).toEqual({})
    expect(of(without).against(person, month(2025, 3))).toEqual(['conscript-dismissed'])
  })
})

test('what nobody recorded is asked for: the enlistment, how he left, when he left', () => {
  const nobodyKnows = aPerson(conscriptFamilyAllowance, { identities: identityBit('conscript-family') })

  expect(inWujiang.against(nobodyKnows, month(2025, 3))).toEqual(['conscription'])
  expect(inWujiang.against(conscript({ left: 20250620 }), month(2025, 6))).toEqual(['conscription'])
  expect(inWujiang.against(conscript({ left: 20250620 }), month(2025, 3))).toEqual([])
  expect(inWujiang.against(conscript({ leaving: 'early' }), month(2025, 3))).toEqual(['conscription'])
  expect(new Asking(conscriptFamilyAllowance, usualChoices).against(conscript(), month(2025, 3))).toEqual([
    'conscript-years',
  ])
})

test('asking each month alone equals the segments, for any leaving, region, student and merit', () => {
  const date = fc
    .record({
      year: fc.integer({ min: 2024, max: 2027 }),
      ofYear: fc.integer({ min: 1, max: 12 }),
      on: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, ofYear, on }) => year * 10_000 + ofYear * 100 + on)
  const told = fc.record({
    approved: date,
    left: fc.option(date, { nil: undefined }),
    leaving: fc.option(fc.constantFrom(...leavings), { nil: undefined }),
    region: fc.option(fc.constantFrom(...regions), { nil: undefined }),
    student: fc.option(fc.constantFrom(...students), { nil: undefined }),
    merits: fc.array(fc.record({ class: fc.constantFrom(...meritClasses), on: date, wartime: fc.boolean() }), {
      maxLength: 3,
    }),
  })

  fc.assert(
    fc.property(told, ({ left, leaving, region, student, ...rest }) => {
      const { whole, single } = inDean.bothWays(
        conscript({
          ...rest,
          ...(left && { left }),
          ...(leaving && { leaving }),
          ...(region && { region }),
          ...(student && { student }),
        }),
        span,
      )
      expect(whole).toEqual(single)
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('serving longer never earns the family less', () => {
  const leftAfter = (months: number, days: number) =>
    Math.trunc((8 + months) / 12) * 10_000 + (((8 + months) % 12) + 1) * 100 + 10 + days + 20_240_000
  const sum = (left: number) => inWujiang.sum(conscript({ left, leaving: 'early' }), span)
  const served = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 18 }))

  fc.assert(
    fc.property(served, served, (one, other) => {
      const [shorter, longer] = [leftAfter(...one), leftAfter(...other)].toSorted((a, b) => a - b)
      expect(sum(longer ?? 0)).toBeGreaterThanOrEqual(sum(shorter ?? 0))
    }),
    { seed: 3 },
  )
})

test('a suspension stops the instalments of before October 2024 only: art. 59 no longer names 优待金 (2019 art. 50 did)', () => {
  const soldier = conscript({ approved: 20230910 })
  const suspended: PersonFacts = {
    ...soldier,
    stretches: soldier.stretches.map((stretch) => ({ ...stretch, suspended: 1 })),
  }
  const months = (person: PersonFacts) => Object.keys(inWujiang.paid(person, { ...span, from: month(2023, 9) }))

  const early = months(soldier).filter((on) => on < '2024-10')
  expect(early).not.toEqual([])
  expect(months(suspended)).toEqual(months(soldier).filter((on) => !early.includes(on)))
})
