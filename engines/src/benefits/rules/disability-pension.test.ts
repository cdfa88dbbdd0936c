import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../columns.ts'
import { explain, segmentsOf } from '../evaluate.ts'
import { identityBit, natures, type PersonFacts } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { Subject } from '../subject.ts'
import { disabilityPension } from './disability-pension.ts'

// 国家抚恤标准, yuan a year; source S53+S54 of the reference for 2022-08-01, S51+S52 for 2021-08-01.
const book = new RateBook([
  ...usualChoices,
  aRate({
    kind: 'disability-pension',
    key: 'war-1',
    value: 10_667_000,
    unit: 'fen-a-year',
    validFrom: day('2021-08-01'),
    validTo: day('2022-08-01'),
  }),
  aRate({
    kind: 'disability-pension',
    key: 'war-1',
    value: 11_627_000,
    unit: 'fen-a-year',
    validFrom: day('2022-08-01'),
  }),
  aRate({
    kind: 'disability-pension',
    key: 'illness-6',
    value: 3_623_000,
    unit: 'fen-a-year',
    validFrom: day('2022-08-01'),
  }),
])
const question = new Question(disabilityPension, book, [])

function disabled(grade: number, nature: (typeof natures)[number], approved: number): PersonFacts {
  return {
    stretches: [
      { from: 0 as Month, identities: identityBit('disabled-veteran'), grade, nature: natures.indexOf(nature) },
    ],
    awards: [{ benefit: 'disability-pension', approved }],
    merits: [],
  }
}

const about = { person: 0, award: 0, ask: 'decides' } as const
const over = { from: month(2022, 6), to: month(2022, 10) }

test('一级因战 is paid at the old rate up to July and at the new one from August 2022, a twelfth rounded to the fen', () => {
  const subject = new Subject(columnsOf([disabled(1, 'war', 20200310)]))

  expect(segmentsOf(question, subject, about, over)).toEqual([
    { from: month(2022, 6), to: month(2022, 8), outcome: 'entitled', amount: 888_917 },
    { from: month(2022, 8), to: month(2022, 10), outcome: 'entitled', amount: 968_917 },
  ])
})

describe('the first month', () => {
  test.each([
    ['rated in September 2024: the month after', 20240910, month(2024, 10)],
    ['rated in October 2024: the month itself', 20241010, month(2024, 10)],
  ])('%s', (_title, approved, first) => {
    const subject = new Subject(columnsOf([disabled(1, 'war', approved)]))
    const paid = segmentsOf(question, subject, about, { from: month(2024, 8), to: month(2025, 1) })

    expect(paid.filter(({ outcome }) => outcome === 'entitled').map(({ from }) => from)).toEqual([first])
  })
})

test('grade 7 by illness is refused with the article, and a grade nobody recorded is asked for', () => {
  const asked = { award: 0, ask: 'decides' } as const

  expect(explain(question, disabled(7, 'illness', 20200310), asked, month(2025, 1))).toEqual({
    kind: 'refused',
    reasons: [{ refusal: 'illness-below-six', article: { law: 'entitlement-regulation-2024', article: '第二十七条' } }],
  })
  const nobodyKnows: PersonFacts = {
    ...disabled(1, 'war', 20200310),
    stretches: [{ from: 0 as Month, identities: identityBit('disabled-veteran') }],
  }
  expect(explain(question, nobodyKnows, asked, month(2025, 1))).toEqual({ kind: 'unknown', missing: ['disability'] })
})

test('every reason is given at once: dead, suspended, and not yet begun', () => {
  const facts = disabled(1, 'war', 20250310)
  const dead: PersonFacts = {
    ...facts,
    stretches: facts.stretches.map((stretch) => ({ ...stretch, died: 20241105, suspended: 1 })),
  }

  expect(explain(question, dead, { award: 0, ask: 'decides' }, month(2025, 1))).toMatchObject({
    kind: 'refused',
    reasons: [{ refusal: 'died' }, { refusal: 'suspended' }, { refusal: 'not-started' }],
  })
})
