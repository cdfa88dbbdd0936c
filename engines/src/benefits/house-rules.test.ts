import { day } from '@dongzhou/terms/day'
import type { Rate, RateKind, RateUnit } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmedSince, houseRulesIn } from './house-rules.ts'
import { demoHouseRates } from './rates/demo-house.ts'
import { complaintsAboutRates } from './rates/plausibility.ts'
import { aRate } from './sample-book.ts'

const today = day('2026-03-01')
const row = (kind: RateKind, value: number, unit: RateUnit, more: Partial<Rate> = {}) =>
  aRate({ kind, value, unit, ...more })

describe('what the house rules for itself', () => {
  test('a demonstration bureau has the shipped samples, and says so', () => {
    expect(houseRulesIn(demoHouseRates, today)).toEqual({
      accountDays: 30,
      confirmedBy: '06-30',
      signatures: {
        byAmount: [{ from: 1_000_000_000, approvals: 2 }],
        byChange: [{ from: 2000, approvals: 2 }],
      },
      limits: { rise: 3000, factor: 1000, spread: 300 },
      lacking: [],
      isSample: true,
    })
  })

  test('without a row everything is read as strictly as can be, and each sentence names the row to enter', () => {
    const rules = houseRulesIn([], today)

    expect(rules).toMatchObject({
      confirmedBy: '00-00',
      signatures: { byAmount: [{ from: 0, approvals: 2 }], byChange: [{ from: 0, approvals: 2 }] },
      limits: { rise: undefined, factor: undefined, spread: undefined },
      isSample: false,
    })
    expect(rules.accountDays).toBeGreaterThan(36_500)
    expect(rules.lacking).toHaveLength(7)
    expect(rules.lacking[0]?.say).toBe(
      '标准库中没有“账户变更人回避天数”，现按最严办法执行：凡变更过收款账户的人，不论何时变更，都不得确认发放含有该账户的批次。请在标准库“内部控制”中按本局文件录入该项，并由第二人复核。',
    )
  })

  test.each([
    ['the day before it is in force', '2026-02-28', 36_525],
    ['the day it comes into force, in the middle of a month too', '2026-03-15', 60],
    ['the last day', '2026-12-31', 60],
    ['the day it ends', '2027-01-01', 36_525],
  ])('a row counts by the day: %s', (_title, on, days) => {
    const validFrom = day(on === '2026-02-28' ? '2026-03-01' : '2026-03-15')
    const rows = [row('account-days', 60, 'days', { validFrom, validTo: day('2027-01-01') })]

    expect(houseRulesIn(rows, day(on)).accountDays).toBe(days)
  })

  test('the nearest who ruled counts, as with every rate', () => {
    const rows = [
      row('account-days', 90, 'days', { jurisdiction: 'province', validFrom: day('2026-01-01') }),
      row('account-days', 45, 'days', { validFrom: day('2020-01-01') }),
    ]

    expect(houseRulesIn(rows, today).accountDays).toBe(45)
  })

  test('a third approval is asked only where the bureau rules it, and never takes the second away', () => {
    const two = row('approvals-by-amount', 500, 'fen', { key: '2' })
    const three = (value: number) => row('approvals-by-amount', value, 'fen', { key: '3' })

    expect(houseRulesIn([two, three(900)], today).signatures.byAmount).toEqual([
      { from: 500, approvals: 2 },
      { from: 900, approvals: 3 },
    ])
    expect(houseRulesIn([two, three(400)], today).signatures.byAmount).toEqual([{ from: 400, approvals: 3 }])
    expect(houseRulesIn([three(900)], today).signatures.byAmount).toEqual([
      { from: 0, approvals: 2 },
      { from: 900, approvals: 3 },
    ])
  })

  test('February ends with its leap day', () => {
    expect(houseRulesIn([row('yearly-confirmation', 2, 'month-of-year')], today).confirmedBy).toBe('02-29')
  })
})

