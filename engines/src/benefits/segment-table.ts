import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { benefitOfCode } from './columns.ts'
import type { Segment } from './evaluate.ts'

/** The outcomes by their number in a table. */
export const outcomes = ['entitled', 'refused', 'unknown'] as const satisfies readonly Segment['outcome'][]

export const ENTITLED = 0
export const REFUSED = 1
export const UNKNOWN = 2

/** A segment with whose it is. `award` is the row of the award among the columns, -1 where the conditions alone were asked. */
export interface OwnedSegment extends Segment {
  readonly person: number
  readonly award: number
  readonly benefit: Benefit
}

/**
 * 时段表 (segment table): the segments of many people. A line is one award of one person, or one person and benefit; its segments are the
 * rows of `runs` from `first` up to `end`. Lines to which the same is due share them, so a change of a row would be one of many people.
 */
export class SegmentTable {
  /** How many lines there are. */
  length = 0
  person = new Int32Array(0)
  award = new Int32Array(0)
  benefit = new Uint8Array(0)
  first = new Int32Array(0)
  end = new Int32Array(0)
  readonly runs = new Runs()
  /**
   * Set when people who answered alike were asked different things: a rule has a fault, and since then everybody was asked alone. What stands
   * in the table holds all the same.
   */
  disagreement: string | undefined

  /** Takes away all lines, and makes room for so many; the runs stay. */
  clear(room: number): void {
    this.length = 0
    if (room <= this.person.length) return
    this.person = new Int32Array(room)
    this.award = new Int32Array(room)
    this.benefit = new Uint8Array(room)
    this.first = new Int32Array(room)
    this.end = new Int32Array(room)
  }

  /** The segments of one line as objects: for a person on a screen, not for a million. Throws RangeError past the end. */
  segmentsOf(line: number): readonly OwnedSegment[] {
    const [first, end] = [this.first[line], this.end[line]]
    if (line < 0 || line >= this.length || first === undefined || end === undefined)
      throw new RangeError(`no line ${line}`)
    const whose = {
      person: this.person[line] ?? 0,
      award: this.award[line] ?? -1,
      benefit: benefitOfCode(this.benefit[line] ?? 0),
    }
    return Array.from({ length: end - first }, (_, at) => ({ ...whose, ...this.runs.at(first + at) }))
  }

  /** All segments as objects, for few people and for tests. */
  segments(): readonly OwnedSegment[] {
    return Array.from({ length: this.length }, (_, line) => this.segmentsOf(line)).flat()
  }
}

/** 时段 without whose they are, one typed array a column, growing as they come: growing replaces the arrays. */
export class Runs {
  length = 0
  from = new Int32Array(64)
  to = new Int32Array(64)
  outcome = new Uint8Array(64)
  amount = new Float64Array(64)

  add(from: Month, to: Month, outcome: number, amount: number): void {
    if (this.length === this.from.length) this.grow()
    this.from[this.length] = from
    this.to[this.length] = to
    this.outcome[this.length] = outcome
    this.amount[this.length] = amount
    this.length += 1
  }

  at(row: number): Segment {
    return {
      from: (this.from[row] ?? 0) as Month,
      to: (this.to[row] ?? 0) as Month,
      outcome: outcomes[this.outcome[row] ?? 0] ?? 'unknown',
      amount: this.amount[row] ?? 0,
    }
  }

  private grow(): void {
    const room = this.length * 2
    const grown = <A extends { set(from: A): void }>(empty: A, from: A): A => {
      empty.set(from)
      return empty
    }
    this.from = grown(new Int32Array(room), this.from)
    this.to = grown(new Int32Array(room), this.to)
    this.outcome = grown(new Uint8Array(room), this.outcome)
    this.amount = grown(new Float64Array(room), this.amount)
  }
}
