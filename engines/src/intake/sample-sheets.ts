import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { checkCharacterOf } from '@dongzhou/terms/id-number'
import type { Cell, Merge, SheetHead } from './cell.ts'
import type { Ledger } from './ledger.ts'
import { ledgers } from './ledgers/registry.ts'
import type { ReaderSetting } from './reader.ts'
import { type DivisionEntry, indexDivisions } from './readers/division-index.ts'
import type { DataRow, ReadingContext, RowReading, SheetReading } from './rows/row-reading.ts'
import { startReading } from './rows/start-reading.ts'
import { guessLedger } from './sheet/guess-ledger.ts'
import { type ColumnProposal, proposeMapping } from './sheet/propose-mapping.ts'
import { recogniseTable, type TableReading } from './sheet/recognise-table.ts'

/** The fixed today of the tests. */
export const sampleToday = day('2025-06-30')

/** A small made-up county 999999 with two towns that share a village name, and an old name. */
export const sampleDivisions = indexDivisions([
  division('999999000000', '海门区', ['海门市', '海门县']),
  division('999999103000', '常乐镇'),
  division('999999103201', '中南村', ['麒新村']),
  division('999999103202', '常乐村'),
  division('999999103203', '中心村'),
  division('999999103204', '官公河村'),
  division('999999104000', '悦来镇', ['三阳镇']),
  division('999999104201', '中心村'),
  division('999999104202', '保民村'),
  division('999999104001', '悦东社区', ['悦东居委会']),
  division('999999001000', '海门街道', ['海门镇']),
  division('999999001001', '通源社区'),
])

/** What readers are asked with, unless a test says otherwise. */
export const sampleSetting: ReaderSetting = {
  today: sampleToday,
  divisions: sampleDivisions,
  within: undefined,
  columnTitle: '',
}

export const sampleContext: ReadingContext = { today: sampleToday, divisions: sampleDivisions }

/** A valid ID number of the impossible county 999999, for a birth `YYYYMMDD` and a sequence (odd = male). */
export function sampleIdNumber(birth: string, sequence = '001'): string {
  const first17 = `999999${birth}${sequence}`
  return first17 + checkCharacterOf(first17)
}

interface SheetParts {
  readonly name?: string
  readonly merges?: readonly Merge[]
  readonly hiddenColumns?: readonly number[]
}

/** A sheet of these rows. */
export function aSheet(rows: readonly (readonly Cell[])[], parts: SheetParts = {}): SheetHead {
  return { name: 'Sheet1', rows, merges: [], hiddenColumns: [], hidden: false, ...parts }
}

/** A merge, by zero-based top, left, bottom, right. */
export function aMerge(top: number, left: number, bottom: number, right: number): Merge {
  return { top, left, bottom, right }
}

/** A sheet taken through the whole of the engine, as the server does it. */
export interface WholeReading {
  readonly table: TableReading
  readonly ledger: Ledger
  readonly mapping: readonly ColumnProposal[]
  readonly rows: readonly RowReading[]
  readonly data: readonly DataRow[]
  readonly end: SheetReading
}

/** Recognises, guesses, maps and reads a sheet; throws where no table is found. */
export function readWhole(head: SheetHead, context: ReadingContext = sampleContext): WholeReading {
  const table = recogniseTable(head, ledgers, context.remembered)
  if (!table) throw new Error('no table in this sheet')
  const ledger = guessLedger(table, ledgers)[0]?.ledger
  if (!ledger) throw new Error('no ledger kind')
  const below = head.rows.slice(table.headerBottom + 1)
  const mapping = proposeMapping(table, below, ledger, context.remembered)
  const reader = startReading(ledger, mapping, { ...context, merges: head.merges })
  const rows = below.map((cells, at) => reader.read(table.headerBottom + 2 + at, cells))
  const data = rows.filter((row) => row.kind === 'data')
  return { table, ledger, mapping, rows, data, end: reader.finish() }
}

function division(code: string, name: string, aliases: readonly string[] = []): DivisionEntry {
  return { code: divisionCode(code), name, aliases }
}
