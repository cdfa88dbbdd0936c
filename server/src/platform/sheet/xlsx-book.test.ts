import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, openBook, type SheetRow, writeBook } from './index.ts'
import { collect, type HandBook, testFolder, writeHandBook } from './test-files.ts'
import { kindOfFormat } from './xlsx-parts.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await testFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function rowsOf(book: HandBook): Promise<SheetRow[]> {
  const path = await writeHandBook(at('hand.xlsx'), book)
  return await collect((await openBook(path, 'hand.xlsx')).rows(0))
}

async function cellsOf(cells: string, book: HandBook = {}): Promise<readonly Cell[]> {
  const [row] = await rowsOf({ ...book, rows: `<row r="1">${cells}</row>` })
  return row?.cells ?? []
}

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="h:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="166"/><xf numFmtId="57"><alignment/></xf><xf numFmtId="2"/></cellXfs></styleSheet>`

describe('a cell keeps what the sender put in it', () => {
  const cases: readonly (readonly [string, string, Cell])[] = [
    ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
    ['an ID number that Excel turned into a number', '<c r="A1"><v>3.2068419780101E+17</v></c>', 3.2068419780101e17],
    ['a text of digits', '<c r="A1" t="inlineStr"><is><t>0012</t></is></c>', '0012'],
    ['a text whose spaces count', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 张 三</t></is></c>', ' 张 三'],
    [
      'a name with its reading',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">张三</t><rPh sb="0" eb="1"><t>ZHANG</t></rPh></is></c>',
      '张三',
    ],
    ['an empty run before another', '<c r="A1" t="inlineStr"><is><t/><r><t>张三</t></r></is></c>', '张三'],
    ['a text behind an apostrophe', '<c r="A1" t="inlineStr" quotePrefix="1"><is><t>\'0012</t></is></c>', "'0012"],
    [
      'a text in runs',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/><color rgb="FF0000"/></rPr><t>张</t></r><r><t>三</t></r></is></c>',
      '张三',
    ],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', '张&三'],
    ['a shared text with its reading', '<c r="A1" t="s"><v>1</v></c>', '李四'],
    ['an empty shared text', '<c r="A1" t="s"><v>2</v></c>', undefined],
    ['a yes', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['an error of a formula', '<c r="A1" t="e"><f>A2/0</f><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['a formula: its last value', '<c r="A1"><f>SUM(B1:B9)</f><v>45</v></c>', 45],
    ['a shared formula', '<c r="A1"><f t="shared" si="0"/><v>7</v></c>', 7],
    ['a formula of text', '<c r="A1" t="str"><f>B1&amp;"&lt;v>"</f><v>a&lt;b</v></c>', 'a<b'],
    ['a day', '<c r="A1" s="1"><v>28611</v></c>', { day: '1978-05-01' } as Cell],
    ['a day with its hour', '<c r="A1" s="2"><v>45123.75</v></c>', { day: '2023-07-16' } as Cell],
    ['a Chinese built-in day', '<c r="A1" s="4"><v>45123</v></c>', { day: '2023-07-16' } as Cell],
    ['a day before the leap day that never was', '<c r="A1" s="1"><v>59</v></c>', { day: '1900-02-28' } as Cell],
    ['the day after it', '<c r="A1" s="1"><v>61</v></c>', { day: '1900-03-01' } as Cell],
    ['a day written as ISO', '<c r="A1" t="d"><v>1978-05-01T00:00:00</v></c>', { day: '1978-05-01' } as Cell],
    ['an hour', '<c r="A1" s="3"><v>0.395833333333333</v></c>', '09:30'],
    ['hours that add up', '<c r="A1" s="3"><v>26.5</v></c>', 26.5],
    ['an amount', '<c r="A1" s="5"><v>1200</v></c>', 1200],
    ['an ID number under a date format', '<c r="A1" s="1"><v>320684197801011200</v></c>', 320684197801011200],
    ['a carriage return Excel escaped', '<c r="A1" t="inlineStr"><is><t>甲_x000D_\n乙</t></is></c>', '甲\r\n乙'],
    ['a cell that names no place', '<c><v>1</v></c>', 1],
    ['attributes in another order and quotes', "<c t='b' s='0' r='A1'><v>0</v></c>", false],
  ]
  const textsXml = '<sst><si><t>张&amp;三</t></si><si><t>李四</t><rPh sb="0" eb="1"><t>li</t></rPh></si><si/></sst>'

  test.each(cases)('%s', async (_, xml, cell) => {
    expect((await cellsOf(xml, { stylesXml: STYLES, textsXml }))[0]).toEqual(cell)
  })

  test('days of the Macintosh calendar are four years later', async () => {
    const cells = await cellsOf('<c r="A1" s="1"><v>27149</v></c>', {
      stylesXml: STYLES,
      workbookPr: '<workbookPr date1904="1"/>',
    })

    expect(cells).toEqual([{ day: '1978-05-01' }])
  })
})

describe('rows stand where Excel shows them', () => {
  test('empty rows and cells are passed over, their places kept', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>1</v></c></row><row r="3" ht="20"/><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="A9"><v>2</v></c></row>'

    expect(await rowsOf({ rows })).toEqual([
      { number: 2, cells: [undefined, undefined, 1] },
      { number: 9, cells: [2] },
    ])
  })

  test('rows and cells without numbers follow one another', async () => {
    expect(await rowsOf({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' })).toEqual([
      { number: 1, cells: [1, 2] },
      { number: 2, cells: [3] },
    ])
  })

  test('a workbook whose elements carry a prefix is read alike', async () => {
    const sheetXml =
      '<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="3" hidden="1" width="9"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>张三</x:t></x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>'
    const book = await openBook(await writeHandBook(at('prefix.xlsx'), { sheetXml }), 'prefix.xlsx')

    expect(await book.head(0)).toMatchObject({
      rows: [{ number: 1, cells: ['张三', 5] }],
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      hiddenColumns: [1, 2],
    })
  })

  test('the head of a long sheet still knows the merges written at its end', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, index) =>
        `<row r="${index + 1}"><c><v>${index}</v></c><c t="inlineStr"><is><t>南通市海门区</t></is></c></row>`,
    )
    const sheetXml = `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`
    const book = await openBook(await writeHandBook(at('long.xlsx'), { sheetXml }), 'long.xlsx')

    const head = await book.head(0, 5)

    expect(head.rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5])
    expect(head.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }])
    expect(head.rowsAtMost).toBeGreaterThanOrEqual(40_000)
    expect(await collect(book.rows(0))).toHaveLength(40_000)
  })

  test('a sheet that ends without its end is damaged', async () => {
    await expect(rowsOf({ sheetXml: '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>' })).rejects.toMatchObject({
      code: 'damaged',
    })
  })
})

