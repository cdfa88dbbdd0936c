import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'

describe('the canonical text', () => {
  test.each<[string, unknown, string]>([
    ['keys are ordered at every depth', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['keys are ordered by code unit, not by language', { 乙: 1, 甲: 2, Z: 3, a: 4 }, '{"Z":3,"a":4,"乙":1,"甲":2}'],
    ['null stays', { a: null }, '{"a":null}'],
    ['what is undefined is not there', { a: undefined, b: [undefined] }, '{"b":[null]}'],
    ['the order of a list counts', [3, 1, 2], '[3,1,2]'],
    ['a line break inside a text is escaped', 'a\nb', '"a\\nb"'],
    ['minus zero is zero, as in jsonb', -0, '0'],
    ['a Date is its ISO text', { at: new Date('2025-06-30T16:00:00Z') }, '{"at":"2025-06-30T16:00:00.000Z"}'],
    ['half a surrogate is escaped, not lost', '\uD842', '"\\ud842"'],
  ])('%s', (_, value, expected) => {
    expect(canonicalText(value)).toBe(expected)
  })

  test('reads back as the same value, and is the same for keys in any order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())

        expect(canonicalText(turned)).toBe(canonicalText(value))
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test.each<[string, unknown]>([
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', 1n],
    ['a function', { a: () => 1 }],
    ['nothing at all', undefined],
  ])('%s is refused, since JSON cannot hold it', (_, value) => {
    expect(() => canonicalText(value)).toThrow(TypeError)
  })
})
