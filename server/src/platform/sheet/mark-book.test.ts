import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openXlsx, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectZip, unpackWhole } from './guard.ts'
import { type Cell, type CellComplaint, markBook, openBook, type SheetRow, writeBook } from './index.ts'
import { bookEntries, collect, gb18030, testFolder, writeHandBook, zipOf } from './test-files.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const AMBER = 'FFE3A3'
const RED = 'F8C9C6'

beforeAll(async () => {
  folder = await testFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function rowsOf(path: string, sheet = 0): Promise<SheetRow[]> {
  return await collect((await openBook(path, 'ledger')).rows(sheet))
}

const held = (row: number, column: number, say: string): CellComplaint => ({
  sheet: 0,
  row,
  column,
  say,
  severity: 'held',
})
const warned = (row: number, column: number, say: string): CellComplaint => ({
  ...held(row, column, say),
  severity: 'warned',
})

async function mark(original: string, complaints: readonly CellComplaint[], headerRow = 2): Promise<string> {
  const out = `${original}.marked.xlsx`
  await markBook({ original, name: 'ledger', out, complaints, tables: [{ sheet: 0, headerRow }] })
  return out
}

/** What another library sees of a cell: its value and its look. */
async function cellSeen(path: string, row: number, column: number) {
  const book = await readXlsx(await readFile(path), { readStyles: true })
  const cell = book.sheets[0]?.cells?.get(`${row - 1},${column}`)
  const fill = cell?.style?.fill
  return {
    value: book.sheets[0]?.rows[row - 1]?.[column],
    style: cell?.style,
    fill: fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined,
  }
}

async function aLedger(name: string): Promise<string> {
  const bold = { font: { bold: true }, border: { top: { style: 'thin' as const } } }
  const cells = new Map([
    ['1,0', { value: '姓名', style: bold }],
    ['1,1', { value: '身份证号', style: bold }],
    ['3,2', { value: 28_611, style: { numFmt: 'yyyy-mm-dd', font: { italic: true } } }],
    ['4,3', { value: 7, formula: 'SUM(D3:D4)', formulaResult: 7 }],
  ])
  const rows = [
    ['优抚对象花名册'],
    ['姓名', '身份证号', '入伍', '金额'],
    ['张三', '320684197801011234', null, 3],
    ['李四', '0012', 28_611, 4],
    ['合计', null, null, 7],
  ]
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }]
  const sheet = {
    name: '花名册',
    rows,
    merges,
    cells,
    columns: [{ width: 12 }, { width: 24 }, { width: 14, hidden: true }, { width: 9 }],
  }
  const other = { name: '字典', rows: [['男'], ['女']], hidden: true }
  await writeFile(at(name), await writeXlsx({ sheets: [{ ...sheet, freezePane: { rows: 2 } }, other] }))
  return at(name)
}

