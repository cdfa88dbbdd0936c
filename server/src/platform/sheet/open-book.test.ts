import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as sheetJs from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, openBook, type SheetRefusal, SheetRefused, type SheetRow, writeBook } from './index.ts'
import { bookEntries, collect, gb18030, packedZeros, testFolder, writeHandBook, zipOf } from './test-files.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await testFolder()
  sheetJs.set_cptable(codePages)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(name: string, content: string | Buffer): Promise<string> {
  await writeFile(at(name), content)
  return at(name)
}

async function rowsOf(path: string, sheet = 0): Promise<SheetRow[]> {
  const book = await openBook(path, 'ledger')
  return await collect(book.rows(sheet))
}

async function refusalOf(work: Promise<unknown>): Promise<SheetRefused> {
  const outcome = await work.catch((cause: unknown) => cause)
  if (!(outcome instanceof SheetRefused)) throw new Error(`not refused: ${String(outcome)}`)
  return outcome
}

function oldWorkbook(bookType: 'biff8' | 'biff5' | 'xlml', chinese = (text: string) => text): Buffer {
  const sheet = sheetJs.utils.aoa_to_sheet([
    [chinese('优抚对象花名册')],
    ['姓名', '身份证号', '入伍', '金额'].map(chinese),
    [chinese('张三'), '320684197801011234', 28_611, 12.5],
    [chinese('李四'), '0012', undefined, undefined],
  ])
  const { C3: enlisted } = sheet
  if (enlisted) enlisted.z = 'yyyy"年"m"月"d"日"'
  Object.assign(sheet, { D4: { t: 'e', v: 23 } })
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]
  const book = { SheetNames: ['Sheet1'], Sheets: { Sheet1: sheet } }
  return sheetJs.write(book, { type: 'buffer', bookType })
}

const LEDGER: readonly (readonly Cell[])[] = [
  ['优抚对象花名册'],
  ['姓名', '身份证号', '入伍', '金额'],
  ['张三', '320684197801011234', { day: '1978-05-01' } as Cell, 12.5],
  ['李四', '0012', undefined, { error: '#REF!' }],
]

describe('what a sender hands in is known by its content', () => {
  test.each([
    ['biff8', () => oldWorkbook('biff8')],
    ['biff5', () => chineseBiff5()],
  ])('an old workbook (%s) keeps texts, days, errors and merges', async (kind, content) => {
    const path = await write(`${kind}.xlsx`, content())

    const book = await openBook(path, 'ledger.xlsx')
    const head = await book.head(0)

    expect(book.format).toBe('xls')
    expect(head.rows.map((row) => row.cells)).toEqual(LEDGER)
    // BIFF5 knew no merged cells.
    expect(head.merges).toEqual(kind === 'biff5' ? [] : [{ top: 0, left: 0, bottom: 0, right: 3 }])
    expect(await collect(book.rows(0))).toEqual(head.rows)
  })

  test('an XML workbook of 2003 saved as .xls is read with its kinds of cells', async () => {
    const path = await write('xml.xls', oldWorkbook('xlml'))

    const book = await openBook(path, 'ledger.xls')

    expect(book.format).toBe('xml-2003')
    expect((await collect(book.rows(0)))[2]?.cells).toEqual(LEDGER[2])
  })

  test('a web page saved as .xls keeps an ID number to its last digit', async () => {
    const html =
      '<html><head><meta charset="utf-8"></head><table><tr><td colspan=2>名单</td></tr><tr><td>张三</td><td>320684197801011234</td></tr><tr><td>李四</td><td>0012</td></tr></table></html>'
    const book = await openBook(await write('page.xls', html), 'page.xls')

    expect(book.format).toBe('html')
    expect((await collect(book.rows(0))).map((row) => row.cells)).toEqual([
      ['名单'],
      ['张三', '320684197801011234'],
      ['李四', '0012'],
    ])
    expect((await book.head(0)).merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }])
  })

  test('a hostile web page cannot make a merge of a thousand million cells', async () => {
    const path = await write(
      'span.xls',
      '<table><tr><td colspan="1000000000">x</td></tr><tr><td rowspan="99999999">y</td></tr></table>',
    )

    const { merges, rows } = await (await openBook(path, 'span.xls')).head(0)

    expect(merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 299 },
      { top: 1, left: 0, bottom: 1_048_575, right: 0 },
    ])
    expect(rows.map((row) => row.cells)).toEqual([['x'], ['y']])
  })

  test('a web page in GB18030 is read in Chinese', async () => {
    const path = await write('gb.xls', gb18030('<table><tr><td>姓名</td><td>张㐀𠮷</td></tr></table>'))

    expect((await rowsOf(path))[0]?.cells).toEqual(['姓名', '张㐀𠮷'])
  })

  test.each([
    ['UTF-8', Buffer.from('姓名,号码\r\n张㐀𠮷,0012\r\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF姓名,号码\n张㐀𠮷,0012')],
    ['UTF-16', Buffer.from('\uFEFF姓名\t号码\r\n张㐀𠮷\t0012\r\n', 'utf16le')],
  ])('a CSV in %s is read with its leading zeros', async (_, bytes) => {
    const path = await write('ledger.csv', bytes)

    expect(await rowsOf(path)).toEqual([
      { number: 1, cells: ['姓名', '号码'] },
      { number: 2, cells: ['张㐀𠮷', '0012'] },
    ])
  })

  test('a CSV in GB18030 keeps the rare characters of names', async () => {
    const path = await write('gb.csv', gb18030('姓名,no\r\n张㐀𠮷,320684197801011234\r\n'))

    expect((await rowsOf(path))[1]?.cells).toEqual(['张㐀𠮷', '320684197801011234'])
  })

  test('the GB18030 of a name that comes late in a long file is still found', async () => {
    const path = await write('late.csv', Buffer.concat([Buffer.from('a,b\n1,2\n'.repeat(50_000)), gb18030('张,姓\n')]))

    expect((await rowsOf(path)).at(-1)?.cells).toEqual(['张', '姓'])
  })
})

