import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { explain, segmentsOf } from './evaluate.ts'
import { nationalExclusions, regularBenefits } from './exclusion-list.ts'
import type { Exclusion } from './exclusions.ts'
import { type Award, identityBits, type PersonFacts } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { illReturnedSubsidy } from './rules/ill-returned-subsidy.ts'
import { nuclearTestSubsidy } from './rules/nuclear-test-subsidy.ts'
import { warParticipantSubsidy } from './rules/war-participant-subsidy.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from './sample-person.ts'
import { Subject } from './subject.ts'

const row = (way: Exclusion['way'], span: Partial<Exclusion> = {}): Exclusion => ({
  benefit: 'ill-returned-subsidy',
  other: 'war-participant-subsidy',
  way,
  document: '本地〔2025〕1号',
  article: { law: 'local-document', article: '第三条' },
  ...span,
})
const level = (
  kind: 'ill-returned-subsidy' | 'war-participant-subsidy' | 'nuclear-test-subsidy',
  yuan: number,
  from = '2010-01-01',
) => aRate({ kind, value: yuan * 100, validFrom: day(from) })
// 600 and 650 yuan are the national levels of 2019-08-01 (S59); the rest is made up so that the higher one changes.
const book = new RateBook([
  ...usualChoices,
  level('ill-returned-subsidy', 600),
  level('ill-returned-subsidy', 700, '2025-03-01'),
  level('war-participant-subsidy', 650),
  level('nuclear-test-subsidy', 650),
  level('war-participant-subsidy', 700, '2025-05-01'),
])

const ill: Award = { benefit: 'ill-returned-subsidy', approved: 20200101 }
const war: Award = { benefit: 'war-participant-subsidy', approved: 20200101 }
const nuclear: Award = { benefit: 'nuclear-test-subsidy', approved: 20200101 }
const identities = identityBits(['ill-returned-veteran', 'war-participant', 'nuclear-test-participant'])
const both = (first: Award, second: Award): PersonFacts => aPerson({ identities }, first, second)

/** What the two subsidies pay in a month of 2025 under a row. */
function paid(rows: readonly Exclusion[], ofYear: number) {
  const on = month(2025, ofYear)
  return [
    shortly(verdictOn(new Question(illReturnedSubsidy, book, rows), both(ill, war), on)),
    shortly(verdictOn(new Question(warParticipantSubsidy, book, rows), both(war, ill), on)),
  ]
}

describe('one who fell ill in service and took part in war', () => {
  test('no row: both are paid', () => {
    expect(paid([], 1)).toEqual([60_000, 65_000])
  })

  test('叠加: both are paid, and the row says that somebody looked', () => {
    expect(paid([row('stack')], 1)).toEqual([60_000, 65_000])
  })

  test('不得兼得: the one that yields is not paid, however high', () => {
    expect(paid([row('exclude')], 1)).toEqual([['excluded-by-other'], 65_000])
    expect(paid([row('exclude')], 3)).toEqual([['excluded-by-other'], 65_000])
  })

  test('择高: the higher one of the month is paid', () => {
    expect(paid([row('cap')], 1)).toEqual([['lower-than-other'], 65_000])
    expect(paid([row('cap')], 3)).toEqual([70_000, ['lower-than-other']])
  })

  test('择高 whichever of the two awards stands first on file', () => {
    const asked = new Question(illReturnedSubsidy, book, [row('cap')])
    const onFile = { award: 1, ask: 'decides' } as const

    expect(explain(asked, both(war, ill), onFile, month(2025, 1))).toMatchObject({ kind: 'refused' })
  })

  test('择高 of two equal amounts pays the other one, once', () => {
    expect(paid([row('cap')], 5)).toEqual([['lower-than-other'], 70_000])
  })

  test('a row counts from its month to the one before its end', () => {
    const dated = row('exclude', { validFrom: day('2025-02-01'), validTo: day('2025-04-01') })

    expect([1, 2, 3, 4].map((ofYear) => paid([dated], ofYear)[0])).toEqual([
      60_000,
      ['excluded-by-other'],
      ['excluded-by-other'],
      70_000,
    ])
  })

  test('择高 that begins in April leaves March alone', () => {
    const dated = row('cap', { validFrom: day('2025-04-01') })

    expect(paid([dated], 3)).toEqual([70_000, 65_000])
    expect(paid([dated], 4)).toEqual([70_000, ['lower-than-other']])
  })

  test('each refusal cites the article of its row', () => {
    const verdict = verdictOn(new Question(illReturnedSubsidy, book, [row('cap')]), both(ill, war), month(2025, 1))

    expect(verdict).toEqual({
      kind: 'refused',
      reasons: [{ refusal: 'lower-than-other', article: { law: 'local-document', article: '第三条' } }],
    })
  })
})

