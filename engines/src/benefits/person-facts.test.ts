import { day } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { type Month, month } from '@dongzhou/terms/month'
import { factsAsKnownOn } from '@dongzhou/terms/standing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrangements,
  deathCauses,
  type Field,
  identityBit,
  insurances,
  leavings,
  regions,
  type Stretch,
  students,
} from './facts.ts'
import { personFactsOf } from './person-facts.ts'
import { kept } from './sample-facts.ts'

const START = 0 as Month

function fieldOver(name: Field, ...facts: readonly KeptFact[]): readonly (readonly [Month, number | undefined])[] {
  return personFactsOf(facts).stretches.map((stretch) => [stretch.from, stretch[name]])
}

function onlyStretch(...facts: readonly KeptFact[]): Stretch {
  const { stretches } = personFactsOf(facts)

  expect(stretches).toHaveLength(1)
  return stretches[0] ?? { from: START }
}

const dated = (text: string, precision: 'day' | 'month' | 'year' = 'day') => ({ day: day(text), precision })

describe('a person of whom nothing is known', () => {
  test('is one stretch in which every field is unknown and no identity is held', () => {
    expect(personFactsOf([])).toEqual({ stretches: [{ from: START, identities: 0 }], awards: [], merits: [] })
  })

  test('superseded facts count for nothing', () => {
    const superseded = kept('death', dated('2020-01-01'), { until: '2025-02-01T00:00:00.000Z' })

    expect(onlyStretch(superseded).died).toBeUndefined()
  })
})

describe('a month begun is a month counted', () => {
  test.each<[string, { from?: string; to?: string }, readonly (readonly [Month, number | undefined])[]]>([
    [
      'a grade that holds from the first of a month counts from it',
      { from: '2025-03-01' },
      [
        [START, undefined],
        [month(2025, 3), 6],
      ],
    ],
    [
      'one that holds from the last day of a month counts from that month: 批准当月起',
      { from: '2025-03-31' },
      [
        [START, undefined],
        [month(2025, 3), 6],
      ],
    ],
    [
      'one that ends on the first of a month does not count for it',
      { to: '2025-06-01' },
      [
        [START, 6],
        [month(2025, 6), undefined],
      ],
    ],
    [
      'one that ends on the second of a month still counts for it: 自下月起停发',
      { to: '2025-06-02' },
      [
        [START, 6],
        [month(2025, 7), undefined],
      ],
    ],
    [
      'one that begins and ends in one month counts for it alone',
      { from: '2025-03-10', to: '2025-03-20' },
      [
        [START, undefined],
        [month(2025, 3), 6],
        [month(2025, 4), undefined],
      ],
    ],
    [
      'one that ended before it began counts for no month',
      { from: '2025-03-10', to: '2025-03-10' },
      [[START, undefined]],
    ],
    ['one without dates counts for all months', {}, [[START, 6]]],
  ])('%s', (_title, validity, expected) => {
    expect(fieldOver('grade', kept('disability', { grade: 6, nature: 'duty' }, validity))).toEqual(expected)
  })

  test('where two grades share a month, the one that began later counts for it', () => {
    const before = kept('disability', { grade: 7, nature: 'duty' }, { from: '2020-05-10', to: '2025-03-10', id: 1 })
    const after = kept('disability', { grade: 6, nature: 'duty' }, { from: '2025-03-10', id: 2 })

    expect(fieldOver('grade', before, after)).toEqual([
      [START, undefined],
      [month(2020, 5), 7],
      [month(2025, 3), 6],
    ])
  })

  test('a grade without a validity of its own counts from the month it was approved', () => {
    const older = kept('disability', { grade: 7, nature: 'duty', approved: day('2010-06-18') }, { id: 2 })
    const newer = kept('disability', { grade: 6, nature: 'duty', approved: day('2025-03-31') }, { id: 1 })

    expect(fieldOver('grade', older, newer)).toEqual([
      [START, undefined],
      [month(2010, 6), 7],
      [month(2025, 3), 6],
      [month(2025, 4), 6],
    ])
    // In the month it was approved in the grade before may still be the one that pays; no month after asks for it.
    expect(fieldOver('gradeBefore', older, newer)).toEqual([
      [START, undefined],
      [month(2010, 6), undefined],
      [month(2025, 3), 7],
      [month(2025, 4), undefined],
    ])
    expect(fieldOver('rated', older, newer)).toEqual([
      [START, undefined],
      [month(2010, 6), 20100618],
      [month(2025, 3), 20250331],
      [month(2025, 4), 20250331],
    ])
  })
})

