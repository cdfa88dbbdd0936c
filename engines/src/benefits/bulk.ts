import type { Month } from '@dongzhou/terms/month'
import { BulkAnswer } from './answer.ts'
import { benefitCode, type Columns } from './columns.ts'
import type { Months } from './evaluate.ts'
import { Likeness } from './likeness.ts'
import { NotingSubject } from './noting-subject.ts'
import type { Question } from './question.ts'
import { ENTITLED, REFUSED, SegmentTable, UNKNOWN } from './segment-table.ts'

/** What a bulk run is asked: which questions, about whom, over which months. */
export interface BulkOrder {
  readonly questions: readonly Question[]
  readonly columns: Columns
  readonly months: Months
  /** `decides`: what is due under each award. `qualifies`: the conditions alone, once for each person and question, amounts 0. */
  readonly ask: 'decides' | 'qualifies'
  /** Leaves out the months that a refusal answers: nothing is due in them. */
  readonly withoutRefused?: boolean
  /** Throws where sharing answers would go wrong, instead of asking everybody alone: for tests, which look for such a rule. */
  readonly isStrict?: boolean
}

/** 批量核算 (bulk run): the segments of all people of the columns: by person, then by award or by question, then by month. */
export function segmentsOfAll(order: BulkOrder): SegmentTable {
  const run = new BulkRun(order)
  run.take(0, order.columns.people)
  return run.table
}

/**
 * The same in portions of so many people, for a run that stores as it goes: one table is filled anew for each portion, so read it
 * before asking for the next.
 */
export function* segmentsInPortions(order: BulkOrder, peopleAtOnce: number): Generator<SegmentTable, void, undefined> {
  let run = new BulkRun(order)
  for (let from = 0; from < order.columns.people; from += peopleAtOnce) {
    if (run.table.runs.length > MOST_RUNS) run = new BulkRun(order)
    run.take(from, Math.min(order.columns.people, from + peopleAtOnce))
    yield run.table
  }
}

// What was found stays for those who come later; where people have little in common it is forgotten before it fills the memory.
const MOST_RUNS = 4_000_000

class BulkRun {
  readonly table = new SegmentTable()
  private readonly order: BulkOrder
  private readonly subject: NotingSubject
  private readonly answer = new BulkAnswer()
  private readonly codes: readonly number[]
  private readonly questionOf: readonly (Question | undefined)[]
  private readonly likeness: Likeness
  private readonly awardKind: Int32Array

  constructor(order: BulkOrder) {
    this.order = order
    this.subject = new NotingSubject(order.columns)
    this.codes = order.questions.map(({ rule }) => benefitCode(rule.benefit))
    this.questionOf = questionsByCode(order.questions)
    this.likeness = new Likeness(this.subject)
    this.awardKind = order.columns.awardKind
  }

  /** Fills the table with the lines of the people from one up to another. */
  take(from: number, to: number): void {
    this.fill(from, to)
    const { disagreement } = this.likeness
    if (disagreement === undefined || this.table.disagreement !== undefined) return
    if (this.order.isStrict === true) throw new Error(disagreement)
    // A county is not left unpaid because a memory of answers is of no use: whom it served so far are asked again, and all alone.
    this.table.disagreement = disagreement
    this.fill(from, to)
  }

  private fill(from: number, to: number): void {
    const { awardStart } = this.order.columns
    const isOfAwards = this.order.ask === 'decides'
    const awards = (awardStart[to] ?? 0) - (awardStart[from] ?? 0)
    this.table.clear(isOfAwards ? awards : (to - from) * this.codes.length)
    for (let person = from; person < to; person += 1)
      if (isOfAwards) this.takeAwards(person)
      else for (const code of this.codes) this.ask(this.open(person, -1, code))
  }

  private takeAwards(person: number): void {
    const { awardStart, awardBenefit } = this.order.columns
    const row = this.onlyRow(person)
    const end = awardStart[person + 1] ?? 0
    for (let award = awardStart[person] ?? 0; award < end; award += 1) {
      const code = awardBenefit[award] ?? 0
      if (this.questionOf[code] === undefined) continue
      const line = this.open(person, award, code)
      const kind = this.awardKind[award] ?? 0
      const known = row < 0 ? undefined : this.likeness.find(kind, row, award, person)
      if (known === undefined) this.learn(line, kind, row)
      else {
        this.table.first[line] = known.first
        this.table.end[line] = known.end
      }
    }
  }

  private learn(line: number, kind: number, row: number): void {
    const { table, subject } = this
    this.ask(line)
    if (row >= 0 && !subject.isAlone)
      this.likeness.keep(kind, subject.noted, table.first[line] ?? 0, table.end[line] ?? 0)
  }

  private open(person: number, award: number, code: number): number {
    const { table } = this
    const line = table.length
    table.person[line] = person
    table.award[line] = award
    table.benefit[line] = code
    table.length = line + 1
    return line
  }

  private ask(line: number): void {
    const { table, subject } = this
    const award = table.award[line] ?? -1
    const question = this.questionOf[table.benefit[line] ?? 0]
    table.first[line] = table.runs.length
    subject.begin(award)
    if (question !== undefined) this.addRuns(question, table.person[line] ?? 0, award)
    table.end[line] = table.runs.length
  }

  // Of most people one stretch is all that is known. The others are asked alone: few answer alike in each stretch.
  private onlyRow(person: number): number {
    const { stretchStart } = this.order.columns
    const row = stretchStart[person] ?? 0
    return (stretchStart[person + 1] ?? 0) - row === 1 ? row : -1
  }

  // What opens an award mostly outlasts several rates: it is asked once, and the amount once for each rate.
  private addRuns(question: Question, person: number, award: number): void {
    const { subject, answer } = this
    const { months, ask } = this.order
    let month = months.from
    while (month < months.to) {
      subject.stand(person, award, month, months.to)
      answer.clear()
      if (ask === 'decides') question.opens(subject, answer)
      else question.qualifies(subject, answer)
      if (answer.isOpen && ask === 'decides') this.addAmounts(question)
      else this.addRun(month)
      month = subject.until
    }
  }

  private addAmounts(question: Question): void {
    const { subject, answer } = this
    const { until } = subject
    let { month } = subject
    while (month < until) {
      subject.moveTo(month, until)
      answer.clear()
      question.pays(subject, answer)
      this.addRun(month)
      month = subject.until
    }
  }

  private addRun(month: Month): void {
    const outcome = outcomeOf(this.answer)
    if (outcome === REFUSED && this.order.withoutRefused === true) return
    this.table.runs.add(month, this.subject.until, outcome, outcome === ENTITLED ? this.answer.amount : 0)
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
