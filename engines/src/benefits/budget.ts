import type { Benefit } from '@dongzhou/terms/benefit'
import { type Fen, fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'
import { benefitOfCode } from './columns.ts'
import type { Months } from './evaluate.ts'
import type { SegmentTable } from './segment-table.ts'

/** 按月应发 (spend): what is due to all people of a table, for each benefit a sum for each of the months. */
export function spendByMonth(table: SegmentTable, months: Months): ReadonlyMap<Benefit, readonly Fen[]> {
  const width = months.to - months.from
  const sums = new Map<number, Float64Array>()
  for (let row = 0; row < table.length; row += 1) {
    const amount = table.amount[row] ?? 0
    if (amount === 0) continue
    const benefit = table.benefit[row] ?? 0
    const sum = sums.get(benefit) ?? new Float64Array(width)
    sums.set(benefit, sum)
    const from = Math.max(0, (table.from[row] ?? 0) - months.from)
    const to = Math.min(width, (table.to[row] ?? 0) - months.from)
    for (let at = from; at < to; at += 1) sum[at] = (sum[at] ?? 0) + amount
  }
  return new Map(
    [...sums]
      .toSorted(([one], [other]) => one - other)
      .map(([benefit, sum]) => [benefitOfCode(benefit), [...sum].map((amount) => fen(amount))]),
  )
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
