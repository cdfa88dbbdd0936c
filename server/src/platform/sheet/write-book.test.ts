import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { day } from '@dongzhou/terms/day'
import * as sheetJs from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectZip, unpackWhole } from './guard.ts'
import { type Cell, openBook, writeBook } from './index.ts'
import { collect, testFolder } from './test-files.ts'
import { sheetNames } from './xlsx-writer.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await testFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function sheetXmlOf(path: string, sheet = 1): Promise<string> {
  return (await unpackWhole(await inspectZip(path, 1e9), `xl/worksheets/sheet${sheet}.xml`, 1e9))?.toString() ?? ''
}

const VILLAGES = Array.from({ length: 400 }, (_, index) => `第${index}村民委员会`)

const COLUMNS = [
  { title: '姓名', width: 12, note: '与身份证一致' },
  { title: '身份证号', width: 22, text: true },
  { title: '性别', width: 6, choices: ['男', '女'] },
  { title: '村', width: 20, choices: VILLAGES, note: '从列表选择' },
  { title: '入伍', width: 12 },
] as const

const ROWS: readonly Cell[][] = [
  ['张三', '320684197801011234', '男', VILLAGES[3], { day: day('1978-05-01') }],
  ['李㐀𠮷', '0012', '女', undefined, { error: '#REF!' }],
  ['=HYPERLINK("http://x","点")', '+861', true, -1.5, { day: day('1900-01-01') }],
]

describe('a ledger we write', () => {
  test('reads back cell by cell, here and in two other libraries', async () => {
    await writeBook(at('ledger.xlsx'), { sheets: [{ name: '花名册', columns: COLUMNS, rows: ROWS }] })

    const rows = await collect((await openBook(at('ledger.xlsx'), 'ledger.xlsx')).rows(0))
    const hucre = await readXlsx(await readFile(at('ledger.xlsx')))
    const { 花名册: seen } = sheetJs.read(await readFile(at('ledger.xlsx'))).Sheets

    expect(rows.slice(1).map((row) => row.cells)).toEqual(ROWS)
    expect(hucre.sheets[0]?.rows[1]).toEqual([
      '张三',
      '320684197801011234',
      '男',
      VILLAGES[3],
      new Date(Date.UTC(1978, 4, 1)),
    ])
    expect(seen).toMatchObject({ B2: { t: 's', v: '320684197801011234' }, E2: { t: 'n', v: 28_611 } })
  })

  test('a text that looks like a formula is a text, with the apostrophe that keeps it one', async () => {
    await writeBook(at('formula.xlsx'), { sheets: [{ name: 'a', columns: COLUMNS, rows: ROWS }] })
    const xml = await sheetXmlOf(at('formula.xlsx'))

    expect(xml).not.toContain('<f>')
    expect(xml).toContain(
      '<c r="A4" s="4" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;,&quot;点&quot;)</t>',
    )
    expect(xml).toContain('<c r="B4" s="4" t="inlineStr">')
  })

  test('columns of ID numbers are text in the rows nobody has filled yet', async () => {
    await writeBook(at('blank.xlsx'), { sheets: [{ name: 'a', columns: COLUMNS, rows: [] }] })

    expect(await sheetXmlOf(at('blank.xlsx'))).toContain('<col min="2" max="2" width="22" customWidth="1" style="2"/>')
  })

  test('short lists of choices stand in the rule, long ones on a hidden sheet', async () => {
    await writeBook(at('choices.xlsx'), { sheets: [{ name: '字典', columns: COLUMNS, rows: [] }] })
    const { sheets } = await readXlsx(await readFile(at('choices.xlsx')))
    const xml = await sheetXmlOf(at('choices.xlsx'))

    expect(sheets.map((sheet) => [sheet.name, sheet.hidden ?? false])).toEqual([
      ['字典', false],
      ['字典_2', true],
    ])
    expect(sheets[0]?.dataValidations?.map((rule) => [rule.range, rule.values ?? rule.formula1])).toEqual([
      ['C2:C1048576', ['男', '女']],
      ['D2:D1048576', "'字典_2'!$A$1:$A$400"],
    ])
    expect(sheets[1]?.rows).toHaveLength(400)
    expect(xml).toContain('promptTitle="姓名" prompt="与身份证一致"')
  })

  test('the titles stay in sight, a hidden sheet is hidden, the first visible one opens', async () => {
    const hidden = { name: '说明', columns: [], rows: [], hidden: true }
    await writeBook(at('frozen.xlsx'), {
      sheets: [hidden, { name: '花名册', columns: COLUMNS, rows: ROWS, freeze: { rows: 1, columns: 2 } }],
    })
    const { sheets, activeSheet } = await readXlsx(await readFile(at('frozen.xlsx')))

    expect(sheets.map((sheet) => sheet.hidden ?? false)).toEqual([true, false, true])
    expect(sheets[1]?.freezePane).toMatchObject({ rows: 1, columns: 2 })
    expect(activeSheet).toBe(1)
  })

  test('a failing source of rows leaves no file', async () => {
    const failing = async function* (): AsyncGenerator<Cell[]> {
      yield ['张三']
      throw new Error('the database went away')
    }

    await expect(
      writeBook(at('none.xlsx'), { sheets: [{ name: 'a', columns: COLUMNS, rows: failing() }] }),
    ).rejects.toThrow('went away')

    await expect(readFile(at('none.xlsx'))).rejects.toThrow('ENOENT')
  })

  test('the same content gives the same file', async () => {
    const content = { sheets: [{ name: 'a', columns: COLUMNS, rows: ROWS }] }
    await writeBook(at('one.xlsx'), content)
    await writeBook(at('two.xlsx'), content)

    expect((await readFile(at('one.xlsx'))).equals(await readFile(at('two.xlsx')))).toBe(true)
  })
})

test.each([
  [['2025/上半年[终稿]'], ['2025 上半年 终稿']],
  [
    ['a', 'A', 'a'],
    ['a', 'A_2', 'a_3'],
  ],
  [
    ['', "'引'"],
    ['工作表1', '引'],
  ],
  [
    ['一'.repeat(40), '一'.repeat(40)],
    ['一'.repeat(31), `${'一'.repeat(27)}_2`],
  ],
])('sheets named %j get names Excel accepts', (wanted, names) => {
  expect(sheetNames(wanted)).toEqual(names)
})
