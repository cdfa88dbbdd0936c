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
 * 时段表 (segment table): the segments of many people, one typed array a column, growing as they come. Read the columns up to `length`,
 * and again after anything was added: growing replaces the arrays.
 */
export class SegmentTable {
  length = 0
  person: Int32Array
  award: Int32Array
  benefit: Uint8Array
  from: Int32Array
  to: Int32Array
  outcome: Uint8Array
  amount: Float64Array
  private room: number

  constructor(room = 1024) {
    this.room = Math.max(1, room)
    this.person = new Int32Array(this.room)
    this.award = new Int32Array(this.room)
    this.benefit = new Uint8Array(this.room)
    this.from = new Int32Array(this.room)
    this.to = new Int32Array(this.room)
    this.outcome = new Uint8Array(this.room)
    this.amount = new Float64Array(this.room)
  }

  /** Empties the table and keeps its room. */
  clear(): void {
    this.length = 0
  }

  /** Makes room for so many more segments. */
  reserve(more: number): void {
    if (this.length + more <= this.room) return
    this.room = Math.max(this.room * 2, this.length + more)
    const grown = <A extends { set(from: A): void }>(empty: A, from: A): A => {
      empty.set(from)
      return empty
    }
    this.person = grown(new Int32Array(this.room), this.person)
    this.award = grown(new Int32Array(this.room), this.award)
    this.benefit = grown(new Uint8Array(this.room), this.benefit)
    this.from = grown(new Int32Array(this.room), this.from)
    this.to = grown(new Int32Array(this.room), this.to)
    this.outcome = grown(new Uint8Array(this.room), this.outcome)
    this.amount = grown(new Float64Array(this.room), this.amount)
  }

  /** One segment as an object: for a person on a screen, not for a million. Throws RangeError past the end. */
  at(row: number): OwnedSegment {
    const outcome = outcomes[this.outcome[row] ?? -1]
    if (row < 0 || row >= this.length || outcome === undefined) throw new RangeError(`no segment ${row}`)
    return {
      person: this.person[row] ?? 0,
      award: this.award[row] ?? -1,
      benefit: benefitOfCode(this.benefit[row] ?? 0),
      from: (this.from[row] ?? 0) as Month,
      to: (this.to[row] ?? 0) as Month,
      outcome,
      amount: this.amount[row] ?? 0,
    }
  }

  /** All segments as objects, for few people and for tests. */
  segments(): readonly OwnedSegment[] {
    return Array.from({ length: this.length }, (_, row) => this.at(row))
  }
}