describe('what cannot be read is refused with one sentence', () => {
  const WORD = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w/>' },
  ]
  const cases: readonly (readonly [string, SheetRefusal, () => Buffer | string, RegExp])[] = [
    ['an empty file', 'empty-file', () => '', /空的（0 字节）/],
    ['a Word document renamed', 'not-a-spreadsheet', () => zipOf(WORD), /Word 文档/],
    ['an archive renamed', 'not-a-spreadsheet', () => zipOf([{ name: '名单.txt', content: 'x' }]), /压缩包.*先解压/],
    ['a PDF renamed', 'not-a-spreadsheet', () => '%PDF-1.7 ...', /PDF 文件/],
    ['a picture renamed', 'not-a-spreadsheet', () => Buffer.from('89504e470d0a1a0a00', 'hex'), /图片/],
    [
      'a binary workbook',
      'not-a-spreadsheet',
      () => zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
      /xlsb.*另存为/,
    ],
    ['a web page without a table', 'not-a-spreadsheet', () => '<html><body>你好</body></html>', /网页/],
    ['bytes of nothing known', 'not-a-spreadsheet', () => Buffer.from([1, 0, 2, 0, 3, 0, 255]), /二进制文件/],
    ['an encrypted workbook', 'password-protected', () => oleWith('EncryptedPackage'), /取消密码/],
    ['an old workbook with a password', 'password-protected', () => encryptedXls(), /取消密码/],
    ['an old Word document', 'not-a-spreadsheet', () => oleWith('WordDocument'), /Word 文档/],
    [
      'a zip whose entries are encrypted',
      'password-protected',
      () => zipOf(bookEntries({}).map((entry) => ({ ...entry, flags: 1 }))),
      /取消密码/,
    ],
    ['a zip without a workbook', 'damaged', () => zipOf([{ name: 'xl/other.xml', content: 'x' }]), /已损坏/],
    ['a CSV cut inside a character', 'damaged', () => Buffer.from('姓名,张').subarray(0, 9), /没有传完整/],
  ]

  test.each(cases)('%s: %s', async (name, code, content, say) => {
    const path = await write(`${name}.xlsx`, content())

    const refusal = await refusalOf(openBook(path, 'ledger.xlsx'))

    expect(refusal.code).toBe(code)
    expect(refusal.say).toMatch(say)
    expect(refusal.say).toMatch(/。$/)
  })

  test.each([0.2, 0.5, 0.9, 0.99])('a workbook cut at %d of its length is damaged', async (share) => {
    const path = at('cut.xlsx')
    await writeBook(path, {
      sheets: [{ name: 'a', columns: [{ title: '姓名', width: 8 }], rows: [['张三'], ['李四']] }],
    })
    await truncate(path, Math.floor((await readFile(path)).length * share))

    expect((await refusalOf(openBook(path, 'cut.xlsx'))).code).toBe('damaged')
  })

  test.each([0.3, 0.6])('an old workbook cut at %d of its length is damaged', async (share) => {
    const whole = oldWorkbook('biff8')
    const path = await write('cut.xls', whole.subarray(0, Math.floor(whole.length * share)))

    expect((await refusalOf(openBook(path, 'cut.xls'))).code).toBe('damaged')
  })

  test('a sheet whose bytes were changed on the way is damaged', async () => {
    const path = await writeHandBook(at('changed.xlsx'), {
      rows: '<row r="1"><c><v>1</v></c></row>',
      sheet: { crc: 1 },
    })

    expect((await refusalOf(rowsOf(path))).code).toBe('damaged')
  })

  test('a file over the limit is not opened', async () => {
    const path = await write('long.csv', 'a,b\n'.repeat(1000))

    const refusal = await refusalOf(openBook(path, 'long.csv', { fileBytes: 1000 }))

    expect(refusal).toMatchObject({ code: 'too-large-file' })
    expect(refusal.say).toMatch(/超过 .* MB 的上限/)
  })

  test('a quote that is never closed names its row', async () => {
    const path = await write('quote.csv', 'a,b\n"张三,1\n李四,2\n')

    const refusal = await refusalOf(rowsOf(path))

    expect(refusal.code).toBe('damaged')
    expect(refusal.say).toContain('第 2 行的引号没有成对')
  })

  test('a workbook of 500 columns is refused, formatting alone is not', async () => {
    const titles = Array.from({ length: 500 }, (_, index) => ({ title: `列${index}`, width: 8 }))
    await writeBook(at('wide.xlsx'), { sheets: [{ name: '宽表', columns: titles, rows: [] }] })
    const formatted = await writeHandBook(at('formatted.xlsx'), {
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>',
    })

    const refusal = await refusalOf(openBook(at('wide.xlsx'), 'wide.xlsx').then((book) => book.head(0)))

    expect(refusal.code).toBe('too-many-columns')
    expect(refusal.say).toBe('工作表“宽表”超过 300 列的上限。请只保留需要导入的列，另存后再上传。')
    expect(await rowsOf(formatted)).toEqual([{ number: 1, cells: [1] }])
  })
})

