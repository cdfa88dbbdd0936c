import { cellText, isBlankCell, type SheetHead } from '../cell.ts'
import type { Ledger } from '../ledger.ts'
import { coversOf } from './covers.ts'
import { type HeaderCandidate, judgeHeader } from './header-candidate.ts'
import type { RememberedMapping } from './propose-mapping.ts'
import { vocabularyOf } from './title.ts'

/** 表头列 (column): where it stands, and the title over it; untitled columns that hold something are kept, with an empty title. */
export interface TableColumn {
  readonly index: number
  /** The header rows' texts joined: 服役情况/入伍时间. */
  readonly title: string
  readonly path: readonly string[]
  readonly hidden: boolean
}

/** 表的位置 (table reading): zero-based rows of the header, inclusive, its columns, and what stands above it. */
export interface TableReading {
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly TableColumn[]
  /** The texts above the header: the sheet's big title, the unit that filled it in. */
  readonly caption: string
}

const TALLEST_HEADER = 3

/**
 * Finds the first header of a sheet, wherever it is; undefined when no row names columns of any ledger kind. The titles
 * that a sender has had settled before count as known, however odd they are.
 */
export function recogniseTable(
  head: SheetHead,
  ledgers: readonly Ledger[],
  remembered: RememberedMapping = {},
): TableReading | undefined {
  const known = wordsOf(ledgers)
  const knows = (word: string) => known(word) || (Object.hasOwn(remembered, word) && remembered[word] !== undefined)
  const covers = coversOf(head.merges)
  for (let top = 0; top < head.rows.length; top += 1) {
    let best: HeaderCandidate | undefined
    for (let height = 1; height <= TALLEST_HEADER; height += 1) {
      const candidate = judgeHeader({ head, covers, knows }, top, height)
      // Of equals the lower one wins: more rows must earn their place with more titles that are understood.
      if (candidate && candidate.matched > (best?.matched ?? 0)) best = candidate
    }
    if (best) return describe(head, best)
  }
  return undefined
}

function wordsOf(ledgers: readonly Ledger[]): (word: string) => boolean {
  const vocabularies = ledgers.map(vocabularyOf)
  return (word) => vocabularies.some(({ words }) => words.has(word))
}

function describe(head: SheetHead, { top, bottom, paths }: HeaderCandidate): TableReading {
  const hidden = new Set(head.hiddenColumns)
  const below = head.rows.slice(bottom + 1)
  const width = Math.max(paths.length, ...below.map((row) => row.length))
  const columns: TableColumn[] = []
  for (let index = 0; index < width; index += 1) {
    const path = paths[index] ?? []
    if (path.length === 0 && !below.some((row) => !isBlankCell(row[index]))) continue
    columns.push({ index, title: path.join('/'), path, hidden: hidden.has(index) })
  }
  return { headerTop: top, headerBottom: bottom, columns, caption: captionOf(head, top) }
}

function captionOf(head: SheetHead, top: number): string {
  const texts = head.rows.slice(0, top).flatMap((row) => row.map(cellText))
  return [...new Set(texts)].filter((text) => text !== '').join(' ')
}
