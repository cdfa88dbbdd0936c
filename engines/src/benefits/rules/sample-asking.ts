import { type Month, monthCode } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import { columnsOf } from '../columns.ts'
import { explain, type Months, type Segment, segmentsOf, type Verdict } from '../evaluate.ts'
import type { Award, Merit, PersonFacts, Stretch } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import type { Rule } from '../rule.ts'
import { Subject } from '../subject.ts'

/** A person for tests of one rule: what is known of them in all months, and one award of the rule's benefit. */
export function aPerson(
  rule: Rule,
  known: Omit<Stretch, 'from'>,
  { award = {}, merits = [] }: { award?: Partial<Award>; merits?: readonly Merit[] } = {},
): PersonFacts {
  return {
    stretches: [{ from: 0 as Month, ...known }],
    awards: [{ benefit: rule.benefit, approved: 20200101, ...award }],
    merits,
  }
}

/** A rule and a rate book, asked about the first award of a person. */
export class Asking {
  private readonly question: Question

  constructor(rule: Rule, rates: readonly Rate[]) {
    this.question = new Question(rule, new RateBook(rates), [])
  }

  /** The segments of a span, as a bulk run finds them. */
  segments(person: PersonFacts, months: Months): readonly Segment[] {
    const about = { person: 0, award: firstAward(person), ask: 'decides' } as const
    return segmentsOf(this.question, new Subject(columnsOf([person])), about, months)
  }

  /** The months in which something is due, with the fen due: `{ '2025-03': 1_950_800 }`. */
  paid(person: PersonFacts, months: Months): Readonly<Record<string, number>> {
    const paid = this.segments(person, months).filter(({ outcome }) => outcome === 'entitled')
    return Object.fromEntries(
      paid.flatMap(({ from, to, amount }) =>
        Array.from({ length: to - from }, (_, at) => [monthCode((from + at) as Month), amount] as const),
      ),
    )
  }

  /** All that is due in a span, in fen. */
  sum(person: PersonFacts, months: Months): number {
    return Object.values(this.paid(person, months)).reduce((sum, amount) => sum + amount, 0)
  }

  /** The verdict on one month, with everything behind it. */
  verdict(person: PersonFacts, month: Month): Verdict {
    return explain(this.question, person, { award: firstAward(person), ask: 'decides' }, month)
  }

  /** The reasons of a refusal, or what is missing, in one month; empty when entitled. */
  against(person: PersonFacts, month: Month): readonly string[] {
    const verdict = this.verdict(person, month)
    if (verdict.kind === 'entitled') return []
    return verdict.kind === 'refused' ? verdict.reasons.map(({ refusal }) => refusal) : verdict.missing
  }

  /** The parts of what is due in one month, in fen. */
  parts(person: PersonFacts, month: Month): readonly (readonly [string, number])[] {
    const verdict = this.verdict(person, month)
    return verdict.kind === 'entitled' ? verdict.payments.map(({ part, amount }) => [part, amount] as const) : []
  }

  /** Outcome and amount of each month, once read off the segments and once asked month by month: the two must agree. */
  bothWays(
    person: PersonFacts,
    months: Months,
  ): { readonly whole: readonly string[]; readonly single: readonly string[] } {
    const single: string[] = []
    for (let month = months.from; month < months.to; month = (month + 1) as Month)
      single.push(...spelt(this.segments(person, { from: month, to: (month + 1) as Month })))
    return { whole: spelt(this.segments(person, months)), single }
  }
}

function firstAward({ awards }: PersonFacts): number {
  return awards.length > 0 ? 0 : -1
}

function spelt(segments: readonly Segment[]): readonly string[] {
  return segments.flatMap(({ from, to, outcome, amount }) =>
    Array.from({ length: to - from }, (_, at) => `${monthCode((from + at) as Month)} ${outcome} ${amount}`),
  )
}
