import type { FigureCard, ReportComparison } from '@dongzhou/contract/reports'
import { describe, expect, test } from 'vitest'
import { excerptsOf } from './excerpts.ts'
import { type FigureAsk, figureOf, formatNamed, nameOfFormat, previewAsk, stepOf } from './figure-ask.ts'
import { changedFigures, figureChanges } from './figure-changes.ts'
import { likelyCutOff, likelyHalf, yearBefore, yearsUpTo } from './half-year.ts'
import { originOf, sayOf } from './number-origin.ts'
import { countsOf, numbersOf } from './report-numbers.ts'
import { aDocument, aFigure, aParagraph } from './reports-for-tests.ts'

describe('half-years', () => {
  test.each([
    ['2025-01-20', 2024, 'second'],
    ['2025-02-01', 2025, 'first'],
    ['2025-07-31', 2025, 'first'],
    ['2025-08-01', 2025, 'second'],
  ])('on %s the report is most likely for %i, %s half', (today, year, half) => {
    expect(likelyHalf(today)).toEqual({ year, half })
  })

  test.each([
    ['while it runs, today', '2025-05-12', '2025-05-12'],
    ['on its last day, that day', '2025-06-30', '2025-06-30'],
    ['when it is over, its end', '2025-11-24', '2025-06-30'],
    ['before it began, its end', '2024-12-01', '2025-06-30'],
  ])('the cut-off to begin with is: %s', (_, today, cutOff) => {
    expect(likelyCutOff({ year: 2025, half: 'first' }, today)).toBe(cutOff)
  })

  test('the same day last year, in February too', () => {
    expect(yearBefore('2025-06-30')).toBe('2024-06-30')
    expect(yearBefore('2024-02-29')).toBe('2023-02-28')
  })

  test('six years can be chosen, this one first', () => {
    expect(yearsUpTo('2025-06-30')).toEqual([2025, 2024, 2023, 2022, 2021, 2020])
  })
})

describe('the numbers of a report', () => {
  const missing = aFigure({ id: 'missing', reading: { missing: 'room-not-built' }, shown: '（待录入）条' })
  const rounded = aFigure({ id: 'rounded', reading: { value: 5780, rows: 18 }, shown: '超5000人次', unit: '人次' })
  const document = aDocument(
    aParagraph('one', aFigure(), missing, rounded, { kind: 'typed', id: 'typed-1', text: '25户' }),
  )
  const card = { id: 'lectures', indicator: 'red-lectures-held', name: '宣讲场次', query: '数宣讲' }
  const drift = { isDrifted: true } as FigureCard['drift']
  const numbers = numbersOf(document, [{ ...card, drift } as FigureCard], [])

  test('stand in reading order with their words and counts', () => {
    expect(numbers.map(({ id, name, standing }) => [id, name, standing])).toEqual([
      ['lectures', '宣讲场次', 'bound'],
      ['missing', '宣讲场次', 'missing'],
      ['rounded', '宣讲场次', 'bound'],
      ['typed-1', '手工数字', 'typed'],
    ])
    expect(countsOf(numbers)).toEqual({ bound: 2, missing: 1, typed: 1, drifted: 1 })
  })

  test('say where they come from; the exact value only where the sentence rounds', () => {
    const origins = numbers.map((number) => originOf(number, undefined))

    expect(origins[0]).toMatchObject({ value: '3场', rows: '3 条', cutOff: '2025年6月30日（自1月1日）' })
    expect(origins[1]?.rows).toBeUndefined()
    expect(origins[2]?.rows).toBe('18 条，准确值 5780人次')
    expect(origins[3]).toMatchObject({ isBound: false, value: '25户' })
  })

  test('say on hovering what they are and how they were counted', () => {
    expect(sayOf(numbers[0])).toBe('宣讲场次：3场，3 条记录\n数宣讲\n2025年1月1日至6月30日')
    expect(sayOf(undefined)).toBe('')
  })
})

