import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalExclusions, regularBenefits } from '../exclusion-list.ts'
import { type Award, arrangements, identityBits, insurances, type PersonFacts, type Stretch } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { ruralVeteranSubsidy } from './rural-veteran-subsidy.ts'

// 688 yuan a year a service year from 2023-08-01 (S63 of the reference), 60 a month from 2024-08-01 (S21).
const amounts = [
  aRate({
    kind: 'rural-veteran-subsidy',
    value: 68_800,
    unit: 'fen-a-year-a-service-year',
    validFrom: day('2023-08-01'),
    validTo: day('2024-08-01'),
  }),
  aRate({
    kind: 'rural-veteran-subsidy',
    value: 6000,
    unit: 'fen-a-month-a-service-year',
    validFrom: day('2024-08-01'),
  }),
]
const conditions = [
  aRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
  aRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
  aRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
]
const otherChoices = usualChoices.filter(
  ({ kind, key }) => kind !== 'service-years' && !(kind === 'start-month' && key === 'rural-veteran-subsidy'),
)
function questionWith({ years = 'dates', starts = 'birthday' } = {}): Question {
  const choices = [
    aRate({ kind: 'service-years', choice: years }),
    aRate({ kind: 'start-month', key: 'rural-veteran-subsidy', choice: starts }),
  ]
  return new Question(ruralVeteranSubsidy, new RateBook([...otherChoices, ...choices, ...conditions, ...amounts]), [])
}
const question = questionWith()

const usual: Omit<Stretch, 'from'> = {
  identities: identityBits(['veteran']),
  born: 19641120,
  enlisted: 19831105,
  conscriptFrom: 19831105,
  conscriptTo: 19861030,
  discharged: 19861030,
  ruralAtDischarge: 1,
  insurance: insurances.indexOf('resident'),
  arrangement: arrangements.indexOf('demobilised'),
}

function veteran(change: Partial<Omit<Stretch, 'from'>> = {}, award: Partial<Award> = {}): PersonFacts {
  return aPerson({ ...usual, ...change }, { benefit: 'rural-veteran-subsidy', approved: 20241110, ...award })
}

const on = month(2025, 3)
const THREE_YEARS = 18_000

describe('amounts that were published', () => {
  test('three years at 60 yuan a month make 2,160 yuan a year (S21)', () => {
    const { inSegments } = twoReadings(question, veteran(), { from: month(2025, 1), to: month(2026, 1) })
    const paid = inSegments.map((line) => Number(line.split(' ')[2]))

    expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(216_000)
  })

  test('两头年: joined in December, left in January three years on, is four years and 2,880 a year (S21)', () => {
    const twoEnds = veteran({ enlisted: 19831210, conscriptFrom: 19831210, conscriptTo: 19860115 })

    expect(shortly(verdictOn(questionWith({ years: 'calendar' }), twoEnds, on))).toBe(24_000)
    expect(shortly(verdictOn(questionWith({ years: 'dates' }), twoEnds, on))).toBe(18_000)
  })

  test.each(['dates', 'calendar'])('October 1956 to December 1961 is six years (S20), counted by %s', (years) => {
    const person = veteran({ born: 19380301, enlisted: 19561000, conscriptFrom: 19561000, conscriptTo: 19611200 })

    expect(shortly(verdictOn(questionWith({ years }), person, on))).toBe(36_000)
  })

  test('688 yuan a year a service year (S63) is paid by the twelfth: three years are 172 yuan a month', () => {
    const person = veteran({ born: 19600101 }, { approved: 20230901 })

    expect(shortly(verdictOn(question, person, month(2024, 7)))).toBe(17_200)
    expect(shortly(verdictOn(question, person, month(2024, 8)))).toBe(18_000)
  })
})

