import { addDays, day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../columns.ts'
import { explain, segmentsOf } from '../evaluate.ts'
import { identityBit, natures, type PersonFacts } from '../facts.ts'
import { personFactsOf } from '../person-facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { kept } from '../sample-facts.ts'
import { shortly, twoReadings, verdictOn } from '../sample-person.ts'
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

describe('a changed grade', () => {
  const monthly = (key: string, value: number) => aRate({ kind: 'disability-pension', key, value })
  const change = (choice: string, from?: string) =>
    aRate({
      kind: 'start-month',
      key: 'disability-change',
      choice,
      ...(from === undefined ? {} : { validFrom: day(from) }),
    })
  const others = usualChoices.filter(({ key }) => key !== 'disability-change')
  const asked = (...choices: readonly Rate[]) =>
    new Question(
      disabilityPension,
      new RateBook([...others, ...choices, monthly('duty-7', 300_000), monthly('duty-6', 400_000)]),
      [],
    )
  const rating = (grade: number, approved: string, span: { from?: string; to?: string } = {}) =>
    kept('disability', { grade, nature: 'duty', approved: day(approved) }, span)
  const raised = (span: { from?: string } = { from: '2025-05-20' }) =>
    personFactsOf([
      kept('identity', { identity: 'disabled-veteran' }),
      rating(7, '2015-03-01', { from: '2015-03-01', to: '2025-05-20' }),
      rating(6, '2025-05-20', span),
      kept('award', { benefit: 'disability-pension', approved: day('2015-03-01') }),
    ])
  const paid = (question: Question, person: PersonFacts) =>
    [4, 5, 6].map((at) => shortly(verdictOn(question, person, month(2025, at))))

  test.each([
    ['from the month of the approval', 'approval', [300_000, 400_000, 400_000]],
    ['from the month after', 'after-approval', [300_000, 300_000, 400_000]],
  ])('is paid as the county chose: %s', (_title, choice, amounts) => {
    expect(paid(asked(change(choice)), raised())).toEqual(amounts)
  })

  test('is not known in its own month while the county has not chosen, and is in all others', () => {
    expect(paid(asked(), raised())).toEqual([300_000, ['? start-month'], 400_000])
  })

  test('goes by the choice of its own day, not by today’s', () => {
    const both = asked(change('after-approval'), change('approval', '2025-06-01'))

    expect(paid(both, raised())).toEqual([300_000, 300_000, 400_000])
  })

  test('whose decision names another month begins there', () => {
    expect(paid(asked(), raised({ from: '2025-06-01' }))).toEqual([300_000, 300_000, 400_000])
    expect(paid(asked(), raised({ from: '2025-04-01' }))).toEqual([400_000, 400_000, 400_000])
  })

  test('is none where the first rating was only written down again, or there was none before', () => {
    const again = personFactsOf([
      kept('identity', { identity: 'disabled-veteran' }),
      rating(6, '2015-03-01', { from: '2015-03-01', to: '2025-05-20' }),
      rating(6, '2025-05-20', { from: '2025-05-20' }),
      kept('award', { benefit: 'disability-pension', approved: day('2015-03-01') }),
    ])
    expect(paid(asked(), again)).toEqual([400_000, 400_000, 400_000])
    const first = personFactsOf([
      kept('identity', { identity: 'disabled-veteran' }),
      rating(6, '2025-05-20'),
      kept('award', { benefit: 'disability-pension', approved: day('2025-05-20') }),
    ])
    expect(shortly(verdictOn(asked(), first, month(2025, 5)))).toBe(400_000)
  })

  test('asking each month alone equals the segments, whenever it changed and however the county chose', () => {
    const months = { from: month(2024, 6), to: month(2026, 1) }
    const on = fc.integer({ min: 0, max: 580 }).map((days) => addDays(day('2024-06-01'), days))
    fc.assert(
      fc.property(
        on,
        fc.constantFrom('approval', 'after-approval'),
        fc.integer({ min: 6, max: 7 }),
        (to, choice, grade) => {
          const person = personFactsOf([
            kept('identity', { identity: 'disabled-veteran' }),
            rating(7, '2015-03-01', { from: '2015-03-01', to }),
            rating(grade, to, { from: to }),
            kept('award', { benefit: 'disability-pension', approved: day('2015-03-01') }),
          ])
          const { inSegments, eachAlone } = twoReadings(asked(change(choice)), person, months)
          expect(inSegments).toEqual(eachAlone)
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
})