test('whichever of two awards came first on file, and never one of somebody else', () => {
  const rows = [row('exclude')]
  const asked = new Question(illReturnedSubsidy, book, rows)
  const warFirst = both(war, ill)
  const neighbours = new Subject(columnsOf([aPerson({ identities }, ill), aPerson({ identities }, war)]))
  const months = { from: month(2025, 1), to: month(2025, 2) }

  expect(explain(asked, warFirst, { award: 1, ask: 'decides' }, month(2025, 1))).toMatchObject({ kind: 'refused' })
  expect(segmentsOf(asked, neighbours, { person: 0, award: 0, ask: 'decides' }, months)).toMatchObject([
    { outcome: 'entitled', amount: 60_000 },
  ])
})

test('择高 against a benefit that is refused or has not begun pays in full', () => {
  const asked = new Question(illReturnedSubsidy, book, [row('cap')])
  const on = month(2025, 1)

  expect(shortly(verdictOn(asked, both(ill, { ...war, approved: 20250201 }), on))).toBe(60_000)
  expect(shortly(verdictOn(asked, aPerson({ identities: identityBits(['ill-returned-veteran']) }, ill, war), on))).toBe(
    60_000,
  )
})

test('择高 against a benefit that is not known leaves both open', () => {
  const bare = new RateBook([...usualChoices, level('ill-returned-subsidy', 600)])

  expect(
    shortly(verdictOn(new Question(illReturnedSubsidy, bare, [row('cap')]), both(ill, war), month(2025, 1))),
  ).toEqual(['? war-participant-subsidy'])
})

test('a row for a benefit without a rule is refused when the question is made', () => {
  const unheard = row('cap', { other: 'no-such-benefit' as Exclusion['other'] })

  expect(() => new Question(illReturnedSubsidy, book, [unheard])).toThrow(RangeError)
})

test('of three capped with one another exactly one is paid, whichever is highest', () => {
  const amounts = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 500, max: 503 })))
  const pairs = [
    row('cap'),
    row('cap', { other: 'nuclear-test-subsidy' }),
    row('cap', { benefit: 'war-participant-subsidy', other: 'nuclear-test-subsidy' }),
  ]
  fc.assert(
    fc.property(amounts, ([illness = 0, fight = 0, tests = 0]) => {
      const dated = new RateBook([
        ...usualChoices,
        level('ill-returned-subsidy', illness),
        level('war-participant-subsidy', fight),
        level('nuclear-test-subsidy', tests),
      ])
      const due = [
        [illReturnedSubsidy, ill, war, nuclear] as const,
        [warParticipantSubsidy, war, ill, nuclear] as const,
        [nuclearTestSubsidy, nuclear, ill, war] as const,
      ].map(([rule, ...awards]) => {
        const verdict = verdictOn(new Question(rule, dated, pairs), aPerson({ identities }, ...awards), month(2025, 1))
        return verdict.kind === 'entitled' ? verdict.amount : 0
      })

      expect(due.filter((amount) => amount > 0)).toEqual([Math.max(illness, fight, tests) * 100])
    }),
  )
})

test('asking each month alone equals the segments, under every way', () => {
  const months = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(months, months, fc.constantFrom('exclude', 'cap', 'stack'), (from, to, way) => {
      const rows = [row(way, { validFrom: day('2025-02-01') })]
      const other: Award = { ...war, from: month(2025, from), to: month(2026, to) }
      const { inSegments, eachAlone } = twoReadings(new Question(illReturnedSubsidy, book, rows), both(ill, other), {
        from: month(2024, 6),
        to: month(2027, 1),
      })

      expect(inSegments).toEqual(eachAlone)
    }),
  )
})

test('the national matrix has one row: the rural veterans’ subsidy, beside no regular money, with its document', () => {
  expect(nationalExclusions.map(({ other }) => other)).toEqual([...regularBenefits])
  expect(new Set(nationalExclusions.map(({ benefit, way, document }) => [benefit, way, document].join(' ')))).toEqual(
    new Set(['rural-veteran-subsidy exclude 民发〔2011〕110号']),
  )
})
