import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grounds, identityBit, type PersonFacts, relations, survivorKinds } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { survivorPension } from './survivor-pension.ts'

// 国家定期抚恤金标准, yuan a year: S52 of the reference for 2021-08-01, S54 for 2022-08-01.
const figure = (key: string, yuan: number, from: string, to?: string) =>
  aRate({
    kind: 'survivor-pension',
    key,
    value: yuan * 100,
    unit: 'fen-a-year',
    validFrom: day(from),
    ...(to && { validTo: day(to) }),
  })
const rates = [
  ...usualChoices,
  aRate({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }),
  figure('martyr', 33_860, '2021-08-01', '2022-08-01'),
  figure('duty', 29_080, '2021-08-01', '2022-08-01'),
  figure('illness', 27_360, '2021-08-01', '2022-08-01'),
  figure('martyr', 36_910, '2022-08-01'),
  figure('duty', 31_410, '2022-08-01'),
  figure('illness', 29_280, '2022-08-01'),
]
const siblingChoice = (choice: string) => aRate({ kind: 'sibling-support', choice })
const question = new Question(survivorPension, new RateBook(rates), [])
const strict = new Question(survivorPension, new RateBook([...rates, siblingChoice('always')]), [])
const mild = new Question(survivorPension, new RateBook([...rates, siblingChoice('from-adulthood')]), [])

type Of = (typeof survivorKinds)[number]

interface Kin {
  of?: Of
  relation?: (typeof relations)[number]
  ground?: (typeof grounds)[number]
  born?: number
  supported?: number
}

function survivor({ of = 'duty', relation, ground, born, supported }: Kin, approved = 20210115): PersonFacts {
  return aPerson(
    {
      identities: identityBit('survivor-of-duty-death'),
      survivorOf: survivorKinds.indexOf(of),
      relation: relation && relations.indexOf(relation),
      ground: ground && grounds.indexOf(ground),
      born,
      supported,
    },
    { benefit: 'survivor-pension', approved },
  )
}

describe('the twelfth of the published yearly figure', () => {
  test.each<[string, Of, Month, number]>([
    ['烈属, July 2022: 33,860 (S52)', 'martyr', month(2022, 7), 282_167],
    ['烈属, August 2022: 36,910 (S54)', 'martyr', month(2022, 8), 307_583],
    ['因公牺牲遗属, July 2022: 29,080 (S52)', 'duty', month(2022, 7), 242_333],
    ['因公牺牲遗属, August 2022: 31,410 (S54)', 'duty', month(2022, 8), 261_750],
    ['病故遗属, July 2022: 27,360 (S52)', 'illness', month(2022, 7), 228_000],
    ['病故遗属, August 2022: 29,280 (S54)', 'illness', month(2022, 8), 244_000],
  ])('%s', (_title, of, on, amount) => {
    expect(shortly(verdictOn(question, survivor({ of, relation: 'parent', ground: 'no-means' }), on))).toBe(amount)
  })
})

const PAID = 261_750

describe('parents and spouses', () => {
  test.each<[string, Kin, number | readonly string[]]>([
    ['a mother without means', { relation: 'parent', ground: 'no-means' }, PAID],
    ['a widow of low income', { relation: 'spouse', ground: 'low-income' }, PAID],
    ['a father who earns enough', { relation: 'parent', ground: 'none' }, ['still-earning']],
    ['a widow on a ground of children', { relation: 'spouse', ground: 'studying' }, ['no-ground']],
    ['a mother of whom nobody looked into the ground', { relation: 'parent' }, ['? survivor']],
    ['a widow who remarried and goes on supporting', { relation: 'spouse', ground: 'remarried' }, PAID],
    ['a father on the ground of a widow', { relation: 'parent', ground: 'remarried' }, ['no-ground']],
    ['a survivor of whom nobody knows how related', { ground: 'no-means' }, ['? survivor']],
  ])('%s', (_title, kin, answer) => {
    expect(shortly(verdictOn(question, survivor(kin), month(2025, 3)))).toEqual(answer)
  })

  test('of a remarried spouse the regulation of 2019 did not speak; of a martyr’s it did', () => {
    const remarried = (of: Of) => survivor({ of, relation: 'spouse', ground: 'remarried' })

    expect(shortly(verdictOn(question, remarried('duty'), month(2024, 9)))).toEqual(['no-ground'])
    expect(shortly(verdictOn(question, remarried('duty'), month(2024, 10)))).toBe(PAID)
    expect(shortly(verdictOn(question, remarried('martyr'), month(2024, 9)))).toBe(307_583)
  })
})

