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

/** 批量核算 (bulk run): the segments of all people of the columns: by person, then by award or by question, then by month. */
export function segmentsOfAll(order: BulkOrder): SegmentTable {
  const table = tableFor(order.columns.people)
  new BulkRun(order, table).add(0, order.columns.people)
  return table
}

/**
 * The same in portions of so many people, for a run that stores as it goes: one table is filled anew for each portion, so read it
 * before asking for the next.
 */
export function* segmentsInPortions(order: BulkOrder, peopleAtOnce: number): Generator<SegmentTable, void, undefined> {
  const table = tableFor(Math.min(peopleAtOnce, order.columns.people))
  const run = new BulkRun(order, table)
  for (let from = 0; from < order.columns.people; from += peopleAtOnce) {
    table.clear()
    run.add(from, Math.min(order.columns.people, from + peopleAtOnce))
    yield table
  }
}

// With a raise a year most people make three segments in two years; growing a table copies it.
function tableFor(people: number): SegmentTable {
  return new SegmentTable(people * 4 + 64)
}

class BulkRun {
  private readonly order: BulkOrder
  private readonly table: SegmentTable
  private readonly subject: Subject
  private readonly answer = new BulkAnswer()
  private readonly codes: readonly number[]
  private readonly questionOf: readonly (Question | undefined)[]
  private readonly end: Month

  constructor(order: BulkOrder, table: SegmentTable) {
    this.order = order
    this.table = table
    this.subject = new Subject(order.columns)
    this.codes = order.questions.map(({ rule }) => benefitCode(rule.benefit))
    this.questionOf = questionsByCode(order.questions)
    this.end = order.months.to
  }

  add(from: number, to: number): void {
    if (this.order.ask === 'decides') this.addAwards(from, to)
    else for (let person = from; person < to; person += 1) this.addConditions(person)
  }

  private addAwards(from: number, to: number): void {
    const { awardStart, awardBenefit } = this.order.columns
    for (let person = from; person < to; person += 1) {
      const end = awardStart[person + 1] ?? 0
      for (let award = awardStart[person] ?? 0; award < end; award += 1) {
        const code = awardBenefit[award] ?? 0
        const question = this.questionOf[code]
        if (question !== undefined) this.addAward(question, person, award, code)
      }
    }
  }

  // What opens an award mostly outlasts several rates: it is asked once, and the amount once for each rate.
  private addAward(question: Question, person: number, award: number, code: number): void {
    const { subject, answer, end } = this
    let month = this.start(end)
    while (month < end) {
      subject.stand(person, award, month, end)
      answer.clear()
      question.opens(subject, answer)
      if (answer.isOpen) month = this.addAmounts(question, person, award, code)
      else {
        this.addSegment(person, award, code, month)
        month = subject.until
      }
    }
  }

  private addAmounts(question: Question, person: number, award: number, code: number): Month {
    const { subject, answer } = this
    const { until } = subject
    let { month } = subject
    while (month < until) {
      subject.moveTo(month, until)
      answer.clear()
      question.pays(subject, answer)
      this.addSegment(person, award, code, month)
      month = subject.until
    }
    return month
  }

  private addConditions(person: number): void {
    const { subject, answer, end } = this
    for (const [at, question] of this.order.questions.entries()) {
      for (let month = this.start(end); month < end; month = subject.until) {
        subject.stand(person, -1, month, end)
        answer.clear()
        question.qualifies(subject, answer)
        this.addSegment(person, -1, this.codes[at] ?? 0, month)
      }
    }
  }

  // A window has room for one segment a month, so a line reserves once.
  private start(end: Month): Month {
    const { from } = this.order.months
    this.table.reserve(Math.max(0, end - from))
    return from
  }

  private addSegment(person: number, award: number, code: number, month: Month): void {
    const { table, answer } = this
    const outcome = outcomeOf(answer)
    if (outcome === REFUSED && this.order.withoutRefused === true) return
    const row = table.length
    table.person[row] = person
    table.award[row] = award
    table.benefit[row] = code
    table.from[row] = month
    table.to[row] = this.subject.until
    table.outcome[row] = outcome
    table.amount[row] = outcome === ENTITLED ? answer.amount : 0
    table.length = row + 1
  }
}

/** The question of each benefit, by its code; a hole where none was asked. */
export function questionsByCode(questions: readonly Question[]): readonly (Question | undefined)[] {
  const codes = questions.map(({ rule }) => benefitCode(rule.benefit))
  const found: (Question | undefined)[] = Array.from({ length: Math.max(0, ...codes) + 1 }, () => undefined)
  for (const [at, code] of codes.entries()) found[code] = questions[at]
  return found
}

function outcomeOf(answer: BulkAnswer): number {
  if (answer.refusals > 0) return REFUSED
  return answer.missing > 0 ? UNKNOWN : ENTITLED
}