test.each([
  ['2026-06-30', '06-30', '2025-01-01'],
  ['2026-07-01', '06-30', '2026-01-01'],
  ['2026-02-28', '02-29', '2025-01-01'],
  ['2026-03-01', '02-29', '2026-01-01'],
  ['2026-01-01', '00-00', '2026-01-01'],
])('on %s, when confirmation is due by %s, everybody must have been seen since %s', (on, confirmedBy, since) => {
  expect(confirmedSince(day(on), { confirmedBy })).toBe(since)
})

describe('the rows themselves are looked at', () => {
  const complaintsAbout = (rate: Rate) =>
    complaintsAboutRates({
      proposed: [{ ...rate, state: 'proposed', document: '局发〔2026〕3号' }],
      known: [],
      limits: { today, rise: undefined, factor: undefined, spread: undefined },
    }).map(({ field, weight }) => `${field} ${weight}`)

  test.each<[string, Rate, readonly string[]]>([
    [
      'twenty million yuan is an amount to rule about',
      row('approvals-by-amount', 2_000_000_000, 'fen', { key: '2' }),
      [],
    ],
    ['nought: two approvals whatever the amount', row('approvals-by-amount', 0, 'fen', { key: '2' }), []],
    ['in force from any day', row('account-days', 30, 'days', { validFrom: day('2026-01-20') }), []],
    ['a thirteenth month', row('yearly-confirmation', 13, 'month-of-year'), ['value refused']],
    ['a month of nought', row('yearly-confirmation', 0, 'month-of-year'), ['value refused']],
    ['a factor that lets nothing through', row('plausible-factor', 100, 'times'), ['value refused']],
    ['days counted in months', row('account-days', 1, 'months'), ['unit refused']],
  ])('%s', (_title, rate, expected) => {
    expect(complaintsAbout(rate)).toEqual(expected)
  })

  test('the shipped ones pass', () => {
    for (const rate of demoHouseRates) expect(complaintsAbout(rate)).toEqual([])
  })
})

describe('rates without the lines to hold them against', () => {
  const known = [aRate({ kind: 'minimum-wage', value: 200_000, validFrom: day('2025-01-01') })]
  const raised = (value: number) => [
    aRate({
      kind: 'minimum-wage',
      value,
      validFrom: day('2026-01-01'),
      state: 'proposed',
      document: '苏人社〔2025〕9号',
    }),
  ]
  const open = { today, rise: undefined, factor: undefined, spread: undefined }

  test('every rise is refused, and the sentence says which row is entered first', () => {
    const [complaint] = complaintsAboutRates({ proposed: raised(201_000), known, limits: open })

    expect(complaint).toMatchObject({ weight: 'refused', field: 'value' })
    expect(complaint?.say).toContain('标准库中还没有“标准倍数拦截线”，此前上调的标准不能录入。')
  })

  test('with the factor alone every rise wants its reason', () => {
    const limits = { ...open, factor: 1000 }

    expect(complaintsAboutRates({ proposed: raised(201_000), known, limits })).toMatchObject([
      { weight: 'held', say: expect.stringContaining('“标准年涨幅核对线”') },
    ])
    expect(complaintsAboutRates({ proposed: raised(200_000), known, limits })).toEqual([])
  })

  test('whatever the lines, none passes that the bureau without lines would let pass', () => {
    const line = fc.integer({ min: 101, max: 5000 })
    fc.assert(
      fc.property(fc.integer({ min: 200_001, max: 3_000_000 }), line, line, (value, factor, rise) => {
        const strict = complaintsAboutRates({ proposed: raised(value), known, limits: open })
        const ruled = complaintsAboutRates({ proposed: raised(value), known, limits: { ...open, factor, rise } })
        expect(strict.length).toBeGreaterThanOrEqual(ruled.length)
        expect(strict.every(({ weight }) => weight === 'refused')).toBe(true)
      }),
    )
  })
})
