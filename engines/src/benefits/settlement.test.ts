import { day } from '@dongzhou/terms/day'
import type { KeptFact } from '@dongzhou/terms/fact'
import { type Fen, fen } from '@dongzhou/terms/fen'
import { month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import { describe, expect, test } from 'vitest'
import { aRate, usualChoices } from './sample-book.ts'
import { Bureau, learntBefore } from './sample-bureau.ts'
import { kept } from './sample-facts.ts'
import type { Adjustment, Settlement } from './settlement.ts'

const sixth = (value: number, from = '2020-01-01', to?: string): Rate =>
  aRate({
    kind: 'disability-pension',
    key: 'duty-6',
    value,
    unit: 'fen-a-month',
    validFrom: day(from),
    validTo: to === undefined ? undefined : day(to),
  })
const seventh = aRate({ kind: 'disability-pension', key: 'duty-7', value: 200_000, unit: 'fen-a-month' })

const disabled: readonly KeptFact[] = [
  kept('identity', { identity: 'disabled-veteran' }, { id: 1, at: learntBefore }),
  kept('disability', { grade: 6, nature: 'duty' }, { id: 2, at: learntBefore }),
  kept('award', { benefit: 'disability-pension', approved: day('2020-03-10') }, { id: 3, at: learntBefore }),
]

const year2024 = { from: month(2024, 1), to: month(2025, 1) }

function totals(adjustments: readonly Adjustment[]): number {
  return adjustments.reduce((sum, { amount }) => sum + amount, 0)
}

function causesSaid(adjustments: readonly Adjustment[]): readonly string[] {
  return [...new Set(adjustments.flatMap(({ causes }) => causes.map(({ cause, kind }) => kind ?? cause)))]
}

/** After posting the adjustments nothing is left, each month's lines are what is due, and the parts of each cause add up. */
function expectSettled(bureau: Bureau, { adjustments }: Settlement, knownOn: string, months = year2024): void {
  for (const { amount, causes, due, posted } of adjustments) {
    expect(due - posted).toBe(amount)
    expect(causes.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
  }
  bureau.post(adjustments, knownOn)
  const due = bureau.dueOn(knownOn, months)
  const posted = Map.groupBy(bureau.posted, ({ benefit, month: of }) => `${benefit} ${of}`)

  expect(bureau.settlesOn(knownOn, months)).toMatchObject({ adjustments: [] })
  for (const [key, { amount }] of due) expect(sumOf(posted.get(key))).toBe(amount)
  for (const [key, lines] of posted) expect(sumOf(lines)).toBe(due.get(key)?.amount ?? 0)
}

function sumOf(lines: readonly { readonly amount: Fen }[] = []): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

describe('a rate announced in January and valid from the January before', () => {
  test('each month of the year gets the difference, and the cause is the rate', () => {
    const bureau = new Bureau('甲', disabled, [...usualChoices, sixth(300_000, '2020-01-01')])
    bureau.pays(month(2024, 1), month(2025, 1))
    bureau.rates.push({ rate: sixth(318_000, '2024-01-01'), at: '2025-01-16T00:00:00.000Z' })

    const settlement = bureau.settlesOn('2025-01-20T00:00:00.000Z', year2024)

    expect(settlement.adjustments.map(({ month: of, amount }) => [of, amount])).toEqual(
      Array.from({ length: 12 }, (_, at) => [month(2024, at + 1), 18_000]),
    )
    expect(causesSaid(settlement.adjustments)).toEqual(['rate'])
    expectSettled(bureau, settlement, '2025-01-20T00:00:00.000Z')
  })
})

describe('a death learnt three months late', () => {
  test('the month of the death stays paid, the three after it come back, and the cause is the death', () => {
    const bureau = new Bureau('甲', disabled, [...usualChoices, sixth(300_000)])
    bureau.pays(month(2024, 1), month(2025, 1))
    bureau.facts = [
      ...disabled,
      kept(
        'death',
        { day: day('2024-09-20'), precision: 'day' },
        { id: 4, from: '2024-09-20', at: '2024-12-28T00:00:00.000Z' },
      ),
    ]

    const settlement = bureau.settlesOn('2025-01-03T00:00:00.000Z', year2024)

    expect(settlement.adjustments.map(({ month: of, amount }) => [of, amount])).toEqual([
      [month(2024, 10), -300_000],
      [month(2024, 11), -300_000],
      [month(2024, 12), -300_000],
    ])
    expect(causesSaid(settlement.adjustments)).toEqual(['death'])
    expectSettled(bureau, settlement, '2025-01-03T00:00:00.000Z')
  })
})

describe('a grade raised retroactively', () => {
  test('every month since the rating gets the difference of the two grades, and the cause is the rating', () => {
    const graded = disabled.filter(({ kind }) => kind !== 'disability')
    const before = kept('disability', { grade: 7, nature: 'duty' }, { id: 2, at: learntBefore })
    const bureau = new Bureau('甲', [...graded, before], [...usualChoices, sixth(300_000), seventh])
    bureau.pays(month(2024, 1), month(2025, 1))
    const raised = '2025-01-08T00:00:00.000Z'
    bureau.facts = [
      ...graded,
      { ...before, supersededAt: raised },
      kept('disability', { grade: 7, nature: 'duty' }, { id: 5, at: raised, to: '2024-07-15' }),
      kept(
        'disability',
        { grade: 6, nature: 'duty', approved: day('2024-07-15') },
        { id: 6, at: raised, from: '2024-07-15' },
      ),
    ]

    const settlement = bureau.settlesOn('2025-01-10T00:00:00.000Z', year2024)

    expect(settlement.adjustments[0]?.month).toBe(month(2024, 7))
    expect(totals(settlement.adjustments)).toBe(6 * 100_000)
    expect(causesSaid(settlement.adjustments)).toEqual(['disability'])
    expectSettled(bureau, settlement, '2025-01-10T00:00:00.000Z')
  })
})

describe('a birth date corrected', () => {
  test('a veteran turns sixty a year later than was thought: what was paid in between comes back', () => {
    const choices = [
      ...usualChoices,
      aRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
      aRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
      aRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
      aRate({ kind: 'rural-veteran-subsidy', value: 6_000, unit: 'fen-a-month-a-service-year' }),
    ]
    const thought = kept('birth', { day: day('1964-02-11'), precision: 'day' }, { id: 1, at: learntBefore })
    const served = {
      enlisted: { day: day('1982-11-01'), precision: 'day' },
      discharged: { day: day('1986-01-10'), precision: 'day' },
    } as const
    const veteran = [
      kept('identity', { identity: 'rural-veteran-60' }, { id: 2, at: learntBefore }),
      kept('service', { ...served, category: '退役义务兵' }, { id: 3, at: learntBefore }),
      kept('pension-insurance', { kind: '居保' }, { id: 4, at: learntBefore }),
      kept('award', { benefit: 'rural-veteran-subsidy', approved: day('2024-01-15') }, { id: 5, at: learntBefore }),
    ]
    const bureau = new Bureau('甲', [thought, ...veteran], choices)
    bureau.pays(month(2024, 1), month(2025, 1))

    expect(sumOf(bureau.posted)).toBe(11 * 4 * 6_000)

    const corrected = '2025-01-06T00:00:00.000Z'
    bureau.facts = [
      { ...thought, supersededAt: corrected },
      kept('birth', { day: day('1964-06-30'), precision: 'day' }, { id: 6, at: corrected, certainty: 'confirmed' }),
      ...veteran,
    ]
    const settlement = bureau.settlesOn(corrected, year2024)

    expect(settlement.adjustments.map(({ month: of, amount }) => [of, amount])).toEqual([
      [month(2024, 2), -24_000],
      [month(2024, 3), -24_000],
      [month(2024, 4), -24_000],
      [month(2024, 5), -24_000],
    ])
    expect(causesSaid(settlement.adjustments)).toEqual(['birth'])
    expectSettled(bureau, settlement, corrected)
  })
})

describe('one person on two files', () => {
  test('both files were paid; merged, one award counts, and what was paid twice comes back', () => {
    const rates = [...usualChoices, sixth(300_000)]
    const first = new Bureau('甲', disabled, rates)
    const second = new Bureau(
      '乙',
      disabled.map((fact) => ({ ...fact, id: fact.id + 10 })),
      rates,
    )
    first.pays(month(2024, 1), month(2025, 1))
    second.pays(month(2024, 5), month(2025, 1))

    first.facts = [...first.facts, ...second.facts]
    first.posted = [...first.posted, ...second.posted]
    first.merged = ['乙']
    const settlement = first.settlesOn('2025-01-06T00:00:00.000Z', year2024)

    expect(settlement.adjustments).toHaveLength(8)
    expect(totals(settlement.adjustments)).toBe(-8 * 300_000)
    expect(causesSaid(settlement.adjustments)).toEqual(['merge'])
    expectSettled(first, settlement, '2025-01-06T00:00:00.000Z')
  })
})

describe('the other causes', () => {
  const rates = [...usualChoices, sixth(300_000)]
  const january = { from: month(2024, 1), to: month(2024, 2) }
  const later = '2024-02-10T00:00:00.000Z'

  test('an award approved since then: the months it runs back to are paid now', () => {
    const bureau = new Bureau('甲', disabled.slice(0, 2), rates)
    bureau.pays(month(2024, 1), month(2024, 2))
    bureau.facts = [
      ...bureau.facts,
      kept('award', { benefit: 'disability-pension', approved: day('2020-03-10') }, { id: 9, at: later }),
    ]

    const { adjustments } = bureau.settlesOn(later, january)

    expect(adjustments).toMatchObject([
      { amount: 300_000, causes: [{ cause: 'award', kind: 'award', amount: 300_000 }] },
    ])
  })

  test('a rate and a grade changed together: each has its part', () => {
    const bureau = new Bureau('甲', disabled, [...rates, seventh])
    bureau.pays(month(2024, 1), month(2024, 2))
    bureau.rates.push({ rate: sixth(318_000, '2024-01-01'), at: later })
    bureau.facts = [
      ...disabled.map((fact) => (fact.kind === 'disability' ? { ...fact, supersededAt: later } : fact)),
      kept('disability', { grade: 7, nature: 'duty' }, { id: 9, at: later }),
    ]

    expect(bureau.settlesOn(later, january).adjustments).toMatchObject([
      {
        amount: -100_000,
        causes: [
          { cause: 'rate', amount: 18_000 },
          { cause: 'fact', kind: 'disability', amount: -118_000 },
        ],
      },
    ])
  })

  test('a line of an older version of the rule: the rule; a line nobody can derive: the posting', () => {
    const bureau = new Bureau('甲', disabled, rates)
    bureau.pays(month(2024, 1), month(2024, 2))
    const line = bureau.posted[0]
    const causeOf = (change: object) => {
      bureau.posted = line ? [{ ...line, amount: fen(299_999), ...change }] : []
      return bureau.settlesOn(later, january).adjustments
    }

    expect(causeOf({})).toMatchObject([{ amount: 1, causes: [{ cause: 'posting', amount: 1 }] }])
    expect(causeOf({ basis: { knownOn: later, version: 0 } })).toMatchObject([
      { amount: 1, causes: [{ cause: 'rule', amount: 1 }] },
    ])
    expect(causeOf({ person: '乙' })).toMatchObject([{ causes: [{ cause: 'merge' }] }])
  })

  test('a month no run covered is paid, and says so', () => {
    const bureau = new Bureau('甲', disabled, rates)

    expect(bureau.settlesOn(later, january).adjustments).toMatchObject([
      { amount: 300_000, causes: [{ cause: 'unpaid', amount: 300_000 }] },
    ])
  })

  test('what cancels out is no adjustment', () => {
    const bureau = new Bureau('甲', disabled, rates)
    bureau.pays(month(2024, 1), month(2024, 2))
    bureau.post([{ benefit: 'disability-pension', month: month(2024, 1), amount: fen(5) }], later)
    bureau.post([{ benefit: 'disability-pension', month: month(2024, 1), amount: fen(-5) }], later)

    expect(bureau.settlesOn(later, january).adjustments).toEqual([])
  })

  test('lines for months outside the settled ones are left alone', () => {
    const bureau = new Bureau('甲', disabled, rates)
    bureau.pays(month(2024, 1), month(2024, 4))

    expect(bureau.settlesOn('2024-04-10T00:00:00.000Z', january).adjustments).toEqual([])
  })
})

describe('what is not known', () => {
  test('posts nothing in either direction: the month is held with what was posted for it', () => {
    const bureau = new Bureau('甲', disabled, [...usualChoices, sixth(300_000)])
    bureau.pays(month(2024, 1), month(2024, 3))
    const doubted = '2024-03-01T00:00:00.000Z'
    bureau.facts = disabled.map((fact) => (fact.kind === 'disability' ? { ...fact, supersededAt: doubted } : fact))

    expect(bureau.settlesOn(doubted, { from: month(2024, 1), to: month(2024, 3) })).toEqual({
      adjustments: [],
      held: [
        { person: '甲', benefit: 'disability-pension', month: month(2024, 1), posted: 300_000 },
        { person: '甲', benefit: 'disability-pension', month: month(2024, 2), posted: 300_000 },
      ],
    })
  })

  test('an award that was taken back is known: nothing is due, and what was paid comes back', () => {
    const bureau = new Bureau('甲', disabled, [...usualChoices, sixth(300_000)])
    bureau.pays(month(2024, 1), month(2024, 2))
    const taken = '2024-03-01T00:00:00.000Z'
    bureau.facts = disabled.map((fact) => (fact.kind === 'award' ? { ...fact, supersededAt: taken } : fact))

    expect(bureau.settlesOn(taken, { from: month(2024, 1), to: month(2024, 2) }).adjustments).toMatchObject([
      { amount: -300_000, due: 0, causes: [{ cause: 'award' }] },
    ])
  })
})
