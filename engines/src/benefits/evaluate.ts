import { type Fen, fen } from '@dongzhou/terms/fen'
import { type Month, monthSpan } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import { BulkAnswer, FullAnswer, type Lacking, type Part } from './answer.ts'
import { columnsOf } from './columns.ts'
import type { PersonFacts } from './facts.ts'
import { type Article, articlesOn } from './laws.ts'
import type { Question } from './question.ts'
import type { Refusal } from './refusals.ts'
import { Subject } from './subject.ts'

/** 时段 (segment): months with one answer, the end exclusive; `amount` is due in each of them, in fen. */
export interface Segment {
  readonly from: Month
  readonly to: Month
  readonly outcome: 'entitled' | 'refused' | 'unknown'
  readonly amount: number
}

/** A verdict on one month, with everything behind it. */
export type Verdict =
  | {
      readonly kind: 'entitled'
      readonly amount: Fen
      readonly payments: readonly { readonly amount: Fen; readonly part: Part; readonly from: Rate | undefined }[]
      readonly because: readonly Article[]
    }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly missing: readonly Lacking[] }

export interface Reason {
  readonly refusal: Refusal
  readonly article: Article | undefined
}

/** Months from `from` up to, not including, `to`. */
export interface Months {
  readonly from: Month
  readonly to: Month
}

const bulk = new BulkAnswer()

/**
 * What a question answers for one award (or -1) of one person over some months, as segments. The rule is asked once a segment.
 * `decides` asks what is due; `qualifies` asks the conditions alone, whose amounts are 0.
 */
export function segmentsOf(
  question: Question,
  subject: Subject,
  about: { readonly person: number; readonly award: number; readonly ask: 'decides' | 'qualifies' },
  months: Months,
): readonly Segment[] {
  const segments: Segment[] = []
  for (let month = months.from; month < months.to; month = subject.until) {
    subject.stand(about.person, about.award, month, months.to)
    bulk.clear()
    question[about.ask](subject, bulk)
    segments.push({ from: month, to: subject.until, outcome: outcomeOf(bulk), amount: bulk.isOpen ? bulk.amount : 0 })
  }
  return segments
}

function outcomeOf(answer: BulkAnswer): Segment['outcome'] {
  if (answer.refusals > 0) return 'refused'
  return answer.missing > 0 ? 'unknown' : 'entitled'
}

/** 说明 (explanation) of one month of one person, recomputed from the facts: nothing of it is stored. */
export function explain(
  question: Question,
  facts: PersonFacts,
  about: { readonly award: number; readonly ask: 'decides' | 'qualifies' },
  month: Month,
): Verdict {
  const subject = new Subject(columnsOf([facts]))
  subject.stand(0, about.award, month, (month + 1) as Month)
  const answer = new FullAnswer()
  question[about.ask](subject, answer)
  if (answer.refusals.length > 0) return { kind: 'refused', reasons: answer.refusals }
  if (answer.missing.length > 0) return { kind: 'unknown', missing: answer.missing }
  const payments = answer.payments.map((payment) => ({ ...payment, amount: fen(payment.amount) }))
  return {
    kind: 'entitled',
    amount: fen(payments.reduce((sum, { amount }) => sum + amount, 0)),
    payments,
    because: articlesOn(question.rule.law, monthSpan(month).from),
  }
}
