import { type Day, findDayOf, partsOf } from '@dongzhou/terms/day'

/** 单元格 (cell): what one cell of a sheet holds. A text stays a text, however much it looks like a number. */
export type Cell = string | number | boolean | undefined | { readonly error: string } | { readonly day: Day }

/** 行 (row): the number Excel shows at its left (1-based), and its cells from column A on. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** 合并单元格 (merge): 0-based rows and columns of the sheet, all inclusive; the shape the intake engine takes. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Merges as far as a sheet reaches: a hostile `colspan` of a thousand million must not make anybody walk its cells. */
export function withinSheet(merges: readonly Merge[], columns: number): Merge[] {
  return merges
    .filter(
      (merge) =>
        merge.left < columns && merge.top < MOST_ROWS && merge.right >= merge.left && merge.bottom >= merge.top,
    )
    .map((merge) => ({
      ...merge,
      right: Math.min(merge.right, columns - 1),
      bottom: Math.min(merge.bottom, MOST_ROWS - 1),
    }))
}

const MOST_ROWS = 1_048_576
const ERRORS: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#DIV/0!',
  '#NULL!',
  '#NUM!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])

/** Tells a formula's error from a text, for formats that do not mark it. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERRORS.has(text)
}

/** What a text becomes: nothing when empty, an error when it is one, else itself. */
export function cellOfText(text: string): Cell {
  if (text === '') return undefined
  return isErrorText(text) ? { error: text } : text
}

const SERIAL_OF_1970 = 25_569
const DAYS_FROM_1900_TO_1904 = 1462
const LAST_SERIAL = 2_958_465

/**
 * What a number under a date format means: a day, or for a bare time of day (`0.395`) the text `09:29`. A number outside
 * the calendar (an ID number in a column formatted as dates) stays the number, so that the reader can still mend it.
 */
export function cellOfSerial(serial: number, since1904: boolean): Cell {
  if (serial >= 0 && serial < 1 && !since1904) return serial === 0 ? serial : timeText(serial)
  const shifted = since1904 ? serial + DAYS_FROM_1900_TO_1904 : serial
  if (!(shifted >= 1 && shifted < LAST_SERIAL + 1)) return serial
  return { day: dayOfSerial(Math.floor(shifted)) }
}

/** The serial Excel (1900 system) keeps for a day. */
export function serialOfDay(on: Day): number {
  const { year, month, dayOfMonth } = partsOf(on)
  const serial = Math.round(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000) + SERIAL_OF_1970
  return serial <= 60 ? serial - 1 : serial
}

/** A calendar day kept as an instant at midnight UTC, as the spreadsheet libraries give it; undefined outside the calendar. */
export function cellOfUtc(instant: Date): Cell {
  if (Number.isNaN(instant.getTime())) return undefined
  const found = findDayOf(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())
  return found === undefined ? undefined : { day: found }
}

const known = new Map<number, Day>()

// Excel believes in 29 February 1900 (serial 60); before it every serial is one day short.
function dayOfSerial(serial: number): Day {
  const seen = known.get(serial)
  if (seen !== undefined) return seen
  const at = new Date(((serial < 60 ? serial + 1 : serial) - SERIAL_OF_1970) * 86_400_000)
  const made = findDayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
  if (made === undefined) throw new RangeError(`no day of serial ${serial}`)
  // A register holds some thousands of different days; a hostile sheet must not fill the memory with millions.
  if (known.size < 100_000) known.set(serial, made)
  return made
}

function timeText(fraction: number): string {
  const minutes = Math.min(Math.round(fraction * 1440), 1439)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Column letters of a 0-based column: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return letters
}

/** 0-based column and 1-based row of a reference such as `AB12`; undefined when it is none. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } | undefined {
  const parts = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(reference)
  if (!parts?.[1]) return undefined
  let column = 0
  for (const letter of parts[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(parts[2]) }
}
