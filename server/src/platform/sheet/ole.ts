/** The streams of an OLE file (old Office, and the wrapper of password-protected new Office), by name. */
export type OleStreams = ReadonlyMap<string, () => Buffer>

interface OleFile {
  readonly bytes: Buffer
  readonly sectorSize: number
  readonly fat: readonly number[]
}

const END = 0xfffffffa
const MINI_SECTOR = 64

/** Lists an OLE file's streams; undefined when it is cut short or broken. Written here because only the names tell Word from Excel. */
export function findOleStreams(bytes: Buffer): OleStreams | undefined {
  try {
    return readStreams(bytes)
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function readStreams(bytes: Buffer): OleStreams {
  const sectorSize = bytes.readUInt16LE(30) === 12 ? 4096 : 512
  const file: OleFile = { bytes, sectorSize, fat: readFat(bytes, sectorSize) }
  const directory = chain(file, bytes.readUInt32LE(48))
  const root = directory.subarray(0, 128)
  const miniFat = numbersOf(chain(file, bytes.readUInt32LE(60)))
  const streams = new Map<string, () => Buffer>()
  for (let at = 128; at + 128 <= directory.length; at += 128) {
    if (directory[at + 66] !== 2) continue
    const nameLength = Math.min(directory.readUInt16LE(at + 64), 64)
    const name = directory.toString('utf16le', at, at + Math.max(nameLength - 2, 0))
    const start = directory.readUInt32LE(at + 116)
    const size = directory.readUInt32LE(at + 120)
    streams.set(name, () =>
      size < bytes.readUInt32LE(56)
        ? miniChain(chain(file, root.readUInt32LE(116)), miniFat, start).subarray(0, size)
        : chain(file, start).subarray(0, size),
    )
  }
  return streams
}

function readFat(bytes: Buffer, sectorSize: number): number[] {
  const sectors = numbersOf(bytes.subarray(76, 512))
  let next = bytes.readUInt32LE(68)
  for (let left = bytes.readUInt32LE(72); left > 0 && next < END; left--) {
    if (sectors.length * sectorSize > bytes.length) throw new RangeError('ring of sectors')
    const more = numbersOf(sectorOf(bytes, sectorSize, next))
    next = more.pop() ?? END
    sectors.push(...more)
  }
  return sectors.filter((sector) => sector < END).flatMap((sector) => numbersOf(sectorOf(bytes, sectorSize, sector)))
}

function chain(file: OleFile, first: number): Buffer {
  const pieces: Buffer[] = []
  for (let sector = first; sector < END; sector = file.fat[sector] ?? END) {
    // More sectors than the file has is a ring.
    if (pieces.length * file.sectorSize > file.bytes.length) throw new RangeError('ring of sectors')
    pieces.push(sectorOf(file.bytes, file.sectorSize, sector))
  }
  return Buffer.concat(pieces)
}

function miniChain(mini: Buffer, fat: readonly number[], first: number): Buffer {
  const pieces: Buffer[] = []
  for (let sector = first; sector < END; sector = fat[sector] ?? END) {
    if (pieces.length * MINI_SECTOR > mini.length) throw new RangeError('ring of sectors')
    pieces.push(mini.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR))
  }
  return Buffer.concat(pieces)
}

function sectorOf(bytes: Buffer, sectorSize: number, sector: number): Buffer {
  const from = (sector + 1) * sectorSize
  if (from >= bytes.length) throw new RangeError('sector outside the file')
  return bytes.subarray(from, from + sectorSize)
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
  return numbers
}
