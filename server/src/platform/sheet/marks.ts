/** 问题轻重: `warned` (amber) is readable but wants a look; `held` (red) waits until somebody settles it. The engine's words. */
export type Severity = 'warned' | 'held'

/** A complaint and the cell it is about: `row` 1-based as Excel shows it, `column` 0-based. */
export interface CellComplaint {
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly say: string
  readonly severity: Severity
}

/** Where a table of the workbook has its titles (1-based row; the last one of a header of several rows). */
export interface MarkedTable {
  readonly sheet: number
  readonly headerRow: number
}

/** What is to be marked in one row. */
export interface RowMarks {
  readonly cells: Map<number, Severity>
  readonly says: string[]
}

/** Title of the column that holds the reasons. */
export const REASON_TITLE = '问题说明'

/** The complaints by sheet and row; a cell with several takes the graver look, a sentence is said once. */
export function gatherMarks(complaints: Iterable<CellComplaint>): Map<number, Map<number, RowMarks>> {
  const sheets = new Map<number, Map<number, RowMarks>>()
  for (const complaint of complaints) {
    const rows = sheets.get(complaint.sheet) ?? new Map<number, RowMarks>()
    sheets.set(complaint.sheet, rows)
    const marks = rows.get(complaint.row) ?? { cells: new Map<number, Severity>(), says: [] }
    rows.set(complaint.row, marks)
    if (marks.cells.get(complaint.column) !== 'held') marks.cells.set(complaint.column, complaint.severity)
    if (!marks.says.includes(complaint.say)) marks.says.push(complaint.say)
  }
  return sheets
}

/** The gravest look of a row. */
export function worstOf(marks: RowMarks): Severity {
  return [...marks.cells.values()].includes('held') ? 'held' : 'warned'
}
