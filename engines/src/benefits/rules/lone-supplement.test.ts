import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Award,
  grounds,
  identityBits,
  loneKinds,
  type PersonFacts,
  relations,
  type Stretch,
  survivorKinds,
} from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { loneSupplement } from './lone-supplement.ts'

// No source names an amount: these are made up, as a county would enter its own.
const book = new RateBook([
  ...usualChoices,
  aRate({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }),
  aRate({ kind: 'lone-supplement', key: 'alone', value: 20_000 }),
  aRate({ kind: 'lone-supplement', key: 'orphan', value: 360_000, unit: 'fen-a-year' }),
])
const question = new Question(loneSupplement, book, [])

const own: Award = { benefit: 'lone-supplement', approved: 20240105 }
const alone = loneKinds.indexOf('alone')
const orphan = loneKinds.indexOf('orphan')
const on = month(2025, 3)

function veteran(facts: Partial<Omit<Stretch, 'from'>>, ...regular: readonly Award[]): PersonFacts {
  return aPerson({ identities: identityBits(['war-participant', 'disabled-veteran']), ...facts }, own, ...regular)
}

const war: Award = { benefit: 'war-participant-subsidy', approved: 20200101 }

describe('an old man alone', () => {
  test.each<[string, PersonFacts, number | readonly string[]]>([
    ['who draws a regular subsidy', veteran({ lone: alone }, war), 20_000],
    ['whom nobody found to be alone', veteran({}, war), ['not-lone']],
    ['who draws nothing', veteran({ lone: alone }), ['no-regular-benefit']],
    ['whose subsidy has ended', veteran({ lone: alone }, { ...war, to: on }), ['no-regular-benefit']],
    [
      'whose subsidy begins next month',
      veteran({ lone: alone }, { ...war, approved: 20250401 }),
      ['no-regular-benefit'],
    ],
    [
      'who draws merit money only',
      veteran({ lone: alone }, { ...war, benefit: 'merit-news-money' }),
      ['no-regular-benefit'],
    ],
    [
      'of whose rating nothing is known',
      veteran({ lone: alone }, { ...war, benefit: 'disability-pension' }),
      ['? disability'],
    ],
    [
      'of whose rating nothing is known, but who draws a subsidy as well',
      veteran({ lone: alone }, { ...war, benefit: 'disability-pension' }, war),
      20_000,
    ],
    [
      'no longer among the entitled',
      veteran({ lone: alone, identities: identityBits(['veteran']) }, war),
      ['not-of-identity'],
    ],
  ])('%s', (_title, person, answer) => {
    expect(shortly(verdictOn(question, person, on))).toEqual(answer)
  })
})

test('an orphan’s supplement ends with the pension it is added to, in the month of coming of age', () => {
  const child = aPerson(
    {
      identities: identityBits(['survivor-of-martyr']),
      lone: orphan,
      survivorOf: survivorKinds.indexOf('martyr'),
      relation: relations.indexOf('child'),
      ground: grounds.indexOf('minor'),
      born: 20070415,
    },
    own,
    { benefit: 'survivor-pension', approved: 20150601 },
  )

  expect(shortly(verdictOn(question, child, month(2025, 3)))).toBe(30_000)
  expect(shortly(verdictOn(question, child, month(2025, 4)))).toEqual(['no-regular-benefit'])
})

test('a county that has entered no amount leaves it open', () => {
  const bare = new Question(loneSupplement, new RateBook(usualChoices), [])

  expect(shortly(verdictOn(bare, veteran({ lone: alone }, war), on))).toEqual(['? lone-supplement'])
})

describe('a county that adds a percentage', () => {
  const level = aRate({ kind: 'war-participant-subsidy', value: 65_000 })
  const pension = aRate({ kind: 'disability-pension', key: 'duty-10', value: 1_085_000, unit: 'fen-a-year' })
  const fifth = aRate({
    kind: 'lone-supplement',
    key: 'alone',
    value: 2000,
    unit: 'increment-percent',
    rounding: { mode: 'up', unit: 100 },
  })
  const asked = new Question(loneSupplement, new RateBook([...usualChoices, fifth, level, pension]), [])
  const rated: Award = { benefit: 'disability-pension', approved: 20200101 }

  test.each<[string, PersonFacts, number | readonly string[]]>([
    ['20% of 650 yuan', veteran({ lone: alone }, war), 13_000],
    [
      'of two the higher: 20% of 904.17 yuan, up to the yuan',
      veteran({ lone: alone, grade: 10, nature: 1 }, war, rated),
      18_100,
    ],
    ['one is known and the other not: open', veteran({ lone: alone }, war, rated), ['? disability']],
    ['one is known and the other refused', veteran({ lone: alone, grade: 7, nature: 2 }, war, rated), 13_000],
    ['no amount for the only one', veteran({ lone: alone, grade: 1, nature: 0 }, rated), ['? disability-pension']],
  ])('%s', (_title, person, answer) => {
    expect(shortly(verdictOn(asked, person, on))).toEqual(answer)
  })
})

test('asking each month alone equals the segments', () => {
  const months = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(months, months, fc.constantFrom(undefined, alone, orphan), (from, to, lone) => {
      const award: Award = { ...war, from: month(2024, from), to: month(2025, to) }
      const { inSegments, eachAlone } = twoReadings(question, veteran({ lone, died: 20251120 }, award), {
        from: month(2024, 1),
        to: month(2026, 3),
      })

      expect(inSegments).toEqual(eachAlone)
    }),
  )
})