test('what hucre writes, we read: texts, numbers, days, hidden sheets, merges', async () => {
  const rows = [
    ['姓名', '入伍'],
    ['张三', new Date(Date.UTC(1978, 4, 1))],
    ['320684197801011234', 45],
  ]
  const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }]
  const styled = { rows, merges, columns: [{ width: 10 }, { width: 12, numFmt: 'yyyy-mm-dd' }] }
  await writeFile(
    at('hucre.xlsx'),
    await writeXlsx({
      sheets: [
        { name: '花名册', ...styled },
        { name: '藏', rows: [['x']], hidden: true },
      ],
    }),
  )

  const book = await openBook(at('hucre.xlsx'), 'hucre.xlsx')

  expect(book.sheets).toEqual([
    { index: 0, name: '花名册', hidden: false },
    { index: 1, name: '藏', hidden: true },
  ])
  expect((await collect(book.rows(0)))[1]?.cells).toEqual(['张三', { day: '1978-05-01' }])
  expect((await collect(book.rows(0)))[2]?.cells[0]).toBe('320684197801011234')
  expect((await book.head(0)).merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }])
})

test.each([
  ['General', 'plain'],
  ['0.00_);[Red]\\(0.00\\)', 'plain'],
  ['#,##0.00"元"', 'plain'],
  ['@', 'plain'],
  ['0.00E+00', 'plain'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['[$-804]aaaa;@', 'plain'],
  ['yyyy/m/d h:mm', 'day'],
  ['m"月"', 'day'],
  ['h:mm:ss AM/PM', 'time'],
  ['[h]:mm', 'time'],
])('the format %s makes a number %s', (code, kind) => {
  expect(kindOfFormat(code)).toBe(kind)
})

test('any text comes through a workbook whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }),
      async (texts) => {
        const plain = texts
          .map((text) => text.replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, ''))
          .filter((text) => text !== '' && !text.startsWith('#'))
        await writeBook(at('any.xlsx'), {
          sheets: [{ name: 'a', columns: [{ title: 't', width: 9 }], rows: plain.map((text) => [text]) }],
        })

        const rows = await collect((await openBook(at('any.xlsx'), 'any.xlsx')).rows(0))

        expect(rows.slice(1).map((row) => row.cells[0])).toEqual(plain)
      },
    ),
    { numRuns: 60 },
  )
})
