import type { DivisionCode } from '@dongzhou/terms/division'
import type { Cell } from '../cell.ts'
import { held } from '../complaint.ts'
import { type Field, findField, type Ledger } from '../ledger.ts'
import { flawed, isNothing, nothing, type ReaderSetting, type Reading } from '../reader.ts'

/** A mapped column: where it stands, the title over it, and the field it holds. */
export interface MappedColumn {
  readonly index: number
  readonly title: string
  readonly field: string | undefined
}

/** One column ready for reading: its field, its setting, and the readings it remembers. */
export interface ColumnReader {
  readonly index: number
  readonly title: string
  readonly field: Field
  readonly setting: ReaderSetting
  readonly memory: Map<string | number, Reading> | undefined
}

// Beyond this a column does not repeat itself after all, and remembering would only cost memory.
const MOST_REMEMBERED = 20_000

const LONGEST_CELL = 2000
const TOO_LONG = flawed(held('text-too-long', `文字超过 ${LONGEST_CELL} 个字。请缩短，或另作附件。`))

/** Column readers in the order of the ledger's fields, so that a town is read before the villages that lean on it. */
export function columnReaders(
  ledger: Ledger,
  mapping: readonly MappedColumn[],
  setting: Omit<ReaderSetting, 'columnTitle'>,
): readonly ColumnReader[] {
  const readers = mapping.flatMap(({ index, title, field: key }) => {
    const field = key === undefined ? undefined : findField(ledger, key)
    if (!field) return []
    const memory = field.reader.repeats ? new Map<string | number, Reading>() : undefined
    return [{ index, title: title || field.title, field, setting: { ...setting, columnTitle: title }, memory }]
  })
  const order = new Map(ledger.fields.map((field, at) => [field.key, at]))
  return readers.sort((one, other) => (order.get(one.field.key) ?? 0) - (order.get(other.field.key) ?? 0))
}

/** Reads one cell; a text that the column has shown before is not read again. */
export function readCell(column: ColumnReader, cell: Cell, within: DivisionCode | undefined): Reading {
  const { memory } = column
  if (memory === undefined || (typeof cell !== 'string' && typeof cell !== 'number'))
    return readFresh(column, cell, within)
  // A Map keeps the number 45123 and the text 45123 apart, which are noted differently.
  const key = within === undefined ? cell : `${within} ${cell}`
  const known = memory.get(key)
  if (known) return known
  const reading = readFresh(column, cell, within)
  if (memory.size < MOST_REMEMBERED) memory.set(key, reading)
  return reading
}

function readFresh({ field, setting }: ColumnReader, cell: Cell, within: DivisionCode | undefined): Reading {
  if (isNothing(cell)) return nothing
  // A pasted report in one cell is nobody's identity list: taking it apart would only make a thousand complaints.
  if (typeof cell === 'string' && cell.length > LONGEST_CELL) return TOO_LONG
  return field.reader.read(cell, within === undefined ? setting : { ...setting, within })
}
