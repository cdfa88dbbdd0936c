import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A place for the files of one test file. */
export async function testFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'dongzhou-sheet-'))
}

/** One entry of a zip made by hand; `declared` lies about the unpacked size. */
export interface HandEntry {
  readonly name: string
  readonly content: string | Buffer
  readonly declared?: number
  readonly packed?: Buffer
  readonly crc?: number
  readonly flags?: number
}

/** A zip written byte by byte, so that it can be wrong in any way. */
export function zipOf(entries: readonly HandEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.packed ?? deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(entry.flags ?? 0, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(entry.crc ?? crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(entry.declared ?? content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from('504b0304', 'hex'), shared, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), shared, tail, name)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const directoryBytes = Buffer.concat(directory)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directoryBytes, end])
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a workbook made by hand holds. */
export interface HandBook {
  /** The whole `<worksheet>` content, or only rows. */
  readonly rows?: string
  readonly sheetXml?: string
  readonly stylesXml?: string
  readonly textsXml?: string
  readonly sheet?: Partial<HandEntry>
  readonly workbookPr?: string
}

/** The entries of a one-sheet workbook, in the order Excel writes them: the sheet before the texts. */
export function bookEntries(book: HandBook): HandEntry[] {
  const targets: [string, string][] = [['worksheet', 'worksheets/sheet1.xml']]
  const sheetXml = book.sheetXml ?? `<worksheet ${MAIN}><sheetData>${book.rows ?? ''}</sheetData></worksheet>`
  const entries: HandEntry[] = [{ name: 'xl/worksheets/sheet1.xml', content: sheetXml, ...book.sheet }]
  if (book.stylesXml) targets.push(['styles', 'styles.xml'])
  if (book.stylesXml) entries.push({ name: 'xl/styles.xml', content: book.stylesXml })
  if (book.textsXml) targets.push(['sharedStrings', 'sharedStrings.xml'])
  if (book.textsXml) entries.push({ name: 'xl/sharedStrings.xml', content: book.textsXml })
  const rels = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/${type}" Target="${target}"/>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${LINKS}">${book.workbookPr ?? ''}<sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${rels.join('')}</Relationships>` },
    ...entries,
  ]
}

/** Writes a one-sheet workbook made by hand. */
export async function writeHandBook(path: string, book: HandBook): Promise<string> {
  await writeFile(path, zipOf(bookEntries(book)))
  return path
}

/** Packed zeros: each 16 MB piece ends in a full flush, so pieces can be repeated without packing gigabytes. */
export function packedZeros(pieces: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: pieces }, () => piece), Buffer.from([3, 0])])
}

/** GB18030 bytes of ASCII, and of the characters the tests use. */
export function gb18030(text: string): Buffer {
  return Buffer.concat(Array.from(text, (character) => GB18030[character] ?? Buffer.from(character)))
}

// Node decodes GB18030 and does not write it.
const GB18030: Readonly<Record<string, Buffer>> = Object.fromEntries(
  Object.entries({
    优: 'd3c5',
    抚: 'b8a7',
    对: 'b6d4',
    象: 'cff3',
    花: 'bba8',
    名: 'c3fb',
    册: 'b2e1',
    姓: 'd0d5',
    身: 'c9ed',
    份: 'b7dd',
    证: 'd6a4',
    号: 'bac5',
    入: 'c8eb',
    伍: 'cee9',
    金: 'bdf0',
    额: 'b6ee',
    张: 'd5c5',
    三: 'c8fd',
    李: 'c0ee',
    四: 'cbc4',
    㐀: '8139ee39',
    𠮷: '9534b235',
  }).map(([character, hex]) => [character, Buffer.from(hex, 'hex')]),
)

/** All of an async iterable. */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}
