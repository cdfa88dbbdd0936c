import { damaged, tooLargeUnpacked } from './refusal.ts'

/** A row's place in the text now held: its opening tag, its cells, its end. */
export interface RowSpan {
  readonly number: number
  readonly from: number
  readonly cellsFrom: number
  readonly cellsTo: number
  readonly to: number
}

// 300 columns of 32,767 characters are under ten million; a row longer than this is no row of a ledger.
const LONGEST_ROW = 40_000_000
const LONGEST_PREAMBLE = 4_000_000

/**
 * A worksheet's XML read in pieces: what stands before the rows, then row after row, then what stands after. Only the
 * row at hand is held. Both the reader and the marker of complaints stand on it, so they see the same rows.
 */
export class SheetXml {
  /** The text now held; spans point into it and are good until `more`. */
  text = ''
  /** The namespace prefix of the sheet's elements with its colon: nearly always none. */
  prefix = ''
  private at = 0
  private lastRow = 0
  private hasRows = false
  private readonly pieces: AsyncIterator<Buffer>
  private decoder = new TextDecoder('utf-8')

  constructor(pieces: AsyncIterable<Buffer>) {
    this.pieces = pieces[Symbol.asyncIterator]()
  }

  /** How far the rows given out reach in the text held. */
  get position(): number {
    return this.at
  }

  /** The text up to and including the opening `<sheetData>`. */
  async preamble(): Promise<string> {
    for (;;) {
      const opening = /<((?:[\w.-]+:)?)sheetData(?:\s[^<>]*)?>/.exec(this.text)
      if (opening) {
        this.prefix = opening[1] ?? ''
        this.hasRows = !opening[0].endsWith('/>')
        this.at = opening.index + opening[0].length
        return this.text.slice(0, this.at)
      }
      if (this.text.length > LONGEST_PREAMBLE || !(await this.more())) throw damaged()
    }
  }

  /** The next row in the text held; `more` when it is cut there; undefined after the last. */
  nextRow(): RowSpan | 'more' | undefined {
    while (this.hasRows) {
      const open = this.text.indexOf('<', this.at)
      const tagEnd = open < 0 ? -1 : this.text.indexOf('>', open)
      if (tagEnd < 0) return 'more'
      const isRow = this.text.startsWith(`${this.prefix}row`, open + 1)
      if (isRow) return this.rowAt(open, tagEnd)
      this.at = tagEnd + 1
      if (this.text.startsWith(`/${this.prefix}sheetData`, open + 1)) {
        this.at = open
        this.hasRows = false
      }
    }
    return undefined
  }

  /** Forgets the rows passed and reads on; false at the end of the sheet. */
  async more(): Promise<boolean> {
    this.text = this.text.slice(this.at)
    this.at = 0
    if (this.text.length > LONGEST_ROW) throw tooLargeUnpacked(LONGEST_ROW)
    const next = await this.pieces.next()
    if (next.done === true) return false
    this.text += this.decoder.decode(next.value, { stream: true })
    return true
  }

  /** The pieces of text after the last row, from `</sheetData>` on. */
  async *rest(): AsyncGenerator<string, void, undefined> {
    do {
      const piece = this.text.slice(this.at)
      this.at = this.text.length
      yield piece
    } while (await this.more())
  }

  /** Passes over the rows left without decoding them, counting roughly (never too few); leaves `rest` at the end of the rows. */
  async skipRows(): Promise<number> {
    const rowEnd = `</${this.prefix}row>`
    const dataEnd = Buffer.from(`</${this.prefix}sheetData`)
    let held = Buffer.from(this.text.slice(this.at))
    let count = 0
    while (this.hasRows) {
      const end = held.indexOf(dataEnd)
      count += occurrences(end < 0 ? held : held.subarray(0, end), Buffer.from(rowEnd))
      if (end >= 0) return this.stopAt(held.subarray(end), count)
      const next = await this.pieces.next()
      if (next.done === true) throw damaged()
      held = Buffer.concat([held.subarray(Math.max(0, held.length - dataEnd.length)), next.value])
    }
    return count
  }

  /** Ends the reading early and lets the file go. */
  async close(): Promise<void> {
    await this.pieces.return?.()
  }

  private stopAt(held: Buffer, count: number): number {
    this.hasRows = false
    // A new decoder: the old one may hold half a character of a row passed over.
    this.decoder = new TextDecoder('utf-8')
    this.text = this.decoder.decode(held, { stream: true })
    this.at = 0
    return count
  }

  private rowAt(open: number, tagEnd: number): RowSpan | 'more' {
    const number = numberOfRow(this.text.slice(open, tagEnd)) ?? this.lastRow + 1
    const isEmpty = this.text.charCodeAt(tagEnd - 1) === 47
    const close = isEmpty ? tagEnd : this.text.indexOf(`</${this.prefix}row>`, tagEnd)
    if (close < 0) return 'more'
    this.lastRow = number
    const to = isEmpty ? tagEnd + 1 : close + this.prefix.length + 6
    this.at = to
    return { number, from: open, cellsFrom: tagEnd + 1, cellsTo: isEmpty ? tagEnd + 1 : close, to }
  }
}

function numberOfRow(tag: string): number | undefined {
  const found = /\sr\s*=\s*["'](\d{1,7})["']/.exec(tag)
  return found ? Number(found[1]) : undefined
}

function occurrences(bytes: Buffer, of: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(of); at >= 0; at = bytes.indexOf(of, at + of.length)) count++
  return count
}
