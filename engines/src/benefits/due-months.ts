import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { segmentsOfAll } from './bulk.ts'
import { columnsOf } from './columns.ts'
import type { Months } from './evaluate.ts'
import type { PersonFacts } from './facts.ts'
import type { Question } from './question.ts'

/** What is due for one benefit and month; all awards of the benefit together. One of them unknown makes the month unknown. */
export interface DueMonth {
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: number
  readonly isUnknown: boolean
}

/** 应发 (due) of one person, month by month, by `benefit month`; months in which nothing is due are left out. */
export function dueByMonth(
  facts: PersonFacts,
  questions: readonly Question[],
  months: Months,
): ReadonlyMap<string, DueMonth> {
  const order = { questions, columns: columnsOf([facts]), months, ask: 'decides', withoutRefused: true } as const
  const due = new Map<string, DueMonth>()
  for (const { benefit, from, to, amount, outcome } of segmentsOfAll(order).segments()) {
    const isUnknown = outcome === 'unknown'
    if (!isUnknown && amount === 0) continue
    for (let month = from; month < to; month = (month + 1) as Month) {
      const key = `${benefit} ${month}`
      const before = due.get(key)
      due.set(key, {
        benefit,
        month,
        amount: (before?.amount ?? 0) + amount,
        isUnknown: isUnknown || before?.isUnknown === true,
      })
    }
  }
  return due
}
