import { isWithin, levelOf, parentOf } from '@dongzhou/terms/division'
import { expect, test } from 'vitest'
import seed from './320614.seed.json' with { type: 'json' }
import { haimenDivisions } from './seed.ts'

test('Haimen has one county row, 22 street-level and 307 village-level rows', () => {
  const counts = { county: 0, town: 0, village: 0 }

  for (const division of haimenDivisions) counts[division.level] += 1

  expect(counts).toEqual({ county: 1, town: 22, village: 307 })
})

test('every code is unique and names the level that the published row says', () => {
  expect(new Set(haimenDivisions.map((division) => division.code)).size).toBe(haimenDivisions.length)
  expect(haimenDivisions.filter((division, at) => division.level !== seed.divisions[at]?.level)).toEqual([])
})

test('every parent exists, stands before its children, and is the one the code says', () => {
  const seen = new Set<string>()

  for (const division of haimenDivisions) {
    expect(division.parent).toBe(parentOf(division.code))
    if (division.parent !== undefined) {
      expect(seen).toContain(division.parent)
      expect(isWithin(division.code, division.parent)).toBe(true)
      expect(levelOf(division.parent)).not.toBe('village')
    }
    seen.add(division.code)
  }
})

test('inside one town a name or alias means one village only', () => {
  const owners = new Map<string, string>()

  for (const division of haimenDivisions) {
    for (const word of [division.name, ...division.aliases]) {
      const key = `${division.parent ?? ''} ${word}`
      expect(owners.get(key), key).toBeUndefined()
      owners.set(key, division.code)
    }
  }
})

test('no village may be called by the name of a town', () => {
  const towns = new Set(
    haimenDivisions.filter((it) => it.level === 'town').flatMap((it) => [it.name, it.shortName, ...it.aliases]),
  )

  const confused = haimenDivisions.filter((it) => it.level === 'village' && it.aliases.some((word) => towns.has(word)))

  expect(confused).toEqual([])
})

test.each([
  ['320614416000', '天补镇'],
  ['320614105000', '货隆镇'],
  ['320614106000', '树勋镇'],
  ['320614400000', '海门街道'],
])('%s is also found by the former name %s', (code, formerName) => {
  expect(haimenDivisions.find((division) => division.code === code)?.aliases).toContain(formerName)
})

test('names carry no stray space and short names no 村委会 or 居委会', () => {
  for (const division of haimenDivisions) {
    expect(division.name).toBe(division.name.trim())
    expect(division.shortName).not.toMatch(/村委会|居委会|虚拟|^$/)
  }
})

test('the seed says where it comes from', () => {
  expect(seed.source).toContain('国家统计局')
  expect(seed.year).toBe(2023)
})
