import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOfAll } from './bulk.ts'
import { benefitCode, columnsOf } from './columns.ts'
import { dueByMonth } from './due-months.ts'
import type { PersonFacts } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList } from './rule-list.ts'
import { Chance, randomPerson, randomRates, sampleMonths } from './sample-population.ts'
import { type PostedColumns, unsettledPeople } from './unsettled.ts'

interface Line {
  readonly person: number
  readonly benefit: number
  readonly month: Month
  readonly amount: number
}

function columnsOfLines(lines: readonly Line[]): PostedColumns {
  const sorted = lines.toSorted((one, other) => one.person - other.person)
  return {
    length: sorted.length,
    person: Int32Array.from(sorted, ({ person }) => person),
    benefit: Uint8Array.from(sorted, ({ benefit }) => benefit),
    month: Int32Array.from(sorted, (line) => line.month),
    amount: Float64Array.from(sorted, ({ amount }) => amount),
  }
}

function neverAwarded(person: PersonFacts | undefined): number {
  const awarded = new Set(person?.awards.map(({ benefit }) => benefitCode(benefit)))
  return Array.from({ length: 18 }, (_, code) => code).find((code) => !awarded.has(code)) ?? 0
}

test('exactly those are found whose lines are not what is due; months not known are no difference', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = new Chance(seed)
      const book = new RateBook(randomRates(chance))
      const questions = ruleList.map((rule) => new Question(rule, book, []))
      const people = Array.from({ length: 12 }, () => randomPerson(chance))
      const order = { questions, columns: columnsOf(people), months: sampleMonths, withoutRefused: true } as const
      const due = segmentsOfAll({ ...order, ask: 'decides' })
      const isWrong = people.map(() => chance.happens(40))
      const lines = people.flatMap((facts, person) =>
        [...dueByMonth(facts, questions, sampleMonths).values()].flatMap(({ benefit, month: of, amount }): Line[] => {
          const half = Math.floor(amount / 2)
          const line = { person, benefit: benefitCode(benefit), month: of }
          return [
            { ...line, amount: half },
            { ...line, amount: amount - half },
          ]
        }),
      )
      const extra = isWrong.flatMap((wrong, person): Line[] =>
        wrong ? [{ person, benefit: neverAwarded(people[person]), month: sampleMonths.from, amount: 1 }] : [],
      )

      expect(unsettledPeople(due, columnsOfLines([...lines, ...extra]), sampleMonths)).toEqual(
        isWrong.flatMap((wrong, person) => (wrong ? [person] : [])),
      )
    }),
    { numRuns: 100 },
  )
})

test('lines outside the months count for nothing', () => {
  const questions: readonly Question[] = []
  const due = segmentsOfAll({ questions, columns: columnsOf([]), months: sampleMonths, ask: 'decides' })
  const outside = [
    { person: 0, benefit: 0, month: month(2023, 12), amount: 5 },
    { person: 0, benefit: 0, month: sampleMonths.to, amount: 5 },
  ]

  expect(unsettledPeople(due, columnsOfLines(outside), sampleMonths)).toEqual([])
})
