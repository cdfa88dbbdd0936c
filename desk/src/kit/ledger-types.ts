import type { Selection } from './ledger-selection.tsx'

/** A page of rows as the server sends it: `total` counts up to 10,000, `more` says that there are more. */
export interface LedgerPage<Row> {
  readonly items: readonly Row[]
  readonly total: number
  readonly more: boolean
}

export interface LedgerColumn<Row> {
  readonly key: string
  readonly title: string
  /** One of `columnWidths` of the theme. */
  readonly width: number
  readonly render: (row: Row) => React.ReactNode
  /** Numbers stand at the right so that they align. */
  readonly isNumber?: boolean
  /** Not shown until somebody chooses it. */
  readonly isOptional?: boolean
  /** Left out on a telephone, where three columns have room, until somebody chooses it; the summary shows it in any case. */
  readonly isWideOnly?: boolean
  /** What the server sorts by when the head is clicked; a column without it cannot be sorted. */
  readonly sortBy?: string
}

export interface FilterOption {
  readonly value: string
  readonly label: string
  readonly count?: number
}

export interface FilterTreeNode {
  readonly value: string
  readonly title: string
  readonly children?: FilterTreeNode[]
}

/** A filter by its kind; its value stands in the address under its key. Spans of days and of numbers stand under `keyFrom` and `keyTo`. */
export type LedgerFilter =
  | { readonly kind: 'text'; readonly key: string; readonly label: string; readonly hint?: string }
  | {
      readonly kind: 'several'
      readonly key: string
      readonly label: string
      readonly options: readonly FilterOption[]
    }
  | {
      readonly kind: 'one'
      readonly key: string
      readonly label: string
      readonly options: readonly FilterOption[]
      /** What is meant while nothing is chosen, where that is not everything. */
      readonly usual?: string
    }
  | { readonly kind: 'tree'; readonly key: string; readonly label: string; readonly tree: readonly FilterTreeNode[] }
  | { readonly kind: 'days'; readonly key: string; readonly label: string }
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | {
      readonly kind: 'numbers'
      readonly key: string
      readonly label: string
      readonly unit: string
      readonly most: number
    }

/** What the drawer says of one row, and where the whole record is. */
export interface LedgerSummary<Row> {
  readonly title: (row: Row) => string
  readonly body: (row: Row) => React.ReactNode
  /** Missing where the summary is all there is. */
  readonly opensAt?: (row: Row) => string
}

/** Work on many rows at once. The preview says in words what will happen, before it does. */
export interface BulkAction {
  readonly key: string
  readonly label: string
  readonly isDestructive?: boolean
  readonly preview: (selection: Selection) => React.ReactNode
  readonly run: (selection: Selection) => Promise<void>
}
