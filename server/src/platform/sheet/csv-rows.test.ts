import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { delimiterOf } from './csv-book.ts'
import { CsvRows } from './csv-rows.ts'

function readInPieces(text: string, size: number, delimiter = ','): Cell[][] {
  const rows = new CsvRows(delimiter)
  const read: Cell[][] = []
  for (let at = 0; at <= text.length; at += size) {
    rows.add(text.slice(at, at + size), at + size > text.length)
    for (let row = rows.next(); row; row = rows.next()) read.push(row)
  }
  return read
}

test.each([
  ['a plain record', 'a,b\n', [['a', 'b']]],
  ['a last line without its end', 'a,b', [['a', 'b']]],
  ['line ends of Windows and old Macintosh', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['quotes with a comma, a line break and a quote', '"a,b","c\nd","e""f"\n', [['a,b', 'c\nd', 'e"f']]],
  ['a quote in the middle of a text', '5"管,x\n', [['5"管', 'x']]],
  ['empty cells', ',,a,\n', [[undefined, undefined, 'a', undefined]]],
  ['digits Excel was told to leave alone', '="0012",="320684197801011234"\n', [['0012', '320684197801011234']]],
  ['a number that was already damaged stays the text it is', '3.20684E+17\n', [['3.20684E+17']]],
  ['an error', '#REF!,#5\n', [[{ error: '#REF!' }, '#5']]],
  ['blank lines keep their number', 'a\n\nb\n', [['a'], [undefined], ['b']]],
] satisfies [string, string, Cell[][]][])('%s', (_, text, rows) => {
  expect(readInPieces(text, 1000)).toEqual(rows)
})

test('where the pieces are cut changes nothing', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '张', ',', '"', '\n', '\r', ' ', '𠮷'), maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 7 }),
      (rows, size) => {
        const text = rows.map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')

        expect(readInPieces(text, size)).toEqual(rows.map((row) => row.map((one) => (one === '' ? undefined : one))))
      },
    ),
  )
})

test.each([
  ['姓名,年龄\n张三,5\n', ','],
  ['姓名\t年龄\n张三,李四\t5\n', '\t'],
  ['a;b;c\n1,5;2;3\n', ';'],
  ['"a,b,c,d"|x\n', '|'],
  ['只有一列\n', ','],
])('the separator of %j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter)
})
