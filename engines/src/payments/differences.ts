import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import type { LineKind } from '@dongzhou/terms/payment'

/** Months with one amount for one person and benefit; `to` is exclusive. */
export interface AmountSpan {
  readonly person: number
  readonly benefit: Benefit
  readonly from: Month
  readonly to: Month
  readonly amount: number
}

/** What is due; an unknown month is settled in neither direction. */
export interface DueSpan extends AmountSpan {
  readonly isUnknown: boolean
}

/** A month in which what is due is not what was posted. */
export interface MonthDifference {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  readonly due: number
  readonly posted: number
}

/**
 * 应发减已记账 (due less posted), month by month over every month from the `firstOf` a benefit and a person up to and including
 * `month`. Months before the first were paid by another book, and are its business.
 */
export function differencesOf(
  due: readonly DueSpan[],
  posted: readonly AmountSpan[],
  { firstOf, month }: { readonly firstOf: (benefit: Benefit, person: number) => Month; readonly month: Month },
): readonly MonthDifference[] {
  const owed = Map.groupBy(due, keyOf)
  const paid = Map.groupBy(posted, keyOf)
  const found: MonthDifference[] = []
  for (const key of new Set([...owed.keys(), ...paid.keys()])) {
    const [dueSpans, postedSpans] = [owed.get(key) ?? [], paid.get(key) ?? []]
    const one = dueSpans[0] ?? postedSpans[0]
    if (one === undefined) continue
    addDifferences(
      found,
      { person: one.person, benefit: one.benefit, dueSpans, postedSpans },
      firstOf(one.benefit, one.person),
      month,
    )
  }
  return found
}

interface Account {
  readonly person: number
  readonly benefit: Benefit
  readonly dueSpans: readonly DueSpan[]
  readonly postedSpans: readonly AmountSpan[]
}

// Both sides are sums over spans, so edges are enough: between two of them nothing changes, and most people have one span each.
function addDifferences(found: MonthDifference[], account: Account, first: Month, last: Month): void {
  const { person, benefit, dueSpans, postedSpans } = account
  const edges = edgesOf([...dueSpans, ...postedSpans], first, last)
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1]
    if (to === undefined || dueSpans.some((span) => span.isUnknown && holds(span, from))) continue
    const owed = sumAt(dueSpans, from)
    const paid = sumAt(postedSpans, from)
    if (owed === paid) continue
    for (let month = from; month < to; month = (month + 1) as Month)
      found.push({ person, benefit, month, due: owed, posted: paid })
  }
}

function edgesOf(spans: readonly AmountSpan[], first: Month, last: Month): readonly Month[] {
  const end = (last + 1) as Month
  const edges = new Set<Month>([first, end])
  for (const { from, to } of spans) {
    if (from > first && from < end) edges.add(from)
    if (to > first && to < end) edges.add(to)
  }
  return first > last ? [] : [...edges].sort((one, other) => one - other)
}

function sumAt(spans: readonly AmountSpan[], month: Month): number {
  return spans.reduce((sum, span) => (holds(span, month) ? sum + span.amount : sum), 0)
}

function holds({ from, to }: AmountSpan, month: Month): boolean {
  return from <= month && month < to
}

function keyOf({ person, benefit }: AmountSpan): string {
  return `${person} ${benefit}`
}

/** 明细种类 of a difference in a run of a month: the first money of the month is regular, all else settles. */
export function lineKindOf(difference: MonthDifference, month: Month): LineKind {
  if (difference.due < difference.posted) return 'recovery'
  return difference.month === month && difference.posted === 0 ? 'regular' : 'arrears'
}
