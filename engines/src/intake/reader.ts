import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Fen } from '@dongzhou/terms/fen'
import type { Identity } from '@dongzhou/terms/identity'
import { type Cell, cellText, compact } from './cell.ts'
import { type Flaw, held } from './complaint.ts'
import type { DivisionIndex } from './readers/division-index.ts'

/** 残疾等级 as written: the grade, and the nature where the same cell names it (因公六级). */
export interface DisabilityGrade {
  readonly grade: number
  readonly nature: 'war' | 'duty' | 'illness' | undefined
}

/** Everything a field can hold once it is read. */
export type Value =
  | string
  | number
  | Fen
  | DatedTo
  | DisabilityGrade
  | readonly string[]
  | readonly Identity[]
  | readonly DatedTo[]

/** What a reader may ask beside the cell itself. */
export interface ReaderSetting {
  readonly today: Day
  readonly divisions: DivisionIndex
  /** The town that the row, the section or the sender names, for villages written without theirs. */
  readonly within: DivisionCode | undefined
  /** The title over the column: 年收入（万元） tells the unit of every cell below it. */
  readonly columnTitle: string
}

/** A value that was read (or not), what is wrong with it, and what was mended on the way. */
export interface Reading<T extends Value = Value> {
  readonly value: T | undefined
  readonly flaws: readonly Flaw[]
  readonly repaired: string | undefined
}

export type ReaderKind =
  | 'id-number'
  | 'date'
  | 'date-list'
  | 'name'
  | 'sex'
  | 'phone'
  | 'money'
  | 'count'
  | 'identity-list'
  | 'disability-grade'
  | 'division'
  | 'bank-account'
  | 'credit-code'
  | 'text'
  | 'text-list'
  | 'choice'

/** 读法 (reader): turns one cell that is not blank into a typed value; never throws, never guesses in silence. */
export interface Reader<T extends Value = Value> {
  readonly kind: ReaderKind
  /** Do the same texts come again and again down a column? Then readings are remembered by text. */
  readonly repeats: boolean
  /** May a cell say 同上? An ID number, a name or an account may not. */
  readonly mayRepeatAbove: boolean
  read(cell: Cell, setting: ReaderSetting): Reading<T>
}

const NO_FLAWS: readonly Flaw[] = []

/** Nothing to say: the cell held nothing, or a mark that stands for nothing. */
export const nothing: Reading<never> = { value: undefined, flaws: NO_FLAWS, repaired: undefined }

export function clean<T extends Value>(value: T): Reading<T> {
  return { value, flaws: NO_FLAWS, repaired: undefined }
}

/** A value that was read although the cell was damaged; the note says what was done. Without a note it is clean. */
export function mended<T extends Value>(value: T, note: string | undefined): Reading<T> {
  return { value, flaws: NO_FLAWS, repaired: note }
}

/** A cell with something wrong; a value is given only when it is fit to be used all the same. */
export function flawed<T extends Value = never>(flaw: Flaw, value?: T, repaired?: string): Reading<T> {
  return { value, flaws: [flaw], repaired }
}

const STANDS_FOR_NOTHING = new Set([
  '无',
  '/',
  '-',
  '--',
  '---',
  '—',
  '——',
  '不详',
  '未知',
  '空',
  '暂无',
  'N/A',
  'n/a',
  '\\',
  '（空）',
])

/** Blank, or one of the marks clerks put where there is nothing: 无 / — 不详. */
export function isNothing(cell: Cell): boolean {
  if (cell === undefined) return true
  if (typeof cell !== 'string') return false
  // Longer texts are never such a mark; this keeps the usual cell out of the set lookup.
  if (cell.length > 8) return cell.trim() === ''
  const text = compact(cell)
  return text === '' || STANDS_FOR_NOTHING.has(text)
}

/** A formula that failed (#N/A, #REF!): the same refusal for every reader. */
export function readErrorCell(cell: Cell): Reading<never> | undefined {
  if (typeof cell !== 'object' || !('error' in cell)) return undefined
  return flawed(held('cell-error', `公式出错（${cell.error}），没有取到内容。请在原表中改为直接填写的内容。`))
}

/** Compact text without the apostrophe Excel users put before digits, and whether anything had to be mended. */
export function digitsText(cell: Cell): { readonly text: string; readonly note: string | undefined } {
  const raw = cellText(cell)
  const text = compact(raw).replace(APOSTROPHES, '')
  return { text, note: text === raw ? undefined : MENDED_DIGITS }
}

const APOSTROPHES = /['’‘`´＇]/g
const MENDED_DIGITS = '已去掉全角、空格或撇号后读入。'
