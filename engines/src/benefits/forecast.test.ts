import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { identityBit, leavings, type PersonFacts } from './facts.ts'
import { birthdaysOf, changesOf } from './forecast.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList } from './rule-list.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson } from './sample-person.ts'

const sixth = (value: number, from: string, to?: string) =>
  aRate({
    kind: 'disability-pension',
    key: 'duty-6',
    value,
    unit: 'fen-a-month',
    validFrom: day(from),
    validTo: to === undefined ? undefined : day(to),
  })
const rates = [
  ...usualChoices,
  sixth(300_000, '2020-01-01', '2026-01-01'),
  sixth(318_000, '2026-01-01'),
  aRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
  aRate({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }),
  aRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
  aRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
  aRate({ kind: 'survivor-pension', key: 'martyr', value: 250_000, unit: 'fen-a-month' }),
  aRate({ kind: 'conscript-allowance', value: 3_000_000, unit: 'fen-a-year' }),
  aRate({ kind: 'conscript-years', value: 2, unit: 'years' }),
]
const questions = ruleList.map((rule) => new Question(rule, new RateBook(rates), []))
const year = { from: month(2025, 6), to: month(2026, 6) }

function forecast(person: PersonFacts, months = year, asked = questions): readonly string[] {
  return changesOf(asked, person, months).map(
    ({ month: at, benefit, before, after, reason }) =>
      `${at - months.from} ${benefit} ${before.outcome} ${before.amount} ${after.outcome} ${after.amount} ${reason}`,
  )
}

const disabled = { identities: identityBit('disabled-veteran'), grade: 6, nature: 1 }
const award = { benefit: 'disability-pension', approved: 20200310 } as const
const rural = {
  identities: identityBit('rural-veteran-60'),
  enlisted: 19831101,
  conscriptFrom: 19831101,
  conscriptTo: 19870110,
  insurance: 2,
}

