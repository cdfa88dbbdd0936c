import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, passwordProtected, SheetRefused, tooLargeUnpacked } from './refusal.ts'

/** One entry of a zip, as its central directory declares it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

/** A zip's entries by name, read from the central directory alone: nothing has been unpacked yet. */
export interface ZipContents {
  readonly path: string
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly unpackedBytes: number
}

const END_MARK = 0x06054b50
const DIRECTORY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const MOST_ENTRIES = 20_000

/** 解压检查: lists a zip without unpacking, and refuses one that is cut short or declares more than `unpackedLimit`. */
export async function inspectZip(path: string, unpackedLimit: number): Promise<ZipContents> {
  const file = await open(path, 'r')
  try {
    const entries = await readDirectory(file)
    let unpackedBytes = 0
    for (const entry of entries.values()) unpackedBytes += entry.unpacked
    if (unpackedBytes > unpackedLimit) throw tooLargeUnpacked(unpackedLimit)
    return { path, entries, unpackedBytes }
  } finally {
    await file.close()
  }
}

/**
 * Streams an entry unpacked, counting as it goes: an entry that unpacks to more than it declared (the lying kind of zip
 * bomb) is stopped there, whatever the directory said; a wrong length or checksum at the end is damage.
 */
export async function* unpack(
  zip: ZipContents,
  entry: ZipEntry,
  limit: number,
): AsyncGenerator<Buffer, void, undefined> {
  if ((entry.flags & 1) === 1) throw passwordProtected()
  let seen = 0
  let sum = 0
  const source = await packedBytes(zip.path, entry)
  try {
    for await (const piece of inflated(source, entry)) {
      seen += piece.length
      if (seen > entry.unpacked || seen > limit) throw tooLargeUnpacked(limit)
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (cause) {
    throw cause instanceof SheetRefused ? cause : damaged(cause)
  } finally {
    source.destroy()
  }
  if (seen !== entry.unpacked || sum !== entry.crc) throw damaged()
}

/** A small entry whole; undefined when the zip has none of that name. */
export async function unpackWhole(zip: ZipContents, name: string, limit: number): Promise<Buffer | undefined> {
  const entry = zip.entries.get(name)
  if (!entry) return undefined
  if (entry.unpacked > limit) throw tooLargeUnpacked(limit)
  const pieces: Buffer[] = []
  for await (const piece of unpack(zip, entry, limit)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The bytes of an entry as they stand in the file, still packed, so that an untouched entry can be copied over. */
export async function packedBytes(path: string, entry: ZipEntry): Promise<Readable> {
  const file = await open(path, 'r')
  try {
    const head = await readAt(file, entry.offset, 30)
    if (head.readUInt32LE(0) !== LOCAL_MARK) throw damaged()
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (entry.packed === 0) return Readable.from([])
    return createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 64 * 1024 })
  } finally {
    await file.close()
  }
}

async function* inflated(source: Readable, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.method === 0) {
    for await (const piece of source) yield piece
    return
  }
  if (entry.method !== 8) throw damaged()
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  source.on('error', (cause) => inflate.destroy(cause))
  source.pipe(inflate)
  try {
    for await (const piece of inflate) yield piece
  } finally {
    source.unpipe(inflate)
    inflate.destroy()
  }
}

async function readDirectory(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat()
  const tailSize = Math.min(size, 65_557)
  const tail = await readAt(file, size - tailSize, tailSize)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_MARK) throw damaged()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES || start + length > size) throw damaged()
  const directory = await readAt(file, start, length)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let left = count; left > 0; left--) {
    if (at + 46 > length || directory.readUInt32LE(at) !== DIRECTORY_MARK) throw damaged()
    const entry = readEntry(directory, at)
    if (entry.offset + entry.packed > size) throw damaged()
    entries.set(entry.name, entry)
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function readEntry(directory: Buffer, at: number): ZipEntry {
  const nameLength = directory.readUInt16LE(at + 28)
  const extraStart = at + 46 + nameLength
  const extra = directory.subarray(extraStart, extraStart + directory.readUInt16LE(at + 30))
  const wide = wideNumbers(extra)
  const whole = (value: number): number => (value === 0xffffffff ? (wide.shift() ?? value) : value)
  const unpacked = whole(directory.readUInt32LE(at + 24))
  const packed = whole(directory.readUInt32LE(at + 20))
  const offset = whole(directory.readUInt32LE(at + 42))
  return {
    // Some Windows packers write backslashes; Excel opens those too.
    name: directory.toString('utf8', at + 46, extraStart).replaceAll('\\', '/'),
    method: directory.readUInt16LE(at + 10),
    flags: directory.readUInt16LE(at + 8),
    crc: directory.readUInt32LE(at + 16),
    packed,
    unpacked,
    offset,
  }
}

// Zip64 numbers (extra field 1): .NET's packer writes them for small files too.
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      const numbers: number[] = []
      for (let to = at + 4; to + 8 <= Math.min(at + 4 + length, extra.length); to += 8) {
        numbers.push(Number(extra.readBigUInt64LE(to)))
      }
      return numbers
    }
    at += 4 + length
  }
  return []
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, from)
  if (bytesRead !== length) throw damaged()
  return bytes
}
