import type { Month } from '@dongzhou/terms/month'
import { isBefore, monthOfDate } from './calendar.ts'
import { type Columns, NOT_KNOWN } from './columns.ts'
import { field, type MeritClass, meritClasses } from './facts.ts'

export type AwardFact = 'awardApproved' | 'awardFrom' | 'awardTo' | 'awardYears'

/** Whether a date counts from its month, or from January of its year. */
export type CountedFrom = 'month' | 'year'

/**
 * 当事人 (subject): one person in one month, as the rules see them. Every question about time notes until when its answer holds, so
 * after a rule has answered, `until` is the first month in which it might answer otherwise: the months between need no second asking.
 * The month itself is given to no rule.
 *
 * The narrower a question, the more people answer it alike and share one evaluation (`noting-subject.ts`): whether somebody is sixty,
 * rather than when they were born.
 */
export class Subject {
  person = 0
  month = 0 as Month
  /** Exclusive. */
  until = 0 as Month
  /** The award the question is about; -1 when nobody has approved anything. */
  award = -1
  private row = 0
  private readonly whole: Columns
  private readonly fields: readonly Int32Array[]

  constructor(columns: Columns) {
    this.whole = columns
    this.fields = columns.fields
  }

  /** Everything there is, for the few questions that have no narrower form. */
  get columns(): Columns {
    return this.whole
  }

  /** Stands at a person, an award of theirs (or -1) and a month; no answer reaches past `end` or the person's next stretch. */
  stand(person: number, award: number, month: Month, end: Month): void {
    const { stretchStart, stretchFrom } = this.whole
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
    return this.value(of)
  }

  knows(of: number): boolean {
    return this.value(of) !== undefined
  }

  knowsDay(of: number): boolean {
    const date = this.value(of)
    return date !== undefined && date % 100 !== 0
  }

  /** The month of a date; undefined when it is not known. Ask it only where the month itself makes the amount. */
  monthOf(of: number): Month | undefined {
    const date = this.value(of)
    return date === undefined ? undefined : monthOfDate(date)
  }

  /** Does a date lie before a day? Undefined when it is not known, or not well enough to tell. */
  isBefore(of: number, day: number): boolean | undefined {
    const date = this.value(of)
    return date === undefined ? undefined : isBefore(date, day)
  }

  /** What is worked out of two dates, such as years served; undefined where one is not known. */
  between(of: number, to: number, work: BetweenDates): number | undefined {
    const [one, other] = [this.value(of), this.value(to)]
    return one === undefined || other === undefined ? undefined : work(one, other)
  }

  /** Has the person an award besides the one the question is about? Most have not, and need not be asked what excludes what. */
  hasOtherAwards(): boolean {
    const { awardStart } = this.columns
    const count = (awardStart[this.person + 1] ?? 0) - (awardStart[this.person] ?? 0)
    return this.award < 0 ? count > 0 : count > 1
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

  /** Has the month of a date come, or the month so many after it? Undefined when the month is not known. */
  hasReached(of: number, months = 0, from: CountedFrom = 'month'): boolean | undefined {
    const month = countedFrom(this.value(of), from)
    return month === undefined ? undefined : this.hasCome((month + months) as Month)
  }

  /** 满周岁: has the month come in which somebody born on that date completes so many years? */
  isAged(of: number, years: number): boolean | undefined {
    return this.hasReached(of, years * 12)
  }

  /** The answer holds for this month alone: what is due once, in December, or in the month of an event. */
  onlyNow(): void {
    this.until = Math.min(this.until, this.month + 1) as Month
  }

  /** The award's own columns; undefined when there is no award or it does not say. */
  awardFact(of: AwardFact): number | undefined {
    return this.awardValue(of)
  }

  /** Has the month come that the award names? Undefined when it names none. */
  hasNamedMonthCome(of: 'awardFrom' | 'awardTo'): boolean | undefined {
    const month = this.awardValue(of)
    return month === undefined ? undefined : this.hasCome(month as Month)
  }

  /** Has the month come in which the award was approved, or the month so many after it? Undefined when that is not known. */
  isSinceApproval(months = 0, from: CountedFrom = 'month'): boolean | undefined {
    const month = countedFrom(this.awardValue('awardApproved'), from)
    return month === undefined ? undefined : this.hasCome((month + months) as Month)
  }

  /** Which of some spans the award was approved in, -1 for none of them; undefined when its month is not known. */
  spanOfApproval(spans: readonly Span[]): number | undefined {
    const approved = this.awardValue('awardApproved')
    return approved === undefined ? undefined : spanOf(approved, spans)
  }

  protected value(of: number): number | undefined {
    const value = this.fields[of]?.[this.row] ?? NOT_KNOWN
    return value === NOT_KNOWN ? undefined : value
  }

  protected awardValue(of: AwardFact): number | undefined {
    if (this.award < 0) return undefined
    const value = this.awardColumn(of)[this.award] ?? NOT_KNOWN
    return value === NOT_KNOWN ? undefined : value
  }

  // Each column by its own name: looked up by a name that varies, it took twice as long as the rest of the question.
  private awardColumn(of: AwardFact): Int32Array {
    switch (of) {
      case 'awardApproved':
        return this.whole.awardApproved
      case 'awardFrom':
        return this.whole.awardFrom
      case 'awardTo':
        return this.whole.awardTo
      case 'awardYears':
        return this.whole.awardYears
    }
  }

  hasMerits(): boolean {
    const { meritStart } = this.columns
    return (meritStart[this.person + 1] ?? 0) > (meritStart[this.person] ?? 0)
  }

  /** The merits of the person, in the order of the facts. */
  merits(): readonly { readonly class: MeritClass; readonly on: number; readonly wartime: boolean }[] {
    const { meritStart, meritClass, meritOn, meritWartime } = this.columns
    const found = []
    for (let row = meritStart[this.person] ?? 0; row < (meritStart[this.person + 1] ?? 0); row += 1) {
      const of = meritClasses[meritClass[row] ?? -1]
      if (of) found.push({ class: of, on: meritOn[row] ?? 0, wartime: meritWartime[row] === 1 })
    }
    return found
  }
}

/** A pure function of two date numbers, the same object each time it is asked: by it the question is known again. */
export type BetweenDates = (from: number, to: number) => number | undefined

/** Months from `from` up to, not including, `to`. */
export interface Span {
  readonly from: Month
  readonly to: Month
}

/** The month a date counts from; undefined when it is not known. January is known of a date that names its year alone. */
export function countedFrom(date: number | undefined, from: CountedFrom): Month | undefined {
  if (date === undefined) return undefined
  return from === 'month' ? monthOfDate(date) : ((((date / 10_000) | 0) * 12) as Month)
}

/** Which of some spans the month of a date lies in, -1 for none; undefined when the month is not known. */
export function spanOf(date: number, spans: readonly Span[]): number | undefined {
  const month = monthOfDate(date)
  return month === undefined ? undefined : spans.findIndex(({ from, to }) => from <= month && month < to)
}
