import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeGb18030 } from './gb18030.ts'

const decoder = new TextDecoder('gb18030', { fatal: true })

test.each([
  ['海门', 'ba a3 c3 c5'],
  ['謇', 'e5 c0'],
  ['A1,\r\n', '41 31 2c 0d 0a'],
  ['€', 'a2 e3'],
  ['㐀', '81 39 ee 39'],
  ['𠮷', '95 34 b2 35'],
])('%s is written as the standard says', (text, bytes) => {
  expect(Buffer.from(encodeGb18030(text)).toString('hex')).toBe(bytes.replaceAll(' ', ''))
})

test('whatever is written can be read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(text.isWellFormed() && !/[\ue000-\uf8ff\ufffd]/.test(text))

      expect(decoder.decode(encodeGb18030(text))).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('half a character has no code', () => {
  expect(() => encodeGb18030('\ud840')).toThrow(RangeError)
})
