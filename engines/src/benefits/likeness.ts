import { NOT_KNOWN } from './columns.ts'
import type { Noted, NotingSubject } from './noting-subject.ts'

/**
 * 同答树 (tree of likeness): what a question asked of people so far, in the order it asks, and what it found for those who answer each
 * thing alike. A rule goes on by what it was told, so people who answered alike so far are asked the same thing next: each knot is one
 * thing asked, each branch one answer to it, and at the end of each branch stand the runs of all who come there.
 */
export class Likeness {
  /** What was asked where others who answered alike were asked something else; from then on nothing is known of anybody. */
  disagreement: string | undefined
  private readonly subject: NotingSubject
  /** A tree for each kind of award: what a kind has in common is not asked. */
  private readonly roots: (Knot | undefined)[] = []
  private size = 0

  constructor(subject: NotingSubject) {
    this.subject = subject
  }

  /** The end of the branch of those who answer as somebody does; undefined when nobody was asked who does. */
  find(kind: number, row: number, award: number, person: number): Knot | undefined {
    let knot = this.roots[kind]
    if (knot === undefined) return undefined
    while (knot.place >= 0) {
      const { column }: Knot = knot
      const value =
        column === undefined
          ? this.subject.valueAt(knot.place, row, person)
          : (column[knot.isOfAward ? award + knot.beside : row] ?? NOT_KNOWN)
      const branch = knot.branchOf(value)
      if (branch === undefined) return undefined
      knot = branch
    }
    return knot.first < 0 ? undefined : knot
  }

  /** Keeps which runs somebody of a kind was found to have who answered all that the subject noted. */
  keep(kind: number, noted: readonly Noted[], first: number, end: number): void {
    if (this.size >= MOST_KNOTS) return
    const root = this.roots[kind] ?? new Knot(NOTHING_ASKED)
    this.roots[kind] = root
    let knot: Knot | undefined = root
    for (const one of noted) {
      if (knot.place < 0) this.open(knot, one.place)
      if (knot.place !== one.place) {
        this.forget(`asked ${one.place} where others were asked ${knot.place}`)
        return
      }
      knot = knot.branchFor(one)
      if (knot === undefined) return
    }
    knot.first = first
    knot.end = end
  }

  // A rule that goes on by something it was not told has a fault, and what it answered some may not hold for others.
  private forget(disagreement: string): void {
    this.disagreement = disagreement
    this.roots.length = 0
    this.size = MOST_KNOTS
  }

  private open(knot: Knot, place: number): void {
    this.size += 1
    knot.place = place
    knot.column = this.subject.columnAt(place)
    knot.isOfAward = this.subject.isOfAward(place)
    knot.beside = this.subject.awardBeside(place)
  }
}

// What nearly everybody answers in their own way is not worth keeping.
const MOST_KNOTS = 500_000
const MOST_BRANCHES = 4096

const NOTHING_ASKED: Noted = { place: -1, least: 0, most: 0, isMonthKnown: false }

class Knot {
  /** What is asked here; -1 at the end of a branch. */
  place = -1
  isOfAward = false
  /** How many rows after the award in question the one asked about stands. */
  beside = 0
  column: Int32Array | undefined = undefined
  /** The branch of the first who came here: mostly it is that of most people. */
  main: Knot | undefined = undefined
  /** The answers that lead here. */
  readonly least: number
  readonly most: number
  readonly isMonthKnown: boolean
  /** The runs at the end of a branch; -1 while nobody was asked. */
  first = -1
  end = -1
  /** By their least values, which stand beside them: to look through numbers in a row is twice as fast. */
  private readonly branches: Knot[] = []
  private readonly leasts: number[] = []

  constructor({ least, most, isMonthKnown }: Noted) {
    this.least = least
    this.most = most
    this.isMonthKnown = isMonthKnown
  }

  /** The branch of an answer; undefined when nobody gave it yet. */
  branchOf(value: number): Knot | undefined {
    if (this.main?.holds(value) === true) return this.main
    const branch = this.branches[this.placeOf(value) - 1]
    return branch?.holds(value) === true ? branch : undefined
  }

  /** The branch of an answer, made where nobody gave it yet; undefined when there are too many. */
  branchFor(noted: Noted): Knot | undefined {
    const at = this.placeOf(noted.least)
    const before = this.branches[at - 1]
    if (before?.least === noted.least) return before
    if (this.branches.length >= MOST_BRANCHES) return undefined
    const branch = new Knot(noted)
    this.branches.splice(at, 0, branch)
    this.leasts.splice(at, 0, noted.least)
    this.main ??= branch
    return branch
  }

  private holds(value: number): boolean {
    return value >= this.least && value <= this.most && !(this.isMonthKnown && value % 10_000 < 100)
  }

  // How many branches begin at a value or below it.
  private placeOf(value: number): number {
    const { leasts } = this
    let low = 0
    let high = leasts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((leasts[middle] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    return low
  }
}