describe('years', () => {
  test.each<[string, Partial<Omit<Stretch, 'from'>>, Partial<Award>, number | readonly string[]]>([
    ['a part of a year counts as one: three years and a day', { conscriptTo: 19861106 }, {}, 24_000],
    ['three years to the day are three', { conscriptTo: 19861105 }, {}, THREE_YEARS],
    ['the years decided outrank those counted', {}, { years: 5 }, 30_000],
    ['the years decided do for years nobody can count', { conscriptTo: undefined }, { years: 5 }, 30_000],
    ['an end nobody knows', { conscriptTo: undefined }, {}, ['? service']],
    ['a beginning nobody knows', { conscriptFrom: undefined }, {}, ['? service']],
    ['an end before the beginning', { conscriptTo: 19820101 }, {}, ['? service']],
    ['known to the year alone: two or three by dates', { conscriptTo: 19860000 }, {}, ['? service']],
    ['no service as a conscript', { conscriptTo: 19831105 }, {}, ['no-conscript-years']],
  ])('%s', (_title, change, award, answer) => {
    expect(shortly(verdictOn(question, veteran(change, award), on))).toEqual(answer)
  })

  test('years as a sergeant do not count: discharged in 1995, conscript to 1986', () => {
    expect(shortly(verdictOn(question, veteran({ discharged: 19951130 }), on))).toBe(THREE_YEARS)
  })

  test('a method that changes later leaves what was decided before it', () => {
    const changing = [
      aRate({ kind: 'service-years', choice: 'dates', validTo: day('2025-01-01') }),
      aRate({ kind: 'service-years', choice: 'calendar', validFrom: day('2025-01-01') }),
      aRate({ kind: 'start-month', key: 'rural-veteran-subsidy', choice: 'approval' }),
    ]
    const book = new RateBook([...otherChoices, ...changing, ...conditions, ...amounts])
    const asked = new Question(ruralVeteranSubsidy, book, [])

    expect(shortly(verdictOn(asked, veteran({}, { approved: 20241110 }), on))).toBe(18_000)
    expect(shortly(verdictOn(asked, veteran({}, { approved: 20250110 }), on))).toBe(24_000)
  })
})

describe('conditions', () => {
  test.each<[string, Partial<Omit<Stretch, 'from'>>, number | readonly string[]]>([
    ['joined on 31 October 1954', { enlisted: 19541031, born: 19340101 }, ['enlisted-too-early']],
    ['joined on 1 November 1954', { enlisted: 19541101, born: 19340101 }, THREE_YEARS],
    ['joined in October 1954, day unknown', { enlisted: 19541000, born: 19340101 }, ['enlisted-too-early']],
    ['joined in 1954, month unknown', { enlisted: 19540000, born: 19340101 }, ['? service']],
    ['joined on 31 October 2011', { enlisted: 20111031 }, THREE_YEARS],
    ['joined on 1 November 2011', { enlisted: 20111101 }, ['enlisted-too-late']],
    ['nobody knows when', { enlisted: undefined }, ['? service']],
    ['sixty next month', { born: 19650401 }, ['too-young', 'not-started']],
    ['sixty this month', { born: 19650331 }, THREE_YEARS],
    ['birth not known', { born: undefined }, ['? birth']],
    ['urban at discharge', { ruralAtDischarge: 0 }, ['not-rural-at-discharge']],
    ['nobody knows where registered at discharge', { ruralAtDischarge: undefined }, ['? registration-at-discharge']],
    ['employee pension', { insurance: insurances.indexOf('employee') }, ['employee-insured']],
    ['retirement pay', { insurance: insurances.indexOf('retirement') }, ['employee-insured']],
    ['no insurance', { insurance: insurances.indexOf('none') }, THREE_YEARS],
    ['insurance not known', { insurance: undefined }, ['? pension-insurance']],
    ['the state found work for him', { arrangement: arrangements.indexOf('assigned-work') }, ['work-arranged']],
    ['nobody knows how he was placed', { arrangement: undefined }, ['? arrangement']],
    ['a survivor only', { identities: identityBits(['survivor-of-martyr']) }, ['not-of-identity']],
    [
      'young, urban, insured: every reason',
      { born: 19800101, ruralAtDischarge: 0, insurance: insurances.indexOf('employee') },
      ['too-young', 'not-rural-at-discharge', 'employee-insured', 'not-started'],
    ],
  ])('%s', (_title, change, answer) => {
    expect(shortly(verdictOn(question, veteran(change), on))).toEqual(answer)
  })

  test('once recognised, what was so at discharge stands as found, unless a paper says no', () => {
    const recognised = { identities: identityBits(['rural-veteran-60']), arrangement: undefined }

    expect(shortly(verdictOn(question, veteran({ ...recognised, ruralAtDischarge: undefined }), on))).toBe(THREE_YEARS)
    expect(shortly(verdictOn(question, veteran({ ...recognised, ruralAtDischarge: 0 }), on))).toEqual([
      'not-rural-at-discharge',
    ])
  })

  test('whatever the rate book lacks is asked for', () => {
    const bare = new Question(ruralVeteranSubsidy, new RateBook([]), [])

    expect(shortly(verdictOn(bare, veteran(), on))).toEqual([
      '? age',
      '? enlisted-from',
      '? enlisted-before',
      '? service-years',
      '? start-month',
    ])
  })
})

