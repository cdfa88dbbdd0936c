import type { StagedRow } from '@dongzhou/contract/intake'
import { isAccepted, type Place } from './complaint-walk.ts'

/**
 * 同样写法 (same texts): the cells of the page that hold the same text in the same column and are complained about for the same
 * reason, so that one correction can mend them all. A cell with that text that nobody complains about stays as it is.
 */
export function sameTexts(rows: readonly StagedRow[], at: Place): readonly Place[] {
  const row = rows.find((one) => one.row === at.row)
  const text = row?.cells[at.column]?.trim()
  if (!row || text === undefined) return []
  const codes = new Set(row.complaints.filter(({ column }) => column === at.column).map(({ code }) => code))
  return rows
    .filter((one) => !isAccepted(one) && one.cells[at.column]?.trim() === text)
    .filter((one) => one.complaints.some(({ column, code }) => column === at.column && codes.has(code)))
    .map((one) => ({ row: one.row, column: at.column }))
}
