import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { checkCharacterOf } from '@dongzhou/terms/id-number'
import { describe, expect, test } from 'vitest'
import { blockingKeys } from './blocking-keys.ts'
import { comparePeople } from './compare-people.ts'
import { labelledPairs } from './labelled-pairs.ts'
import type { LinkRecord } from './link-record.ts'
import { linkageWeights } from './weights.ts'

const valid = (first17: string): string => first17 + checkCharacterOf(first17)
const exact = (text: string) => ({ day: day(text), precision: 'day' as const })

const zhang: LinkRecord = {
  name: '张建国',
  syllables: ['zhang', 'jian', 'guo'],
  idNumber: valid('99999919580501001'),
  born: exact('1958-05-01'),
  sex: 'male',
  divisionCode: divisionCode('999999102201'),
  phones: ['13900001234'],
  enlisted: exact('1976-12-01'),
}
const bare: LinkRecord = { name: '张建国', syllables: zhang.syllables, phones: [] }
const other = (change: Partial<LinkRecord>): LinkRecord => ({ ...zhang, ...change })
const codesOf = (one: LinkRecord, two: LinkRecord): readonly string[] =>
  comparePeople(one, two).reasons.map((it) => it.code)

describe('who is the same person', () => {
  test.each([
    ['the same record twice', zhang, 'same'],
    ['the ID in its old form and nothing else but the name', { ...bare, idNumber: '999999580501001' }, 'same'],
    ['one wrong digit in the ID', other({ idNumber: `8${zhang.idNumber?.slice(1)}` }), 'same'],
    ['a homophone with the same ID', other({ name: '张健国' }), 'same'],
    ['no ID, all else the same', other({ idNumber: undefined }), 'same'],
    [
      'no ID, a homophone, day and month swapped',
      other({ idNumber: undefined, name: '张健国', born: exact('1958-01-05') }),
      'likely',
    ],
    ['name, birthday and sex only', { ...bare, born: zhang.born, sex: 'male' }, 'likely'],
    ['the name alone', bare, 'different'],
    ['the name and the village', { ...bare, divisionCode: zhang.divisionCode }, 'possible'],
    [
      'the ID on another name',
      other({
        name: '李学友',
        syllables: ['li', 'xue', 'you'],
        phones: [],
        enlisted: undefined,
        divisionCode: undefined,
      }),
      'possible',
    ],
    [
      'a twin brother',
      other({ name: '张建军', syllables: ['zhang', 'jian', 'jun'], idNumber: valid('99999919580501003') }),
      'different',
    ],
    ['a namesake with another valid ID', other({ idNumber: valid('99999919580501015') }), 'different'],
    [
      'the wife at the same phone',
      {
        name: '李秀英',
        syllables: ['li', 'xiu', 'ying'],
        sex: 'female',
        born: exact('1960-03-04'),
        phones: zhang.phones,
      },
      'different',
    ],
  ] as const)('%s', (_, record, band) => {
    expect(comparePeople(zhang, record).band).toBe(band)
    expect(comparePeople(record, zhang)).toEqual(comparePeople(zhang, record))
  })

  test('the score is what the reasons add up to, and each reason is said in words', () => {
    const answer = comparePeople(zhang, other({ idNumber: undefined, name: '张健国', phones: [] }))

    expect(answer.reasons).toEqual([
      { code: 'name-homophone', weight: 21, say: '姓名同音，用字不同' },
      { code: 'birth-same', weight: 26, say: '出生日期相同' },
      { code: 'sex-same', weight: 2, say: '性别相同' },
      { code: 'village-same', weight: 8, say: '同一村（社区）' },
      { code: 'enlisted-same', weight: 8, say: '入伍时间相同' },
    ])
    expect(answer.score).toBe(21 + 26 + 2 + 8 + 8)
  })

  test('two valid ID numbers that differ are said to conflict', () => {
    const answer = comparePeople(zhang, other({ idNumber: valid('99999919580501015') }))

    expect(answer.reasons).toContainEqual({ code: 'id-both-valid-different', weight: -60, say: '身份证号不同且均有效' })
  })

  test('two valid ID numbers that differ are never the same, even where the weights would have it', () => {
    const { reasons } = linkageWeights
    const lenient = { ...linkageWeights, reasons: { ...reasons, 'id-both-valid-different': [0, '不计'] as const } }

    const answer = comparePeople(zhang, other({ idNumber: valid('99999919580501015'), relatives: ['李秀英'] }), lenient)

    expect(answer.score).toBe(linkageWeights.bands.same - 1)
    expect(answer.band).toBe('likely')
  })

  test.each([
    ['sex', other({ sex: 'female' }), 'sex-different'],
    ['another town', other({ divisionCode: divisionCode('999999103201') }), 'place-different'],
    ['another village of the town', other({ divisionCode: divisionCode('999999102202') }), 'town-same'],
    ['the town only', other({ divisionCode: divisionCode('999999102000') }), 'town-same'],
    ['another county', other({ divisionCode: divisionCode('999998000000') }), 'place-different'],
    ['another phone', other({ phones: ['13900009999'] }), 'phone-different'],
    ['one phone of two, written otherwise', other({ phones: ['13900009999', '139-0000-1234'] }), 'phone-shared'],
    ['another month of the year of enlistment', other({ enlisted: exact('1976-03-01') }), 'enlisted-same-year'],
    [
      'the year of enlistment only',
      other({ enlisted: { day: day('1976-01-01'), precision: 'year' } }),
      'enlisted-same-year',
    ],
    ['an enlistment years away', other({ enlisted: exact('1990-03-01') }), 'enlisted-different'],
  ] as const)('%s gives the reason %s', (_, record, code) => {
    expect(codesOf(zhang, record)).toContain(code)
  })

  test.each([
    ['the county only says nothing', other({ divisionCode: divisionCode('999999000000') }), /place|town|village/],
    ['the year beside the year before says nothing', other({ enlisted: exact('1975-12-01') }), /enlisted/],
    ['an unknown sex says nothing', other({ sex: undefined }), /sex/],
    ['no phone says nothing', other({ phones: [] }), /phone/],
  ])('%s', (_, record, codes) => {
    expect(codesOf(zhang, record).filter((code) => codes.test(code))).toEqual([])
  })

  test('two records that know the town only are in one town, not in one village', () => {
    const town = other({ divisionCode: divisionCode('999999102000') })

    expect(codesOf(town, town)).toContain('town-same')
  })

  test('a shared relative speaks for, none shared says nothing', () => {
    const family = { ...zhang, relatives: ['李秀英', '张 晓'] }

    expect(codesOf(family, { ...bare, relatives: ['张晓'] })).toContain('relative-shared')
    expect(codesOf(family, { ...bare, relatives: ['王芳'] })).not.toContain('relative-shared')
  })

  test('a common two-character name counts for less', () => {
    const wang: LinkRecord = { name: '王伟', syllables: ['wang', 'wei'], phones: [] }

    expect(codesOf(wang, wang)).toEqual(['name-same', 'name-is-common'])
  })

  test('reasons hold no name, number or phone', () => {
    for (const { one, other: two } of labelledPairs(5, 400)) {
      const said = JSON.stringify(comparePeople(one, two).reasons)
      expect(said).not.toContain(one.name)
      expect(said).not.toMatch(/\d{4}/)
    }
  })
})

