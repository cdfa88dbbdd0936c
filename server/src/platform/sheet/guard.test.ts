import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectZip, unpackWhole } from './guard.ts'
import { openBook, SheetRefused, writeBook } from './index.ts'
import { bookEntries, collect, packedZeros, testFolder, zipOf } from './test-files.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await testFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const LIMIT = 1024 * 1024

async function zipAt(name: string, bytes: Buffer): Promise<string> {
  await writeFile(at(name), bytes)
  return at(name)
}

describe('a zip is looked at before it is unpacked', () => {
  test('its entries and what they declare are listed', async () => {
    const zip = await inspectZip(
      await zipAt(
        'two.zip',
        zipOf([
          { name: 'a', content: '123' },
          { name: 'b\\c', content: '45' },
        ]),
      ),
      LIMIT,
    )

    expect([...zip.entries].map(([name, entry]) => [name, entry.unpacked])).toEqual([
      ['a', 3],
      ['b/c', 2],
    ])
    expect(zip.unpackedBytes).toBe(5)
    expect((await unpackWhole(zip, 'b/c', LIMIT))?.toString()).toBe('45')
    expect(await unpackWhole(zip, 'none', LIMIT)).toBeUndefined()
  })

  test.each([
    ['exactly the limit', LIMIT, undefined],
    ['one byte more', LIMIT + 1, 'too-large-unpacked'],
  ])('declared sizes of %s', async (_, declared, code) => {
    const path = await zipAt('declared.zip', zipOf([{ name: 'a', content: 'x', declared }]))

    const outcome = await inspectZip(path, LIMIT).then(
      () => undefined,
      (cause: unknown) => cause,
    )

    expect(outcome instanceof SheetRefused ? outcome.code : outcome).toBe(code)
  })

  test.each([
    ['unpacks to more than it declared', { packed: packedZeros(1), declared: 100 }, 'too-large-unpacked'],
    ['unpacks to less than it declared', { content: 'abc', declared: 100 }, 'damaged'],
    ['has another checksum', { content: 'abc', crc: 7 }, 'damaged'],
    ['is no deflate stream', { content: 'abc', packed: Buffer.from('ffffffffff', 'hex') }, 'damaged'],
    ['is encrypted', { content: 'abc', flags: 1 }, 'password-protected'],
  ])('an entry that %s is refused', async (_, entry, code) => {
    const zip = await inspectZip(await zipAt('entry.zip', zipOf([{ name: 'a', content: '', ...entry }])), LIMIT)

    await expect(unpackWhole(zip, 'a', LIMIT)).rejects.toMatchObject({ code })
  })
})

test('a workbook with any byte changed is read or refused, never anything else', async () => {
  const columns = [
    { title: '姓名', width: 8 },
    { title: '号', width: 8, text: true as const },
  ]
  await writeBook(at('whole.xlsx'), {
    sheets: [
      {
        name: 'a',
        columns,
        rows: [
          ['张三', '1'],
          ['李四', '2'],
        ],
      },
    ],
  })
  const whole = await readFile(at('whole.xlsx'))
  const plain = zipOf(
    bookEntries({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>', textsXml: '<sst><si><t>a</t></si></sst>' }),
  )
  const change = fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) })

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, plain),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (book, changes) => {
        const bytes = Buffer.from(book)
        for (const { place, byte } of changes) bytes[Math.floor(place * bytes.length)] = byte
        const path = await zipAt('changed.xlsx', bytes)

        const outcome = await openBook(path, 'changed.xlsx')
          .then(async (opened) => [await opened.head(0), await collect(opened.rows(0))])
          .catch((cause: unknown) => cause)

        expect(outcome instanceof SheetRefused || Array.isArray(outcome) ? 'answered' : outcome).toBe('answered')
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['unclosed columns', '<worksheet><cols>'.padEnd(2_000_000, '<col "'), 'read'],
  ['a preamble without an end', '<worksheet>'.padEnd(8_000_000, ' '), 'damaged'],
])(
  'a hostile sheet of %s is answered at once',
  async (_, start, answer) => {
    const sheetXml = `${start}<sheetData></sheetData></worksheet>`
    const path = await zipAt('hostile.xlsx', zipOf(bookEntries({ sheetXml })))

    const outcome = await openBook(path, 'hostile.xlsx')
      .then((book) => book.head(0))
      .then(
        () => 'read',
        (cause: unknown) => (cause instanceof SheetRefused ? cause.code : cause),
      )

    expect(outcome).toBe(answer)
  },
  10_000,
)
