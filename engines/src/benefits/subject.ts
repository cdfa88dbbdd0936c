import type { Month } from '@dongzhou/terms/month'
import { isBefore, monthOfDate } from './calendar.ts'
import { type Columns, NOT_KNOWN } from './columns.ts'
import { field, type MeritClass, meritClasses } from './facts.ts'

export type AwardFact = 'awardApproved' | 'awardFrom' | 'awardTo' | 'awardYears'

/** A date of the subject: one of their fields, or the day their award was approved. */
export type DateOf = number | 'awardApproved'

/** Months in which one thing holds, the end exclusive. */
export interface MonthSpan {
  readonly from: Month
  readonly to: Month
}

export type WorkedOut = (from: number, to: number) => number | undefined

/**
 * 当事人 (subject): one person in one month, as the rules see them. Every question about time notes until when its answer holds, so
 * after a rule has answered, `until` is the first month in which it might answer otherwise: the months between need no second asking.
 * The month itself is given to no rule.
 */
export class Subject {
  person = 0
  month = 0 as Month
  /** Exclusive. */
  until = 0 as Month
  /** The award the question is about; -1 when nobody has approved anything. */
  award = -1
  protected row = 0
  protected readonly fields: readonly Int32Array[]
  /** For questions alone. One that reads it for itself, and not by the others, has to be noted by the `NotingSubject` too. */
  protected readonly all: Columns

  constructor(columns: Columns) {
    this.all = columns
    this.fields = columns.fields
  }

  /** Everything that is known of everybody. */
  get columns(): Columns {
    return this.all
  }

  /** Stands at a person, an award of theirs (or -1) and a month; no answer reaches past `end` or the person's next stretch. */
  stand(person: number, award: number, month: Month, end: Month): void {
    const { stretchStart, stretchFrom } = this.all
    const last = stretchStart[person + 1] ?? 0
    let row = stretchStart[person] ?? 0
    while (row + 1 < last && (stretchFrom[row + 1] ?? 0) <= month) row += 1
    const next = row + 1 < last ? (stretchFrom[row + 1] ?? end) : end
    this.person = person
    this.award = award
    this.month = month
    this.until = (next < end ? next : end) as Month
    this.row = row
  }

  /** What is known of a field; undefined when nothing is. */
  fact(of: number): number | undefined {
    const value = this.fields[of]?.[this.row] ?? NOT_KNOWN
    return value === NOT_KNOWN ? undefined : value
  }

  /** Has the person an award besides the one the question is about? Most have not, and need not be asked what excludes what. */
  get hasOtherAwards(): boolean {
    const { awardStart } = this.all
    const count = (awardStart[this.person + 1] ?? 0) - (awardStart[this.person] ?? 0)
    return this.award < 0 ? count > 0 : count > 1
  }

  /** The next award of a benefit, after a row, besides the one the question is about; -1 when there is none. Before the first is row -1. */
  otherAward(benefit: number, after = -1): number {
    const { awardStart, awardBenefit } = this.all
    const end = awardStart[this.person + 1] ?? 0
    for (let row = Math.max(after + 1, awardStart[this.person] ?? 0); row < end; row += 1)
      if (awardBenefit[row] === benefit && row !== this.award) return row
    return -1
  }

  /** Stands in a later month with all else the same, until an end that was noted before. */
  moveTo(month: Month, until: Month): void {
    this.month = month
    this.until = until
  }

  /** Does the subject hold one of these identities? */
  isOf(identityBits: number): boolean {
    return ((this.fact(field.identities) ?? 0) & identityBits) !== 0
  }

  /** Has this month come? */
  hasCome(month: Month): boolean {
    if (this.month >= month) return true
    if (month < this.until) this.until = month
    return false
  }

  /** Has the month of this date come? Undefined when the month is not known. */
  hasReached(date: number): boolean | undefined {
    const month = monthOfDate(date)
    return month === undefined ? undefined : this.hasCome(month)
  }

  /** 满周岁: has the month come in which the subject completes so many years? Undefined when the month of birth is not known. */
  isAged(years: number): boolean | undefined {
    return this.isSince(field.born, years * 12)
  }

  /** Has the month come that lies so many months after the month of a date? Undefined when that is not known. */
  isSince(of: DateOf, months = 0): boolean | undefined {
    const month = this.monthOf(of)
    return month === undefined ? undefined : this.hasCome((month + months) as Month)
  }

  /** The month of a date; undefined when it is not known. Where `isSince` would do, more people answer alike. */
  monthOf(of: DateOf): Month | undefined {
    const date = of === 'awardApproved' ? this.awardFact(of) : this.fact(of)
    return date === undefined ? undefined : monthOfDate(date)
  }

  /** In which of these spans does the month of a date lie? -1 for none, and where the month is not known. */
  spanOf(of: DateOf, spans: readonly MonthSpan[]): number {
    const month = this.monthOf(of)
    return month === undefined ? -1 : placeIn(spans, month)
  }

  /** Does a date lie before a day? Undefined where it is not known well enough. */
  isBefore(of: number, day: number): boolean | undefined {
    const date = this.fact(of)
    return date === undefined ? undefined : isBefore(date, day)
  }

  /** What is worked out from two fields and nothing else; undefined when one of them is not known. */
  workedOut(of: WorkedOut, from: number, to: number): number | undefined {
    const one = this.fact(from)
    const other = this.fact(to)
    return one === undefined || other === undefined ? undefined : of(one, other)
  }

  /** The answer holds for this month alone: what is due once, in December, or in the month of an event. */
  onlyNow(): void {
    this.until = Math.min(this.until, this.month + 1) as Month
  }

  /** The award's own columns; undefined when there is no award or it does not say. */
  awardFact(of: AwardFact): number | undefined {
    if (this.award < 0) return undefined
    const value = this.awardColumn(of)[this.award] ?? NOT_KNOWN
    return value === NOT_KNOWN ? undefined : value
  }

  // Each column by its own name: looked up by a name that varies, it took twice as long as the rest of the question.
  protected awardColumn(of: AwardFact): Int32Array {
    switch (of) {
      case 'awardApproved':
        return this.all.awardApproved
      case 'awardFrom':
        return this.all.awardFrom
      case 'awardTo':
        return this.all.awardTo
      case 'awardYears':
        return this.all.awardYears
    }
  }

  /** The merits of the person, in the order of the facts. */
  merits(): readonly { readonly class: MeritClass; readonly on: number; readonly wartime: boolean }[] {
    const { meritStart, meritClass, meritOn, meritWartime } = this.all
    const found = []
    for (let row = meritStart[this.person] ?? 0; row < (meritStart[this.person + 1] ?? 0); row += 1) {
      const of = meritClasses[meritClass[row] ?? -1]
      if (of) found.push({ class: of, on: meritOn[row] ?? 0, wartime: meritWartime[row] === 1 })
    }
    return found
  }
}

function placeIn(spans: readonly MonthSpan[], month: Month): number {
  for (let at = 0; at < spans.length; at += 1) {
    const span = spans[at]
    if (span !== undefined && span.from <= month && month < span.to) return at
  }
  return -1
}
