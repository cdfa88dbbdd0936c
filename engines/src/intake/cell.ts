import { type Day, dayText } from '@dongzhou/terms/day'

/** 单元格 (cell): plain values on purpose, so that three million of them stay cheap; a date-typed cell arrives as a day. */
export type Cell = string | number | boolean | undefined | { readonly error: string } | { readonly day: Day }

/** 合并区域 (merge): zero-based rows and columns of the sheet, all inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** 表头部分 (sheet head): the first sixty rows or so of a sheet; enough to find where its table begins. */
export interface SheetHead {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  readonly hidden: boolean
}

/** The text of a cell as a person reads it, trimmed; an empty string for an empty cell. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim()
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return 'day' in cell ? dayText(cell.day) : cell.error
}

/** Is there nothing in the cell but white space? */
export function isBlankCell(cell: Cell): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

// Full-width forms, every kind of space, zero-width marks (pasted from web pages), line breaks inside cells.
const UNUSUAL = /[\s\u00a0\u2000-\u200f\u2028-\u202f\u2060\u3000\uff01-\uff5e\ufeff]/
const ALL_FULL_WIDTH = /[\uff01-\uff5e]/g
const ALL_MARKS = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const ALL_SPACES = /[\s\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+/g

/** Half-width forms, single plain spaces, no invisible marks. Most texts pass untouched, and fast. */
export function narrow(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return text
    .replace(ALL_MARKS, '')
    .replace(ALL_FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(ALL_SPACES, ' ')
    .trim()
}

/** Like {@link narrow}, with no spaces left at all. */
export function compact(text: string): string {
  return UNUSUAL.test(text) ? narrow(text).replaceAll(' ', '') : text
}
