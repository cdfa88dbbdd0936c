import { type Cell, isBlankCell } from '../cell.ts'
import type { Ledger } from '../ledger.ts'
import type { Covers } from '../sheet/covers.ts'
import { type HeaderCandidate, isDataCell, judgeHeader } from '../sheet/header-candidate.ts'
import type { TableReading } from '../sheet/recognise-table.ts'
import { normaliseTitle, vocabularyOf } from '../sheet/title.ts'

/** Watches the rows go by for a second header: printed again on each page, or of another table on the same sheet. */
export interface HeaderWatch {
  /** The table that begins here, if the row is a header; a header's second row answers with both joined. */
  seeRow(row: number, cells: readonly Cell[]): TableReading | undefined
}

/** `settled` are titles, normalised, that mean something on this sheet although the ledger kind does not know them. */
export function watchHeaders(ledger: Ledger, covers: Covers, settled: readonly string[]): HeaderWatch {
  const words = new Set([...vocabularyOf(ledger).words.keys(), ...settled])
  let above: readonly Cell[] | undefined
  return {
    seeRow(row, cells) {
      // The row under a header may hold only two or three titles of its own; every other row must look like a header first.
      if (!above && !mayBeHeader(cells, words)) return undefined
      const stacked = above ? judgeRows([above, cells], row - 2, covers, words) : undefined
      const found = stacked ?? judgeRows([cells], row - 1, covers, words)
      above = found ? cells : undefined
      return found && tableOf(found, row)
    },
  }
}

const PROBED = 8
const LONGEST_TITLE = 20
const DRESSED = /[\s\u3000（(*＊]/

/** A cheap look at the first filled cells: is there any title among them, and no number or day? */
function mayBeHeader(cells: readonly Cell[], words: ReadonlySet<string>): boolean {
  let probed = 0
  for (const cell of cells) {
    if (isBlankCell(cell)) continue
    if (isDataCell(cell)) return false
    if (typeof cell === 'string' && isTitle(cell, words)) return true
    probed += 1
    if (probed === PROBED) return false
  }
  return false
}

function isTitle(text: string, words: ReadonlySet<string>): boolean {
  if (text.length > LONGEST_TITLE) return false
  return words.has(text) || (DRESSED.test(text) && words.has(normaliseTitle(text)))
}

function judgeRows(
  rows: readonly (readonly Cell[])[],
  top: number,
  covers: Covers,
  words: ReadonlySet<string>,
): HeaderCandidate | undefined {
  const merges = rows.flatMap((_, at) => covers.get(top + at) ?? [])
  // Merges that come down from above the rows at hand cannot be looked up here, and head nothing.
  const shifted = [...new Set(merges)]
    .filter((merge) => merge.top >= top)
    .map((merge) => ({ ...merge, top: merge.top - top, bottom: merge.bottom - top }))
  const local = new Map(rows.map((_, at) => [at, shifted.filter((merge) => merge.top <= at && at <= merge.bottom)]))
  const head = { name: '', rows, merges: shifted, hiddenColumns: [], hidden: false }
  return judgeHeader({ head, covers: local, knows: (word) => words.has(word) }, 0, rows.length)
}

function tableOf({ paths }: HeaderCandidate, row: number): TableReading {
  const columns = paths.flatMap((path, index) =>
    path.length === 0 ? [] : [{ index, title: path.join('/'), path, hidden: false }],
  )
  return { headerTop: row - 1, headerBottom: row - 1, columns, caption: '' }
}