describe('a suspension counts only for the months it fills', () => {
  test.each<[string, { from?: string; to?: string }, readonly Month[]]>([
    [
      'from the first of a month: that month is not paid',
      { from: '2025-03-01', to: '2025-06-01' },
      [month(2025, 3), month(2025, 6)],
    ],
    [
      'from the second: the month begun is paid',
      { from: '2025-03-02', to: '2025-06-01' },
      [month(2025, 4), month(2025, 6)],
    ],
    [
      'ended on the last of a month: that month is paid',
      { from: '2025-03-01', to: '2025-06-30' },
      [month(2025, 3), month(2025, 6)],
    ],
    ['with no end', { from: '2025-03-01' }, [month(2025, 3)]],
    ['within one month: nothing', { from: '2025-03-02', to: '2025-03-30' }, []],
  ])('%s', (_title, validity, cuts) => {
    const facts = [kept('suspension', { ground: '被通缉', document: '苏退〔2025〕1号' }, validity)]

    expect(fieldOver('suspended', ...facts)).toEqual([
      [START, undefined],
      ...cuts.map((cut, at) => [cut, at === 0 ? 1 : undefined]),
    ])
  })
})

describe('identities', () => {
  test('several are held at once, each for its own months', () => {
    const facts = [
      kept('identity', { identity: 'veteran' }, { id: 1 }),
      kept('identity', { identity: 'disabled-veteran' }, { id: 2, from: '2025-03-15' }),
    ]

    expect(fieldOver('identities', ...facts)).toEqual([
      [START, identityBit('veteran')],
      [month(2025, 3), identityBit('veteran') | identityBit('disabled-veteran')],
    ])
  })

  test('one that ended by the death is kept, because what runs on after it asks what the dead person was', () => {
    const facts = [
      kept('identity', { identity: 'war-participant' }, { id: 1, to: '2025-03-10' }),
      kept('death', dated('2025-03-10'), { id: 2, from: '2025-03-10' }),
    ]

    expect(onlyStretch(...facts)).toMatchObject({ identities: identityBit('war-participant'), died: 20250310 })
  })

  test('one that ended before the death stays ended', () => {
    const facts = [
      kept('identity', { identity: 'war-participant' }, { id: 1, to: '2025-01-01' }),
      kept('death', dated('2025-03-10'), { id: 2, from: '2025-03-10' }),
    ]

    expect(fieldOver('identities', ...facts).at(-1)).toEqual([month(2025, 1), 0])
  })
})

describe('birth and death', () => {
  test.each<['day' | 'month' | 'year', number]>([
    ['day', 19600504],
    ['month', 19600500],
    ['year', 19600000],
  ])('a birth known to the %s', (precision, expected) => {
    const text = { day: '1960-05-04', month: '1960-05-01', year: '1960-01-01' }[precision]

    expect(onlyStretch(kept('birth', dated(text, precision), { from: '1960-05-04' })).born).toBe(expected)
  })

  test('of two that agree the more exact one counts, of two that contradict each other the preferred one', () => {
    const vague = kept('birth', dated('1960-01-01', 'year'), { id: 1, certainty: 'confirmed' })
    const exact = kept('birth', dated('1960-05-04'), { id: 2 })
    const other = kept('birth', dated('1961-05-04'), { id: 3 })

    expect(onlyStretch(vague, exact).born).toBe(19600504)
    expect(onlyStretch(vague, other).born).toBe(19600000)
  })

  test('a death is known in every month, before and after it: what ends with it is the rule’s to say', () => {
    expect(onlyStretch(kept('death', dated('2025-03-10'), { from: '2025-03-10' })).died).toBe(20250310)
  })
})

describe('service', () => {
  test('of two services the first enlistment and the last discharge count', () => {
    const facts = [
      kept('service', { enlisted: dated('1976-03-01'), discharged: dated('1979-01-05') }, { id: 1 }),
      kept('service', { enlisted: dated('1979-02-20'), discharged: dated('1980-12-01', 'month') }, { id: 2 }),
    ]

    expect(onlyStretch(...facts)).toMatchObject({ enlisted: 19760301, discharged: 19801200 })
  })

  test('years as a conscript are those told, and the whole service of somebody who left as a conscript', () => {
    const told: FactValues['service'] = {
      enlisted: dated('1976-03-01'),
      discharged: dated('1986-01-05'),
      conscriptFrom: dated('1976-03-01'),
      conscriptTo: dated('1980-03-01'),
      category: '退役军士',
    }
    const conscript: FactValues['service'] = {
      enlisted: dated('1976-03-01'),
      discharged: dated('1979-01-05'),
      category: '退役义务兵',
    }
    const sergeant: FactValues['service'] = { ...conscript, category: '退役军士' }

    expect(onlyStretch(kept('service', told))).toMatchObject({ conscriptFrom: 19760301, conscriptTo: 19800301 })
    expect(onlyStretch(kept('service', conscript))).toMatchObject({ conscriptFrom: 19760301, conscriptTo: 19790105 })
    expect(onlyStretch(kept('service', sergeant)).conscriptFrom).toBeUndefined()
  })
})

