import type { Day } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { type Cell, compact, isBlankCell } from '../cell.ts'
import { type Complaint, complain, held, type Place, type Repair, repairAt } from '../complaint.ts'
import type { Field, Ledger, RowValues } from '../ledger.ts'
import { flawed, mended, nothing, type Reading, type Value } from '../reader.ts'
import { type Covers, coverAt } from '../sheet/covers.ts'
import { type ColumnReader, readCell } from './column-readers.ts'
import { checkRow } from './cross-checks.ts'
import type { DataRow, RowSeverity } from './row-reading.ts'

/** What a row of data is read against: the columns of its table, and the row above it. */
export interface DataSetting {
  readonly ledger: Ledger
  readonly today: Day
  readonly columns: readonly ColumnReader[]
  /** Every mapped field, with nothing in it. */
  readonly blank: RowValues
  /** Required fields that no column holds. */
  readonly missing: readonly Field[]
  readonly covers: Covers
  readonly above: RowValues | undefined
  /** The town of the section the row stands in, or of the sender. */
  readonly within: DivisionCode | undefined
}

/** Reads one row of data: its cells, then what the cells say of each other. */
export function readDataRow(row: number, cells: readonly Cell[], setting: DataSetting): DataRow {
  // A copy of the blank row has its shape already; growing an object key by key took a third of the whole reading time.
  const values: { [key: string]: Value | undefined } = { ...setting.blank }
  const said: Said = { complaints: undefined, repaired: undefined }
  for (const column of setting.columns) {
    const reading = readingOf(row, column, cells[column.index], values, setting)
    if (reading.value !== undefined) values[column.field.key] = reading.value
    sayOfCell(said, row, column, reading)
  }
  for (const field of setting.missing) say(said, missingPlace(row, field, setting), missingColumn(field))
  for (const { field, flaw } of checkRow(setting.ledger.checks, values, setting.today)) {
    say(said, checkedPlace(row, field, setting), flawed(flaw))
  }
  const complaints = said.complaints ?? NO_COMPLAINTS
  return {
    kind: 'data',
    row,
    values,
    complaints,
    severity: severityOf(complaints),
    repaired: said.repaired ?? NO_REPAIRS,
  }
}

/** The worst of the complaints. */
export function severityOf(complaints: readonly Complaint[]): RowSeverity {
  if (complaints.length === 0) return 'good'
  return complaints.some((complaint) => complaint.severity === 'held') ? 'held' : 'warned'
}

// Most rows have nothing to say: the arrays are made only when somebody speaks.
interface Said {
  complaints: Complaint[] | undefined
  repaired: Repair[] | undefined
}

const NO_COMPLAINTS: readonly Complaint[] = []
const NO_REPAIRS: readonly Repair[] = []

function sayOfCell(said: Said, row: number, column: ColumnReader, reading: Reading): void {
  if (reading.flaws.length > 0 || reading.repaired !== undefined) say(said, placeOf(row, column), reading)
  else if (reading.value === undefined && column.field.required)
    say(said, placeOf(row, column), missingValue(column.field))
}

function say(said: Said, place: Place, reading: Reading): void {
  for (const flaw of reading.flaws) {
    said.complaints ??= []
    said.complaints.push(complain(place, flaw))
  }
  if (reading.repaired !== undefined) {
    said.repaired ??= []
    said.repaired.push(repairAt(place, reading.repaired))
  }
}

function readingOf(row: number, column: ColumnReader, cell: Cell, values: RowValues, setting: DataSetting): Reading {
  if (isBlankCell(cell)) return setting.covers.size === 0 ? nothing : readMerged(row, column, setting)
  if (typeof cell === 'string' && isSameAsAbove(cell)) return readSameAsAbove(column.field, setting.above)
  return readCell(column, cell, townFor(column.field, values, setting.within))
}

const LONGEST_MARK = 4
const SAME_AS_ABOVE = new Set(['同上', '〃', '″', '"', '“', '”', '同前', '同上行', '"', '々'])

function isSameAsAbove(cell: string): boolean {
  return cell.length <= LONGEST_MARK && SAME_AS_ABOVE.has(compact(cell))
}

function readSameAsAbove(field: Field, above: RowValues | undefined): Reading {
  if (!field.reader.mayRepeatAbove) {
    return flawed(held('repeat-refused', `不能写“同上”。请填写本人的${field.title}。`))
  }
  const value = above?.[field.key]
  if (value === undefined) return flawed(held('repeat-refused', '写了“同上”，但上一行没有可用的内容。请直接填写。'))
  return mended(value, '按“同上”取上一行的内容。')
}

/** A blank under a cell merged downwards holds what the merged cell holds. */
function readMerged(row: number, { index, field }: ColumnReader, { covers, above }: DataSetting): Reading {
  const merge = coverAt(covers, row - 1, index)
  if (!merge || merge.top >= row - 1) return nothing
  const value = above?.[field.key]
  return value === undefined ? nothing : mended(value, '合并单元格，取上方的内容。')
}

/** The town a field's village is looked for in: the row's own, or the section's. */
export function townFor(field: Field, values: RowValues, section: DivisionCode | undefined): DivisionCode | undefined {
  if (field.within === undefined) return field.reader.kind === 'division' ? section : undefined
  const town = values[field.within]
  return typeof town === 'string' ? divisionCode(town) : section
}

function placeOf(row: number, { index, title, field }: ColumnReader): Place {
  return { row, column: index, field: field.key, title }
}

function missingValue(field: Field): Reading {
  return flawed(held('required-missing', `必填，现为空。${field.help}`))
}

function missingColumn(field: Field): Reading {
  return flawed(held('column-missing', `表中没有“${field.title}”这一列，而它是必填的。请补上，或在列对应中指定。`))
}

// A column that is not there has no cell: the complaint stands on the row's first mapped cell.
function missingPlace(row: number, field: Field, { columns }: DataSetting): Place {
  return { row, column: columns[0]?.index ?? 0, field: field.key, title: field.title }
}

function checkedPlace(row: number, key: string, { columns }: DataSetting): Place {
  const column = columns.find(({ field }) => field.key === key)
  return column ? placeOf(row, column) : { row, column: columns[0]?.index ?? 0, field: key, title: key }
}