describe('the form of a figure', () => {
  const ask: FigureAsk = {
    indicator: 'red-lectures-held',
    from: '2025-01-01',
    to: '2025-06-30',
    unit: '场',
    format: { kind: 'plain' },
  }

  test.each(['plain', 'over', 'rest', 'chinese-count', 'magnitude'] as const)(
    'the wording %s comes back as itself',
    (name) => {
      const format = formatNamed(name, 500)

      expect(nameOfFormat(format)).toBe(name)
      expect(stepOf(format)).toBe(name === 'over' || name === 'rest' ? 500 : undefined)
    },
  )

  test.each([
    ['no indicator', { indicator: undefined }],
    ['no first day', { from: undefined }],
    ['the first day after the last', { from: '2025-06-30', to: '2025-06-01' }],
    ['a last day beyond the cut-off', { to: '2025-07-01' }],
  ])('with %s nothing is asked yet', (_, change) => {
    expect(previewAsk({ ...ask, ...change }, { id: 7, cutOff: '2025-06-30' })).toBeUndefined()
  })

  test('a whole form asks, and its answer is worded', () => {
    expect(previewAsk(ask, { id: 7, cutOff: '2025-06-30' })).toEqual({
      id: 7,
      indicator: 'red-lectures-held',
      from: '2025-01-01',
      to: '2025-06-30',
    })
    expect(figureOf(ask, 'new', { value: 12, rows: 12 })).toMatchObject({ id: 'new', shown: '12场' })
    expect(figureOf(ask, 'new', { value: 0, rows: 0 })).toMatchObject({ shown: '（暂无记录）场' })
  })
})

describe('two cut-offs', () => {
  type Change = ReportComparison['figures'][number]
  const change = (part: Partial<Change>): Change => ({
    id: 'lectures',
    indicator: 'red-lectures-held',
    name: '宣讲场次',
    unit: '场',
    before: { value: 1, rows: 1 },
    after: { value: 3, rows: 3 },
    shownBefore: '1场',
    shownAfter: '3场',
    difference: 2,
    ...part,
  })

  test('towards the report the difference is what came, towards the other day what goes', () => {
    expect(figureChanges([change({})], 'to-report')).toMatchObject([
      { before: '1场', after: '3场', difference: '+2 场' },
    ])
    expect(figureChanges([change({})], 'to-other')).toMatchObject([
      { before: '3场', after: '1场', difference: '−2 场' },
    ])
  })

  test('money is told in its unit, not in fen', () => {
    expect(figureChanges([change({ unit: '元', difference: 123_450 })], 'to-report')[0]?.difference).toBe('+1,234.5 元')
  })

  test('a figure without a number on one side has no difference, and is a change all the same', () => {
    const gone = change({ shownBefore: '（暂无记录）场', difference: null })

    expect(changedFigures([gone], 'to-report')).toMatchObject([{ difference: '' }])
  })

  test('the same figure is no change; the same words over another exact value are', () => {
    expect(changedFigures([change({ shownBefore: '3场', difference: 0 })], 'to-report')).toEqual([])
    expect(changedFigures([change({ shownBefore: '3场', difference: 2 })], 'to-report')).toHaveLength(1)
  })
})

describe('excerpts of long paragraphs', () => {
  const long = '很长的开头'.repeat(10)

  test('show where the versions differ, with a little around', () => {
    expect(excerptsOf([`${long}甲${long}`, `${long}乙乙${long}`, `${long}${long}`])).toEqual([
      `…${long.slice(-12)}甲${long.slice(0, 12)}…`,
      `…${long.slice(-12)}乙乙${long.slice(0, 12)}…`,
      `…${long.slice(-12)}${long.slice(0, 12)}…`,
    ])
  })

  test('short texts, and one that is gone, stand whole', () => {
    expect(excerptsOf(['甲', '乙', '丙'])).toEqual(['甲', '乙', '丙'])
    expect(excerptsOf([long, '', `${long}。`])).toEqual([long, '', `${long}。`])
  })
})
