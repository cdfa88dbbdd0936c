import type { Benefit } from '@dongzhou/terms/benefit'
import { type Fen, fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'
import { benefitOfCode } from './columns.ts'
import type { Months } from './evaluate.ts'
import type { Runs, SegmentTable } from './segment-table.ts'

/** 按月应发 (spend): what is due to all people of a table, for each benefit a sum for each of the months. */
export function spendByMonth(table: SegmentTable, months: Months): ReadonlyMap<Benefit, readonly Fen[]> {
  const sums = new Map<number, Float64Array>()
  for (let line = 0; line < table.length; line += 1) {
    const benefit = table.benefit[line] ?? 0
    for (let row = table.first[line] ?? 0; row < (table.end[line] ?? 0); row += 1) {
      if (table.runs.amount[row] === 0) continue
      const sum = sums.get(benefit) ?? new Float64Array(months.to - months.from)
      sums.set(benefit, sum)
      addRun(sum, months, table.runs, row)
    }
  }
  return new Map(
    [...sums]
      .toSorted(([one], [other]) => one - other)
      .map(([benefit, sum]) => [benefitOfCode(benefit), [...sum].map((amount) => fen(amount))]),
  )
}

function addRun(sum: Float64Array, months: Months, runs: Runs, row: number): void {
  const from = Math.max(0, (runs.from[row] ?? 0) - months.from)
  const to = Math.min(sum.length, (runs.to[row] ?? 0) - months.from)
  for (let at = from; at < to; at += 1) sum[at] = (sum[at] ?? 0) + (runs.amount[row] ?? 0)
}

/** What a budget is set against. */
export interface BudgetOrder {
  /** The year's months, January first. */
  readonly months: Months
  /** What was paid, by month from January on; the months after are forecast. */
  readonly paid: readonly Fen[]
  /** What is due in each of the months, all benefits or one. */
  readonly due: readonly Fen[]
  readonly appropriation: Fen
}

export interface BudgetMonth {
  readonly month: Month
  readonly kind: 'paid' | 'forecast'
  readonly amount: Fen
  /** From January to the end of this month. */
  readonly running: Fen
}

/** 预算执行 (budget) of a year. `rest` is negative when the money does not last; `shortFrom` the first month it does not reach. */
export interface Budget {
  readonly months: readonly BudgetMonth[]
  readonly total: Fen
  readonly rest: Fen
  readonly shortFrom: Month | undefined
}

/** The year's months, paid and still to come, against the appropriation. */
export function budgetOf({ months, paid, due, appropriation }: BudgetOrder): Budget {
  let running = 0
  const lines: BudgetMonth[] = []
  for (let at = 0; at < months.to - months.from; at += 1) {
    const was = paid[at]
    const amount = was ?? due[at] ?? fen(0)
    running += amount
    const kind = was === undefined ? 'forecast' : 'paid'
    lines.push({ month: (months.from + at) as Month, kind, amount, running: fen(running) })
  }
  return {
    months: lines,
    total: fen(running),
    rest: fen(appropriation - running),
    shortFrom: lines.find((line) => line.running > appropriation)?.month,
  }
}
