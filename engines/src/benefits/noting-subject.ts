import type { Month } from '@dongzhou/terms/month'
import { monthOfDate } from './calendar.ts'
import { type Columns, NOT_KNOWN } from './columns.ts'
import { fields, type MeritClass, sharedFields } from './facts.ts'
import { type AwardFact, type DateOf, type MonthSpan, Subject, type WorkedOut } from './subject.ts'

/** 问到的一处 (thing asked): what a rule looked at, and the least and most it could have been for the same answer. */
export interface Noted {
  readonly place: number
  readonly least: number
  readonly most: number
  /** Of the dates between, only those whose month is known. */
  readonly isMonthKnown: boolean
}

// The places a question can look at: the fields; when the award was approved, and others of the person up to so many rows beside it;
// how many merits there are; and what is worked out. What a rule works out it must name once, when it is bound: a closure made anew for each
// person takes a place each time, and when all sixteen are taken, what is worked out is noted by the days it comes from, which hardly
// anybody shares.
const BESIDE = 8
const APPROVED_PLACE = fields.length + BESIDE
const MERITS_PLACE = APPROVED_PLACE + BESIDE
const WORKED_PLACE = MERITS_PLACE + 1
const PLACES = WORKED_PLACE + 16

const sharedPlaces: ReadonlySet<number> = new Set(sharedFields)
const LEAST = NOT_KNOWN + 1
const MOST = 2_147_483_647

/** What is worked out from two fields. */
export interface Work {
  readonly of: WorkedOut
  readonly from: number
  readonly to: number
}

/**
 * 记问的当事人 (noting subject): as every question about time notes until when its answer holds, every question about the person notes
 * for whom else it would. Whatever is not asked by one of the questions below goes through `columns`, and makes the answer this one's
 * alone; a question that notes nothing of its own is noted by the fields it reads, value by value. What all awards of a kind have in
 * common (`Columns.awardKind`) is not noted.
 */
export class NotingSubject extends Subject {
  /** What was asked since `begin`, in the order of asking. */
  readonly noted: Noted[] = []
  /** What rules work out; each has a place of its own from `WORKED_PLACE` on. */
  readonly works: Work[] = []
  /** Was something looked at that no note tells? */
  isAlone = false
  private own = -1
  private readonly least = new Int32Array(PLACES).fill(NOT_KNOWN)
  private readonly most = new Int32Array(PLACES).fill(MOST)
  private readonly monthKnown = new Uint8Array(PLACES)

  /** Forgets what was noted: what is asked from now on is about this award. */
  begin(award: number): void {
    for (const { place } of this.noted) {
      this.least[place] = NOT_KNOWN
      this.most[place] = MOST
      this.monthKnown[place] = 0
    }
    this.noted.length = 0
    this.isAlone = false
    this.own = award
  }

  override get columns(): Columns {
    this.isAlone = true
    return this.all
  }

  override fact(of: number): number | undefined {
    const value = this.fields[of]?.[this.row] ?? NOT_KNOWN
    if (!sharedPlaces.has(of)) this.noteValue(of, value)
    return value === NOT_KNOWN ? undefined : value
  }

  override awardFact(of: AwardFact): number | undefined {
    if (this.award < 0) return undefined
    const value = this.awardColumn(of)[this.award] ?? NOT_KNOWN
    if (of === 'awardApproved') this.noteValue(this.approvedPlace(), value)
    return value === NOT_KNOWN ? undefined : value
  }

  override monthOf(of: DateOf): Month | undefined {
    const [place, date] = this.dateOf(of)
    const month = monthOfDate(date)
    if (date === NOT_KNOWN || month === undefined) this.noteValue(place, date)
    else this.note(place, firstDate(month), lastDate(month), true)
    return date === NOT_KNOWN ? undefined : month
  }

  override isSince(of: DateOf, months = 0): boolean | undefined {
    const [place, date] = this.dateOf(of)
    const month = date === NOT_KNOWN ? undefined : monthOfDate(date)
    if (month === undefined) return this.isUndated(date) ? undefined : super.isSince(of, months)
    const come = (month + months) as Month
    if (come <= this.month) this.note(place, LEAST, lastDate((this.month - months) as Month), true)
    else if (come >= this.until) this.note(place, firstDate((this.until - months) as Month), MOST, true)
    else this.note(place, firstDate(month), lastDate(month), true)
    return this.hasCome(come)
  }

  override spanOf(of: DateOf, spans: readonly MonthSpan[]): number {
    const [place, date] = this.dateOf(of)
    const month = date === NOT_KNOWN ? undefined : monthOfDate(date)
    const at = month === undefined ? -1 : spans.findIndex(({ from, to }) => from <= month && month < to)
    const span = spans[at]
    if (span === undefined) return this.isUndated(date) ? -1 : super.spanOf(of, spans)
    this.note(place, firstDate(span.from), lastDate((span.to - 1) as Month), true)
    return at
  }