describe('the same workbook goes back with its cells marked', () => {
  test('questioned cells are filled, their reasons stand at the right, everything else is as it was', async () => {
    const original = await aLedger('ledger.xlsx')
    const before = await rowsOf(original)

    const out = await mark(original, [
      held(3, 1, '校验位应为 X，现为 4。'),
      warned(3, 0, '与登记的姓名不同。'),
      warned(4, 2, '入伍早于十六岁。'),
    ])

    expect(await rowsOf(out)).toEqual([
      before[0],
      { number: 2, cells: ['姓名', '身份证号', '入伍', '金额', '问题说明'] },
      { number: 3, cells: ['张三', '320684197801011234', undefined, 3, '校验位应为 X，现为 4。与登记的姓名不同。'] },
      { number: 4, cells: ['李四', '0012', { day: '1978-05-01' }, 4, '入伍早于十六岁。'] },
      before[4],
    ])
    expect(await cellSeen(out, 3, 1)).toMatchObject({ value: '320684197801011234', fill: RED })
    expect(await cellSeen(out, 3, 0)).toMatchObject({ value: '张三', fill: AMBER })
    expect(await cellSeen(out, 4, 2)).toMatchObject({
      fill: AMBER,
      style: { numFmt: 'yyyy-mm-dd', font: { italic: true } },
    })
    expect((await cellSeen(out, 4, 1)).fill).toBeUndefined()
    expect(await cellSeen(out, 2, 4)).toMatchObject({ value: '问题说明', fill: AMBER })
  })

  test('formulas, merges, widths, hidden columns, frozen rows and other sheets are kept', async () => {
    const original = await aLedger('kept.xlsx')

    const out = await mark(original, [held(3, 1, '校验位不对。')])
    const [one, other] = [await openXlsx(await readFile(original)), await openXlsx(await readFile(out))]
    const head = await (await openBook(out, 'kept.xlsx')).head(0)

    expect(other.sheets[0]?.cells?.get('4,3')?.formula).toBe(one.sheets[0]?.cells?.get('4,3')?.formula)
    expect(other.sheets[0]?.merges).toEqual(one.sheets[0]?.merges)
    expect(other.sheets[0]?.freezePane).toEqual(one.sheets[0]?.freezePane)
    expect(other.sheets[1]).toMatchObject({ name: '字典', hidden: true, rows: [['男'], ['女']] })
    expect([...head.widths].slice(0, 2)).toEqual(
      [...(await (await openBook(original, 'o')).head(0)).widths].slice(0, 2),
    )
    expect(head.hiddenColumns).toEqual([2])
    expect(head.widths.get(4)).toBe(80)
  })

  test('the original is not touched and untouched parts are copied byte by byte', async () => {
    const original = await aLedger('same.xlsx')
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update(await readFile(original))
        .digest('hex')
    const before = await hash()

    const out = await mark(original, [held(3, 1, '校验位不对。')])
    const [zip, marked] = [await inspectZip(original, 1e9), await inspectZip(out, 1e9)]

    expect(await hash()).toBe(before)
    expect([...marked.entries.keys()].sort()).toEqual([...zip.entries.keys()].sort())
    for (const name of ['xl/worksheets/sheet2.xml', 'xl/workbook.xml', '[Content_Types].xml']) {
      expect(await unpackWhole(marked, name, 1e9)).toEqual(await unpackWhole(zip, name, 1e9))
    }
  })

  test('a workbook marked before is marked anew: what was mended is clear again', async () => {
    const first = await mark(await aLedger('again.xlsx'), [held(3, 1, '校验位不对。'), warned(4, 0, '姓名存疑。')])

    const second = await mark(first, [held(4, 0, '姓名仍存疑。')])

    expect((await rowsOf(second)).map((row) => row.cells[4])).toEqual([
      undefined,
      '问题说明',
      undefined,
      '姓名仍存疑。',
      undefined,
    ])
    expect((await cellSeen(second, 3, 1)).fill).toBeUndefined()
    expect(await cellSeen(second, 4, 0)).toMatchObject({ value: '李四', fill: RED })
  })

  test('a questioned cell that was never filled in, and a row the sheet does not hold, are marked in their places', async () => {
    const rows =
      '<row r="1" spans="1:1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="D3"><v>4</v></c></row><row r="5" ht="30"/>'
    const original = await writeHandBook(at('gaps.xlsx'), { rows })

    const out = await mark(
      original,
      [held(2, 1, '缺行。'), held(3, 2, '缺格。'), held(5, 0, '空行。'), warned(9, 0, '末行。')],
      1,
    )
    const xml = (await unpackWhole(await inspectZip(out, 1e9), 'xl/worksheets/sheet1.xml', 1e9))?.toString() ?? ''

    expect((await rowsOf(out)).map((row) => [row.number, row.cells[4]])).toEqual([
      [1, '问题说明'],
      [2, '缺行。'],
      [3, '缺格。'],
      [5, '空行。'],
      [9, '末行。'],
    ])
    expect([...xml.matchAll(/ r="([A-Z]+\d+)"/g)].map((found) => found[1])).toEqual([
      'A1',
      'E1',
      'B2',
      'E2',
      'A3',
      'C3',
      'D3',
      'E3',
      'A5',
      'E5',
      'A9',
      'E9',
    ])
    expect(xml).not.toContain('spans')
    expect((await cellSeen(out, 3, 2)).fill).toBe(RED)
  })

  test('a column format that runs to the last column is cut around the added column', async () => {
    const sheetXml =
      '<worksheet><dimension ref="A1:B2"/><cols><col min="2" max="16384" width="5" style="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>'
    const out = await mark(await writeHandBook(at('cols.xlsx'), { sheetXml }), [held(1, 0, '查。')], 9)

    const xml = (await unpackWhole(await inspectZip(out, 1e9), 'xl/worksheets/sheet1.xml', 1e9))?.toString() ?? ''

    expect(xml).toContain(
      '<col min="2" max="2" width="5" style="0"/><col min="3" max="3" width="80" customWidth="1"/><col min="4" max="16384" width="5" style="0"/>',
    )
    expect(xml).toContain('<dimension ref="A1:C2"/>')
  })
})

