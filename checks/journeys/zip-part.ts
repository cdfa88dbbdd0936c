import { inflateRawSync } from 'node:zlib'

/** The text of one part of a zip (docx, xlsx), found through its directory. Throws when the zip is not whole. */
export function partOfZip(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0) throw new Error('no whole zip: it has no directory')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const entry = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (entry === name) return contentAt(zip, at)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`the zip has no ${name}`)
}

function contentAt(zip: Buffer, entry: number): string {
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(begin, begin + packed)
  return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
}
