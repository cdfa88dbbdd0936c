import { findDay } from '@dongzhou/terms/day'
import { type Cell, cellOfSerial, cellOfText } from './cell.ts'
import { tooManyColumns } from './refusal.ts'
import type { RowSpan } from './sheet-xml.ts'
import type { FormatKind } from './xlsx-parts.ts'
import { decodeText, runsOf, standalone } from './xml.ts'

/** What reading the cells of a sheet needs to know of its workbook. */
export interface CellSetting {
  readonly sheet: string
  readonly prefix: string
  readonly texts: readonly string[]
  readonly formats: readonly FormatKind[]
  readonly since1904: boolean
  readonly columns: number
}

/** One `<c>` as it stands in the text: positions into it, and the attributes that decide its meaning. */
export interface CellSpan {
  column: number
  style: number
  from: number
  tagEnd: number
  to: number
  type: string
}

const SPACE = 32
const SLASH = 47
const ANGLE = 62
const LETTER_C = 99
const LETTER_R = 114
const LETTER_S = 115
const LETTER_T = 116

/**
 * Walks the cells of one row. Written for speed with one span used again and again: three million cells pass here in a
 * sheet of 100,000 x 30.
 */
export class CellWalk {
  readonly cell: CellSpan = { column: -1, style: 0, from: 0, tagEnd: 0, to: 0, type: '' }
  private text = ''
  private at = 0
  private end = 0
  private readonly skip: number

  constructor(prefix: string) {
    this.skip = prefix.length + 1
  }

  /** Starts on a row. */
  start(text: string, row: RowSpan): void {
    this.text = text
    this.at = row.cellsFrom
    this.end = row.cellsTo
    this.cell.column = -1
  }

  /** Moves to the next cell; false after the last. */
  next(): boolean {
    const open = this.nextOpening()
    if (open < 0) return false
    const tagEnd = this.text.indexOf('>', open)
    if (tagEnd < 0 || tagEnd >= this.end) return false
    const cell = this.cell
    cell.from = open
    cell.tagEnd = tagEnd
    cell.style = 0
    cell.type = ''
    cell.column++
    this.readAttributes(open + this.skip + 1, tagEnd)
    cell.to = this.text.charCodeAt(tagEnd - 1) === SLASH ? tagEnd + 1 : this.closing(tagEnd)
    this.at = cell.to
    return true
  }

  private nextOpening(): number {
    for (
      let open = this.text.indexOf('<', this.at);
      open >= 0 && open < this.end;
      open = this.text.indexOf('<', open + 1)
    ) {
      if (
        this.text.charCodeAt(open + this.skip) === LETTER_C &&
        isNameEnd(this.text.charCodeAt(open + this.skip + 1))
      ) {
        return open
      }
    }
    return -1
  }

  // Walks from child to child: `</c>` is found in the time of the cell's own length, hostile or not.
  private closing(tagEnd: number): number {
    for (
      let open = this.text.indexOf('<', tagEnd);
      open >= 0 && open < this.end;
      open = this.text.indexOf('<', open + 1)
    ) {
      if (this.text.charCodeAt(open + 1) !== SLASH) continue
      const name = open + 1 + this.skip
      if (this.text.charCodeAt(name) !== LETTER_C || !isNameEnd(this.text.charCodeAt(name + 1))) continue
      const close = this.text.indexOf('>', name)
      return close < 0 ? this.end : close + 1
    }
    return this.end
  }

  private readAttributes(from: number, tagEnd: number): void {
    let at = from
    while (at < tagEnd) {
      if (this.text.charCodeAt(at) <= SPACE) {
        at++
        continue
      }
      const equals = this.text.indexOf('=', at)
      if (equals < 0 || equals >= tagEnd) return
      const valueFrom = equals + 2
      const valueTo = this.text.indexOf(this.text.charAt(equals + 1), valueFrom)
      if (valueTo < 0 || valueTo > tagEnd) return
      if (equals === at + 1) this.readAttribute(this.text.charCodeAt(at), valueFrom, valueTo)
      at = valueTo + 1
    }
  }

  private readAttribute(name: number, from: number, to: number): void {
    if (name === LETTER_R) this.cell.column = this.columnAt(from, to)
    else if (name === LETTER_S) this.cell.style = Number(this.text.slice(from, to)) || 0
    else if (name === LETTER_T) this.cell.type = this.text.slice(from, to)
  }

