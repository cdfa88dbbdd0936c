export { type Cell, cellText, isBlankCell, type Merge, type SheetHead } from './cell.ts'
export {
  type Complaint,
  type ComplaintCode,
  type ComplaintSeverity,
  complaintCodes,
  type Repair,
} from './complaint.ts'
export {
  type ActivityDraft,
  type ActivityLedger,
  type FactDraft,
  type Field,
  findField,
  type Ledger,
  type PairingDraft,
  type PairingLedger,
  type PeopleLedger,
  type RowValues,
} from './ledger.ts'
export { findLedger, ledgers } from './ledgers/registry.ts'
export type { DisabilityGrade, ReaderKind, Value } from './reader.ts'
export { type DivisionEntry, type DivisionIndex, fullNameOf, indexDivisions } from './readers/division-index.ts'
export type { MappedColumn } from './rows/column-readers.ts'
export { type DuplicateFinder, duplicateFinder, type FieldPlaces } from './rows/find-duplicates.ts'
export { severityOf } from './rows/read-data-row.ts'
export type {
  DataRow,
  ReadingContext,
  RowCounts,
  RowReader,
  RowReading,
  RowSeverity,
  SheetReading,
} from './rows/row-reading.ts'
export { startReading } from './rows/start-reading.ts'
export { guessLedger, type LedgerGuess } from './sheet/guess-ledger.ts'
export {
  type ColumnProposal,
  proposeMapping,
  type RememberedMapping,
  rememberMapping,
} from './sheet/propose-mapping.ts'
export { recogniseTable, type TableColumn, type TableReading } from './sheet/recognise-table.ts'
export { normaliseTitle } from './sheet/title.ts'
