import { lettersOf, placeOf } from './cell.ts'
import type { MarkStyles } from './mark-styles.ts'
import { REASON_TITLE, type RowMarks, worstOf } from './marks.ts'
import { damaged } from './refusal.ts'
import type { RowSpan, SheetXml } from './sheet-xml.ts'
import { type CellSpan, CellWalk } from './xlsx-cells.ts'
import { attributesOf, elementPattern, encodeText, findSection } from './xml.ts'

/** What marking one sheet takes. */
export interface SheetMarking {
  readonly styles: MarkStyles
  readonly rows: ReadonlyMap<number, RowMarks>
  /** The rows of the tables' headers, where the title of the added column goes. */
  readonly headerRows: ReadonlySet<number>
  readonly reasonColumn: number
  /** The sheet was marked before: every row is looked through for old fills and reasons. */
  readonly isMarkedAgain: boolean
}

const LONGEST_TEXT = 32_000
const REASON_WIDTH = 80

/** Passes a sheet's XML on, changing only the rows that have a complaint, and the columns' widths. */
export async function* markedSheet(xml: SheetXml, marking: SheetMarking): AsyncGenerator<string, void, undefined> {
  try {
    yield markedPreamble(await xml.preamble(), xml.prefix, marking.reasonColumn)
    yield* markedRows(xml, marking)
    yield* xml.rest()
  } finally {
    await xml.close()
  }
}

async function* markedRows(xml: SheetXml, marking: SheetMarking): AsyncGenerator<string, void, undefined> {
  const rewriter = new RowRewriter(xml.prefix, marking)
  const missing = missingRows(marking)
  let emitted = xml.position
  for (let span = xml.nextRow(); span !== undefined; span = xml.nextRow()) {
    if (span === 'more') {
      yield xml.text.slice(emitted, xml.position)
      if (!(await xml.more())) throw damaged()
      emitted = 0
      continue
    }
    const before = rewriter.rowsBefore(missing, span.number)
    const isWanted = missing.delete(span.number)
    if (before === '' && !isWanted && !marking.isMarkedAgain) continue
    yield xml.text.slice(emitted, span.from) + before + rewriter.rewrite(xml.text, span)
    emitted = span.to
  }
  yield xml.text.slice(emitted, xml.position)
  // A sheet written as `<sheetData/>` has no place for rows, and nothing to complain of.
  if (xml.text.startsWith('</', xml.position)) yield rewriter.rowsBefore(missing, Number.POSITIVE_INFINITY)
}

function missingRows(marking: SheetMarking): Set<number> {
  return new Set([...marking.rows.keys(), ...marking.headerRows].sort((one, other) => one - other))
}

class RowRewriter {
  private readonly prefix: string
  private readonly marking: SheetMarking
  private readonly walk: CellWalk

  constructor(prefix: string, marking: SheetMarking) {
    this.prefix = prefix
    this.marking = marking
    this.walk = new CellWalk(prefix)
  }

  /** The rows with complaints that the sheet does not hold, as far as they stand before `number`; takes them from `missing`. */
  rowsBefore(missing: Set<number>, number: number): string {
    let xml = ''
    for (const row of missing) {
      if (row >= number) break
      missing.delete(row)
      xml += `<${this.prefix}row r="${row}">${this.insertsOf(row, 0)
        .map(([, cell]) => cell)
        .join('')}</${this.prefix}row>`
    }
    return xml
  }

