import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleIdNumber, sampleSetting } from '../sample-sheets.ts'
import { idNumberReader } from './id-number.ts'

const read = (cell: Cell) => idNumberReader.read(cell, sampleSetting)
const good = sampleIdNumber('19780501', '001')
const endsInX = '11010519491231002X'

describe('an ID number is read through its wrapping', () => {
  test.each<[string, Cell, string]>([
    ['as it is', good, good],
    ['with spaces around', `  ${good} `, good],
    ['with spaces inside', `${good.slice(0, 6)} ${good.slice(6, 14)} ${good.slice(14)}`, good],
    ['with a no-break space', `${good}\u00a0`, good],
    ['with an ideographic space', `\u3000${good}`, good],
    ['with a line break', `${good}\n`, good],
    ['with a zero-width mark', `\u200b${good}`, good],
    ['with a leading apostrophe', `'${good}`, good],
    ['with a leading typographic apostrophe', `’${good}`, good],
    ['with a leading full-width apostrophe', `＇${good}`, good],
    ['with a backquote', `\`${good}`, good],
    ['ending in a small x', '11010519491231002x', endsInX],
    ['ending in a full-width X', '11010519491231002Ｘ', endsInX],
    ['ending in a full-width small x', '11010519491231002ｘ', endsInX],
    ['ending in a times sign', '11010519491231002×', endsInX],
    ['in full-width digits', '１１０１０５１９４９１２３１００２Ｘ', endsInX],
    ['an example of the standard', '440524188001010014', '440524188001010014'],
    ['another example of the standard', '34052419800101001X', '34052419800101001X'],
  ])('%s', (_, cell, expected) => {
    const reading = read(cell)

    expect(reading.value).toBe(expected)
    expect(reading.flaws).toEqual([])
  })

  test('a number that needed no mending says nothing', () => {
    expect(read(good).repaired).toBeUndefined()
  })

  test.each<[string, Cell]>([
    ['an apostrophe', `'${good}`],
    ['full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a small x', '11010519491231002x'],
  ])('mending of %s is said', (_, cell) => {
    expect(read(cell).repaired).toMatch(/读入/)
  })
})

describe('an ID number that is damaged is held and never guessed', () => {
  test.each<[string, Cell, string, string]>([
    ['a number cell of 18 digits', 320625195805010000, 'id-precision-lost', 'Excel 只保留前 15 位'],
    ['a number cell of 17 digits', 32062519580501000, 'id-precision-lost', 'Excel 只保留前 15 位'],
    ['scientific notation', '3.20625E+17', 'id-scientific', '科学计数法'],
    ['scientific notation of the issue', '1.23E+17', 'id-scientific', '科学计数法'],
    ['scientific notation in small letters', '1.23e17', 'id-scientific', '科学计数法'],
    ['scientific notation in full width', '１.２３Ｅ+１７', 'id-scientific', '科学计数法'],
    ['a text with the tail of a float', '320625195805010000', 'id-precision-lost', 'Excel 只保留前 15 位'],
    ['17 digits', good.slice(0, 17), 'id-length', '应为 18 位，现为 17 位'],
    ['19 digits', `${good}1`, 'id-length', '应为 18 位，现为 19 位'],
    ['a few digits', 12345, 'id-length', '应为 18 位，现为 5 位'],
    ['a letter inside', '99999919A80501001X', 'id-character', '其他字符'],
    ['stars of a masked list', '320625********1234', 'id-character', '其他字符'],
    ['a month 13', '320625197813010011', 'id-birth', '19781301 不存在'],
    ['a 30 February', '320625197802300011', 'id-birth', '19780230 不存在'],
    ['15 digits with a month 13', '320625781301001', 'id-birth', '15 位旧号'],
    ['15 characters with a letter', '32062578A501001', 'id-character', '其他字符'],
    ['words', '未办理身份证', 'id-length', '应为 18 位'],
    ['a formula error', { error: '#N/A' }, 'cell-error', '#N/A'],
    ['true', true, 'id-length', '应为 18 位'],
  ])('%s', (_, cell, code, words) => {
    const reading = read(cell)

    expect(reading.value).toBeUndefined()
    expect(reading.flaws).toMatchObject([{ code, severity: 'held' }])
    expect(reading.flaws[0]?.what).toContain(words)
  })

  test('a wrong check character is said in the bureau’s sentence', () => {
    const wrong = read('110105194912310028')

    expect(wrong.flaws[0]?.what).toBe('校验位应为 X，现为 8。请核对证件后改正，或留待核实。')
  })

  test('no sentence repeats the number itself', () => {
    for (const cell of ['110105194912310028', '1101051949123100281', '99999919A80501001X']) {
      expect(read(cell).flaws[0]?.what).not.toContain(cell)
    }
  })
})

test('a valid number that ends in three zeros is read, and warned of', () => {
  const sequences = Array.from({ length: 10 }, (_, tens) => `${tens}00`)
  const births = ['19500101', '19500102', '19500103', '19500104', '19500105', '19500106', '19500107']
  const numbers = births.flatMap((birth) => sequences.map((sequence) => sampleIdNumber(birth, sequence)))
  const endingInZeros = numbers.filter((number) => number.endsWith('000'))

  expect(endingInZeros.length).toBeGreaterThan(0)
  for (const number of endingInZeros) {
    expect(read(number)).toMatchObject({ value: number, flaws: [{ code: 'id-precision-lost', severity: 'warned' }] })
  }
})

describe('an old number of 15 digits', () => {
  test('is lengthened with 19 and its check, and says so', () => {
    const reading = read('320625780501001')

    expect(reading.value).toMatch(/^32062519780501001[\dX]$/)
    expect(reading.repaired).toContain('15 位旧号')
  })

  test('is exact also as a number cell', () => {
    expect(read(320625780501001).value).toBe(read('320625780501001').value)
  })
})

const validNumbers = fc
  .record({
    year: fc.integer({ min: 1900, max: 2020 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, dayOfMonth, sequence }) => {
    const birth = `${year}${String(month).padStart(2, '0')}${String(dayOfMonth).padStart(2, '0')}`
    return sampleIdNumber(birth, String(sequence).padStart(3, '0'))
  })

const wide = (text: string) => text.replace(/[\dA-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))

const disguises: readonly ((number: string) => string)[] = [
  (number) => number.toLowerCase(),
  wide,
  (number) => `'${number}`,
  (number) => `’${number}`,
  (number) => [...number].join(' '),
  (number) => `\u3000${number}\u00a0`,
  (number) => `${number.slice(0, 6)}\n${number.slice(6)}`,
  (number) => `\ufeff${number}`,
]

test('any valid number survives any of the disguises, and any two of them', () => {
  const disguise = fc.constantFrom(...disguises)
  fc.assert(
    fc.property(validNumbers, disguise, disguise, (number, first, second) => {
      expect(read(second(first(number))).value).toBe(number)
    }),
  )
})

test('one changed digit never gives another number', () => {
  fc.assert(
    fc.property(validNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digit = String((Number(number[at]) + by) % 10)
      const changed = number.slice(0, at) + digit + number.slice(at + 1)

      expect(read(changed).value).toBeUndefined()
    }),
  )
})

test('a number cell beyond fifteen digits is never read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10 ** 15, max: Number.MAX_SAFE_INTEGER }), (number) => {
      expect(read(number).value).toBeUndefined()
    }),
  )
})
