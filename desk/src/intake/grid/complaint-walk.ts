import type { StagedRow } from '@dongzhou/contract/intake'

/** Which rows the grid shows; `kind` = rows with one kind of complaint. */
export type View =
  | { readonly show: 'all' | 'held' | 'warned' | 'to-decide' }
  | { readonly show: 'kind'; readonly code: string }

/** A cell of the sheet; column -1 is the row itself, where the question stands whether it is the same person. */
export interface Place {
  readonly row: number
  readonly column: number
}

export const ROW_ITSELF = -1

/** 要看的地方 (stops): the cells n and p lead through on one page, in reading order. */
export function stopsOf(rows: readonly StagedRow[], view: View): readonly Place[] {
  return rows.flatMap((row) => [...decision(row, view), ...complaintCells(row, view)])
}

/** The stop after (or before) a place; undefined at the end of the page. Works from a place that is no longer there. */
export function nextStop(
  stops: readonly Place[],
  from: Place | undefined,
  direction: 'next' | 'previous',
): Place | undefined {
  if (from === undefined) return direction === 'next' ? stops[0] : stops.at(-1)
  return direction === 'next'
    ? stops.find((stop) => compare(stop, from) > 0)
    : stops.findLast((stop) => compare(stop, from) < 0)
}

/** Which stop one is at, counted from 1; undefined when one stands elsewhere. */
export function stopNumber(stops: readonly Place[], at: Place | undefined): number | undefined {
  const index = at === undefined ? -1 : stops.findIndex((stop) => compare(stop, at) === 0)
  return index < 0 ? undefined : index + 1
}

/** Does the row wait for a clerk to say whom it speaks of? One certain match is taken; several, or a likely one, are asked. */
export function waitsForDecision(row: Pick<StagedRow, 'matches' | 'severity' | 'outcome'>): boolean {
  if (row.severity === 'held' || isAccepted(row)) return false
  if (row.matches.some((match) => match.decided === 'same')) return false
  const open = row.matches.filter((match) => match.decided === null)
  const same = open.filter((match) => match.band === 'same').length
  return same > 1 || (same === 0 && open.some((match) => match.band === 'likely'))
}

/** Accepted rows are corrected in the person's file, not here. */
export function isAccepted({ outcome }: Pick<StagedRow, 'outcome'>): boolean {
  return outcome !== null && outcome !== 'refused'
}

function decision(row: StagedRow, view: View): readonly Place[] {
  if (view.show !== 'all' && view.show !== 'to-decide') return []
  return waitsForDecision(row) ? [{ row: row.row, column: ROW_ITSELF }] : []
}

function complaintCells(row: StagedRow, view: View): readonly Place[] {
  if (view.show === 'to-decide' || isAccepted(row)) return []
  const columns = row.complaints
    .filter(({ code, severity }) => {
      if (view.show === 'kind') return code === view.code
      return view.show === 'all' || severity === view.show
    })
    .map(({ column }) => column)
  return [...new Set(columns)].sort((one, other) => one - other).map((column) => ({ row: row.row, column }))
}

function compare(one: Place, other: Place): number {
  return one.row - other.row || one.column - other.column
}