  /** One row with its cells filled and the reasons added. */
  rewrite(text: string, span: RowSpan): string {
    const tag = text.slice(span.from, span.cellsFrom)
    const rowStyle = Number(attributesOf(tag).get('s') ?? 0)
    const cells = this.markedCells(text, span)
    const inserts = this.insertsOf(span.number, this.lastStyle(text, span) ?? rowStyle, rowStyle).filter(
      ([column]) => column === this.marking.reasonColumn || !cells.some((cell) => cell[0] === column),
    )
    const all = [...cells, ...inserts].sort(([one], [other]) => one - other)
    // `spans` is a hint that would now be wrong.
    const opening = tag.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '').replace(/\s*\/>$/, '>')
    return `${opening}${all.map(([, xml]) => xml).join('')}</${this.prefix}row>`
  }

  private markedCells(text: string, span: RowSpan): [number, string][] {
    const { marking, walk } = this
    const marks = marking.rows.get(span.number)?.cells
    const cells: [number, string][] = []
    walk.start(text, span)
    while (walk.next()) {
      const { cell } = walk
      if (cell.column === marking.reasonColumn) continue
      const severity = marks?.get(cell.column)
      const look = severity ?? (marking.styles.wasMarked(cell.style) ? 'cleared' : undefined)
      const xml =
        look === undefined
          ? text.slice(cell.from, cell.to)
          : restyled(text, cell, marking.styles.copyOf(cell.style, look))
      cells.push([cell.column, xml])
    }
    return cells
  }

  private lastStyle(text: string, span: RowSpan): number | undefined {
    let style: number | undefined
    this.walk.start(text, span)
    while (this.walk.next()) if (this.walk.cell.column < this.marking.reasonColumn) style = this.walk.cell.style
    return style
  }

  // The title looks like the header cell at its left; the reason like a plain cell.
  private insertsOf(row: number, titleStyle: number, rowStyle = 0): [number, string][] {
    const { styles, rows, headerRows, reasonColumn } = this.marking
    const marks = rows.get(row)
    const inserts: [number, string][] = []
    for (const [column, severity] of marks?.cells ?? []) {
      inserts.push([
        column,
        `<${this.prefix}c r="${lettersOf(column)}${row}" s="${styles.copyOf(rowStyle, severity)}"/>`,
      ])
    }
    if (headerRows.has(row)) inserts.push(this.reason(row, REASON_TITLE, styles.copyOf(titleStyle, 'warned')))
    else if (marks) inserts.push(this.reason(row, marks.says.join(''), styles.copyOf(0, worstOf(marks))))
    return inserts.filter(([column], index) => column !== reasonColumn || index === inserts.length - 1)
  }

  private reason(row: number, say: string, style: number): [number, string] {
    const { prefix, marking } = this
    const text = encodeText(say.slice(0, LONGEST_TEXT))
    const at = `${lettersOf(marking.reasonColumn)}${row}`
    const inside = `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`
    return [marking.reasonColumn, `<${prefix}c r="${at}" s="${style}" t="inlineStr">${inside}</${prefix}c>`]
  }
}

function restyled(text: string, cell: CellSpan, style: number): string {
  const tag = text.slice(cell.from, cell.tagEnd + 1).replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, '')
  return tag.replace(/^<[\w.:-]+/, (name) => `${name} s="${style}"`) + text.slice(cell.tagEnd + 1, cell.to)
}

/** The preamble with the sheet's extent and its columns' widths told anew. */
function markedPreamble(preamble: string, prefix: string, column: number): string {
  const wider = preamble.replace(elementPattern('dimension'), (tag) => {
    const [first = 'A1', last] = (attributesOf(tag).get('ref') ?? '').split(':')
    const end = placeOf(last ?? first)
    if (!end || end.column >= column) return tag
    return `<${prefix}dimension ref="${first}:${lettersOf(column)}${end.row}"/>`
  })
  const columns = [...wider.matchAll(elementPattern('col'))].flatMap(([tag]) => around(tag, column + 1))
  const own = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${REASON_WIDTH}" customWidth="1"/>`
  const all = [...columns, own].sort((one, other) => minOf(one) - minOf(other)).join('')
  const whole = `<${prefix}cols>${all}</${prefix}cols>`
  const section = findSection(wider, 'cols')
  if (section) return wider.slice(0, section.from) + whole + wider.slice(section.from + section.text.length)
  return wider.replace(new RegExp(`<${prefix}sheetData`), (tag) => whole + tag)
}

// A `<col>` often runs to the last column of all; it is cut in two around the added one.
function around(tag: string, number: number): string[] {
  const attributes = attributesOf(tag)
  const min = Number(attributes.get('min'))
  const max = Number(attributes.get('max'))
  if (number < min || number > max) return [tag]
  const pieces: string[] = []
  if (min < number) pieces.push(ranged(tag, min, number - 1))
  if (max > number) pieces.push(ranged(tag, number + 1, max))
  return pieces
}

function ranged(tag: string, min: number, max: number): string {
  return tag
    .replace(/\smin\s*=\s*["'][^"']*["']/, ` min="${min}"`)
    .replace(/\smax\s*=\s*["'][^"']*["']/, ` max="${max}"`)
}

function minOf(tag: string): number {
  return Number(attributesOf(tag).get('min'))
}
