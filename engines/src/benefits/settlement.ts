import type { Benefit } from '@dongzhou/terms/benefit'
import type { FactKind, KeptFact } from '@dongzhou/terms/fact'
import { type Fen, fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'
import { openFacts } from '@dongzhou/terms/standing'
import { type DueMonth, dueByMonth } from './due-months.ts'
import type { Months } from './evaluate.ts'
import { personFactsOf } from './person-facts.ts'
import type { Question } from './question.ts'
import { causesOf } from './settlement-causes.ts'

/** 已记账的一笔 (posted line): money for one benefit and one month, in or, when negative, back. It is never edited. */
export interface PostedLine {
  /** Under whom it was posted; since then that file may have been merged into another. */
  readonly person: string
  readonly benefit: Benefit
  readonly month: Month
  readonly amount: Fen
  readonly basis: Basis
}

/** 依据 of a line: what was known when it was made, and the version of the rule that made it. */
export interface Basis {
  readonly knownOn: string
  readonly version: number
}

/** What a settlement of one person starts from. */
export interface SettlementOrder {
  readonly person: string
  /** All facts of the person as kept, superseded ones too: they say what was known when a line was made. */
  readonly facts: readonly KeptFact[]
  /** All lines of the person, and of those whose files were merged into theirs. */
  readonly posted: readonly PostedLine[]
  /** Whose files were merged into this one. */
  readonly merged: readonly string[]
  /** The months that regular runs have closed; a month still to come is paid by its own run. */
  readonly months: Months
  /** Today's rules with today's rates. */
  readonly questions: readonly Question[]
  /** The rules with the rates as they were known at an instant. */
  readonly questionsOn: (knownOn: string) => readonly Question[]
  /** When the run that closed a month was made: what was known of a month that has no line. Undefined when none was. */
  readonly ranOn: (month: Month) => string | undefined
}

/** 补发 (positive) or 追回 (negative) for one benefit and month: posted lines and this together are what is due. */
export interface Adjustment {
  readonly person: string
  readonly benefit: Benefit
  readonly month: Month
  readonly due: Fen
  readonly posted: Fen
  readonly amount: Fen
  /** Why, with the part of the amount that comes from each; the parts add up to the amount. */
  readonly causes: readonly CausePart[]
}

/**
 * 调整原因. `rate`: rates announced or corrected since; `death`, `award`, `fact`: facts learnt or corrected since, `kind` says which;
 * `merge`: two files were one person; `rule`: the rule itself was changed; `unpaid`: no run covered the month; `posting`: the line was
 * not what its own basis gives.
 */
export type Cause = 'rate' | 'death' | 'award' | 'fact' | 'merge' | 'rule' | 'unpaid' | 'posting'

export interface CausePart {
  readonly cause: Cause
  readonly kind: FactKind | undefined
  readonly amount: Fen
}

/** A month that nobody can settle, because something is not known: no line in either direction. */
export interface HeldMonth {
  readonly person: string
  readonly benefit: Benefit
  readonly month: Month
  readonly posted: Fen
}

export interface Settlement {
  readonly adjustments: readonly Adjustment[]
  readonly held: readonly HeldMonth[]
}

/**
 * 清算 (settlement): what is due for every closed month by today's facts, rates and rules, less what was posted. With the adjustments
 * posted, posted equals due to the fen; settling again gives nothing more.
 */
export function settle(order: SettlementOrder): Settlement {
  const facts = openFacts(order.facts)
  const due = dueByMonth(personFactsOf(facts), order.questions, order.months)
  const differences = differencesOf(order, due)
  const causes = causesOf(order, facts, differences)
  return {
    adjustments: differences.map((difference, at) => ({
      person: order.person,
      benefit: difference.benefit,
      month: difference.month,
      due: fen(difference.due),
      posted: fen(difference.posted),
      amount: fen(difference.due - difference.posted),
      causes: causes[at] ?? [],
    })),
    held: heldMonths(order, due),
  }
}

/** A benefit and month whose posted lines are not what is due. */
export interface Difference {
  readonly benefit: Benefit
  readonly month: Month
  readonly due: number
  readonly posted: number
  readonly lines: readonly PostedLine[]
}

type DueByMonth = ReturnType<typeof dueByMonth>

function differencesOf(order: SettlementOrder, due: DueByMonth): readonly Difference[] {
  const lines = linesByMonth(order)
  const found: Difference[] = []
  for (const key of new Set([...lines.keys(), ...due.keys()])) {
    const posted = lines.get(key) ?? []
    const owed = due.get(key) ?? nothingDue(posted)
    const sum = posted.reduce((total, { amount }) => total + amount, 0)
    if (owed === undefined || owed.isUnknown || owed.amount === sum) continue
    found.push({ benefit: owed.benefit, month: owed.month, due: owed.amount, posted: sum, lines: posted })
  }
  return found.toSorted(byMonth)
}

// No award left that speaks of the month: nothing is due, and what was paid comes back.
function nothingDue([line]: readonly PostedLine[]): DueMonth | undefined {
  return line && { benefit: line.benefit, month: line.month, amount: 0, isUnknown: false }
}

function linesByMonth({ posted, months }: SettlementOrder): ReadonlyMap<string, readonly PostedLine[]> {
  const within = posted.filter(({ month }) => months.from <= month && month < months.to)
  return Map.groupBy(within, ({ benefit, month }) => `${benefit} ${month}`)
}

function heldMonths(order: SettlementOrder, due: DueByMonth): readonly HeldMonth[] {
  const lines = linesByMonth(order)
  return [...due]
    .filter(([, { isUnknown }]) => isUnknown)
    .map(([key, { benefit, month }]) => {
      const posted = (lines.get(key) ?? []).reduce((total, { amount }) => total + amount, 0)
      return { person: order.person, benefit, month, posted: fen(posted) }
    })
    .toSorted(byMonth)
}

function byMonth(one: { benefit: Benefit; month: Month }, other: { benefit: Benefit; month: Month }): number {
  if (one.month !== other.month) return one.month - other.month
  return one.benefit < other.benefit ? -1 : 1
}
