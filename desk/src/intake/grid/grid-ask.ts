import type { BatchView, SheetView } from '@dongzhou/contract/intake'
import type { Place, View } from './complaint-walk.ts'

/** What the grid asks for, kept in the address: which sheet, which rows, which page, and the cell one stands on. */
export interface GridAsk {
  readonly sheet: number
  readonly view: View
  readonly page: number
  readonly at: Place | undefined
}

/** Rows on a page of the grid. A page lies in one or two staged blocks of 500, so a bigger one costs the server no more. */
export const GRID_ROWS = 100

const shows = ['all', 'held', 'warned', 'to-decide'] as const

/** Reads the address; what it leaves open is what needs a clerk most. */
export function readGridAsk(search: Readonly<Record<string, unknown>>, batch: BatchView): GridAsk {
  const { sheet: sheetText, show, code, page: pageText, at } = search
  const sheets = ledgerSheets(batch)
  const page = Number(pageText)
  return {
    sheet: sheets.find((one) => String(one.sheet) === sheetText)?.sheet ?? sheets[0]?.sheet ?? 0,
    view: viewOf(show, code) ?? firstView(batch),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    at: placeOf(at),
  }
}

/** The search of the address for it. */
export function writeGridAsk({ sheet, view, page, at }: GridAsk): Record<string, string> {
  return {
    step: 'check',
    sheet: String(sheet),
    show: view.show,
    ...(view.show === 'kind' ? { code: view.code } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
    ...(at ? { at: `${at.row}.${at.column}` } : {}),
  }
}

/** The sheets that are read. */
export function ledgerSheets(batch: Pick<BatchView, 'sheets'>): readonly SheetView[] {
  return batch.sheets.filter((sheet) => sheet.ledger !== null)
}

/** What the server is asked. */
export function listInput(batchId: string, { sheet, view, page }: GridAsk) {
  const shown = view.show === 'kind' ? { show: 'all' as const, code: view.code } : { show: view.show }
  return { id: batchId, sheet, page, size: GRID_ROWS, ...shown }
}

function firstView(batch: BatchView): View {
  if (batch.complaints.some((one) => one.severity === 'held')) return { show: 'held' }
  if (batch.forecast.toDecide > 0) return { show: 'to-decide' }
  return batch.complaints.length > 0 ? { show: 'warned' } : { show: 'all' }
}

function viewOf(show: unknown, code: unknown): View | undefined {
  if (show === 'kind') return typeof code === 'string' && code !== '' ? { show, code } : undefined
  const known = shows.find((one) => one === show)
  return known && { show: known }
}

function placeOf(at: unknown): Place | undefined {
  const [, row, column] = /^(\d{1,7})\.(-1|\d{1,3})$/.exec(String(at)) ?? []
  return row === undefined ? undefined : { row: Number(row), column: Number(column) }
}
