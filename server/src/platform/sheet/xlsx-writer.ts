import { type Cell, lettersOf, type Merge, type SheetRow, serialOfDay } from './cell.ts'
import { STYLE, STYLES_XML, type Style } from './xlsx-style.ts'
import { encodeText } from './xml.ts'
import { ZipWriter } from './zip-writer.ts'

/** A sheet as the writer takes it: rows with their numbers, and its layout in XML terms. */
export interface WrittenSheet {
  readonly name: string
  readonly hidden: boolean
  readonly columns: readonly WrittenColumn[]
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>
  readonly headerRow?: number
  readonly merges?: readonly Merge[]
  readonly freeze?: Freeze
  /** `<dataValidation>` elements, ready. */
  readonly validations?: readonly string[]
}

/** How a column is laid out; `style` also holds for the cells nobody has filled yet. */
export interface WrittenColumn {
  readonly width?: number
  readonly hidden?: boolean
  readonly style?: Style
}

/** 冻结窗格: how many rows at the top and columns at the left stay in sight. */
export interface Freeze {
  readonly rows: number
  readonly columns: number
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OPENING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const LAST_ROW = 1_048_576
const LONGEST_TEXT = 32_767
const PIECE = 64 * 1024

/** Writes an xlsx row by row. hucre streams one sheet only and no validations, so the parts are written here. */
export async function writeXlsx(path: string, sheets: readonly WrittenSheet[]): Promise<void> {
  const zip = new ZipWriter(path)
  try {
    await zip.addText('[Content_Types].xml', contentTypes(sheets.length))
    await zip.addText('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
    await zip.addText('xl/workbook.xml', workbookXml(sheets))
    await zip.addText('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length))
    await zip.addText('xl/styles.xml', STYLES_XML)
    for (const [index, sheet] of sheets.entries()) await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))
    await zip.finish()
  } catch (cause) {
    await zip.abandon()
    throw cause
  }
}

/** Names Excel accepts: at most 31 characters, none of `[]:*?/\`, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const plain = encodable(name).slice(0, 31).trim() || `工作表${index + 1}`
    let unique = plain
    for (let turn = 2; taken.has(unique.toLowerCase()); turn++) unique = `${plain.slice(0, 27)}_${turn}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

function encodable(name: string): string {
  return name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^'+|'+$/g, '')
}

function contentTypes(sheets: number): string {
  const part = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${KIND}.${kind}+xml"/>`
  const parts = [part('workbook', 'sheet.main'), part('styles', 'styles')]
  for (let sheet = 1; sheet <= sheets; sheet++) parts.push(part(`worksheets/sheet${sheet}`, 'worksheet'))
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  return `${OPENING}<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/${type}" Target="${target}"/>`,
  )
  return `${OPENING}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbookRelations(sheets: number): string {
  const each = Array.from({ length: sheets }, (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  return relations([...each, ['styles', 'styles.xml']])
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const first = Math.max(
    0,
    sheets.findIndex((sheet) => !sheet.hidden),
  )
  const each = sheets.map((sheet, index) => {
    const state = sheet.hidden && index !== first ? ' state="hidden"' : ''
    return `<sheet name="${encodeText(names[index] ?? '')}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const view = `<bookViews><workbookView activeTab="${first}"/></bookViews>`
  return `${OPENING}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${view}<sheets>${each.join('')}</sheets></workbook>`
}

async function* sheetXml(sheet: WrittenSheet): AsyncGenerator<string, void, undefined> {
  let held = `${OPENING}<worksheet xmlns="${MAIN}">${viewXml(sheet.freeze)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet.columns)}<sheetData>`
  for await (const row of sheet.rows) {
    if (row.number > LAST_ROW) throw new RangeError(`more than ${LAST_ROW} rows on one sheet`)
    held += rowXml(row, sheet)
    if (held.length > PIECE) {
      yield held
      held = ''
    }
  }
  yield `${held}</sheetData>${mergesXml(sheet.merges ?? [])}${validationsXml(sheet.validations ?? [])}</worksheet>`
}

function viewXml(freeze: Freeze | undefined): string {
  if (!freeze || freeze.rows + freeze.columns === 0) return ''
  const splits = `${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ''}${freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : ''}`
  const right = freeze.columns > 0 ? 'Right' : 'Left'
  const pane = freeze.rows > 0 ? `bottom${right}` : 'topRight'
  const cell = `${lettersOf(freeze.columns)}${freeze.rows + 1}`
  return `<sheetViews><sheetView workbookViewId="0"><pane${splits} topLeftCell="${cell}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
}

function columnsXml(columns: readonly WrittenColumn[]): string {
  const each = columns.map(({ width = 10, hidden, style }, index) => {
    const place = `min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"`
    return `<col ${place}${style === undefined ? '' : ` style="${style}"`}${hidden ? ' hidden="1"' : ''}/>`
  })
  return each.length === 0 ? '' : `<cols>${each.join('')}</cols>`
}

function rowXml(row: SheetRow, sheet: WrittenSheet): string {
  const isHeader = row.number === sheet.headerRow
  let xml = `<row r="${row.number}"${isHeader ? ' ht="30" customHeight="1"' : ''}>`
  for (let column = 0; column < row.cells.length; column++) {
    const cell = row.cells[column]
    if (cell === undefined) continue
    xml += cellXml(`${lettersOf(column)}${row.number}`, cell, isHeader ? STYLE.header : sheet.columns[column]?.style)
  }
  return `${xml}</row>`
}

function cellXml(at: string, cell: Exclude<Cell, undefined>, style: Style | undefined): string {
  const styled = style === undefined ? '' : ` s="${style}"`
  if (typeof cell === 'string') return textXml(at, cell, style)
  if (typeof cell === 'boolean') return `<c r="${at}"${styled} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${at}"${styled}><v>${cell}</v></c>` : textXml(at, String(cell), style)
  }
  if ('error' in cell) return `<c r="${at}"${styled} t="e"><v>${encodeText(cell.error)}</v></c>`
  const serial = serialOfDay(cell.day)
  return serial < 1 ? textXml(at, cell.day, style) : `<c r="${at}" s="${STYLE.day}"><v>${serial}</v></c>`
}

// A text is always an inline string, never a formula; what looks like a number or a formula also gets the text format.
function textXml(at: string, text: string, style: Style | undefined): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 8)}…（已截断）` : text
  const kind = style === STYLE.header ? style : styleOfText(cut, style)
  return `<c r="${at}"${kind === undefined ? '' : ` s="${kind}"`} t="inlineStr"><is><t xml:space="preserve">${encodeText(cut)}</t></is></c>`
}

function styleOfText(text: string, style: Style | undefined): Style | undefined {
  if (/^[=+\-@\t\r]/.test(text)) return STYLE.quoted
  return style === undefined && /^\s*[\d.,]+[Xx]?\s*$/.test(text) ? STYLE.text : style
}

function mergesXml(merges: readonly Merge[]): string {
  const each = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${lettersOf(left)}${top + 1}:${lettersOf(right)}${bottom + 1}"/>`,
  )
  return each.length === 0 ? '' : `<mergeCells count="${each.length}">${each.join('')}</mergeCells>`
}

function validationsXml(validations: readonly string[]): string {
  if (validations.length === 0) return ''
  return `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
}
