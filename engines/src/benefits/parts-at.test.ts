import { month } from '@dongzhou/terms/month'
import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { explain } from './evaluate.ts'
import { identityBits, type PersonFacts } from './facts.ts'
import { partsAt } from './parts-at.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { disabilityPension } from './rules/disability-pension.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { Subject } from './subject.ts'

const rate = aRate({ kind: 'disability-pension', key: 'war-3', value: 769_333, unit: 'fen-a-month' })
const question = new Question(disabilityPension, new RateBook([...usualChoices, rate]), [])
const veteran = (grade: number): PersonFacts => ({
  stretches: [{ from: month(2000, 1), identities: identityBits(['disabled-veteran']), grade, nature: 0 }],
  awards: [{ benefit: 'disability-pension', approved: 20_241_105 }],
  merits: [],
})
const people = [veteran(9), veteran(3)]
const subject = new Subject(columnsOf(people))

test('the parts are those of the explanation, each with its rate', () => {
  const parts = partsAt(question, subject, { person: 1, award: 1 }, month(2025, 1))

  expect(parts).toEqual([{ amount: 769_333, part: 'standard', from: rate }])
  expect(explain(question, veteran(3), { award: 0, ask: 'decides' }, month(2025, 1))).toMatchObject({ payments: parts })
})

test('before it begins, and where the rate is missing, there is no part', () => {
  expect(partsAt(question, subject, { person: 1, award: 1 }, month(2024, 10))).toEqual([])
  expect(partsAt(question, subject, { person: 0, award: 0 }, month(2025, 1))).toEqual([])
})
