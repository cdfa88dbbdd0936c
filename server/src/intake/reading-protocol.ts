import type { SheetCounts } from '@dongzhou/contract/intake'
import type { ColumnProposal, Complaint, DivisionEntry, RememberedMapping } from '@dongzhou/engines/intake'
import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { ReadingTrouble } from './reading-trouble.ts'
import type { MatchKey } from './staged.ts'

/** How a sheet is to be read when a clerk has settled it; without it the sheet is recognised afresh. */
export interface SettledSheet {
  readonly sheet: number
  readonly ledger: string
  readonly columns: readonly { readonly index: number; readonly field: string | undefined }[]
}

/** The first message to the reading thread: what to read. */
export interface ReadingOrder {
  readonly path: string
  readonly fileName: string
  readonly today: Day
  readonly divisions: readonly DivisionEntry[]
  readonly within: DivisionCode | undefined
  /** Remembered columns of this sender, by ledger code. */
  readonly remembered: Readonly<Record<string, RememberedMapping>>
  readonly settled: readonly SettledSheet[]
}

export interface ReadSheet {
  readonly sheet: number
  readonly name: string
  readonly isHidden: boolean
  readonly ledger: string | undefined
  readonly why: string
  readonly headerBottom: number | undefined
  readonly columns: readonly ColumnProposal[]
}

/** A run of up to 500 rows, as JSON ready to be packed and sealed, with what matching and complaints need beside it. */
export interface ReadChunk {
  readonly sheet: number
  readonly number: number
  readonly firstRow: number
  readonly lastRow: number
  readonly rows: number
  readonly held: number
  readonly json: Uint8Array<ArrayBuffer>
  readonly keys: readonly MatchKey[]
  /** Rows that are held: they are neither forecast as new nor accepted. */
  readonly heldRows: readonly number[]
  readonly complaints: readonly Complaint[]
}

export type ReadingNews =
  | { readonly kind: 'sheet'; readonly sheet: ReadSheet }
  | { readonly kind: 'chunk'; readonly chunk: ReadChunk }
  | {
      readonly kind: 'sheet-end'
      readonly sheet: number
      readonly counts: SheetCounts
      /** Complaints only the whole sheet can tell: rows that are there twice. */
      readonly complaints: readonly Complaint[]
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly say: string }
  | { readonly kind: 'failed'; readonly trouble: ReadingTrouble }
