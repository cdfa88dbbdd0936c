import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { explain } from './evaluate.ts'
import { identityBit, type PersonFacts, type Stretch } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList } from './rule-list.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson } from './sample-person.ts'
import { Chance, randomPerson, randomRates, sampleMonths } from './sample-population.ts'
import { benefitsIn, type FindingKind, findings, screenAll, screeningChanges, screenOne } from './screening.ts'

const book = new RateBook([
  ...usualChoices,
  aRate({ kind: 'disability-pension', key: 'war-1', value: 1 }),
  aRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
  aRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
  aRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
])
const questions = ruleList
  .filter(({ benefit }) => benefit === 'disability-pension' || benefit === 'rural-veteran-subsidy')
  .map((rule) => new Question(rule, book, []))
const now = month(2025, 6)

const disabled: Omit<Stretch, 'from'> = { identities: identityBit('disabled-veteran'), grade: 1, nature: 0 }
const award = { benefit: 'disability-pension', approved: 20200310 } as const

function found(person: PersonFacts, at = now): readonly string[] {
  return screenOne(questions, person, at)
    .filter(({ benefit }) => benefit === 'disability-pension')
    .map(({ kind, reasons, missing }) => [kind, ...reasons.map(({ refusal }) => refusal), ...missing].join(' '))
}

describe('one person and one benefit', () => {
  test.each<[string, PersonFacts, readonly string[]]>([
    ['qualifies and nobody approved it', aPerson(disabled), ['claims']],
    ['qualifies and draws', aPerson(disabled, award), []],
    ['approved, and the first month is still to come', aPerson(disabled, { ...award, from: month(2025, 9) }), []],
    ['the award has ended: there may be a claim again', aPerson(disabled, { ...award, to: now }), ['claims']],
    ['the award ends next month', aPerson(disabled, { ...award, to: (now + 1) as Month }), []],
    ['dead and still drawing', aPerson({ ...disabled, died: 20250320 }, award), ['stops died']],
    ['dead in this month: it is still paid', aPerson({ ...disabled, died: 20250620 }, award), []],
    ['dead and never drew', aPerson({ ...disabled, died: 20250320 }), []],
    ['drawing and suspended', aPerson({ ...disabled, suspended: 1 }, award), ['stops suspended']],
    ['drawing with no identity left', aPerson({ ...disabled, identities: 0 }, award), ['stops not-of-identity']],
    ['no identity, no award', aPerson({ identities: 0 }), []],
    ['of a grade nobody recorded', aPerson({ ...disabled, grade: undefined }), ['unclear disability']],
    [
      'drawing, and the grade was taken from the file',
      aPerson({ ...disabled, grade: undefined }, award),
      ['unclear disability'],
    ],
  ])('%s', (_title, person, expected) => {
    expect(found(person)).toEqual(expected)
  })
})

test('a rural veteran comes to qualify in the month he turns sixty, and not in the month before', () => {
  const veteran = aPerson({
    identities: identityBit('rural-veteran-60'),
    born: 19650630,
    enlisted: 19831101,
    conscriptFrom: 19831101,
    conscriptTo: 19870110,
    insurance: 2,
    arrangement: 0,
    ruralAtDischarge: 1,
  })
  const foundIn = (at: Month) => screenOne(questions, veteran, at).map(({ kind, benefit }) => `${kind} ${benefit}`)

  expect(foundIn((now - 1) as Month)).toEqual([])
  expect(foundIn(now)).toEqual(['claims rural-veteran-subsidy'])
})

describe('a change of the facts', () => {
  test('tells what came and what went', () => {
    const people = [aPerson(disabled), aPerson(disabled, award), aPerson({ ...disabled, died: 20250101 }, award)]
    const pension = questions.filter(({ rule }) => rule.benefit === 'disability-pension')
    const all = screenAll({ questions: pension, columns: columnsOf(people), month: now })
    const changes = (before: number, after: number) => screeningChanges(all, all, { before, after })

    expect(changes(0, 1)).toEqual([{ kind: 'claims', benefit: 'disability-pension', event: 'went' }])
    expect(changes(1, 2)).toEqual([{ kind: 'stops', benefit: 'disability-pension', event: 'came' }])
    expect(changes(2, 2)).toEqual([])
  })
})

test('a mask names its benefits in the order of the register', () => {
  expect(benefitsIn(0)).toEqual([])
  expect(benefitsIn(0b101)).toEqual(['disability-pension', 'survivor-pension'])
})

/** The same by the definition: each question explained, whoever has an award or not. */
function byDefinition(asked: readonly Question[], person: PersonFacts, at: Month): readonly string[] {
  const lines = asked.flatMap((question) => {
    const { benefit, cadence } = question.rule
    const award = person.awards.findIndex(
      (one) => one.benefit === benefit && (cadence === 'once' || one.to === undefined || at < one.to),
    )
    if (award >= 0 && cadence === 'once') return []
    const { kind } = explain(question, person, { award, ask: 'qualifies' }, at)
    const finding = findingOf(kind, award >= 0)
    return finding === undefined ? [] : [`${finding} ${benefit}`]
  })
  return lines.toSorted()
}

function findingOf(kind: 'entitled' | 'refused' | 'unknown', draws: boolean): FindingKind | undefined {
  if (kind === 'unknown') return 'unclear'
  if (kind === 'refused') return draws ? 'stops' : undefined
  return draws ? undefined : 'claims'
}

test('everybody in bulk, one person alone and the definition find the same', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: sampleMonths.from, max: sampleMonths.to }), (seed, at) => {
      const chance = new Chance(seed)
      const asked = ruleList.map((rule) => new Question(rule, new RateBook(randomRates(chance)), []))
      const people = Array.from({ length: 8 }, () => randomPerson(chance))
      const all = screenAll({ questions: asked, columns: columnsOf(people), month: at as Month })

      for (const [person, facts] of people.entries()) {
        const inBulk = findings.flatMap((kind) => benefitsIn(all[kind][person] ?? 0).map((one) => `${kind} ${one}`))
        const alone = screenOne(asked, facts, at as Month).map(({ kind, benefit }) => `${kind} ${benefit}`)

        expect(alone).toEqual(inBulk)
        expect(inBulk.toSorted()).toEqual(byDefinition(asked, facts, at as Month))
      }
    }),
    { numRuns: 100 },
  )
})