  override isBefore(of: number, day: number): boolean | undefined {
    const date = this.fields[of]?.[this.row] ?? NOT_KNOWN
    const year = day - (day % 10_000)
    // A date known to its month or year alone may lie on either side, but not in another year.
    if (date === NOT_KNOWN || (date >= year && date < year + 10_000)) return super.isBefore(of, day)
    if (date < year) this.note(of, LEAST, year - 1, false)
    else this.note(of, year + 10_000, MOST, false)
    return date < year
  }

  override workedOut(of: WorkedOut, from: number, to: number): number | undefined {
    let at = this.works.findIndex((work) => work.of === of && work.from === from && work.to === to)
    if (at < 0) at = this.works.push({ of, from, to }) - 1
    const place = WORKED_PLACE + at
    if (place >= PLACES) return super.workedOut(of, from, to)
    const value = this.worked(this.works[at], this.row)
    this.noteValue(place, value)
    return value === NOT_KNOWN ? undefined : value
  }

  override merits(): readonly { readonly class: MeritClass; readonly on: number; readonly wartime: boolean }[] {
    const { meritStart } = this.all
    const count = (meritStart[this.person + 1] ?? 0) - (meritStart[this.person] ?? 0)
    if (count > 0) this.isAlone = true
    this.noteValue(MERITS_PLACE, count)
    return super.merits()
  }

  /** The column of a place that has one. */
  columnAt(place: number): Int32Array | undefined {
    return this.isOfAward(place) ? this.all.awardApproved : this.fields[place]
  }

  isOfAward(place: number): boolean {
    return place >= fields.length && place < MERITS_PLACE
  }

  /** How many rows beside the award in question the one of a place stands. */
  awardBeside(place: number): number {
    return this.isOfAward(place) ? place - APPROVED_PLACE : 0
  }

  /** What stands in a place that has no column, for a person whose facts stand in a row. */
  valueAt(place: number, row: number, person: number): number {
    const { meritStart } = this.all
    if (place === MERITS_PLACE) return (meritStart[person + 1] ?? 0) - (meritStart[person] ?? 0)
    return this.worked(this.works[place - WORKED_PLACE], row)
  }

  private worked(work: Work | undefined, row: number): number {
    if (work === undefined) return NOT_KNOWN
    const [from, to] = [this.fields[work.from]?.[row] ?? NOT_KNOWN, this.fields[work.to]?.[row] ?? NOT_KNOWN]
    return from === NOT_KNOWN || to === NOT_KNOWN ? NOT_KNOWN : (work.of(from, to) ?? NOT_KNOWN)
  }

  // A date without a month lies among those that have one and answers otherwise: whoever has it is asked alone.
  private isUndated(date: number): boolean {
    const isUndated = date !== NOT_KNOWN && monthOfDate(date) === undefined
    if (isUndated) this.isAlone = true
    return isUndated
  }

  private dateOf(of: DateOf): readonly [place: number, date: number] {
    if (of !== 'awardApproved') return [of, this.fields[of]?.[this.row] ?? NOT_KNOWN]
    const date = this.award < 0 ? NOT_KNOWN : (this.all.awardApproved[this.award] ?? NOT_KNOWN)
    return [this.approvedPlace(), date]
  }

  private approvedPlace(): number {
    const beside = this.award - this.own
    if (beside < -BESIDE || beside >= BESIDE) this.isAlone = true
    return this.isAlone ? APPROVED_PLACE : APPROVED_PLACE + beside
  }

  private noteValue(place: number, value: number): void {
    this.note(place, value, value, false)
    this.monthKnown[place] = 1
  }

  // What follows from what was noted before needs no note.
  private note(place: number, from: number, to: number, isMonthKnown: boolean): void {
    const [least, most] = [Math.max(from, this.least[place] ?? from), Math.min(to, this.most[place] ?? to)]
    const isNarrower = least > (this.least[place] ?? from) || most < (this.most[place] ?? to)
    if (!isNarrower && !(isMonthKnown && this.monthKnown[place] === 0)) return
    this.least[place] = least
    this.most[place] = most
    if (isMonthKnown) this.monthKnown[place] = 1
    this.noted.push({ place, least, most, isMonthKnown })
  }
}

function firstDate(month: Month): number {
  return (((month / 12) | 0) * 100 + (month % 12) + 1) * 100
}

function lastDate(month: Month): number {
  return firstDate(month) + 99
}
