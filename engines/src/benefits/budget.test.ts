import { fen } from '@dongzhou/terms/fen'
import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetOf, spendByMonth } from './budget.ts'
import { segmentsOfAll } from './bulk.ts'
import { columnsOf } from './columns.ts'
import { dueByMonth } from './due-months.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList } from './rule-list.ts'
import { Chance, randomPerson, randomRates, sampleMonths } from './sample-population.ts'
import { ENTITLED } from './segment-table.ts'

test('what a table spends in a month on a benefit is the sum of what each person is due', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = new Chance(seed)
      const book = new RateBook(randomRates(chance))
      const questions = ruleList.map((rule) => new Question(rule, book, []))
      const people = Array.from({ length: 6 }, () => randomPerson(chance))
      const columns = columnsOf(people)
      const spend = spendByMonth(
        segmentsOfAll({ questions, columns, months: sampleMonths, ask: 'decides' }),
        sampleMonths,
      )
      const sums = new Map<string, number>()
      for (const facts of people)
        for (const [key, { amount }] of dueByMonth(facts, questions, sampleMonths))
          if (amount > 0) sums.set(key, (sums.get(key) ?? 0) + amount)
      const told = [...spend].flatMap(([benefit, amounts]) =>
        amounts.flatMap((amount, at): [string, number][] =>
          amount > 0 ? [[`${benefit} ${sampleMonths.from + at}`, amount]] : [],
        ),
      )

      expect(new Map(told)).toEqual(sums)
    }),
    { numRuns: 60 },
  )
})

test('segments that reach beyond the asked months count within them only', () => {
  const table = segmentsOfAll({ questions: [], columns: columnsOf([]), months: sampleMonths, ask: 'decides' })
  table.clear(1)
  table.length = 1
  table.end[0] = 1
  table.runs.add(month(2024, 11), month(2025, 3), ENTITLED, 7)

  expect(spendByMonth(table, { from: month(2025, 1), to: month(2025, 4) })).toEqual(
    new Map([['disability-pension', [7, 7, 0]]]),
  )
})

describe('a year against its appropriation', () => {
  const months = { from: month(2025, 1), to: month(2026, 1) }
  const due = Array.from({ length: 12 }, () => fen(100))

  test('what was paid counts as paid, the rest of the year as it is due', () => {
    const budget = budgetOf({ months, paid: [fen(90), fen(95)], due, appropriation: fen(1185) })

    expect(budget.months.slice(0, 3)).toEqual([
      { month: month(2025, 1), kind: 'paid', amount: 90, running: 90 },
      { month: month(2025, 2), kind: 'paid', amount: 95, running: 185 },
      { month: month(2025, 3), kind: 'forecast', amount: 100, running: 285 },
    ])
    expect(budget).toMatchObject({ total: 1185, rest: 0, shortFrom: undefined })
  })

  test.each<[number, number, Month | undefined]>([
    [1199, -1, month(2025, 12)],
    [1200, 0, undefined],
    [1201, 1, undefined],
    [299, -901, month(2025, 3)],
    [0, -1200, month(2025, 1)],
  ])('%s fen leave %s', (appropriation, rest, shortFrom) => {
    expect(budgetOf({ months, paid: [], due, appropriation: fen(appropriation) })).toMatchObject({ rest, shortFrom })
  })
})
