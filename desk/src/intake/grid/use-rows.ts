import type { StagedRow } from '@dongzhou/contract/intake'
import { keepPreviousData, type UseQueryResult, useMutationState, useQuery } from '@tanstack/react-query'
import { orpc, queries } from '../../api.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import { type FixCells, fixCellsKey } from '../use-batch-work.ts'
import { type Place, stopsOf } from './complaint-walk.ts'
import { GRID_ROWS, type GridAsk, listInput } from './grid-ask.ts'

/** 批次的行: one page of the grid. */
export function useRows(batchId: string, ask: GridAsk): UseQueryResult<LedgerPage<StagedRow>> {
  return useQuery({ ...rowsQuery(batchId, ask), placeholderData: keepPreviousData })
}

function rowsQuery(batchId: string, ask: GridAsk) {
  return orpc.intake.listRows.queryOptions({ input: listInput(batchId, ask) })
}

// 2,500 rows without a complaint are enough to say so; the filters lead further at once.
const PAGES_LOOKED_AT = 25

export type Found =
  | { readonly kind: 'found'; readonly sheet: number; readonly page: number; readonly at: Place }
  | { readonly kind: 'end' }
  | { readonly kind: 'far'; readonly rows: number }

interface Seeking {
  readonly batchId: string
  readonly ask: GridAsk
  /** Rows of this view on the sheet one is on. */
  readonly total: number
  /** The sheets that are read, in their order. */
  readonly sheets: readonly number[]
  readonly direction: 'next' | 'previous'
}

/** Looks for the next place on the pages behind this one (or before it), then on the sheets behind this one. */
export async function seekOnPages(seeking: Seeking): Promise<Found> {
  const { batchId, ask, total, sheets, direction } = seeking
  const here = await seekOnSheet(seeking, ask.page + (direction === 'next' ? 1 : -1), Math.ceil(total / GRID_ROWS))
  if (here.kind !== 'end') return here
  const at = sheets.indexOf(ask.sheet)
  const others = direction === 'next' ? sheets.slice(at + 1) : sheets.slice(0, at).reverse()
  for (const sheet of others) {
    // One sheet after the other on purpose: most walks end on the first.
    const first = await queries.fetchQuery(rowsQuery(batchId, { ...ask, sheet, page: 1 }))
    const pages = Math.ceil(first.total / GRID_ROWS)
    const found = await seekOnSheet({ ...seeking, ask: { ...ask, sheet } }, direction === 'next' ? 1 : pages, pages)
    if (found.kind !== 'end') return found
  }
  return { kind: 'end' }
}

async function seekOnSheet({ batchId, ask, direction }: Seeking, from: number, pages: number): Promise<Found> {
  const by = direction === 'next' ? 1 : -1
  for (let looked = 0; looked < PAGES_LOOKED_AT; looked += 1) {
    const page = from + by * looked
    if (page < 1 || page > pages) return { kind: 'end' }
    // One page after the other on purpose: most walks end on the first.
    const rows = await queries.fetchQuery(rowsQuery(batchId, { ...ask, page }))
    const stops = stopsOf(rows.items, ask.view)
    const at = direction === 'next' ? stops[0] : stops.at(-1)
    if (at) return { kind: 'found', sheet: ask.sheet, page, at }
  }
  return { kind: 'far', rows: PAGES_LOOKED_AT * GRID_ROWS }
}

/** Corrections on their way, by row and column: the grid shows them before the server has answered. */
export type Pending = ReadonlyMap<number, ReadonlyMap<number, string>>

export function usePendingCells(batchId: string, sheet: number): Pending {
  const sent = useMutationState({
    filters: { mutationKey: fixCellsKey(batchId), status: 'pending' },
    select: (mutation) => (mutation.state.variables as { readonly given: FixCells } | undefined)?.given,
  })
  const pending = new Map<number, Map<number, string>>()
  for (const given of sent) {
    if (given?.sheet !== sheet) continue
    for (const { row, column, text } of given.cells) {
      pending.set(row, (pending.get(row) ?? new Map()).set(column, text))
    }
  }
  return pending
}