describe('children', () => {
  const born = 20070415

  test.each<[string, Kin, Month, number | readonly string[]]>([
    ['the month before the eighteenth birthday', { born }, month(2025, 3), PAID],
    ['the month of it', { born, ground: 'minor' }, month(2025, 4), ['of-age']],
    ['the month of it, nobody asked whether still at school', { born }, month(2025, 4), ['? survivor']],
    ['at school at eighteen', { born, ground: 'studying' }, month(2025, 4), PAID],
    ['disabled at eighteen', { born, ground: 'disabled' }, month(2025, 4), PAID],
    ['of age on a ground of parents', { born, ground: 'low-income' }, month(2025, 4), ['of-age']],
    ['disabled, birth not known: it does not matter', { ground: 'disabled' }, month(2025, 4), PAID],
    ['birth not known', { ground: 'minor' }, month(2025, 4), ['? birth']],
    [
      'born in a year of which nobody knows the month',
      { born: 20070000, ground: 'minor' },
      month(2025, 4),
      ['? birth'],
    ],
  ])('%s', (_title, kin, on, answer) => {
    expect(shortly(verdictOn(question, survivor({ relation: 'child', ...kin }), on))).toEqual(answer)
  })

  test('without the age in the rate book nobody is taken for a minor', () => {
    const bare = new Question(survivorPension, new RateBook(rates.filter(({ kind }) => kind !== 'age')), [])

    expect(shortly(verdictOn(bare, survivor({ relation: 'child', born }), month(2025, 3)))).toEqual(['? age'])
  })
})

describe('siblings', () => {
  const minor = { relation: 'sibling', born: 20150415 } as const
  const student = { relation: 'sibling', born: 20050415, ground: 'studying' } as const

  test.each<[string, Question, Kin, number | readonly string[]]>([
    ['a minor of a martyr, supported', question, { ...minor, of: 'martyr', supported: 1 }, 307_583],
    [
      'a minor of a martyr, not supported: 烈士褒扬条例 asks it',
      mild,
      { ...minor, of: 'martyr', supported: 0 },
      ['not-dependent'],
    ],
    ['a minor of a martyr, nobody knows', mild, { ...minor, of: 'martyr' }, ['? survivor']],
    ['a minor of another, not supported, read strictly', strict, { ...minor, supported: 0 }, ['not-dependent']],
    ['a minor of another, not supported, read mildly', mild, { ...minor, supported: 0 }, PAID],
    ['a minor of another, nobody knows, read mildly', mild, minor, PAID],
    ['a minor of another, and the county has not chosen', question, { ...minor, supported: 0 }, ['? sibling-support']],
    ['a minor of another, supported: no choice is needed', question, { ...minor, supported: 1 }, PAID],
    ['a student, supported', mild, { ...student, supported: 1 }, PAID],
    ['a student, not supported: asked under both readings', mild, { ...student, supported: 0 }, ['not-dependent']],
    ['a student, nobody knows', mild, student, ['? survivor']],
    ['disabled and of age: no ground for siblings', mild, { ...student, ground: 'disabled', supported: 1 }, ['of-age']],
  ])('%s', (_title, asked, kin, answer) => {
    expect(shortly(verdictOn(asked, survivor(kin), month(2025, 3)))).toEqual(answer)
  })
})

test('the pension begins in the month the county confirmed it', () => {
  const person = survivor({ relation: 'parent', ground: 'no-means' }, 20250228)

  expect(shortly(verdictOn(question, person, month(2025, 1)))).toEqual(['not-started'])
  expect(shortly(verdictOn(question, person, month(2025, 2)))).toBe(PAID)
})

test('a refusal cites the law of its month: 褒扬条例 for martyrs, 优待条例 for the others', () => {
  const articleOn = (of: Of, on: Month) => {
    const verdict = verdictOn(question, survivor({ of, relation: 'parent', ground: 'none' }), on)
    return verdict.kind === 'refused' ? verdict.reasons[0]?.article : undefined
  }

  expect(articleOn('martyr', month(2024, 12))).toEqual({ law: 'martyrs-regulation-2019', article: '第十六条' })
  expect(articleOn('martyr', month(2025, 1))).toEqual({ law: 'martyrs-regulation-2024', article: '第十七条' })
  expect(articleOn('illness', month(2024, 9))).toEqual({ law: 'entitlement-regulation-2019', article: '第十六条' })
  expect(articleOn('illness', month(2024, 10))).toEqual({ law: 'entitlement-regulation-2024', article: '第十九条' })
})

test('without a figure the month is open', () => {
  const bare = new Question(survivorPension, new RateBook(usualChoices), [])
  const person = survivor({ relation: 'parent', ground: 'no-means' })

  expect(shortly(verdictOn(bare, person, month(2025, 3)))).toEqual(['? survivor-pension'])
})

const kins = fc.record(
  {
    of: fc.constantFrom(...survivorKinds),
    relation: fc.constantFrom(...relations),
    ground: fc.constantFrom(...grounds),
    born: fc.integer({ min: 1990, max: 2012 }).map((year) => year * 10_000 + 615),
    supported: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['relation'] },
)

test('asking each month alone equals the segments, whoever survived whom', () => {
  fc.assert(
    fc.property(kins, fc.constantFrom(question, strict, mild), (kin, asked) => {
      const { inSegments, eachAlone } = twoReadings(asked, survivor(kin), { from: month(2022, 1), to: month(2027, 1) })

      expect(inSegments).toEqual(eachAlone)
    }),
  )
})

test('to have been supported never takes the pension away', () => {
  fc.assert(
    fc.property(kins, (kin) => {
      const paid = (supported: number) => shortly(verdictOn(strict, survivor({ ...kin, supported }), month(2025, 3)))

      const without = paid(0)
      if (typeof without === 'number') expect(paid(1)).toBe(without)
    }),
  )
})
