/**
 * What a planted cell should come to: `held` waits in staging, `warned` is read with a remark, `read` is understood, `update`
 * changes somebody known.
 */
export type Expectation = 'held' | 'warned' | 'read' | 'update'

/** 埋设的毛病 (planted defects): what was done to a cell on purpose, and what an importer should make of it. */
export const defects = {
  'id-precision-lost': 'held',
  'id-scientific': 'held',
  'id-check': 'held',
  'id-birth': 'held',
  'id-missing': 'held',
  'date-impossible': 'held',
  'date-unreadable': 'held',
  'sex-differs-from-id': 'held',
  'birth-differs-from-id': 'warned',
  'discharged-before-enlisted': 'held',
  'division-unknown': 'held',
  'duplicate-in-sheet': 'warned',
  'identity-ambiguous': 'held',
  'disability-unreadable': 'held',
  'account-precision-lost': 'held',
  'count-unreadable': 'held',
  'id-apostrophe': 'read',
  'id-full-width': 'read',
  'id-fifteen': 'read',
  'id-spaced': 'read',
  'id-small-x': 'read',
  'name-spaced': 'read',
  'sex-code': 'read',
  'division-former-town': 'read',
  'division-brigade': 'read',
  'date-serial': 'read',
  'date-digits': 'read',
  'date-chinese': 'read',
  'date-full-width': 'read',
  'date-month-only': 'read',
  'count-doubtful': 'warned',
  'count-dressed': 'read',
  'visit-dates-listed': 'read',
  'changed-phone': 'update',
  'changed-account': 'update',
  'changed-grade': 'update',
} as const satisfies Record<string, Expectation>

export type Defect = keyof typeof defects

/** Where a defect was planted: the row as the sheet shows it (from 1), the column from 0, and the title over it. */
export interface PlantedCell {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly title: string
  readonly defect: Defect
}

export type LedgerKind = 'veterans-register' | 'entitled-register' | 'activity-ledger' | 'pairing-ledger'

/** What a sample holds, for tests to hold an importer to. */
export interface LedgerManifest {
  readonly file: string
  readonly kind: LedgerKind
  readonly sheets: readonly string[]
  /** Rows of content: without titles, headers, notes, totals. */
  readonly rows: number
  /** Rows in which nothing planted should be held; of a row that was entered twice, the second is the planted one. */
  readonly goodRows: number
  /** Rows about people that the demonstration's registry already has. */
  readonly inRegistry: number
  readonly planted: readonly PlantedCell[]
}

/** How often each defect was planted. */
export function countDefects(planted: readonly PlantedCell[]): Readonly<Partial<Record<Defect, number>>> {
  const counts: Partial<Record<Defect, number>> = {}
  for (const { defect } of planted) counts[defect] = (counts[defect] ?? 0) + 1
  return counts
}

/** The rows, by sheet and number, in which something planted should be held. */
export function heldRows(planted: readonly PlantedCell[]): ReadonlySet<string> {
  return new Set(planted.filter((it) => defects[it.defect] === 'held').map((it) => `${it.sheet} ${it.row}`))
}
