import type { Months } from './evaluate.ts'
import { type Runs, type SegmentTable, UNKNOWN } from './segment-table.ts'

/** Posted sums of many people as columns, by person; several lines of one benefit and month add up. */
export interface PostedColumns {
  readonly length: number
  /** The place of the person among the columns, rising. */
  readonly person: Int32Array
  readonly benefit: Uint8Array
  readonly month: Int32Array
  readonly amount: Float64Array
}

const BENEFITS = 32

/**
 * Whose posted lines are not what is due, before anybody is settled one by one: a year of a large county in one pass. `due` comes from a
 * bulk run without the refused months, over the same months and people. Months that are not known are nobody's difference.
 */
export function unsettledPeople(due: SegmentTable, posted: PostedColumns, months: Months): readonly number[] {
  const difference = new Difference(months)
  const found: number[] = []
  let award = 0
  let line = 0
  while (award < due.length || line < posted.length) {
    const person = Math.min(personAt(due, award), personAt(posted, line))
    for (; personAt(due, award) === person; award += 1) difference.takeDue(due, award)
    for (; personAt(posted, line) === person; line += 1) difference.takeLine(posted, line)
    if (difference.isThere()) found.push(person)
    difference.clear()
  }
  return found
}

function personAt({ length, person }: { readonly length: number; readonly person: Int32Array }, row: number): number {
  return row < length ? (person[row] ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER
}

/** Due less posted of one person, a cell for each benefit and month. */
class Difference {
  private readonly from: number
  private readonly width: number
  private readonly cells: Float64Array
  private readonly unknown: Uint8Array

  constructor({ from, to }: Months) {
    this.from = from
    this.width = to - from
    this.cells = new Float64Array(BENEFITS * this.width)
    this.unknown = new Uint8Array(BENEFITS * this.width)
  }

  takeDue({ benefit, first, end, runs }: SegmentTable, line: number): void {
    for (let row = first[line] ?? 0; row < (end[line] ?? 0); row += 1) this.takeRun(benefit[line] ?? 0, runs, row)
  }

  private takeRun(benefit: number, { from, to, outcome, amount }: Runs, row: number): void {
    const start = this.cellOf(benefit, from[row] ?? 0)
    const end = start + (to[row] ?? 0) - (from[row] ?? 0)
    if (outcome[row] === UNKNOWN) this.unknown.fill(1, start, end)
    for (let cell = start; cell < end; cell += 1) this.cells[cell] = (this.cells[cell] ?? 0) + (amount[row] ?? 0)
  }

  takeLine(posted: PostedColumns, row: number): void {
    const month = posted.month[row] ?? 0
    if (month < this.from || month >= this.from + this.width) return
    const cell = this.cellOf(posted.benefit[row] ?? 0, month)
    this.cells[cell] = (this.cells[cell] ?? 0) - (posted.amount[row] ?? 0)
  }

  isThere(): boolean {
    return this.cells.some((amount, cell) => amount !== 0 && this.unknown[cell] === 0)
  }

  clear(): void {
    this.cells.fill(0)
    this.unknown.fill(0)
  }

  private cellOf(benefit: number, month: number): number {
    return benefit * this.width + month - this.from
  }
}