describe('memory stays bounded', () => {
  test('300,001 rows are refused before any is worked on; 300,000 are read', async () => {
    const rows = (count: number): Iterable<Cell[]> =>
      Array.from({ length: count - 1 }, (_, index) => [`张${index}`, index])
    const columns = [
      { title: '姓名', width: 8 },
      { title: '序号', width: 8 },
    ]
    await writeBook(at('many.xlsx'), { sheets: [{ name: '总表', columns, rows: rows(300_001) }] })
    await writeBook(at('most.xlsx'), { sheets: [{ name: '总表', columns, rows: rows(300_000) }] })
    const before = process.resourceUsage().maxRSS

    const refusal = await refusalOf(openBook(at('many.xlsx'), 'many.xlsx').then((book) => book.head(0)))
    const most = await (await openBook(at('most.xlsx'), 'most.xlsx')).head(0)

    expect(refusal.code).toBe('too-many-rows')
    expect(refusal.say).toContain('超过 300,000 行的上限。请按镇街或按年份拆成几个文件')
    expect(most.rowsAtMost).toBeGreaterThanOrEqual(300_000)
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024)
  }, 60_000)

  test('a zip bomb that declares its 2 GB is refused unopened; one that lies is stopped while it unpacks', async () => {
    const packed = packedZeros(128)
    const honest = bookEntries({ sheet: { packed, declared: 2 * 1024 ** 3 } })
    const lying = bookEntries({ sheet: { packed, declared: 1_000_000 } })
    await write('honest.xlsx', zipOf(honest))
    await write('lying.xlsx', zipOf(lying))
    const before = process.resourceUsage().maxRSS

    const first = await refusalOf(openBook(at('honest.xlsx'), 'bomb.xlsx'))
    const second = await refusalOf(openBook(at('lying.xlsx'), 'bomb.xlsx').then((book) => book.head(0)))
    const third = await refusalOf(rowsOf(at('lying.xlsx')))

    expect([first.code, second.code, third.code]).toEqual(Array.from({ length: 3 }, () => 'too-large-unpacked'))
    expect(first.say).toContain('解开后超过 1024 MB')
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024)
  })

  test('a bomb in the table of texts is refused too', async () => {
    const entries = bookEntries({ textsXml: '<sst/>' }).map((entry) =>
      entry.name.endsWith('sharedStrings.xml')
        ? { ...entry, packed: packedZeros(32), declared: 512 * 1024 ** 2 }
        : entry,
    )
    await write('texts.xlsx', zipOf(entries))

    expect((await refusalOf(openBook(at('texts.xlsx'), 'texts.xlsx'))).code).toBe('too-large-unpacked')
  })

  test('a reader that stops early leaves the file free', async () => {
    await writeBook(at('stop.xlsx'), {
      sheets: [
        {
          name: 'a',
          columns: [{ title: '号', width: 8 }],
          rows: Array.from({ length: 50_000 }, (_, index) => [index]),
        },
      ],
    })

    for await (const row of (await openBook(at('stop.xlsx'), 'stop.xlsx')).rows(0)) if (row.number === 3) break

    await rm(at('stop.xlsx'))
    await expect(openBook(at('stop.xlsx'), 'stop.xlsx')).rejects.toThrow('ENOENT')
  })
})

