import { unpack, unpackWhole, type ZipContents } from './guard.ts'
import { damaged, type SheetLimits, tooLargeUnpacked } from './refusal.ts'
import { elementsOf, findSection, isTrue, runsOf, standalone } from './xml.ts'

/** A worksheet of a workbook and the zip entry that holds it. Chart sheets hold no cells and are not counted. */
export interface XlsxSheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: string
}

/** What an xlsx says outside its sheets. */
export interface XlsxParts {
  readonly workbook: string
  readonly sheets: readonly XlsxSheet[]
  readonly since1904: boolean
  readonly styles: string | undefined
  readonly texts: string | undefined
}

/** What a number format makes of a number. */
export type FormatKind = 'plain' | 'day' | 'time'

const PART_BYTES = 32 * 1024 * 1024

/** Reads the workbook part and its relations; a zip that has none is damaged. */
export async function readParts(zip: ZipContents): Promise<XlsxParts> {
  const workbook = await workbookEntry(zip)
  const xml = await partText(zip, workbook)
  if (xml === undefined) throw damaged()
  const relations = await relationsOf(zip, workbook)
  const sheets: XlsxSheet[] = []
  for (const sheet of elementsOf(xml, 'sheet')) {
    const id = [...sheet].find(([name]) => name.endsWith(':id'))?.[1]
    const relation = id === undefined ? undefined : relations.get(id)
    if (!relation?.type.endsWith('/worksheet') || !zip.entries.has(relation.target)) continue
    const hidden = (sheet.get('state') ?? 'visible') !== 'visible'
    sheets.push({ name: sheet.get('name') ?? '', hidden, entry: relation.target })
  }
  if (sheets.length === 0) throw damaged()
  const [properties] = elementsOf(xml, 'workbookPr')
  const target = (type: string): string | undefined =>
    [...relations.values()].find((one) => one.type.endsWith(`/${type}`) && zip.entries.has(one.target))?.target
  return {
    workbook,
    sheets,
    since1904: isTrue(properties?.get('date1904')),
    styles: target('styles'),
    texts: target('sharedStrings'),
  }
}

/** A part as text; undefined when the zip has none. */
export async function partText(zip: ZipContents, name: string): Promise<string | undefined> {
  return (await unpackWhole(zip, name, PART_BYTES))?.toString('utf8').replace(/^\uFEFF/, '')
}

/** Per cell style (the `s` of a cell): whether its number is a day, a time or plain. */
export async function readFormats(zip: ZipContents, parts: XlsxParts): Promise<readonly FormatKind[]> {
  const xml = parts.styles === undefined ? undefined : await partText(zip, parts.styles)
  if (xml === undefined) return []
  const codes = new Map<number, string>()
  for (const format of elementsOf(xml, 'numFmt'))
    codes.set(Number(format.get('numFmtId')), format.get('formatCode') ?? '')
  const styles = findSection(xml, 'cellXfs')?.text ?? ''
  return [...elementsOf(styles, 'xf')].map((xf) => {
    const id = Number(xf.get('numFmtId') ?? 0)
    const code = codes.get(id)
    return code === undefined ? kindOfBuiltIn(id) : kindOfFormat(code)
  })
}

/** Reads a number format: `yyyy"年"m"月"d"日"` makes days, `h:mm` times, `0.00_);[Red](0.00)` neither. */
export function kindOfFormat(code: string): FormatKind {
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'time'
  const bare = code
    .replace(/\[[^\]]*\]|\\.|"[^"]*"|[_*]./g, '')
    .toLowerCase()
    .replace(/general|am\/pm|a\/p|上午\/下午/g, '')
  if (/[#?]/.test(bare)) return 'plain'
  if (/[yd]|mmm|e.*m/.test(bare)) return 'day'
  if (/[hs]/.test(bare)) return 'time'
  return bare.includes('m') && !bare.includes('0') ? 'day' : 'plain'
}

// 27-36 and 50-58 are the Chinese date formats, which Excel does not spell out in the file.
function kindOfBuiltIn(id: number): FormatKind {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56)
    return 'time'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'plain'
}

/** 共享文本: the workbook's table of texts, one standing string each. */
export async function readTexts(zip: ZipContents, parts: XlsxParts, limits: SheetLimits): Promise<readonly string[]> {
  const entry = parts.texts === undefined ? undefined : zip.entries.get(parts.texts)
  if (!entry) return []
  if (entry.unpacked > limits.textsBytes) throw tooLargeUnpacked(limits.textsBytes)
  const texts: string[] = []
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const piece of unpack(zip, entry, limits.textsBytes)) {
    rest += decoder.decode(piece, { stream: true })
    rest = rest.slice(takeTexts(rest, texts))
    if (rest.length > LONGEST_TEXT) throw damaged()
  }
  return texts
}

// Excel's own limit is 32,767 characters; runs and their formats may make the XML of one text longer.
const LONGEST_TEXT = 4_000_000
const TEXT_END = /<\/(?:[\w.-]+:)?si>|<(?:[\w.-]+:)?si\s*\/>/g

function takeTexts(xml: string, texts: string[]): number {
  let from = 0
  TEXT_END.lastIndex = 0
  for (let end = TEXT_END.exec(xml); end; end = TEXT_END.exec(xml)) {
    texts.push(standalone(runsOf(xml.slice(from, end.index))))
    from = TEXT_END.lastIndex
  }
  return from
}

async function workbookEntry(zip: ZipContents): Promise<string> {
  const relations = await relationsOf(zip, '')
  const found = [...relations.values()].find((one) => one.type.endsWith('/officeDocument'))
  return found?.target ?? 'xl/workbook.xml'
}

/** Where the relations of a part stand in the zip. */
export function relationsEntry(part: string): string {
  const cut = part.lastIndexOf('/') + 1
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
}

async function relationsOf(
  zip: ZipContents,
  part: string,
): Promise<ReadonlyMap<string, { readonly type: string; readonly target: string }>> {
  const xml = (await partText(zip, relationsEntry(part))) ?? ''
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = new Map<string, { type: string; target: string }>()
  for (const one of elementsOf(xml, 'Relationship')) {
    const target = resolved(folder, one.get('Target') ?? '')
    relations.set(one.get('Id') ?? '', { type: one.get('Type') ?? '', target })
  }
  return relations
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').filter((step) => step !== '')
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
