import { nextRow } from '../../kit/shortcuts.ts'
import { type Place, ROW_ITSELF } from './complaint-walk.ts'

/** Where a key leads from a cell: over the rows of the page and the columns of the sheet; undefined for other keys. */
export function moved(
  key: string,
  at: Place | undefined,
  rows: readonly number[],
  columns: readonly number[],
): Place | undefined {
  const all = [ROW_ITSELF, ...columns]
  const column = at ? Math.max(all.indexOf(at.column), 0) : 0
  if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End') {
    const row = at?.row ?? rows[0]
    const target = all[sideways(key, column, all.length)]
    return row === undefined || target === undefined ? undefined : { row, column: target }
  }
  const found = at ? rows.indexOf(at.row) : -1
  const next = nextRow(key, found < 0 ? undefined : found, rows.length)
  const row = next === undefined ? undefined : rows[next]
  return row === undefined ? undefined : { row, column: at?.column ?? columns[0] ?? ROW_ITSELF }
}

function sideways(key: string, from: number, count: number): number {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(from - 1, 0)
    case 'ArrowRight':
      return Math.min(from + 1, count - 1)
    case 'Home':
      return 0
    default:
      return count - 1
  }
}
