import type { Spending } from '@dongzhou/contract/benefits'
import { describe, expect, test } from 'vitest'
import { monthsBetween } from './entitlement-month.ts'
import {
  compositionChart,
  compositionSentence,
  horizonOf,
  monthsOfSpending,
  progressChart,
  progressSentence,
  restOf,
  writePart,
  writeWan,
} from './spending-figures.ts'

/** A year with a million yuan due in each of its months. */
function aYear(part: Partial<Spending> = {}): Spending {
  const year = part.year ?? 2026
  return {
    year,
    now: '2026-11',
    months: monthsBetween(`${year}-01`, `${year}-12`).map((month) => ({ month, amount: 100_000_000, recipients: 581 })),
    benefits: [],
    due: 1_100_000_000,
    forecast: 100_000_000,
    appropriation: null,
    appropriationVersion: 0,
    rest: null,
    may: { appropriate: true },
    ...part,
  }
}

const setAside = { amount: 1_250_000_000, document: '', decidedOn: '2026-01-20', reason: '', by: '', version: 1 }

describe('money as it is spoken of', () => {
  test.each([
    [1_249_948_534, '1,249.95 万元'],
    [1_000_000, '1 万元'],
    [999_999, '9,999.99 元'],
    [0, '0.00 元'],
    [-5_601_808, '-5.6 万元'],
  ])('%i fen is %s', (fen, text) => {
    expect(writeWan(fen)).toBe(text)
  })

  test('a share that is there never reads as nothing', () => {
    expect([writePart(1, 1000), writePart(0, 1000), writePart(340, 1000)]).toEqual(['不足 1%', '0%', '34%'])
  })
})

describe('how far the money has gone', () => {
  test('with what was set aside, the sentence says the share and what is left', () => {
    expect(progressSentence(aYear({ appropriation: setAside, rest: 50_000_000 }), true)).toBe(
      '截至2026年11月应发 1,100 万元，占全年安排的 88%；预计全年 1,200 万元，结余 50 万元。',
    )
  })

  test('what falls short is called that', () => {
    const short = aYear({ appropriation: { ...setAside, amount: 1_190_000_000 }, rest: -10_000_000 })

    expect(progressSentence(short, true)).toContain('缺口 10 万元。')
  })

  test('nothing set aside is said of the whole bureau, and not of a town, for which nothing ever is', () => {
    expect(progressSentence(aYear(), true)).toMatch(/。全年资金安排尚未登记。$/)
    expect(progressSentence(aYear(), false)).toBe('截至2026年11月应发 1,100 万元；预计全年 1,200 万元。')
  })

  test('a year gone has no forecast', () => {
    expect(progressSentence(aYear({ year: 2025, due: 1_200_000_000, forecast: 0 }), false)).toBe(
      '2025年应发 1,200 万元。',
    )
  })

  test('a year to come is told as far as anybody can see, and its rest is not', () => {
    const next = aYear({ year: 2027, due: 0, forecast: 1_100_000_000, appropriation: setAside, rest: 150_000_000 })

    expect(horizonOf(next)).toBe('2027-11')
    expect(progressSentence(next, true)).toBe('预计2027年1月至11月应发 1,100 万元。')
    expect(restOf(next)).toBeNull()
  })
})

describe('the picture of it', () => {
  test('months add up, and those after this one are forecast', () => {
    const months = monthsOfSpending(aYear())

    expect(months.map(({ sum }) => sum).slice(-2)).toEqual([1_100_000_000, 1_200_000_000])
    expect(months.filter(({ isForecast }) => isForecast).map(({ month }) => month)).toEqual(['2026-12'])
  })

  test('due and forecast never stand in one column, and only the end has its figure', () => {
    const { series, labelled, labels, limit } = progressChart(aYear({ appropriation: setAside }))
    const [full, pale] = series

    expect(full?.values.map((value, at) => value === null || pale?.values[at] === null)).not.toContain(false)
    expect([labels[0], labels.length, labelled]).toEqual(['1月', 12, [11]])
    expect(limit).toEqual({ value: 1_250_000_000, label: '全年安排 1,250 万元' })
  })

  test('months nobody can see yet stay empty', () => {
    const { series, labelled } = progressChart(aYear({ year: 2027, due: 0, forecast: 1_100_000_000 }))

    expect(series[1]?.values.at(-1)).toBeNull()
    expect(labelled).toEqual([10])
  })
})

describe('what the money goes into', () => {
  const benefit = (name: 'care-allowance' | 'disability-pension', due: number): Spending['benefits'][number] => ({
    benefit: name,
    benefitName: name === 'care-allowance' ? '护理费' : '残疾抚恤金',
    due,
    forecast: 0,
    appropriation: null,
    appropriationVersion: 0,
    months: [],
  })

  test('the dearest goes first and into the sentence', () => {
    const benefits = [benefit('care-allowance', 1_000_000), benefit('disability-pension', 3_000_000)]

    expect(compositionSentence({ benefits })).toBe('残疾抚恤金最多，占全年的 75%。')
    expect(compositionChart({ benefits }).rows.map(({ text }) => text)).toEqual(['3 万元，75%', '1 万元，25%'])
  })

  test('one alone is not compared, and nothing says nothing', () => {
    expect(compositionSentence({ benefits: [benefit('care-allowance', 5)] })).toBe('全年支出都是护理费。')
    expect(compositionSentence({ benefits: [benefit('care-allowance', 0)] })).toBeUndefined()
  })
})
