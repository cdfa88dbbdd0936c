import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { explain } from './evaluate.ts'
import { type Award, identityBit, type PersonFacts, type Stretch } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import type { Rule } from './rule.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson, shortly, verdictOn } from './sample-person.ts'

/** A rule that asks nothing and pays one yuan: what remains is what all benefits share. */
const plain: Rule = {
  benefit: 'war-participant-subsidy',
  version: 1,
  whom: ['war-participant'],
  cadence: 'monthly',
  law: [
    { law: 'entitlement-regulation-2019', article: '第四十四条' },
    { law: 'entitlement-regulation-2024', article: '第六十二条' },
  ],
  text: [],
  bind: () => ({
    qualify: () => undefined,
    pay: (_subject, answer) => answer.pays(100, 'standard'),
  }),
}
const book = new RateBook(usualChoices)
const question = new Question(plain, book, [])
const on = month(2025, 3)

function person(facts: Partial<Omit<Stretch, 'from'>> = {}, award: Partial<Award> = {}): PersonFacts {
  return aPerson(
    { identities: identityBit('war-participant'), ...facts },
    { benefit: 'war-participant-subsidy', approved: 20250310, ...award },
  )
}

describe('an award', () => {
  test.each<[string, Partial<Award>, Month, number | readonly string[]]>([
    ['pays from the month it was approved', {}, on, 100],
    ['not in the month before', {}, month(2025, 2), ['not-started']],
    [
      'from the month its decision names, where it names one',
      { from: month(2025, 5) },
      month(2025, 4),
      ['not-started'],
    ],
    ['from that month on', { from: month(2025, 5) }, month(2025, 5), 100],
    ['also from a month before the decision', { from: month(2025, 1) }, month(2025, 1), 100],
    ['up to its end', { to: month(2025, 6) }, month(2025, 5), 100],
    ['not in the month of its end', { to: month(2025, 6) }, month(2025, 6), ['award-ended']],
  ])('%s', (_title, award, at, answer) => {
    expect(shortly(verdictOn(question, person({}, award), at))).toEqual(answer)
  })

  test('somebody with none is refused, but qualifies: screening finds them', () => {
    const nobody = { ...person(), awards: [] }

    expect(shortly(verdictOn(question, nobody, on))).toEqual(['no-award'])
    expect(explain(question, nobody, { award: -1, ask: 'qualifies' }, on)).toMatchObject({
      kind: 'entitled',
      amount: 0,
    })
  })
})

describe('a death in March', () => {
  const dead = person({ died: 20250317 }, { approved: 20200101 })
  const same = new Question(plain, new RateBook([aRate({ kind: 'stop-month', choice: 'same' })]), [])
  const unchosen = new Question(plain, new RateBook([]), [])

  test.each<[string, Question, PersonFacts, Month, number | readonly string[]]>([
    ['去世次月停发: March is paid', question, dead, on, 100],
    ['去世次月停发: April is not', question, dead, month(2025, 4), ['died']],
    ['去世当月停发: February is paid', same, dead, month(2025, 2), 100],
    ['去世当月停发: March is not', same, dead, on, ['died']],
    ['the county has not chosen', unchosen, dead, on, ['? stop-month']],
    ['the county has not chosen, and nobody died', unchosen, person(), on, 100],
    ['the month of it is not known', question, person({ died: 20250000 }), on, ['? death']],
  ])('%s', (_title, asked, who, at, answer) => {
    expect(shortly(verdictOn(asked, who, at))).toEqual(answer)
  })

  test('what answers for the dead itself is asked on', () => {
    const lasting = new Question({ ...plain, afterDeath: true }, book, [])

    expect(shortly(verdictOn(lasting, dead, month(2025, 4)))).toBe(100)
  })
})

test('a suspension and another identity each refuse', () => {
  expect(shortly(verdictOn(question, person({ suspended: 1 }), on))).toEqual(['suspended'])
  expect(shortly(verdictOn(question, person({ identities: identityBit('veteran') }), on))).toEqual(['not-of-identity'])
})

test('a rule for no identity in particular is asked by facts alone', () => {
  const anybody = new Question({ ...plain, whom: [] }, book, [])

  expect(shortly(verdictOn(anybody, person({ identities: undefined }), on))).toBe(100)
})

test('a certain refusal outranks what is not known', () => {
  const unchosen = new Question(
    plain,
    new RateBook([aRate({ kind: 'stop-month', choice: 'after', validFrom: day('2030-01-01') })]),
    [],
  )

  expect(shortly(verdictOn(unchosen, person({ died: 20250317, suspended: 1 }), on))).toEqual(['suspended'])
})

test('a payment names the articles in force in its month', () => {
  const because = (at: Month) => {
    const verdict = verdictOn(question, person({}, { approved: 20200101 }), at)
    return verdict.kind === 'entitled' ? verdict.because.map(({ article }) => article) : []
  }

  expect(because(month(2024, 9))).toEqual(['第四十四条'])
  expect(because(month(2024, 10))).toEqual(['第六十二条'])
})
