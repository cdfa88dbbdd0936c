import type { Month } from '@dongzhou/terms/month'
import { BulkAnswer } from './answer.ts'
import { benefitCode, type Columns } from './columns.ts'
import type { Months } from './evaluate.ts'
import type { Question } from './question.ts'
import { ENTITLED, REFUSED, SegmentTable, UNKNOWN } from './segment-table.ts'
import { Subject } from './subject.ts'

/** What a bulk run is asked: which questions, about whom, over which months. */
export interface BulkOrder {
  readonly questions: readonly Question[]
  readonly columns: Columns
  readonly months: Months
  /** `decides`: what is due under each award. `qualifies`: the conditions alone, once for each person and question, amounts 0. */
  readonly ask: 'decides' | 'qualifies'
  /** Leaves out the months that a refusal answers: nothing is due in them. */
  readonly withoutRefused?: boolean
}

/** 批量核算 (bulk run): the segments of all people of the columns, by person, then by question, then by award, then by month. */
export function segmentsOfAll(order: BulkOrder): SegmentTable {
  const table = new SegmentTable(order.columns.people * 2)
  new BulkRun(order).add(table, 0, order.columns.people)
  return table
}

/**
 * The same in portions of so many people, for a run that stores as it goes: one table is filled anew for each portion, so read it
 * before asking for the next.
 */
export function* segmentsInPortions(order: BulkOrder, peopleAtOnce: number): Generator<SegmentTable, void, undefined> {
  const run = new BulkRun(order)
  const table = new SegmentTable(peopleAtOnce * 2)
  for (let from = 0; from < order.columns.people; from += peopleAtOnce) {
    table.clear()
    run.add(table, from, Math.min(order.columns.people, from + peopleAtOnce))
    yield table
  }
}

class BulkRun {
  private readonly order: BulkOrder
  private readonly subject: Subject
  private readonly answer = new BulkAnswer()
  private readonly codes: readonly number[]

  constructor(order: BulkOrder) {
    this.order = order
    this.subject = new Subject(order.columns)
    this.codes = order.questions.map(({ rule }) => benefitCode(rule.benefit))
  }

  add(table: SegmentTable, from: number, to: number): void {
    const { questions, ask } = this.order
    for (let person = from; person < to; person += 1) {
      for (const [at, question] of questions.entries()) {
        const code = this.codes[at] ?? 0
        if (ask === 'qualifies') this.addLine(table, question, { person, award: -1, code })
        else this.addAwards(table, question, { person, code })
      }
    }
  }

  private addAwards(table: SegmentTable, question: Question, { person, code }: { person: number; code: number }): void {
    const { awardStart, awardBenefit } = this.order.columns
    const end = awardStart[person + 1] ?? 0
    for (let award = awardStart[person] ?? 0; award < end; award += 1) {
      if (awardBenefit[award] === code) this.addLine(table, question, { person, award, code })
    }
  }

  private addLine(
    table: SegmentTable,
    question: Question,
    about: { person: number; award: number; code: number },
  ): void {
    const { subject, answer } = this
    const { months, ask, withoutRefused } = this.order
    for (let month = months.from; month < months.to; month = subject.until) {
      subject.stand(about.person, about.award, month, months.to)
      answer.clear()
      question[ask](subject, answer)
      const outcome = outcomeOf(answer)
      if (outcome === REFUSED && withoutRefused === true) continue
      table.reserve(1)
      const row = table.length
      table.person[row] = about.person
      table.award[row] = about.award
      table.benefit[row] = about.code
      table.from[row] = month
      table.to[row] = subject.until
      table.outcome[row] = outcome
      table.amount[row] = outcome === ENTITLED ? answer.amount : 0
      table.length = row + 1
    }
  }
}

function outcomeOf(answer: BulkAnswer): number {
  if (answer.refusals > 0) return REFUSED
  return answer.missing > 0 ? UNKNOWN : ENTITLED
}

/** The amount due to each person in one month, from a table of segments. */
export function dueByPerson(table: SegmentTable, people: number, month: Month): Float64Array {
  const due = new Float64Array(people)
  for (let row = 0; row < table.length; row += 1) {
    if ((table.from[row] ?? 0) > month || (table.to[row] ?? 0) <= month) continue
    const person = table.person[row] ?? 0
    due[person] = (due[person] ?? 0) + (table.amount[row] ?? 0)
  }
  return due
}
