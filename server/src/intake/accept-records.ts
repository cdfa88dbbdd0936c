import type { Ledger } from '@dongzhou/engines/intake'
import type { FactSource } from '@dongzhou/terms/fact'
import { Fault } from '../platform/fault.ts'
import type { Accepting, Waiting } from './acceptors.ts'
import type { Outcome } from './outcomes.sql.ts'
import { requireLedger } from './require-ledger.ts'
import type { StagedRow } from './staged.ts'

export type LedgerSource = Extract<FactSource, { readonly kind: 'ledger' }>

export type RecordOutcome = Omit<Outcome, 'row'>

export interface RecordKind<Draft> {
  readonly draft: (ledger: Ledger, row: StagedRow, waiting: Waiting) => Draft | undefined
  /** Writes the records, in the order given, and says of each what became of it. Faults come before any writing. */
  readonly record: (
    entries: readonly (Draft & { readonly source: LedgerSource })[],
  ) => Promise<readonly RecordOutcome[]>
}

/**
 * Lets rows in that become records of a room. All at once; when the room refuses the lot, each by itself, so that one
 * row of another town does not keep the others out.
 */
export async function acceptRecords<Draft extends object>(
  accepting: Accepting,
  kind: RecordKind<Draft>,
): Promise<readonly Outcome[]> {
  const ledger = requireLedger(accepting.sheet.ledger)
  const drafted = accepting.waiting.map((waiting) => {
    const draft = kind.draft(ledger, waiting.row, waiting)
    const source = {
      kind: 'ledger',
      batchId: accepting.batch.id,
      row: waiting.row.row,
      sheet: accepting.sheet.name,
    } as const
    return { row: waiting.row.row, entry: draft && { ...draft, source } }
  })
  const ready = drafted.flatMap(({ row, entry }) => (entry === undefined ? [] : [{ row, entry }]))
  const outcomes = await recordAll(kind, ready)
  const unreadable = drafted.filter(({ entry }) => entry === undefined)
  return [
    ...outcomes,
    ...unreadable.map(({ row }): Outcome => ({ row, outcome: 'refused', why: '必填内容不全，请补齐后再接收。' })),
  ]
}

interface Ready<Draft> {
  readonly row: number
  readonly entry: Draft & { readonly source: LedgerSource }
}

async function recordAll<Draft>(kind: RecordKind<Draft>, ready: readonly Ready<Draft>[]): Promise<readonly Outcome[]> {
  if (ready.length === 0) return []
  const all = await orFault(kind.record(ready.map(({ entry }) => entry)))
  if (!(all instanceof Fault)) return ready.map(({ row }, at) => ({ row, ...(all[at] ?? { outcome: 'refused' }) }))
  const outcomes: Outcome[] = []
  for (const { row, entry } of ready) {
    const one = await orFault(kind.record([entry]))
    outcomes.push(
      one instanceof Fault ? { row, outcome: 'refused', why: one.say } : { row, ...(one[0] ?? { outcome: 'refused' }) },
    )
  }
  return outcomes
}

/** A fault as a value, for rows that are tried one by one; anything else goes on being thrown. */
export async function orFault<T>(work: Promise<T>): Promise<T | Fault> {
  return work.catch((error: unknown) => {
    if (error instanceof Fault) return error
    throw error
  })
}