test('a workbook is read inside a worker thread', async () => {
  await writeBook(at('worker.xlsx'), {
    sheets: [{ name: 'a', columns: [{ title: '姓名', width: 8 }], rows: [['张三']] }],
  })
  const code = `const { parentPort, workerData } = require('node:worker_threads')
    import(workerData.module).then(async ({ openBook }) => {
      const book = await openBook(workerData.path, 'worker.xlsx')
      parentPort.postMessage(await book.head(0))
    })`
  const module = new URL('./index.ts', import.meta.url).href
  const worker = new Worker(code, { eval: true, workerData: { module, path: at('worker.xlsx') } })

  const head = await new Promise<{ readonly rows: readonly SheetRow[] }>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await worker.terminate()

  expect(head.rows.map((row) => row.cells)).toEqual([['姓名'], ['张三']])
})

// @e965/xlsx reads the Chinese code page in BIFF5 and writes underlines for it: the bytes are put in afterwards.
function chineseBiff5(): Buffer {
  const bytes = oldWorkbook('biff5', (text) => '_'.repeat(gb18030(text).length))
  let from = 0
  for (const text of ['优抚对象花名册', '姓名', '身份证号', '入伍', '金额', '张三', '李四']) {
    const chinese = gb18030(text)
    from = bytes.indexOf(`_`.repeat(chinese.length), from)
    chinese.copy(bytes, from)
    from += chinese.length
  }
  const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'))
  bytes.writeUInt16LE(936, codePage + 4)
  return bytes
}

function oleWith(stream: string): Buffer {
  const ole = sheetJs.CFB.utils.cfb_new()
  sheetJs.CFB.utils.cfb_add(ole, `/${stream}`, Buffer.alloc(5000))
  return Buffer.from(sheetJs.CFB.write(ole))
}

// FILEPASS stands right after the first BOF; what follows would be scrambled.
function encryptedXls(): Buffer {
  const ole = sheetJs.CFB.read(oldWorkbook('biff8'), { type: 'buffer' })
  const stream = Buffer.from(sheetJs.CFB.find(ole, '/Workbook').content)
  const first = 4 + stream.readUInt16LE(2)
  const filePass = Buffer.concat([Buffer.from('2f003600', 'hex'), Buffer.alloc(54, 1)])
  sheetJs.CFB.utils.cfb_add(
    ole,
    '/Workbook',
    Buffer.concat([stream.subarray(0, first), filePass, stream.subarray(first)]),
  )
  return Buffer.from(sheetJs.CFB.write(ole))
}
