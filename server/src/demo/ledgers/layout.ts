import type { PlantedCell } from './manifest.ts'
import type { PersonField, PersonRow } from './person-rows.ts'
import type { MergedArea, SheetCell } from './sheet-draft.ts'

/** One column of a register: what it is called there, under which group title, and how wide. */
export interface PersonColumn {
  readonly field: PersonField
  readonly title: string
  readonly group?: string
  readonly width: number
}

/** The rows of a table of people, laid out under its columns. */
export function personCells(row: PersonRow, columns: readonly PersonColumn[], serial: number): readonly SheetCell[] {
  return columns.map((column) => (column.field === 'serial' ? serial : row.cells[column.field]))
}

/** Where what was planted in a row stands on the sheet; what has no column there is not on it. */
export function placesOf(
  row: PersonRow,
  columns: readonly PersonColumn[],
  sheet: string,
  rowNumber: number,
): readonly PlantedCell[] {
  return row.planted.flatMap(({ field, defect }) => {
    const column = columns.findIndex((it) => it.field === field)
    const title = columns[column]?.title
    return title === undefined ? [] : [{ sheet, row: rowNumber, column, title, defect }]
  })
}

/** A two-row header: group titles above their columns, the other titles merged over both rows. */
export function twoRowHeader(
  columns: readonly PersonColumn[],
  top: number,
): { readonly rows: readonly (readonly SheetCell[])[]; readonly merges: readonly MergedArea[] } {
  const upper = columns.map((column, at) => upperTitle(columns, column, at))
  const lower = columns.map((column) => (column.group === undefined ? undefined : column.title))
  const merges = columns.flatMap((column, at): readonly MergedArea[] => {
    if (column.group === undefined) return [{ top, bottom: top + 1, left: at, right: at }]
    return startsGroup(columns, at) ? [{ top, bottom: top, left: at, right: lastOfGroup(columns, at) }] : []
  })
  return { rows: [upper, lower], merges }
}

/** One text over the whole width of a table. */
export function fullWidthArea(row: number, columns: number): MergedArea {
  return { top: row, bottom: row, left: 0, right: columns - 1 }
}

function upperTitle(columns: readonly PersonColumn[], column: PersonColumn, at: number): SheetCell {
  if (column.group === undefined) return column.title
  return startsGroup(columns, at) ? column.group : undefined
}

function startsGroup(columns: readonly PersonColumn[], at: number): boolean {
  return columns[at - 1]?.group !== columns[at]?.group
}

function lastOfGroup(columns: readonly PersonColumn[], from: number): number {
  let at = from
  while (columns[at + 1]?.group === columns[from]?.group) at += 1
  return at
}
