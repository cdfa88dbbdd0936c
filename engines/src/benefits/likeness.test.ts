import type { Month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentsOfAll } from './bulk.ts'
import { columnsOf } from './columns.ts'
import { segmentsOf } from './evaluate.ts'
import { nationalExclusions } from './exclusion-list.ts'
import { type Award, field, identityBits, insurances, type PersonFacts, type Stretch } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import type { Rule } from './rule.ts'
import { ruleList } from './rule-list.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson } from './sample-person.ts'
import { Chance, randomPerson, randomRates, sampleMonths } from './sample-population.ts'
import { Subject } from './subject.ts'

const months = sampleMonths
const PEOPLE = 250

// A crowd of few kinds whose dates lie about the months asked, so that one day more or less, or a date without its day, tells them apart.
function aCrowd(chance: Chance): readonly PersonFacts[] {
  const templates = Array.from({ length: 3 }, () => randomPerson(chance))
  return Array.from({ length: PEOPLE }, () => {
    const { stretches, merits, awards } = chance.oneOf(templates)
    const [first] = stretches
    return {
      stretches: chance.happens(90) && first ? [shifted(chance, first)] : stretches,
      awards: chance.happens(60) ? [anAward(chance)] : awards.map((award) => redated(chance, award)),
      merits,
    }
  })
}

function shifted(chance: Chance, stretch: Stretch): Stretch {
  return {
    ...stretch,
    identities: chance.happens(80) ? identityBits(['rural-veteran-60', 'martyr-child', 'disabled-veteran']) : undefined,
    insurance: chance.happens(80) ? insurances.indexOf('resident') : undefined,
    born: chance.happens(95) ? aDate(chance, [1963, 1966]) : undefined,
    died: chance.happens(15) ? aDate(chance, [2023, 2026]) : undefined,
    enlisted: aDate(chance, [1953, 1955]),
    conscriptFrom: aDate(chance, [1970, 1972]),
    conscriptTo: aDate(chance, [1974, 1976]),
  }
}

function anAward(chance: Chance): Award {
  const benefit = chance.oneOf(['rural-veteran-subsidy', 'martyr-child-subsidy', 'disability-pension'])
  const years = chance.happens(50) ? 3 : undefined
  return { benefit, approved: aDate(chance, [2022, 2025]), years }
}

function redated(chance: Chance, award: Award): Award {
  return chance.happens(70) ? { ...award, approved: aDate(chance, [2022, 2025]), from: undefined } : award
}

function aDate(chance: Chance, [from, to]: readonly [number, number]): number {
  const year = (from + chance.below(to - from + 1)) * 10_000
  const month = year + (1 + chance.below(12)) * 100
  const dates = [year, month, month + 1, month + 15, month + 28]
  return chance.happens(80) ? month + 1 + chance.below(28) : chance.oneOf(dates)
}

function linesOf(segments: readonly { from: Month; to: Month; outcome: string; amount: number }[], whose: string) {
  return segments.flatMap(({ from, to, outcome, amount }) =>
    Array.from({ length: to - from }, (_, at) => `${whose} ${from + at} ${outcome} ${amount}`),
  )
}

test('whoever answers like somebody before is due the same; nobody is given what is due to another', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = new Chance(seed)
      const book = new RateBook(randomRates(chance))
      const questions = ruleList.map((rule) => new Question(rule, book, nationalExclusions))
      const columns = columnsOf(aCrowd(chance))
      const table = segmentsOfAll({ questions, columns, months, ask: 'decides', isStrict: true })
      const subject = new Subject(columns)

      for (let line = 0; line < table.length; line += 1) {
        const told = table.segmentsOf(line)
        const [first] = told
        const question = questions.find(({ rule }) => rule.benefit === first?.benefit)
        if (first === undefined || question === undefined) throw new Error('a line without a segment')
        const about = { person: first.person, award: first.award, ask: 'decides' } as const
        const whose = `${first.person} ${first.benefit}`
        expect(linesOf(told, whose)).toEqual(linesOf(segmentsOf(question, subject, about, months), whose))
      }
    }),
    { numRuns: 60 },
  )
})

