import type { FigureAppendixRow } from '@dongzhou/engines/reports'
import { type Day, dayText } from '@dongzhou/terms/day'
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { typeArea } from './measures.ts'
import { styleIds } from './styles.ts'
import { textRun } from './type.ts'

interface Column {
  readonly title: string
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly cell: (row: FigureAppendixRow) => string
}

// Widths in twips; the query takes what the others leave of the type area.
const COLUMNS: readonly Column[] = [
  { title: '序号', width: 580, align: 'center', cell: (row) => String(row.number) },
  { title: '指标', width: 1760, align: 'left', cell: (row) => row.name },
  { title: '取数口径', width: 0, align: 'left', cell: (row) => row.query },
  {
    title: '截止日期',
    width: 1320,
    align: 'center',
    cell: ({ cutOff }) => (cutOff === undefined ? '—' : twoLines(cutOff)),
  },
  { title: '数值', width: 1440, align: 'right', cell: (row) => row.exact },
  { title: '记录数', width: 800, align: 'right', cell: (row) => (row.rows === undefined ? '—' : String(row.rows)) },
]

/**
 * 数据来源一览表 (table of figures): a line for every number of the report, under the heading it stands in. The header repeats on
 * each page and no line breaks across pages.
 */
export function figureTable(rows: readonly FigureAppendixRow[]): Table {
  const columns = COLUMNS.map((column) => ({ ...column, width: column.width || remainingWidth() }))
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    width: { size: typeArea.width, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    margins: { left: 70, right: 70, top: 40, bottom: 40 },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [headerRow(columns), ...rows.flatMap((row, at) => rowsFor(row, rows[at - 1], columns))],
  })
}

/** 2025年 above 6月30日: on one line it would take a fifth of the table, left to itself it breaks within the month. */
function twoLines(on: Day): string {
  return dayText(on).replace('年', '年\n')
}

function remainingWidth(): number {
  return typeArea.width - COLUMNS.reduce((sum, column) => sum + column.width, 0)
}

function headerRow(columns: readonly Column[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.width, 'center', column.title, 'heading')),
  })
}

// A new section of the report opens with a line of its own across the table.
function rowsFor(
  row: FigureAppendixRow,
  before: FigureAppendixRow | undefined,
  columns: readonly Column[],
): readonly TableRow[] {
  const line = new TableRow({
    cantSplit: true,
    children: columns.map((column) => cell(column.width, column.align, column.cell(row), 'body')),
  })
  if (row.section === '' || row.section === before?.section) return [line]
  return [sectionRow(row.section, columns.length), line]
}

function sectionRow(section: string, span: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: span, children: [cellParagraph('left', section, 'subheading', true)] })],
  })
}

function cell(width: number, align: Column['align'], text: string, face: 'heading' | 'body'): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [cellParagraph(align, text, face, face === 'heading')],
  })
}

function cellParagraph(
  align: Column['align'],
  text: string,
  face: 'heading' | 'subheading' | 'body',
  keepNext: boolean,
): Paragraph {
  return new Paragraph({
    style: styleIds.tableText,
    alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align],
    keepNext,
    children: text.split('\n').map((line, at) => textRun(line, face, at === 0 ? {} : { break: 1 })),
  })
}