test.each([
  ['a CSV in GB18030', gb18030('姓名,no\r\n张三,320684197801011234\r\n')],
  [
    'a web page saved as .xls',
    Buffer.from('<table><tr><td>姓名</td><td>no</td></tr><tr><td>张三</td><td>320684197801011234</td></tr></table>'),
  ],
])('%s goes back as a workbook with the same content', async (name, content) => {
  await writeFile(at(`${name}.csv`), content)

  const out = await mark(at(`${name}.csv`), [held(2, 1, '校验位不对。')], 1)

  expect((await rowsOf(out)).map((row) => row.cells)).toEqual([
    ['姓名', 'no', '问题说明'],
    ['张三', '320684197801011234', '校验位不对。'],
  ])
  expect(await cellSeen(out, 2, 1)).toMatchObject({ value: '320684197801011234', fill: RED, style: { numFmt: '@' } })
})

test.each([
  ['plain', '', '.xlsx'],
  [
    'with macros',
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
    '.xlsm',
  ],
])('a workbook %s is to be handed back under an ending Excel opens', async (name, types, ending) => {
  const entries = bookEntries({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }).map((entry) =>
    entry.name === '[Content_Types].xml' ? { ...entry, content: `<Types>${types}</Types>` } : entry,
  )
  await writeFile(at(`${name}.xlsx`), zipOf(entries))

  const marked = markBook({
    original: at(`${name}.xlsx`),
    name: 'x',
    out: at('out'),
    complaints: [held(1, 0, '查。')],
    tables: [],
  })

  expect(await marked).toBe(ending)
})

test('a workbook without styles gets a styles part that the package names', async () => {
  const out = await mark(
    await writeHandBook(at('bare.xlsx'), { rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }),
    [held(1, 0, '查。')],
    9,
  )
  const zip = await inspectZip(out, 1e9)

  expect((await unpackWhole(zip, '[Content_Types].xml', 1e9))?.toString()).toContain('PartName="/xl/styles.xml"')
  expect((await unpackWhole(zip, 'xl/_rels/workbook.xml.rels', 1e9))?.toString()).toContain('Target="styles.xml"')
  expect((await cellSeen(out, 1, 0)).fill).toBe(RED)
})

test('a long workbook is marked in bounded memory', async () => {
  const rows = function* (): Generator<Cell[]> {
    for (let row = 0; row < 60_000; row++)
      yield Array.from({ length: 10 }, (_, column) => (column === 1 ? `32068419780101${row}` : `文字${row % 97}`))
  }
  const columns = Array.from({ length: 10 }, (_, index) => ({ title: `列${index}`, width: 9 }))
  await writeBook(at('long.xlsx'), { sheets: [{ name: 'a', columns, rows: rows() }] })
  const complaints = Array.from({ length: 20_000 }, (_, index) =>
    held(index * 3 + 2, index % 10, `第 ${index * 3 + 2} 行有误。`),
  )
  const before = process.resourceUsage().maxRSS

  const out = await mark(at('long.xlsx'), complaints, 1)

  expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024)
  const read = await rowsOf(out)
  expect(read).toHaveLength(60_001)
  expect(read.filter((row) => row.cells.length === 11)).toHaveLength(20_001)
})

test('a marking that fails leaves no half-written file', async () => {
  const original = await aLedger('fails.xlsx')

  await expect(
    markBook({
      original,
      name: 'x',
      out: at('none.xlsx'),
      complaints: [{ ...held(1, 0, '错。'), sheet: 7 }],
      tables: [],
    }),
  ).rejects.toThrow('no sheet 7')

  await expect(readFile(at('none.xlsx'))).rejects.toThrow('ENOENT')
})
