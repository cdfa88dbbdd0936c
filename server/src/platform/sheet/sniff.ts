import { open } from 'node:fs/promises'
import type { BookFormat } from './book.ts'
import { inspectZip } from './guard.ts'
import { findOleStreams } from './ole.ts'
import {
  damaged,
  emptyFile,
  notASpreadsheet,
  passwordProtected,
  type SheetLimits,
  tooLargeFile,
  tooLargeOldFile,
} from './refusal.ts'

/** 识别格式 (sniff): the format a file really has, by its content; whatever its ending says is ignored. */
export async function sniffFormat(path: string, limits: SheetLimits): Promise<BookFormat> {
  const { size, head } = await readHead(path)
  if (size === 0) throw emptyFile()
  if (size > limits.fileBytes) throw tooLargeFile(size, limits.fileBytes)
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return await sniffZip(path, limits)
  const isOld = startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])
  const format = isOld ? 'xls' : sniffPlain(head)
  if (format === 'csv') return format
  if (size > limits.oldFileBytes) throw tooLargeOldFile(size, limits.oldFileBytes)
  return isOld ? await sniffOle(path) : format
}

const SAVE_AS = '请在 Excel 或 WPS 里另存为 .xlsx 后再上传。'

async function sniffZip(path: string, limits: SheetLimits): Promise<BookFormat> {
  const { entries } = await inspectZip(path, limits.unpackedBytes)
  const names = [...entries.keys()]
  const has = (start: string): boolean => names.some((name) => name.startsWith(start))
  if (entries.has('xl/workbook.bin')) throw notASpreadsheet('二进制工作簿（.xlsb）', SAVE_AS)
  if (has('xl/')) return 'xlsx'
  if (has('word/')) throw notASpreadsheet('Word 文档', '请把其中的表格复制到 Excel，另存为 .xlsx 后再上传。')
  if (has('ppt/')) throw notASpreadsheet('演示文稿')
  if (entries.has('OFD.xml')) throw notASpreadsheet('OFD 版式文件', '请向来文单位索取 Excel 原表。')
  if (entries.has('content.xml') && entries.has('mimetype'))
    throw notASpreadsheet('OpenDocument 文件（.ods、.odt）', SAVE_AS)
  // Some programs name the parts otherwise; the content types then still say workbook.
  if (entries.has('[Content_Types].xml')) return 'xlsx'
  throw notASpreadsheet('压缩包', '请先解压，再上传其中的 Excel 表格。')
}

async function sniffOle(path: string): Promise<BookFormat> {
  const file = await open(path, 'r')
  try {
    const streams = findOleStreams(await file.readFile())
    if (!streams) throw damaged()
    // New Office files with a password are wrapped in OLE (Agile and Standard encryption alike).
    if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) throw passwordProtected()
    if (streams.has('Workbook') || streams.has('Book')) return 'xls'
    if (streams.has('WordDocument'))
      throw notASpreadsheet('Word 文档', '请把其中的表格复制到 Excel，另存为 .xlsx 后再上传。')
    if (streams.has('PowerPoint Document')) throw notASpreadsheet('演示文稿')
    throw notASpreadsheet('其他 Office 文件')
  } finally {
    await file.close()
  }
}

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly seems: string; readonly todo?: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], seems: ' PDF 文件', todo: '请向来文单位索取 Excel 原表。' },
  { bytes: [0x52, 0x61, 0x72, 0x21], seems: '压缩包（RAR）', todo: '请先解压，再上传其中的 Excel 表格。' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], seems: '压缩包（7z）', todo: '请先解压，再上传其中的 Excel 表格。' },
  { bytes: [0x1f, 0x8b], seems: '压缩包（gz）', todo: '请先解压，再上传其中的 Excel 表格。' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], seems: '图片', todo: '请向来文单位索取 Excel 原表。' },
  { bytes: [0xff, 0xd8, 0xff], seems: '图片', todo: '请向来文单位索取 Excel 原表。' },
  { bytes: [0x47, 0x49, 0x46, 0x38], seems: '图片', todo: '请向来文单位索取 Excel 原表。' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], seems: ' Word 文档（RTF）' },
  { bytes: [0x4d, 0x5a], seems: '程序文件', todo: '请不要打开它，并告知系统管理员。' },
]

function sniffPlain(head: Buffer): BookFormat {
  for (const { bytes, seems, todo } of SIGNATURES) if (startsWith(head, bytes)) throw notASpreadsheet(seems, todo)
  if (isBareBiff(head)) return 'xls'
  const text = head
    .toString(startsWith(head, [0xff, 0xfe]) ? 'utf16le' : 'latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\uFEFF)?\s*/, '')
    .toLowerCase()
  if (text.startsWith('mime-version:')) throw notASpreadsheet('网页存档（MHTML）', SAVE_AS)
  if (text.startsWith('<?xml') && text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-2003'
  return /^<(?:!doctype html|html|head|meta|style|body|table|!--|\?xml)/.test(text) ? 'html' : 'csv'
}

// Excel 2 to 4: a BOF record with no OLE around it.
function isBareBiff(head: Buffer): boolean {
  return (
    head[0] === 9 &&
    (head[1] === 0 || head[1] === 2 || head[1] === 4) &&
    (head[2] === 4 || head[2] === 6) &&
    head[3] === 0
  )
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

async function readHead(path: string): Promise<{ readonly size: number; readonly head: Buffer }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return { size, head: buffer.subarray(0, bytesRead) }
  } finally {
    await file.close()
  }
}
