import { day } from '@dongzhou/terms/day'
import type { FactValues, KeptFact } from '@dongzhou/terms/fact'
import { month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { awardsOf, meritsOf } from './awards.ts'
import { type Keeping, kept } from './sample-facts.ts'

function award(approved: string, keeping: Keeping & Partial<FactValues['award']> = {}): KeptFact {
  const { benefit = 'disability-pension', document, years } = keeping
  return kept('award', { benefit, approved: day(approved), document, years }, keeping)
}

function read(...facts: readonly KeptFact[]): readonly (readonly unknown[])[] {
  return awardsOf(facts).map(({ approved, from, to, years }) => [approved, from, to, years])
}

describe('one decision', () => {
  test.each<[string, KeptFact, readonly unknown[]]>([
    ['names no month: the law says when it starts', award('2024-05-06'), [20240506, undefined, undefined, undefined]],
    ['names a month', award('2024-05-06', { from: '2024-03-01' }), [20240506, month(2024, 3), undefined, undefined]],
    [
      'ends on the first of a month, which is not paid',
      award('2024-05-06', { to: '2025-03-01' }),
      [20240506, undefined, month(2025, 3), undefined],
    ],
    [
      'ends in the middle of a month, which is paid',
      award('2024-05-06', { to: '2025-03-02' }),
      [20240506, undefined, month(2025, 4), undefined],
    ],
    ['says the years', award('2024-05-06', { years: 5 }), [20240506, undefined, undefined, 5]],
  ])('%s', (_title, fact, expected) => {
    expect(read(fact)).toEqual([expected])
  })
})

describe('several decisions on one benefit that runs: one holds at a time', () => {
  test('a later one takes the place of an earlier one from its month, without a month between them', () => {
    expect(read(award('2023-03-10', { id: 1 }), award('2024-05-06', { id: 2 }))).toEqual([
      [20230310, undefined, month(2024, 5), undefined],
      [20240506, month(2024, 5), undefined, undefined],
    ])
  })

  test('a later one that names an earlier month takes the whole place', () => {
    expect(read(award('2024-06-10', { id: 1 }), award('2025-03-06', { id: 2, from: '2024-01-01' }))).toEqual([
      [20250306, month(2024, 1), undefined, undefined],
    ])
  })

  test('the same decision on two files is one', () => {
    const one = award('2024-05-06', { id: 1, document: '甲' })
    const other = award('2024-05-06', { id: 2 })

    expect(read(one, other)).toHaveLength(1)
  })

  test('an ended one and a later one leave the months between unpaid', () => {
    expect(read(award('2022-01-10', { id: 1, to: '2023-01-01' }), award('2024-05-06', { id: 2 }))).toEqual([
      [20220110, undefined, month(2023, 1), undefined],
      [20240506, undefined, undefined, undefined],
    ])
  })

  test('decisions on different benefits stand beside each other, in the order of the register', () => {
    const facts = [award('2024-05-06', { id: 1, benefit: 'care-allowance' }), award('2024-05-06', { id: 2 })]

    expect(awardsOf(facts).map(({ benefit }) => benefit)).toEqual(['disability-pension', 'care-allowance'])
  })
})

describe('several decisions on what is paid for an event: each counts', () => {
  const news = (approved: string, keeping: Keeping & Partial<FactValues['award']>) =>
    award(approved, { ...keeping, benefit: 'merit-news-money' })

  test('two feats are two', () => {
    expect(read(news('2024-05-06', { id: 1 }), news('2025-05-06', { id: 2 }))).toHaveLength(2)
  })

  test('one decision told by two files is one', () => {
    expect(read(news('2024-05-06', { id: 1, document: '甲' }), news('2024-05-06', { id: 2 }))).toHaveLength(1)
    expect(read(news('2024-05-06', { id: 1 }), news('2024-05-06', { id: 2, document: '甲' }))).toHaveLength(1)
  })

  test('two papers of one day are two', () => {
    const papers = [news('2024-05-06', { id: 1, document: '甲' }), news('2024-05-06', { id: 2, document: '乙' })]

    expect(read(...papers)).toHaveLength(2)
  })
})

describe('merits', () => {
  const merits = (...values: readonly FactValues['merit'][]) =>
    meritsOf(values.map((value, at) => kept('merit', value, { id: at + 1 })))

  test.each<[string, FactValues['merit'], readonly unknown[]]>([
    ['by the day of the order', { class: '三等功', on: day('1979-03-16') }, ['third', 19790316, false]],
    ['by the year alone', { class: '荣立二等功', year: 1979 }, ['second', 19790000, false]],
    ['without any date', { class: '优秀士兵' }, ['excellent', 0, false]],
    ['in war, as the words say', { class: '三等战功', year: 1979 }, ['third', 19790000, true]],
    ['in war, as the fact says', { class: '三等功', year: 1979, wartime: true }, ['third', 19790000, true]],
  ])('%s', (_title, value, expected) => {
    expect(merits(value).map((merit) => [merit.class, merit.on, merit.wartime])).toEqual([expected])
  })

  test('a feat told twice, once with its day and once with its year, is one', () => {
    expect(merits({ class: '三等功', year: 1979 }, { class: '三等功', on: day('1979-03-16') })).toEqual([
      { class: 'third', on: 19790316, wartime: false },
    ])
  })

  test('two feats of one class are two, and what draws nothing is left out', () => {
    expect(
      merits({ class: '三等功', year: 1979 }, { class: '三等功', year: 1981 }, { class: '嘉奖', year: 1982 }),
    ).toHaveLength(2)
  })
})