const county = new RateBook([
  ...usualChoices,
  aRate({ kind: 'rural-veteran-subsidy', value: 6000, unit: 'fen-a-month-a-service-year' }),
  aRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
  aRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
  aRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
])

test.each<[string, Partial<Stretch>, Partial<Award>, boolean]>([
  ['another birthday long past', { born: 19480509 }, {}, true],
  ['another day of enlistment within the dates', { enlisted: 19711231 }, {}, true],
  ['another decision long past', {}, { approved: 20190101 }, true],
  ['another grade, which the rule does not ask for, is another kind', { grade: 5 }, {}, false],
  ['sixty within the months', { born: 19641120 }, {}, false],
  ['a birth known to its year alone', { born: 19480000 }, {}, false],
  ['enlisted before the first day that counts', { enlisted: 19541031 }, {}, false],
  ['enlisted in a year that may be either side of it', { enlisted: 19540000 }, {}, false],
  ['decided within the months, where the birthday says from when', {}, { approved: 20240601 }, true],
  ['dead within the months', { died: 20240601 }, {}, false],
  ['other years of service', {}, { years: 4 }, false],
])('two share their runs only when all they were asked is alike: %s', (_title, change, award, isShared) => {
  const one = (facts: Partial<Stretch>, decision: Partial<Award>) =>
    aPerson(
      {
        identities: identityBits(['rural-veteran-60']),
        insurance: insurances.indexOf('resident'),
        born: 19500101,
        enlisted: 19700101,
        ...facts,
      },
      { benefit: 'rural-veteran-subsidy', approved: 20150310, years: 3, ...decision },
    )
  const questions = ruleList.map((rule) => new Question(rule, county, nationalExclusions))
  const table = segmentsOfAll({
    questions,
    columns: columnsOf([one({}, {}), one(change, award)]),
    months,
    ask: 'decides',
  })

  expect(table.segmentsOf(0).map(({ amount }) => amount)).toEqual([18_000])
  expect(table.first[0] === table.first[1]).toBe(isShared)
})

describe('a rule that goes on by something it was not told', () => {
  // Looks at one date and at another in turns: what nobody told it is how often it was asked.
  let asked = 0
  const moody = (rule: Rule): Rule => ({
    ...rule,
    bind: (book) => {
      const bound = rule.bind(book)
      const hasBegun = bound.hasBegun?.bind(bound)
      return {
        ...(hasBegun === undefined ? {} : { hasBegun }),
        pay: (subject, answer) => bound.pay(subject, answer),
        qualify: (subject, answer) => {
          asked += 1
          subject.fact(asked % 2 === 0 ? field.born : field.conscriptTo)
          bound.qualify(subject, answer)
        },
      }
    },
  })
  const people = Array.from({ length: 40 }, (_, at) =>
    aPerson(
      {
        identities: identityBits(['rural-veteran-60']),
        insurance: insurances.indexOf('resident'),
        born: 19640101 + at * 5,
        conscriptTo: 19700101 + (at % 3),
        enlisted: 19700101,
      },
      { benefit: 'rural-veteran-subsidy', approved: 20150310, years: 1 + (at % 2) },
    ),
  )
  const columns = columnsOf(people)
  const questions = (of: (rule: Rule) => Rule) =>
    ruleList.map((rule) => new Question(of(rule), county, nationalExclusions))
  const order = { columns, months, ask: 'decides' } as const

  test('leaves nobody unpaid: everybody is asked alone, and the table says why', () => {
    const told = segmentsOfAll({ ...order, questions: questions((rule) => rule) })
    const table = segmentsOfAll({ ...order, questions: questions(moody) })

    expect(told.disagreement).toBeUndefined()
    expect(table.disagreement).toMatch(/^asked \d+ where others were asked \d+$/)
    expect(new Set(table.first.slice(0, table.length)).size).toBe(people.length)
    expect(linesOf(table.segments(), '')).toEqual(linesOf(told.segments(), ''))
  })

  test('is found where a test looks for it', () => {
    expect(() => segmentsOfAll({ ...order, questions: questions(moody), isStrict: true })).toThrow('where others were')
  })
})
