import type { Merge } from '../cell.ts'

/** For each row that a merge reaches, the merges over it; most rows have none, and answer fast. */
export type Covers = ReadonlyMap<number, readonly Merge[]>

/** Indexes merges by row. Merges taller than the most rows of a sheet are cut, so that damaged files stay cheap. */
export function coversOf(merges: readonly Merge[]): Covers {
  const covers = new Map<number, Merge[]>()
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, merge.top + TALLEST)
    for (let row = merge.top; row <= bottom; row += 1) {
      const same = covers.get(row)
      if (same) same.push(merge)
      else covers.set(row, [merge])
    }
  }
  return covers
}

/** The merge over a cell; undefined when the cell stands alone. */
export function coverAt(covers: Covers, row: number, column: number): Merge | undefined {
  return covers.get(row)?.find((merge) => merge.left <= column && column <= merge.right)
}

const TALLEST = 5000
