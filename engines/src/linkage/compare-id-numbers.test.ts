import { checkCharacterOf } from '@dongzhou/terms/id-number'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareIdNumbers } from './compare-id-numbers.ts'

const valid = (first17: string): string => first17 + checkCharacterOf(first17)

const one = valid('99999919580501001')
const twin = valid('99999919580501003')

describe('two ID numbers', () => {
  test.each([
    ['the same', one, one, 'id-same'],
    [
      'a small x and spaces',
      valid('99999919580501012'),
      valid('99999919580501012')
        .toLowerCase()
        .replace(/(.{6})/g, '$1 '),
      'id-same',
    ],
    ['the old form of 15 digits', one, '999999580501001', 'id-same-old-form'],
    ['both in the old form', '999999580501001', ' 999999 580501001', 'id-same'],
    ['a wrong digit in the sequence', one, `${one.slice(0, 15)}7${one.slice(16)}`, 'id-one-character'],
    ['a wrong digit in the address', one, `8${one.slice(1)}`, 'id-one-character'],
    ['a wrong check character', one, one.slice(0, 17) + (one.endsWith('0') ? '1' : '0'), 'id-one-character'],
    ['a wrong digit in the birth', one, `${one.slice(0, 9)}9${one.slice(10)}`, 'id-one-character-in-birth'],
    ['a wrong last digit of the birth', one, `${one.slice(0, 13)}2${one.slice(14)}`, 'id-one-character-in-birth'],
    ['two neighbouring digits wrong, not transposed', one, `${one.slice(0, 10)}51${one.slice(12)}`, 'id-different'],
    ['two digits transposed', one, `${one.slice(0, 10)}50${one.slice(12)}`, 'id-two-swapped'],
    ['a digit left out', one, one.slice(0, 8) + one.slice(9), 'id-character-lost'],
    ['the first digit left out', one, one.slice(1), 'id-character-lost'],
    ['one digit too many', one, `${one.slice(0, 8)}1${one.slice(8)}`, 'id-character-lost'],
    ['a wrong digit in the old form', one, '999999580501007', 'id-one-character'],
    ['the birth of the old form one digit off', one, '999999590501001', 'id-one-character-in-birth'],
    ['a twin with the next number', one, twin, 'id-both-valid-different'],
    ['another person', one, valid('99999819700101123'), 'id-both-valid-different'],
    ['two wrong digits far apart', one, `8${one.slice(1, 16)}9${one.slice(17)}`, 'id-different'],
    ['a stranger whose number is damaged', one, '999998197001011230', 'id-different'],
    ['a stranger in the old form', one, '999998700101123', 'id-different'],
    ['a note instead of a number', one, '不详', 'id-different'],
    ['none', one, undefined, undefined],
    ['an empty cell', '', one, undefined],
  ])('%s', (_, mine, theirs, code) => {
    expect(compareIdNumbers(mine, theirs)).toBe(code)
    expect(compareIdNumbers(theirs, mine)).toBe(code)
  })

  test('a number that a sheet cut after 15 digits is recognised, unless the cut made it valid', () => {
    const cut = `${one.slice(0, 15)}000`
    const accident = Array.from({ length: 99 }, (_, at) =>
      valid(`9999991958${String(501 + at).padStart(4, '0')}000`.slice(0, 17)),
    ).find((it) => it.endsWith('0'))

    expect(compareIdNumbers(one, cut)).toBe('id-cut-by-sheet')
    expect(compareIdNumbers(cut, one)).toBe('id-cut-by-sheet')
    expect(accident && compareIdNumbers(valid(`${accident.slice(0, 14)}011`), accident)).toBe('id-both-valid-different')
  })

  const number = fc
    .tuple(fc.integer({ min: 1930, max: 1999 }), fc.integer({ min: 101, max: 128 }), fc.integer({ min: 0, max: 999 }))
    .map(([year, monthDay, sequence]) => valid(`999999${year}0${monthDay}${String(sequence).padStart(3, '0')}`))

  test('one typing slip in a number never makes it look like another valid number', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (it, at, step) => {
        fc.pre(/\d/.test(it.charAt(at)))
        const slip = it.slice(0, at) + ((Number(it[at]) + step) % 10) + it.slice(at + 1)
        expect(compareIdNumbers(it, slip)).toMatch(/^id-(one-character|cut-by-sheet)/)
      }),
    )
  })

  test('every number agrees with its own old form', () => {
    fc.assert(
      fc.property(number, (it) => {
        expect(compareIdNumbers(it, it.slice(0, 6) + it.slice(8, 17))).toBe('id-same-old-form')
      }),
    )
  })
})
