import type { DivisionCode } from '@dongzhou/terms/division'
import { levelOf } from '@dongzhou/terms/division'
import { type Cell, isBlankCell } from '../cell.ts'
import type { Field, Ledger, RowValues } from '../ledger.ts'
import { divisionReader } from '../readers/division.ts'
import { type Covers, coverAt, coversOf } from '../sheet/covers.ts'
import { type ColumnProposal, proposeMapping, rememberMapping } from '../sheet/propose-mapping.ts'
import type { TableReading } from '../sheet/recognise-table.ts'
import { normaliseTitle } from '../sheet/title.ts'
import { columnReaders, type MappedColumn } from './column-readers.ts'
import { type DuplicateFinder, duplicateFinder, type FieldPlaces } from './find-duplicates.ts'
import { type HeaderWatch, watchHeaders } from './header-watch.ts'
import { type DataSetting, readDataRow } from './read-data-row.ts'
import { kindOfRow, type PlainRowKind, textOfRow } from './row-kind.ts'
import type { DataRow, ReadingContext, RowReader, RowReading } from './row-reading.ts'

/**
 * 逐行读表 (reading a sheet): give it the rows in their order, from the first one below the header. It goes on by itself
 * over repeated headers, further tables, totals and notes; `finish` tells what is there twice.
 */
export function startReading(ledger: Ledger, mapping: readonly MappedColumn[], context: ReadingContext): RowReader {
  const covers = coversOf(context.merges ?? [])
  const table = tableOf(ledger, mapping, context)
  const counts = { data: 0, blank: 0, total: 0, note: 0, header: 0 }
  const reading: ReadingState = {
    ledger,
    context,
    covers,
    table,
    before: table,
    above: undefined,
    section: undefined,
    headers: watchHeaders(ledger, covers, settledTitles(mapping, context)),
    duplicates: duplicateFinder(ledger),
  }
  return {
    read(row, cells) {
      const result = readRow(reading, row, cells)
      counts[result.kind] += 1
      return result
    },
    finish: () => ({ complaints: reading.duplicates.finish(), counts: { ...counts } }),
  }
}

function settledTitles(mapping: readonly MappedColumn[], { remembered = {} }: ReadingContext): readonly string[] {
  const before = Object.keys(remembered).filter((title) => remembered[title] !== undefined)
  return [...before, ...titled(mapping).map(({ title }) => normaliseTitle(title))].filter((title) => title !== '')
}

/** The columns of the table at hand, ready to be read. */
interface Table {
  readonly mapping: readonly MappedColumn[]
  readonly columns: DataSetting['columns']
  readonly missing: DataSetting['missing']
  readonly blank: RowValues
  readonly places: FieldPlaces
}

interface ReadingState {
  readonly ledger: Ledger
  readonly context: ReadingContext
  readonly covers: Covers
  readonly headers: HeaderWatch
  readonly duplicates: DuplicateFinder
  table: Table
  /** The table before the header at hand: a header's second row may show that nothing has changed. */
  before: Table
  above: RowValues | undefined
  section: DivisionCode | undefined
}

function tableOf(ledger: Ledger, mapping: readonly MappedColumn[], context: ReadingContext): Table {
  const { today, divisions, within } = context
  const columns = columnReaders(ledger, mapping, { today, divisions, within })
  const held = new Set(columns.map(({ field }) => field))
  const constants = constantsOf(
    ledger.fields.filter((field) => !held.has(field)),
    context,
  )
  return {
    mapping,
    columns,
    blank: { ...Object.fromEntries(columns.map(({ field }) => [field.key, undefined])), ...constants },
    missing: ledger.fields.filter((field) => field.required && !held.has(field) && constants[field.key] === undefined),
    places: {
      placeOf(key) {
        const column = columns.find(({ field }) => field.key === key)
        return { column: column?.index ?? columns[0]?.index ?? 0, title: column?.title ?? key }
      },
    },
  }
}