test('one end of the window missing, or the amount, is asked for alone', () => {
  const without = (missing: Rate['kind']) =>
    new Question(
      ruralVeteranSubsidy,
      new RateBook([...usualChoices, ...conditions, ...amounts].filter(({ kind }) => kind !== missing)),
      [],
    )

  for (const kind of ['enlisted-from', 'enlisted-before', 'rural-veteran-subsidy'] as const)
    expect(shortly(verdictOn(without(kind), veteran(), on))).toEqual([`? ${kind}`])
})

describe('the first month of somebody who turned sixty in November 2024 and was approved in February 2025', () => {
  test.each<[string, Month]>([
    ['birthday', month(2024, 11)],
    // January of the year in which the man turns 60 (S20): before the birthday itself.
    ['birthday-year', month(2024, 1)],
    ['approval-year', month(2025, 1)],
    ['approval', month(2025, 2)],
    ['after-approval', month(2025, 3)],
  ])('%s', (starts, first) => {
    const person = veteran({}, { approved: 20250214 })
    const { inSegments } = twoReadings(questionWith({ starts }), person, { from: month(2023, 10), to: month(2025, 6) })
    const paid = inSegments.find((line) => line.includes('entitled'))

    expect(paid?.split(' ')[0]).toBe(String(first))
  })
})

test('by January of the year of the birthday, December before it is too young', () => {
  const person = veteran({}, { approved: 20250214 })
  const asked = questionWith({ starts: 'birthday-year' })

  expect(shortly(verdictOn(asked, person, month(2023, 12)))).toEqual(['too-young', 'not-started'])
  expect(shortly(verdictOn(asked, person, month(2024, 1)))).toBe(17_200)
})

describe('民发〔2011〕110号: not beside other regular money of the state', () => {
  const excluding = new Question(
    ruralVeteranSubsidy,
    new RateBook([...usualChoices, ...conditions, ...amounts]),
    nationalExclusions,
  )

  test.each(regularBenefits)('%s', (benefit) => {
    const person = { ...veteran(), awards: [...veteran().awards, { benefit, approved: 20250301 }] }

    expect(shortly(verdictOn(excluding, person, month(2025, 2)))).toBe(THREE_YEARS)
    expect(verdictOn(excluding, person, month(2025, 3))).toEqual({
      kind: 'refused',
      reasons: [{ refusal: 'excluded-by-other', article: { law: 'rural-veterans-notice-2011', article: '' } }],
    })
  })

  test('one that has ended does not exclude', () => {
    const ended: Award = { benefit: 'ill-returned-subsidy', approved: 20200101, to: month(2025, 2) }
    const person = { ...veteran(), awards: [...veteran().awards, ended] }

    expect(shortly(verdictOn(excluding, person, month(2025, 1)))).toEqual(['excluded-by-other'])
    expect(shortly(verdictOn(excluding, person, month(2025, 2)))).toBe(THREE_YEARS)
  })
})

test('asking each month alone equals the segments, by every method', () => {
  fc.assert(
    fc.property(
      fc.record({
        born: fc.integer({ min: 1960, max: 1967 }).map((year) => year * 10_000 + 831),
        died: fc.constantFrom(undefined, 20250505),
        insurance: fc.constantFrom(undefined, 0, 2, 3),
        conscriptTo: fc.constantFrom(19841105, 19861200, 19870000),
      }),
      fc.constantFrom('dates', 'calendar'),
      fc.constantFrom('birthday', 'birthday-year', 'approval', 'after-approval', 'approval-year'),
      (change, years, starts) => {
        const person = veteran(change, { approved: 20250214 })
        const { inSegments, eachAlone } = twoReadings(questionWith({ years, starts }), person, {
          from: month(2023, 6),
          to: month(2027, 1),
        })

        expect(inSegments).toEqual(eachAlone)
      },
    ),
  )
})

test('a longer service never draws less, by either method', () => {
  const ends = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => 19840000 + 10_000 * Math.floor(days / 360) + 101 + (days % 28))
  fc.assert(
    fc.property(ends, ends, fc.constantFrom('dates', 'calendar'), (one, other, years) => {
      const paid = (conscriptTo: number) =>
        Number(shortly(verdictOn(questionWith({ years }), veteran({ conscriptTo }), on)))

      expect(paid(Math.max(one, other))).toBeGreaterThanOrEqual(paid(Math.min(one, other)))
    }),
  )
})
