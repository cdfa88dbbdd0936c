import { bodyCharacter, bodyCharacterSpacing, linePitch } from './measures.ts'
import { type Face, faceNames, sizes } from './type.ts'

/** Names under which paragraphs call a style. Headings and the title are Word's own, so that its navigation pane knows them. */
export const styleIds = {
  plain: 'Normal',
  body: 'OfficialBody',
  title: 'Title',
  headings: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
  tableText: 'OfficialTable',
  pageNumber: 'OfficialPageNumber',
} as const

/**
 * 样式 (styles) of the document, written as Word stores them, because docx has no words for three settings. No space goes
 * between Chinese and digits, which would break the 28 characters a line (LibreOffice puts it in all the same). Hanging punctuation
 * is said to be on, which is Word's own default: LibreOffice 7.4 reads the setting the other way round, and left to itself hangs
 * a full stop out of the line and loses it. Titles and tables leave the grid, on which it gives tall type two lines each.
 */
export function officialStyles(): string {
  const styles = STYLES.map(styleXml).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="${NAMESPACE}">${styles}</w:styles>`
}

interface Style {
  readonly id: string
  readonly name: string
  readonly face: Face
  readonly size: number
  readonly characterSpacing?: number
  readonly line?: number
  readonly isOffGrid?: boolean
  readonly isDefault?: boolean
  readonly keepNext?: boolean
  /** What follows w:spacing in the schema's order: w:ind, w:jc, w:outlineLvl. */
  readonly layout?: string
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const FIRST_LINE = `<w:ind w:firstLineChars="200" w:firstLine="${2 * bodyCharacter}"/>`
const third = { size: sizes.third, characterSpacing: bodyCharacterSpacing } as const

const STYLES: readonly Style[] = [
  { id: styleIds.plain, name: 'Normal', face: 'body', ...third, isDefault: true },
  { id: styleIds.body, name: '公文正文', face: 'body', ...third, layout: `${FIRST_LINE}<w:jc w:val="both"/>` },
  headingStyle(1, 'heading'),
  headingStyle(2, 'subheading'),
  headingStyle(3, 'body'),
  {
    id: styleIds.title,
    name: 'Title',
    face: 'title',
    size: sizes.second,
    isOffGrid: true,
    keepNext: true,
    layout: '<w:jc w:val="center"/>',
  },
  { id: styleIds.tableText, name: '公文表格', face: 'body', size: sizes.fifth, line: 320, isOffGrid: true },
  { id: styleIds.pageNumber, name: '公文页码', face: 'song', size: sizes.fourth, line: 280, isOffGrid: true },
]

function headingStyle(level: 1 | 2 | 3, face: Face): Style {
  const layout = `${FIRST_LINE}<w:outlineLvl w:val="${level - 1}"/>`
  return { id: styleIds.headings[level], name: `heading ${level}`, face, ...third, keepNext: true, layout }
}

function styleXml(style: Style): string {
  return [
    `<w:style w:type="paragraph" w:styleId="${style.id}"${style.isDefault ? ' w:default="1"' : ''}>`,
    `<w:name w:val="${style.name}"/><w:qFormat/>`,
    `<w:pPr>${paragraphXml(style)}</w:pPr><w:rPr>${runXml(style)}</w:rPr></w:style>`,
  ].join('')
}

// The order of settings is the schema's; Word refuses a file that has them in another.
function paragraphXml({ keepNext, isOffGrid, line, layout }: Style): string {
  return [
    keepNext ? '<w:keepNext/>' : '',
    '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    isOffGrid ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="0" w:after="0" w:line="${line ?? linePitch}" w:lineRule="exact"/>`,
    layout ?? '',
  ].join('')
}

function runXml({ face, size, characterSpacing }: Style): string {
  const name = faceNames[face]
  return [
    `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`,
    '<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="000000"/>',
    `<w:spacing w:val="${characterSpacing ?? 0}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('')
}
