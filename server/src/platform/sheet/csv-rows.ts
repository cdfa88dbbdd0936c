import { type Cell, cellOfText } from './cell.ts'
import { damaged } from './refusal.ts'
import { standalone } from './xml.ts'

// No honest cell is longer; a lost closing quote would otherwise swallow the rest of the file into one cell.
const LONGEST_CELL = 100_000
const QUOTE = '"'

/**
 * Reads CSV piece by piece: quotes, doubled quotes, line breaks inside quotes, any line ends. A cell is always a text (an
 * ID number in a CSV is whole only as long as nobody reads it as a number); Excel's `="0123"` is unwrapped.
 */
export class CsvRows {
  private readonly delimiter: string
  private readonly delimiterCode: number
  private text = ''
  private cells: Cell[] = []
  private passed = 0

  constructor(delimiter: string) {
    this.delimiter = delimiter
    this.delimiterCode = delimiter.charCodeAt(0)
  }

  /** Records finished so far: the row Excel would show. */
  get rowNumber(): number {
    return this.passed
  }

  /** Adds text; `isLast` says that nothing follows. */
  add(text: string, isLast: boolean): void {
    this.text += text
    // The last line may lack its end.
    const isOpen = this.text !== '' || this.cells.length > 0
    if (isLast && isOpen && !this.text.endsWith('\n')) this.text += '\n'
  }

  /** The next whole record; undefined when the rest of the text is not one yet. */
  next(): Cell[] | undefined {
    let from = 0
    for (;;) {
      const end = this.cellEnd(from)
      if (end === undefined) return this.keep(from)
      const mark = this.text[end]
      const isRecord = mark !== this.delimiter
      this.cells.push(this.takeCell(from, end))
      from = end + (mark === '\r' && this.text[end + 1] === '\n' ? 2 : 1)
      if (isRecord) return this.finish(from)
    }
  }

  /** True when a quote was opened and never closed. */
  get isInsideQuotes(): boolean {
    return this.text !== ''
  }

  // Where the cell that begins at `from` ends; undefined when more text is needed to tell.
  private cellEnd(from: number): number | undefined {
    const start = this.text[from] === QUOTE ? this.afterQuotes(from) : from
    if (start === undefined) return undefined
    for (let at = start; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === this.delimiterCode || code === 10) return at
      if (code === 13) return at + 1 < this.text.length ? at : undefined
    }
    return undefined
  }

  private afterQuotes(from: number): number | undefined {
    for (let at = this.text.indexOf(QUOTE, from + 1); at >= 0; at = this.text.indexOf(QUOTE, at + 2)) {
      if (this.text[at + 1] !== QUOTE) return at + 1
    }
    return undefined
  }

  private takeCell(from: number, end: number): Cell {
    const raw = this.text.slice(from, end)
    if (raw.startsWith(QUOTE)) {
      const close = raw.lastIndexOf(QUOTE)
      return cellOfText(raw.slice(1, close).replaceAll('""', QUOTE) + raw.slice(close + 1))
    }
    const formula = raw.startsWith('="') ? /^="([^"]*)"$/.exec(raw) : null
    return cellOfText(standalone(formula?.[1] ?? raw))
  }

  private keep(from: number): undefined {
    this.text = this.text.slice(from)
    if (this.text.length > LONGEST_CELL) throw damaged(undefined, `第 ${this.passed + 1} 行的引号没有成对`)
    return undefined
  }

  private finish(from: number): Cell[] {
    this.text = this.text.slice(from)
    this.passed++
    const cells = this.cells
    this.cells = []
    return cells
  }
}