describe('what changes in the next twelve months', () => {
  test.each<[string, PersonFacts, readonly string[]]>([
    [
      'a new rate from January',
      aPerson(disabled, award),
      ['7 disability-pension entitled 300000 entitled 318000 rate'],
    ],
    [
      'a decision that names September',
      aPerson(disabled, { ...award, from: month(2025, 9), to: month(2026, 1) }),
      ['3 disability-pension refused 0 entitled 300000 begins', '7 disability-pension entitled 300000 refused 0 ends'],
    ],
    [
      'a veteran who turns sixty in October and has not applied',
      aPerson({ ...rural, born: 19651031 }),
      ['4 rural-veteran-subsidy refused 0 entitled 0 comes-of-age'],
    ],
    [
      'a suspension that ends',
      {
        stretches: [
          { from: 0 as Month, ...disabled, suspended: 1 },
          { from: month(2025, 8), ...disabled },
        ],
        awards: [{ ...award, to: month(2025, 12) }],
        merits: [],
      },
      [
        '2 disability-pension refused 0 entitled 300000 suspension',
        '6 disability-pension entitled 300000 refused 0 ends',
      ],
    ],
    [
      'a death known this month',
      aPerson({ ...disabled, died: 20250620 }, award),
      ['1 disability-pension entitled 300000 refused 0 death'],
    ],
    [
      'a martyr’s child that turns eighteen',
      aPerson(
        { identities: identityBit('survivor-of-martyr'), survivorOf: 0, relation: 2, ground: 4, born: 20071220 },
        { benefit: 'survivor-pension', approved: 20200310 },
      ),
      ['6 survivor-pension entitled 250000 refused 0 grows-up'],
    ],
  ])('%s', (_title, person, expected) => {
    const own = questions.filter(({ rule }) => expected[0]?.includes(rule.benefit))

    expect(forecast(person, year, own)).toEqual(expected)
  })

  test('half-years are told in the month they are due, not again in the month after', () => {
    const family = aPerson(
      {
        identities: identityBit('conscript-family'),
        conscriptApproved: 20240910,
        conscriptLeft: 20260910,
        leaving: leavings.indexOf('completed'),
      },
      { benefit: 'conscript-family-allowance', approved: 20240910 },
    )
    const own = questions.filter(({ rule }) => rule.benefit === 'conscript-family-allowance')

    expect(forecast(family, year, own)).toEqual([
      '3 conscript-family-allowance refused 0 entitled 1500000 half-year',
      '9 conscript-family-allowance refused 0 entitled 1500000 half-year',
    ])
  })

  test('December carries what the months cut off, and January does not', () => {
    const book = new RateBook([
      ...usualChoices.filter(({ kind }) => kind !== 'month-rounding'),
      aRate({ kind: 'month-rounding', choice: 'december' }),
      aRate({ kind: 'disability-pension', key: 'duty-6', value: 1_000_001, unit: 'fen-a-year' }),
    ])
    const own = ruleList.filter(({ benefit }) => benefit === 'disability-pension')
    const asked = own.map((rule) => new Question(rule, book, []))

    expect(forecast(aPerson(disabled, award), year, asked)).toEqual([
      '6 disability-pension entitled 83333 entitled 83338 rounding',
      '7 disability-pension entitled 83338 entitled 83333 rounding',
    ])
  })

  test('an index of next year that nobody has published leaves January open, and it is named: no rate was adjusted', () => {
    const share = aRate({
      kind: 'care-allowance',
      key: 'war-duty-1-2',
      value: 5000,
      unit: 'percent-of-base',
      base: 'average-wage',
    })
    const wage = aRate({
      kind: 'average-wage',
      value: 12_000_000,
      unit: 'fen-a-year',
      validFrom: day('2024-01-01'),
      validTo: day('2025-01-01'),
    })
    const own = ruleList.filter(({ benefit }) => benefit === 'care-allowance')
    const asked = own.map((rule) => new Question(rule, new RateBook([...usualChoices, share, wage]), []))
    const person = aPerson(
      { ...disabled, grade: 1, nature: 0, care: 0 },
      { benefit: 'care-allowance', approved: 20200310 },
    )

    expect(changesOf(asked, person, year)).toMatchObject([
      { month: month(2026, 1), after: { outcome: 'unknown' }, reason: 'not-known', lacking: ['average-wage'] },
    ])
  })

  test('what is missing and comes to be known is an answer again, and no adjustment either', () => {
    const book = new RateBook([...usualChoices, sixth(300_000, '2025-10-01')])
    const own = ruleList.filter(({ benefit }) => benefit === 'disability-pension')
    const asked = own.map((rule) => new Question(rule, book, []))

    expect(forecast(aPerson(disabled, award), year, asked)).toEqual([
      '4 disability-pension unknown 0 entitled 300000 known',
    ])
  })

  test('a rate that ends leaves the answer open, and what is missing is the reason', () => {
    const book = new RateBook([...usualChoices, sixth(300_000, '2020-01-01', '2025-10-01')])
    const own = ruleList.filter(({ benefit }) => benefit === 'disability-pension')
    const asked = own.map((rule) => new Question(rule, book, []))

    expect(forecast(aPerson(disabled, award), year, asked)).toEqual([
      '4 disability-pension entitled 300000 unknown 0 not-known',
    ])
  })

  test('nothing changes for somebody of whom nothing hangs on time', () => {
    expect(forecast(aPerson({ identities: 0 }))).toEqual([])
  })
})

describe('birthdays', () => {
  test.each<[string, Parameters<typeof aPerson>[0], readonly string[]]>([
    ['sixty in the first month', { born: 19650601 }, ['60 0']],
    ['sixty in the last month', { born: 19660531 }, ['60 11']],
    ['sixty in the month after the last', { born: 19660601 }, []],
    ['eighty', { born: 19460300 }, ['80 9']],
    ['the year of birth alone is no month', { born: 19650000 }, []],
    ['not known', {}, []],
    ['dead', { born: 19650601, died: 20250101 }, []],
  ])('%s', (_title, facts, expected) => {
    expect(
      birthdaysOf(aPerson(facts), [18, 60, 80], year).map(({ age, month: at }) => `${age} ${at - year.from}`),
    ).toEqual(expected)
  })
})
