import type { SheetCounts } from '@dongzhou/contract/intake'
import type { Complaint, DivisionEntry } from '@dongzhou/engines/intake'
import type { Day } from '@dongzhou/terms/day'
import { readBook } from './read-book.ts'
import type { ReadingNews, ReadSheet } from './reading-protocol.ts'
import { errorOf } from './reading-trouble.ts'

export interface CheckedSheet {
  readonly name: string
  readonly ledger: string | undefined
  readonly why: string
  readonly counts: SheetCounts | undefined
  readonly columns: readonly {
    readonly title: string
    readonly field: string | undefined
    readonly confidence: number
  }[]
  readonly complaints: readonly Complaint[]
}

/** What a workbook comes to without being taken in: its sheets with their complaints, or why it cannot be read. */
export type CheckedFile =
  | { readonly kind: 'checked'; readonly sheets: readonly CheckedSheet[] }
  | { readonly kind: 'refused'; readonly say: string }

/** 核对台账: reads and checks a workbook as an import would, and writes nothing anywhere. */
export async function checkFile(
  file: { readonly path: string; readonly name: string },
  context: { readonly today: Day; readonly divisions: readonly DivisionEntry[] },
): Promise<CheckedFile> {
  const order = { path: file.path, fileName: file.name, ...context, within: undefined, remembered: {}, settled: [] }
  const sheets = new Map<number, Found>()
  for await (const news of readBook(order)) {
    if (news.kind === 'refused') return { kind: 'refused', say: news.say }
    if (news.kind === 'failed') throw new Error('the workbook could not be read', { cause: errorOf(news.trouble) })
    gather(sheets, news)
  }
  return { kind: 'checked', sheets: [...sheets.values()].map(present) }
}

interface Found {
  readonly sheet: ReadSheet
  counts: SheetCounts | undefined
  readonly complaints: Complaint[]
}

function gather(sheets: Map<number, Found>, news: ReadingNews): void {
  if (news.kind === 'sheet') sheets.set(news.sheet.sheet, { sheet: news.sheet, counts: undefined, complaints: [] })
  if (news.kind === 'chunk') sheets.get(news.chunk.sheet)?.complaints.push(...news.chunk.complaints)
  if (news.kind !== 'sheet-end') return
  const found = sheets.get(news.sheet)
  found?.complaints.push(...news.complaints)
  if (found) found.counts = news.counts
}

function present(found: Found): CheckedSheet {
  const { name, ledger, why, columns } = found.sheet
  const shown = columns.map(({ title, field, confidence }) => ({ title, field, confidence }))
  const complaints = found.complaints.toSorted((one, other) => one.row - other.row || one.column - other.column)
  return { name, ledger, why, counts: found.counts, columns: shown, complaints }
}