function constantsOf(
  fields: readonly Field[],
  { today, divisions, within, constants = {} }: ReadingContext,
): RowValues {
  const setting = { today, divisions, within, columnTitle: '' }
  const given = fields.filter((field) => Object.hasOwn(constants, field.key))
  return Object.fromEntries(given.map((field) => [field.key, field.reader.read(constants[field.key], setting).value]))
}

function readRow(reading: ReadingState, row: number, cells: readonly Cell[]): RowReading {
  const table = reading.headers.seeRow(row, cells)
  if (table) return readHeader(reading, row, table)
  reading.before = reading.table
  const kind = isBanner(reading.covers, row, cells) ? 'note' : kindOfRow(cells, isKeyed(reading.table, cells))
  return kind === undefined ? readData(reading, row, cells) : readPlain(reading, row, cells, kind)
}

function isKeyed({ columns }: Table, cells: readonly Cell[]): boolean {
  return columns.some(({ field, index }) => field.required && !isBlankCell(cells[index]))
}

const BANNER_WIDTH = 3

/** One text merged across the table: a section's heading or a note, whatever column it begins in. */
function isBanner(covers: Covers, row: number, cells: readonly Cell[]): boolean {
  if (!covers.has(row - 1)) return false
  const first = cells.findIndex((cell) => !isBlankCell(cell))
  const merge = first === -1 ? undefined : coverAt(covers, row - 1, first)
  if (!merge || merge.right - merge.left + 1 < BANNER_WIDTH) return false
  return cells.every((cell, at) => (at >= merge.left && at <= merge.right) || isBlankCell(cell))
}

function readData(reading: ReadingState, row: number, cells: readonly Cell[]): DataRow {
  const { ledger, context, covers, table, above } = reading
  const within = reading.section ?? context.within
  const { columns, missing, blank, places } = table
  const data = readDataRow(row, cells, { ledger, today: context.today, columns, missing, blank, covers, above, within })
  reading.above = data.values
  reading.duplicates.note(row, data.values, places)
  return data
}

function readPlain(reading: ReadingState, row: number, cells: readonly Cell[], kind: PlainRowKind): RowReading {
  if (kind === 'blank') return { kind, row }
  const text = textOfRow(cells)
  if (kind === 'total') return { kind, row, text }
  const town = townOf(reading, text)
  if (town !== undefined) reading.section = town
  return { kind, row, text, town }
}

const LONGEST_HEADING = 12
const NUMBERING = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?/

/** A heading that is the name of a town rules the villages below it. */
function townOf({ context }: ReadingState, text: string): DivisionCode | undefined {
  if (text.length > LONGEST_HEADING) return undefined
  const { today, divisions } = context
  const { value } = divisionReader.read(text.replace(NUMBERING, ''), {
    today,
    divisions,
    within: undefined,
    columnTitle: '',
  })
  return value !== undefined && levelOf(value) === 'town' ? value : undefined
}

function readHeader(reading: ReadingState, row: number, table: TableReading): RowReading {
  const { ledger, context, before } = reading
  const isRepeated = hasSameTitles(before.mapping, table)
  // What was settled for a title above holds for the same title below, wherever its column stands now.
  const remembered = { ...context.remembered, ...rememberMapping(titled(before.mapping)) }
  const columns: readonly ColumnProposal[] = proposeMapping(table, [], ledger, remembered)
  reading.table = isRepeated ? before : tableOf(ledger, columns, context)
  reading.above = undefined
  return { kind: 'header', row, columns, isRepeated }
}

// A column left out before is only left out again if the sender said so; the titles of another table may be understood.
function titled(mapping: readonly MappedColumn[]): readonly MappedColumn[] {
  return mapping.filter(({ field }) => field !== undefined)
}

function hasSameTitles(mapping: readonly MappedColumn[], table: TableReading): boolean {
  const now = new Map(table.columns.map(({ index, title }) => [index, normaliseTitle(title)]))
  const titles = mapping.filter(({ title }) => title !== '')
  return titles.length === now.size && titles.every(({ index, title }) => now.get(index) === normaliseTitle(title))
}
