import { type Cell, cellText, narrow, type SheetHead } from '../cell.ts'
import { type Covers, coverAt } from './covers.ts'
import { bareTitle, normaliseTitle } from './title.ts'

/** Rows that may be a header, with each column's titles from top to bottom. */
export interface HeaderCandidate {
  readonly top: number
  readonly bottom: number
  readonly paths: readonly (readonly string[])[]
  /** How many columns have a title that some ledger kind knows. */
  readonly matched: number
}

interface Sheet {
  readonly head: SheetHead
  readonly covers: Covers
  readonly knows: (word: string) => boolean
}

/** Judges rows `top` to `top + height - 1` as a header; undefined when they are none. */
export function judgeHeader(sheet: Sheet, top: number, height: number): HeaderCandidate | undefined {
  const bottom = top + height - 1
  if (bottom >= sheet.head.rows.length || beginsInsideMerge(sheet, top)) return undefined
  const lines = []
  for (let row = top; row <= bottom; row += 1) {
    if (hasData(sheet.head.rows[row] ?? [])) return undefined
    lines.push(titlesOfRow(sheet, row, row === bottom))
  }
  if (height > 1 && !areStacked(sheet, lines)) return undefined
  const paths = pathsOf(lines)
  const titled = paths.filter((path) => path.length > 0)
  const matched = titled.filter((path) => isKnown(sheet, path)).length
  return isEnough(matched, titled.length) ? { top, bottom, paths, matched } : undefined
}

/** Two titles that are understood and make half of the row, or three in any row. */
export function isEnough(matched: number, titled: number): boolean {
  return matched >= 3 ? matched * 4 >= titled : matched === 2 && titled <= 4
}

/** Does the cell hold data rather than a title: a day, a number that is no year, a long row of digits? */
export function isDataCell(cell: Cell): boolean {
  if (typeof cell === 'number') return !(Number.isInteger(cell) && cell >= 1900 && cell <= 2100)
  if (typeof cell === 'object') return true
  return typeof cell === 'string' && LONG_DIGITS.test(cell)
}

const LONG_DIGITS = /\d{7}/
const LONGEST_TITLE = 60

function hasData(row: readonly Cell[]): boolean {
  return row.some(isDataCell)
}

// 姓名 merged over two rows: a header cannot begin at the lower of the two.
function beginsInsideMerge({ head, covers }: Sheet, top: number): boolean {
  const merges = covers.get(top) ?? []
  return merges.some((merge) => merge.top < top && cellText(head.rows[merge.top]?.[merge.left]) !== '')
}

interface TitleCell {
  readonly text: string
  /** The text reaches here from the left, by a merge or by being blank under a group title. */
  readonly isSpread: boolean
  /** The text reaches here from above. */
  readonly isFromAbove: boolean
}

const NO_TITLE: TitleCell = { text: '', isSpread: false, isFromAbove: false }

function titlesOfRow(sheet: Sheet, row: number, isLast: boolean): readonly TitleCell[] {
  const cells = sheet.head.rows[row] ?? []
  const merges = sheet.covers.get(row) ?? []
  const width = Math.max(cells.length, ...merges.map((merge) => Math.min(merge.right + 1, cells.length + 200)))
  const titles: TitleCell[] = []
  for (let column = 0; column < width; column += 1) titles.push(titleAt(sheet, row, column, width))
  // Without merges (a csv), a group title stands over its first column only and reaches over the blanks after it.
  return isLast || merges.length > 0 ? titles : spreadRight(sheet, row, titles)
}

function titleAt({ head, covers }: Sheet, row: number, column: number, width: number): TitleCell {
  const merge = coverAt(covers, row, column)
  if (!merge) return { ...NO_TITLE, text: tidy(head.rows[row]?.[column]) }
  const isWholeRow = merge.right - merge.left + 1 >= Math.max(4, width * 0.8)
  if (isWholeRow) return NO_TITLE
  const text = tidy(head.rows[merge.top]?.[merge.left])
  return { text, isSpread: merge.right > merge.left, isFromAbove: merge.top < row }
}

function spreadRight({ head }: Sheet, row: number, titles: readonly TitleCell[]): readonly TitleCell[] {
  const below = (head.rows[row + 1] ?? []).map(tidy)
  const spread: TitleCell[] = []
  let group = ''
  for (let column = 0; column < Math.max(titles.length, below.length); column += 1) {
    const own = titles[column] ?? NO_TITLE
    const hasBelow = (below[column] ?? '') !== ''
    group = hasBelow ? own.text || group : ''
    spread.push(group === '' ? own : { ...own, text: group, isSpread: true })
  }
  return spread
}

function tidy(cell: Cell): string {
  const text = narrow(cellText(cell)).replaceAll(' ', '')
  return text.length > LONGEST_TITLE ? '' : text
}

/** Are these rows parts of one header: the upper ones titles or groups of titles, the last one titles of its own? */
function areStacked(sheet: Sheet, lines: readonly (readonly TitleCell[])[]): boolean {
  const last = lines.at(-1) ?? []
  const own = last.filter((title) => title.text !== '' && !title.isFromAbove)
  const understood = own.filter((title) => isKnown(sheet, [title.text]))
  if (own.length === 0 || understood.length * 2 < own.length) return false
  return lines.slice(0, -1).every((line) => isUpperRow(sheet, line))
}

// 填表单位：…　填表日期：… is a line of its own above the header, not a part of it.
function isUpperRow(sheet: Sheet, line: readonly TitleCell[]): boolean {
  const texts = new Set(line.map((title) => title.text).filter((text) => text !== ''))
  if (texts.size < 2 || [...texts].some((text) => /[:：]/.test(text))) return false
  return line.some((title) => title.isSpread) || [...texts].some((text) => isKnown(sheet, [text]))
}

function pathsOf(lines: readonly (readonly TitleCell[])[]): readonly (readonly string[])[] {
  const width = Math.max(...lines.map((line) => line.length))
  const paths: (readonly string[])[] = []
  for (let column = 0; column < width; column += 1) {
    const texts = lines.map((line) => line[column]?.text ?? '').filter((text) => text !== '')
    paths.push(texts.filter((text, at) => text !== texts[at - 1]))
  }
  return paths
}

function isKnown({ knows }: Sheet, path: readonly string[]): boolean {
  const joined = path.join('')
  const leaf = path.at(-1) ?? ''
  return [joined, leaf].some((text) => knows(normaliseTitle(text)) || knows(bareTitle(text)))
}
