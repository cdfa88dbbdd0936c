/** What an old workbook's records say beside its cells. */
export interface BiffLayout {
  readonly isEncrypted: boolean
  /** BIFF8 (Excel 97 and later) against BIFF5/7 (Excel 5 and 95, and many a small program still). */
  readonly isBiff8: boolean
  readonly sheets: readonly BiffSheet[]
}

/** Layout of one worksheet: columns 0-based, widths in characters. */
export interface BiffSheet {
  readonly hidden: boolean
  readonly hiddenColumns: readonly number[]
  readonly widths: ReadonlyMap<number, number>
}

const BOF = 0x809
const EOF = 0x0a
const FILEPASS = 0x2f
const BOUNDSHEET = 0x85
const COLINFO = 0x7d

/** Walks the records of a Workbook stream for what hucre does not tell: encryption, hidden sheets, hidden columns, widths. */
export function readBiffLayout(stream: Buffer): BiffLayout {
  const sheets: BiffSheet[] = []
  let isEncrypted = false
  for (const [kind, at] of recordsFrom(stream, 0)) {
    if (kind === FILEPASS) isEncrypted = true
    // Byte 5 is the kind of sheet: 0 is a worksheet, the rest are charts and macros.
    if (kind === BOUNDSHEET && stream[at + 5] === 0 && !isEncrypted) {
      sheets.push({ hidden: ((stream[at + 4] ?? 0) & 3) !== 0, ...readColumns(stream, stream.readUInt32LE(at)) })
    }
  }
  return { isEncrypted, isBiff8: stream.length > 6 && stream.readUInt16LE(4) === 0x0600, sheets }
}

function readColumns(stream: Buffer, start: number): Pick<BiffSheet, 'hiddenColumns' | 'widths'> {
  const hiddenColumns: number[] = []
  const widths = new Map<number, number>()
  for (const [kind, at, length] of recordsFrom(stream, start)) {
    if (kind !== COLINFO || length < 10) continue
    const last = Math.min(stream.readUInt16LE(at + 2), 255)
    for (let column = stream.readUInt16LE(at); column <= last; column++) {
      widths.set(column, stream.readUInt16LE(at + 4) / 256)
      if ((stream.readUInt16LE(at + 8) & 1) === 1) hiddenColumns.push(column)
    }
  }
  return { hiddenColumns, widths }
}

// The records of one substream, from its BOF to its own EOF (charts inside a sheet are substreams of their own).
function* recordsFrom(stream: Buffer, start: number): Generator<readonly [number, number, number], void, undefined> {
  let depth = 0
  for (let at = start; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (at + 4 + length > stream.length) return
    if (kind === BOF) depth++
    if (depth === 1) yield [kind, at + 4, length]
    if (kind === EOF && --depth <= 0) return
    at += 4 + length
  }
}
