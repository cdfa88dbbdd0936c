import type { Month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentsInPortions, segmentsOfAll } from './bulk.ts'
import { columnsOf } from './columns.ts'
import { explain } from './evaluate.ts'
import { nationalExclusions } from './exclusion-list.ts'
import type { PersonFacts } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList } from './rule-list.ts'
import { Chance, randomPerson, randomRates, sampleMonths } from './sample-population.ts'
import { outcomes } from './segment-table.ts'

const months = sampleMonths

function questionsFrom(chance: Chance): readonly Question[] {
  const book = new RateBook(randomRates(chance))
  return ruleList.map((rule) => new Question(rule, book, nationalExclusions))
}

/** What one person is told, each month asked alone: `benefit award month outcome amount`. */
function toldOneByOne(questions: readonly Question[], people: readonly PersonFacts[], ask: 'decides' | 'qualifies') {
  return people.flatMap((facts, person) =>
    questions.flatMap((question) =>
      awardsAsked(question, facts, ask).flatMap((award) =>
        toldMonthByMonth(question, facts, { award, ask }).map(
          (told) => `${person} ${question.rule.benefit} ${award} ${told}`,
        ),
      ),
    ),
  )
}

function toldMonthByMonth(question: Question, facts: PersonFacts, about: Parameters<typeof explain>[2]) {
  const lines: string[] = []
  for (let month = months.from; month < months.to; month = (month + 1) as Month) {
    const verdict = explain(question, facts, about, month)
    lines.push(`${month} ${verdict.kind} ${verdict.kind === 'entitled' ? verdict.amount : 0}`)
  }
  return lines
}

function awardsAsked({ rule }: Question, { awards }: PersonFacts, ask: 'decides' | 'qualifies'): readonly number[] {
  if (ask === 'qualifies') return [-1]
  return awards.flatMap(({ benefit }, at) => (benefit === rule.benefit ? [at] : []))
}

function toldInBulk(questions: readonly Question[], people: readonly PersonFacts[], ask: 'decides' | 'qualifies') {
  const columns = columnsOf(people)
  const lines: string[] = []
  for (const segment of segmentsOfAll({ questions, columns, months, ask, isStrict: true }).segments()) {
    const award = segment.award < 0 ? -1 : segment.award - (columns.awardStart[segment.person] ?? 0)
    for (let month = segment.from; month < segment.to; month = (month + 1) as Month)
      lines.push(`${segment.person} ${segment.benefit} ${award} ${month} ${segment.outcome} ${segment.amount}`)
  }
  return lines
}

describe('a bulk run says of everybody, line by line and to the fen, what one person is told alone', () => {
  test.each(['decides', 'qualifies'] as const)('%s', (ask) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const questions = questionsFrom(chance)
        const people = Array.from({ length: 4 }, () => randomPerson(chance))

        expect(toldInBulk(questions, people, ask).toSorted()).toEqual(toldOneByOne(questions, people, ask).toSorted())
      }),
      { numRuns: 150 },
    )
  })
})

test('random people and books are refused, unknown and entitled, so that the equality says something', () => {
  const chance = new Chance(7)
  const questions = questionsFrom(chance)
  const people = Array.from({ length: 3000 }, () => randomPerson(chance))
  const segments = segmentsOfAll({ questions, columns: columnsOf(people), months, ask: 'decides' }).segments()
  const counts = outcomes.map((one) => segments.filter(({ outcome }) => outcome === one).length)

  expect(Math.min(...counts)).toBeGreaterThan(100)
})

describe('portions and choices of a bulk run', () => {
  const chance = new Chance(11)
  const questions = questionsFrom(chance)
  const people = Array.from({ length: 50 }, () => randomPerson(chance))
  const order = { questions, columns: columnsOf(people), months, ask: 'decides' } as const

  test.each([1, 7, 50, 1000])('in portions of %s people it is the same run', (peopleAtOnce) => {
    const portions = [...segmentsInPortions(order, peopleAtOnce)].length
    const inPortions = []
    for (const table of segmentsInPortions(order, peopleAtOnce)) inPortions.push(...table.segments())

    expect(inPortions).toEqual(segmentsOfAll(order).segments())
    expect(portions).toBe(Math.ceil(50 / peopleAtOnce))
  })

  test('without the refused months the others are the same', () => {
    const all = segmentsOfAll(order).segments()

    expect(segmentsOfAll({ ...order, withoutRefused: true }).segments()).toEqual(
      all.filter(({ outcome }) => outcome !== 'refused'),
    )
  })

  test('segments come by person, then by award, then by month without a gap', () => {
    const segments = segmentsOfAll(order).segments()
    const lines = Map.groupBy(segments, ({ award }) => award)

    expect([...lines.keys()]).toEqual([...lines.keys()].toSorted((one, other) => one - other))
    for (const line of lines.values()) {
      expect(line.map(({ from }) => from)).toEqual([months.from, ...line.slice(0, -1).map(({ to }) => to)])
      expect(line.at(-1)?.to).toBe(months.to)
    }
  })

  test('nobody gives an empty table, and there is no line past the end', () => {
    const table = segmentsOfAll({ ...order, columns: columnsOf([]) })

    expect(table.length).toBe(0)
    expect(() => table.segmentsOf(0)).toThrow(RangeError)
  })
})