  private columnAt(from: number, to: number): number {
    let column = 0
    for (let at = from; at < to; at++) {
      const code = this.text.charCodeAt(at)
      if (code < 65) break
      column = column * 26 + (code & 31)
    }
    return column === 0 || column > 16_384 ? this.cell.column : column - 1
  }
}

function isNameEnd(code: number): boolean {
  return code <= SPACE || code === SLASH || code === ANGLE
}

/** Reads rows of one sheet to cells. */
export class CellReader {
  private readonly setting: CellSetting
  private readonly walk: CellWalk
  private readonly valueTag: string
  private readonly valuePattern: RegExp

  constructor(setting: CellSetting) {
    this.setting = setting
    this.walk = new CellWalk(setting.prefix)
    this.valueTag = `<${setting.prefix}v`
    this.valuePattern = new RegExp(`<${setting.prefix.replaceAll('.', '[.]')}v[\\s>]`)
  }

  /** The cells of a row up to its last one with content; empty when it has none. */
  read(text: string, row: RowSpan): Cell[] {
    const cells: Cell[] = []
    const { walk } = this
    walk.start(text, row)
    while (walk.next()) {
      if (walk.cell.to === walk.cell.tagEnd + 1) continue
      const value = this.valueOf(text, walk.cell)
      if (value === undefined) continue
      const { column } = walk.cell
      // Formatting often runs on to column XFD; only content counts.
      if (column >= this.setting.columns) throw tooManyColumns(this.setting.sheet, this.setting.columns)
      while (cells.length < column) cells.push(undefined)
      cells[column] = value
    }
    return cells
  }

  private valueOf(text: string, cell: CellSpan): Cell {
    if (cell.type === 'inlineStr') return cellOfText(standalone(inlineText(text, cell)))
    const open = this.valueOpening(text, cell)
    if (open < 0) return undefined
    const from = text.indexOf('>', open) + 1
    const to = text.indexOf('<', from)
    return to <= from ? undefined : this.typed(text.slice(from, to), cell)
  }

  // A formula (`<f>`) may stand before the value and may be long; the value is the last child.
  private valueOpening(text: string, cell: CellSpan): number {
    if (text.startsWith(this.valueTag, cell.tagEnd + 1)) return cell.tagEnd + 1
    const found = text.slice(cell.tagEnd + 1, cell.to).search(this.valuePattern)
    return found < 0 ? -1 : cell.tagEnd + 1 + found
  }

  private typed(raw: string, cell: CellSpan): Cell {
    switch (cell.type) {
      case 's':
        return cellOfText(this.setting.texts[Number(raw)] ?? '')
      case 'str':
        return cellOfText(standalone(decodeText(raw)))
      case 'b':
        return raw === '1' || raw === 'true'
      case 'e':
        return { error: decodeText(raw) }
      case 'd':
        return dayOfIso(raw)
      default:
        return this.numberOf(raw, cell.style)
    }
  }

  private numberOf(raw: string, style: number): Cell {
    const value = Number(raw)
    if (Number.isNaN(value)) return cellOfText(standalone(decodeText(raw)))
    const kind = this.setting.formats[style] ?? 'plain'
    if (kind === 'plain') return value
    if (kind === 'time' && (value < 0 || value >= 1)) return value
    return cellOfSerial(value, kind === 'day' && this.setting.since1904)
  }
}

// One run, with or without `xml:space`, as nearly every writer makes it, is read in place; a third of the time of the
// general way.
function inlineText(text: string, cell: CellSpan): string {
  const run = cell.tagEnd + 7
  if (text.startsWith('<is><t', cell.tagEnd + 1) && isNameEnd(text.charCodeAt(run))) {
    const from = text.indexOf('>', run) + 1
    const to = text.indexOf('<', from)
    if (text.startsWith('</t></is>', to)) return decodeText(text.slice(from, to))
  }
  return runsOf(text.slice(cell.tagEnd + 1, cell.to))
}

function dayOfIso(raw: string): Cell {
  const found = findDay(raw.slice(0, 10))
  return found === undefined ? cellOfText(raw) : { day: found }
}
