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
  const recorded = await allOrEach(
    ready.map(({ entry }) => entry),
    kind.record,
  )
  return ready.map(({ row }, at) => {
    const one = recorded[at]
    return one === undefined || one instanceof Fault ? { row, outcome: 'refused', why: one?.say } : { row, ...one }
  })
}

/**
 * All entries at once; when one of them is refused, each by itself, so that one row without a village does not keep 499
 * others out. A fault is thrown before anything is written, so the transaction is still good.
 */
export async function allOrEach<Entry, Done>(
  entries: readonly Entry[],
  record: (entries: readonly Entry[]) => Promise<readonly Done[]>,
): Promise<readonly (Done | Fault)[]> {
  if (entries.length === 0) return []
  const all = await orFault(record(entries))
  if (!(all instanceof Fault)) return all
  const each: (Done | Fault)[] = []
  for (const entry of entries) {
    const one = await orFault(record([entry]))
    each.push(one instanceof Fault ? one : (one[0] ?? new Fault('platform.nothing-changed')))
  }
  return each
}

/** A fault as a value, for rows that are tried one by one; anything else goes on being thrown. */
async function orFault<T>(work: Promise<T>): Promise<T | Fault> {
  return work.catch((error: unknown) => {
    if (error instanceof Fault) return error
    throw error
  })
}