describe('on a labelled synthetic set of 8,000 pairs a seed, half of them two people hard to tell apart', () => {
  // Seed 1 was looked at when the bands were set; 11 and 12 were not.
  test.each([1, 11, 12])('seed %i keeps the floors of precision, recall and blocking', (seed) => {
    const judged = labelledPairs(seed, 8000).map((pair) => ({ ...pair, ...comparePeople(pair.one, pair.other) }))
    const positives = judged.filter((it) => it.isSamePerson)
    const same = judged.filter((it) => it.band === 'same')
    const found = judged.filter((it) => it.band === 'same' || it.band === 'likely')
    const trueFound = found.filter((it) => it.isSamePerson)
    const blocked = (pairs: typeof judged) => pairs.filter((it) => shareKey(it.one, it.other))

    expect(same.filter((it) => it.isSamePerson).length / same.length).toBeGreaterThanOrEqual(0.995)
    expect(same.length / positives.length).toBeGreaterThanOrEqual(0.75)
    expect(trueFound.length / positives.length).toBeGreaterThanOrEqual(0.95)
    expect(trueFound.length / found.length).toBeGreaterThanOrEqual(0.98)
    expect(blocked(found).length / found.length).toBeGreaterThanOrEqual(0.99)
    expect(blocked(positives).length / positives.length).toBeGreaterThanOrEqual(0.98)
  })

  test('twins, brothers, fathers and strangers are never the same person', () => {
    const wrong = labelledPairs(13, 8000)
      .filter((it) => /twin|brother|father|stranger|comrade|husband/.test(it.story))
      .filter((it) => comparePeople(it.one, it.other).band === 'same')

    expect(wrong.map((it) => it.story)).toEqual([])
  })

  test('two valid ID numbers that differ are never the same', () => {
    const both = labelledPairs(14, 8000)
      .map(({ one, other: two }) => comparePeople(one, two))
      .filter((it) => it.reasons.some((reason) => reason.code === 'id-both-valid-different'))

    expect(both.length).toBeGreaterThan(1000)
    expect(both.filter((it) => it.band === 'same')).toEqual([])
  })

  test('who is first does not matter', () => {
    for (const { one, other: two } of labelledPairs(15, 2000)) {
      expect(comparePeople(two, one)).toEqual(comparePeople(one, two))
    }
  })

  test('every score is from 0 to 100 and its band is that of the score', () => {
    const { bands } = linkageWeights
    for (const { one, other: two } of labelledPairs(16, 2000)) {
      const { score, band } = comparePeople(one, two)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(band === 'same').toBe(score >= bands.same)
      expect(band === 'different').toBe(score < bands.possible)
    }
  })

  test('the same seed makes the same set, another seed another', () => {
    expect(labelledPairs(7, 20)).toEqual(labelledPairs(7, 20))
    expect(labelledPairs(7, 20)).not.toEqual(labelledPairs(8, 20))
  })
})

function shareKey(one: LinkRecord, two: LinkRecord): boolean {
  const keys = new Set(blockingKeys(one))
  return blockingKeys(two).some((key) => keys.has(key))
}