describe('where somebody was registered when they were discharged', () => {
  const served = (discharged: FactValues['service']['discharged']) => kept('service', { discharged }, { id: 1 })
  const registered = (kind: 'rural' | 'urban', validity: { from?: string; to?: string; id: number }) =>
    kept('household-registration', { kind }, validity)

  test.each<[string, FactValues['service']['discharged'], readonly KeptFact[], number | undefined]>([
    ['rural on the day', dated('1979-01-05'), [registered('rural', { id: 2, from: '1950-01-01' })], 1],
    [
      'rural then, urban since',
      dated('1979-01-05'),
      [
        registered('rural', { id: 2, from: '1950-01-01', to: '1995-01-01' }),
        registered('urban', { id: 3, from: '1995-01-01' }),
      ],
      1,
    ],
    ['urban on the day', dated('1979-01-05'), [registered('urban', { id: 2, from: '1979-01-05' })], 0],
    [
      'begun the day after: not known',
      dated('1979-01-05'),
      [registered('rural', { id: 2, from: '1979-01-06' })],
      undefined,
    ],
    [
      'a registration nobody dated says where somebody lives now',
      dated('1979-01-05'),
      [registered('rural', { id: 2 })],
      undefined,
    ],
    ['no registration', dated('1979-01-05'), [], undefined],
    ['no discharge', undefined, [registered('rural', { id: 2, from: '1950-01-01' })], undefined],
    [
      'a month in which it changed: not known',
      dated('1979-01-01', 'month'),
      [
        registered('rural', { id: 2, from: '1950-01-01', to: '1979-01-20' }),
        registered('urban', { id: 3, from: '1979-01-20' }),
      ],
      undefined,
    ],
    [
      'a year in which it did not change',
      dated('1979-01-01', 'year'),
      [registered('rural', { id: 2, from: '1950-01-01' })],
      1,
    ],
    [
      'a year that it did not last',
      dated('1979-01-01', 'year'),
      [registered('rural', { id: 2, from: '1950-01-01', to: '1979-12-31' })],
      undefined,
    ],
  ])('%s', (_title, discharged, registrations, expected) => {
    expect(personFactsOf([served(discharged), ...registrations]).stretches[0]?.ruralAtDischarge).toBe(expected)
  })
})

describe('every field has its fact', () => {
  test.each<[FactKind, KeptFact, Partial<Stretch>]>([
    ['care', kept('care', { mode: 'pooled' }), { care: 1 }],
    ['lone', kept('lone', { kind: 'orphan' }), { lone: 1 }],
    ['income', kept('income', { yearly: fen(1_234_500) }), { income: 1_234_500 }],
    ['household-registration', kept('household-registration', { kind: 'urban' }), { rural: 0 }],
    [
      'pension-insurance',
      kept('pension-insurance', { kind: '企业职工养老保险' }),
      { insurance: insurances.indexOf('employee') },
    ],
    ['employment', kept('employment', { state: '务农' }), { employment: 2 }],
    [
      'disability',
      kept('disability', { grade: 5, nature: 'illness', mental: true }),
      { grade: 5, nature: 2, mental: 1, rated: undefined },
    ],
    [
      'survivor',
      kept('survivor', { of: 'duty', relation: 'sibling', ground: 'studying', supported: true }),
      { survivorOf: 1, relation: 3, ground: 2, supported: 1 },
    ],
    [
      'conscription',
      kept('conscription', {
        approved: day('2024-09-10'),
        region: 'xinjiang',
        student: 'college',
        left: day('2025-01-02'),
        how: 'unfit',
      }),
      {
        conscriptApproved: 20240910,
        region: regions.indexOf('xinjiang'),
        student: students.indexOf('college'),
        conscriptLeft: 20250102,
        leaving: leavings.indexOf('unfit'),
      },
    ],
    [
      'death-cause',
      kept('death-cause', { cause: 'old-injury', basePay: fen(876_543), honour: '荣立二等功' }),
      { deathCause: deathCauses.indexOf('old-injury'), basePay: 876_543, honour: 4 },
    ],
    [
      'arrangement',
      kept('arrangement', { mode: 'assigned-work', reported: day('2025-01-10'), letter: day('2025-05-06') }),
      { arrangement: arrangements.indexOf('assigned-work'), reported: 20250110, letter: 20250506 },
    ],
  ])('%s', (_kind, fact, expected) => {
    expect(onlyStretch(fact)).toMatchObject(expected)
  })

  test('an income beyond what a column holds is kept as the most it holds', () => {
    expect(onlyStretch(kept('income', { yearly: fen(9_000_000_000) })).income).toBe(2_147_483_647)
  })

  test('words that no list knows leave the field unknown', () => {
    const facts = [
      kept('pension-insurance', { kind: '某种保险' }, { id: 1 }),
      kept('employment', { state: '不详' }, { id: 2 }),
      kept('death-cause', { cause: 'illness', honour: '荣誉' }, { id: 3 }),
    ]

    expect(onlyStretch(...facts)).toMatchObject({ insurance: undefined, employment: undefined, honour: undefined })
  })

  test('of two grounds as a survivor the one that draws the higher money counts', () => {
    const facts = [
      kept('survivor', { of: 'illness', relation: 'parent', ground: 'no-means' }, { id: 2, from: '2024-01-01' }),
      kept('survivor', { of: 'martyr', relation: 'spouse', ground: 'low-income' }, { id: 1, from: '2020-01-01' }),
    ]

    expect(fieldOver('survivorOf', ...facts)).toEqual([
      [START, undefined],
      [month(2020, 1), 0],
    ])
  })
})

