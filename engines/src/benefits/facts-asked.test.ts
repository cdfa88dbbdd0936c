import { factKinds } from '@dongzhou/terms/fact'
import { month } from '@dongzhou/terms/month'
import { expect, test } from 'vitest'
import { identityBits, type PersonFacts } from './facts.ts'
import { benefitFactKinds, factsAsked } from './facts-asked.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { disabilityPension } from './rules/disability-pension.ts'
import { usualChoices } from './sample-book.ts'

const question = new Question(disabilityPension, new RateBook(usualChoices), [])
const veteran: PersonFacts = {
  stretches: [{ from: month(2000, 1), identities: identityBits(['disabled-veteran']), grade: 3, nature: 0 }],
  awards: [{ benefit: 'disability-pension', approved: 20_240_105 }],
  merits: [],
}
const stranger: PersonFacts = { stretches: [], awards: [], merits: [] }

test('the facts a question looked at are named, each once and in its order', () => {
  const asked = factsAsked(question, veteran, { award: 0, ask: 'decides' }, month(2025, 1))

  expect(asked).toEqual(['identity', 'death', 'suspension', 'disability', 'award'])
})

test('the conditions alone look at no award, and somebody of another identity is asked nothing more', () => {
  const conditions = factsAsked(question, veteran, { award: -1, ask: 'qualifies' }, month(2025, 1))

  expect(conditions).toEqual(['identity', 'death', 'suspension', 'disability'])
  expect(factsAsked(question, stranger, { award: -1, ask: 'qualifies' }, month(2025, 1))).toEqual(['identity'])
})

test('no rule asks for a fact that is sealed', () => {
  expect(benefitFactKinds.filter((kind) => factKinds[kind].sealed)).toEqual([])
  expect(benefitFactKinds).toContain('award')
})