test('a decision stays true after its validity ends and before it begins; a later one takes its place from its own month', () => {
  const first = kept('conscription', { approved: day('2024-09-10') }, { id: 1, from: '2024-12-01', to: '2025-09-01' })
  const moved = kept('conscription', { approved: day('2024-09-10'), region: 'tibet' }, { id: 2, from: '2025-09-15' })

  expect(fieldOver('region', first)).toEqual([[START, undefined]])
  expect(fieldOver('conscriptApproved', first)).toEqual([[START, 20240910]])
  expect(fieldOver('region', first, moved)).toEqual([
    [START, undefined],
    [month(2025, 9), regions.indexOf('tibet')],
  ])
})

test('what was known on an earlier day comes from the facts as they were known then', () => {
  const facts = [
    kept('birth', dated('1960-05-04'), { id: 1, at: '2024-01-01T00:00:00.000Z', until: '2025-06-01T00:00:00.000Z' }),
    kept('birth', dated('1959-05-04'), { id: 2, at: '2025-06-01T00:00:00.000Z' }),
  ]
  const bornAsKnownOn = (instant: string) => onlyStretch(...factsAsKnownOn(facts, instant)).born

  expect(bornAsKnownOn('2025-05-31T23:59:59.999Z')).toBe(19600504)
  expect(bornAsKnownOn('2025-06-01T00:00:00.000Z')).toBe(19590504)
  expect(bornAsKnownOn('2023-12-31T00:00:00.000Z')).toBeUndefined()
})

const history: readonly Fact[] = [
  kept('birth', dated('1948-02-03')),
  kept('birth', dated('1948-02-01', 'month'), { certainty: 'confirmed' }),
  kept('death', dated('2025-03-10')),
  kept('identity', { identity: 'veteran' }),
  kept('identity', { identity: 'disabled-veteran' }, { from: '2020-01-01', to: '2025-03-10' }),
  kept('disability', { grade: 7, nature: 'duty' }, { from: '2010-01-01', to: '2025-02-20' }),
  kept('disability', { grade: 6, nature: 'duty' }, { from: '2025-02-20' }),
  kept('disability', { grade: 5, nature: 'war', approved: day('2012-03-04') }),
  kept('household-registration', { kind: 'rural' }, { from: '1948-02-03' }),
  kept('household-registration', { kind: 'urban' }, { from: '1990-02-03' }),
  kept('service', { enlisted: dated('1966-03-01'), discharged: dated('1969-02-01', 'month'), category: '退役义务兵' }),
  kept('service', { enlisted: dated('1966-01-01', 'year') }),
  kept('merit', { class: '三等功', year: 1967 }),
  kept('merit', { class: '荣立三等功', on: day('1967-08-01') }),
  kept('award', { benefit: 'disability-pension', approved: day('2010-01-15') }),
  kept('award', { benefit: 'disability-pension', approved: day('2010-01-15'), document: '甲' }),
  kept('award', { benefit: 'disability-pension', approved: day('2012-05-15') }, { to: '2025-01-10' }),
  kept('award', { benefit: 'merit-news-money', approved: day('2012-05-15') }),
  kept('suspension', { ground: '被通缉', document: '甲' }, { from: '2015-03-02', to: '2016-01-20' }),
  kept('survivor', { of: 'illness', relation: 'parent' }),
  kept('survivor', { of: 'martyr', relation: 'spouse' }, { from: '2018-05-05' }),
]

test('in whatever order the facts come, they say the same', () => {
  const numbered = history.map((fact, at) => ({ ...fact, id: at + 1 }) as KeptFact)
  const some = fc.shuffledSubarray(numbered)

  fc.assert(
    fc.property(some, (facts) => {
      const sorted = facts.toSorted((one, other) => one.id - other.id)

      expect(personFactsOf(facts)).toEqual(personFactsOf(sorted))
    }),
    { numRuns: 300 },
  )
})
