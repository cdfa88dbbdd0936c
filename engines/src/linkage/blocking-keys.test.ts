import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { describe, expect, test } from 'vitest'
import { blockingKeys } from './blocking-keys.ts'
import { labelledPairs } from './labelled-pairs.ts'
import { aPerson, cleanRecord, Dice } from './labelled-people.ts'
import type { LinkRecord } from './link-record.ts'

const exact = (text: string) => ({ day: day(text), precision: 'day' as const })
const bare: LinkRecord = { name: '徐莉', syllables: ['xu', 'li'], phones: [] }
const whole: LinkRecord = {
  ...bare,
  idNumber: '999999195805010013',
  born: exact('1958-05-01'),
  divisionCode: divisionCode('999999102201'),
  phones: ['13900001234'],
  enlisted: exact('1976-12-01'),
}

describe('two records worth comparing share a key', () => {
  test.each([
    ['the old form of the ID', { ...bare, idNumber: '999999580501001' }],
    [
      'an ID with a wrong digit in front',
      { ...bare, name: '王芳', syllables: ['wang', 'fang'], idNumber: '899999195805010013' },
    ],
    [
      'an ID with a wrong digit at the end',
      { ...bare, name: '王芳', syllables: ['wang', 'fang'], idNumber: '999999195805010813' },
    ],
    ['an ID that a sheet cut', { ...bare, name: '王芳', syllables: ['wang', 'fang'], idNumber: '999999195805010000' }],
    ['an ID that lost a digit', { ...bare, idNumber: '99999919580501013' }],
    ['name and year of birth', { ...bare, born: { day: day('1958-01-01'), precision: 'year' } }],
    ['a homophone of the same year', { ...bare, name: '许丽', born: { day: day('1958-01-01'), precision: 'year' } }],
    [
      'a look-alike of the same year',
      { ...bare, name: '涂莉', syllables: ['tu', 'li'], born: { day: day('1958-01-01'), precision: 'year' } },
    ],
    ['day and month swapped in another year', { ...bare, born: exact('1960-01-05') }],
    ['the name in the village', { ...bare, divisionCode: divisionCode('999999102201') }],
    ['the name and the year of enlistment', { ...bare, enlisted: { day: day('1976-01-01'), precision: 'year' } }],
    [
      'the birthday in the town, under any name',
      {
        ...bare,
        name: '小妹',
        syllables: ['xiao', 'mei'],
        born: exact('1958-05-01'),
        divisionCode: divisionCode('999999102000'),
      },
    ],
    [
      'the birthday with surname and last character',
      { ...bare, name: '徐小莉', syllables: ['xu', 'xiao', 'li'], born: exact('1958-05-01') },
    ],
    [
      'the phone in the family',
      { ...bare, name: '徐建国', syllables: ['xu', 'jian', 'guo'], phones: ['139 0000 1234'] },
    ],
  ] as const)('%s', (_, record) => {
    const keys = blockingKeys(whole)

    expect(blockingKeys(record).filter((key) => keys.includes(key))).not.toEqual([])
  })

  test.each([
    ['the name alone', bare],
    [
      'another name of the same year',
      { ...bare, name: '王芳', syllables: ['wang', 'fang'], born: { day: day('1958-01-01'), precision: 'year' } },
    ],
    [
      'the village alone',
      { ...bare, name: '王芳', syllables: ['wang', 'fang'], divisionCode: divisionCode('999999102201') },
    ],
    [
      'the phone under another surname',
      { ...bare, name: '王芳', syllables: ['wang', 'fang'], phones: ['13900001234'] },
    ],
    ['nothing at all', { name: '', syllables: [], phones: [] }],
    ['a note for an ID', { ...bare, idNumber: '不详' }],
  ] as const)('not for %s', (_, record) => {
    const keys = blockingKeys(whole)

    expect(blockingKeys(record).filter((key) => keys.includes(key))).toEqual([])
  })

  test('each key stands once, and a record has at most twenty', () => {
    for (const { one, other } of labelledPairs(21, 2000)) {
      for (const keys of [blockingKeys(one), blockingKeys(other)]) {
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.length).toBeLessThanOrEqual(20)
      }
    }
  })

  test('among 20,000 people the average record has few candidates', () => {
    const dice = new Dice(22)
    const people = Array.from({ length: 20_000 }, () => blockingKeys(cleanRecord(aPerson(dice))))
    const blocks = new Map<string, number>()
    for (const key of people.flat()) blocks.set(key, (blocks.get(key) ?? 0) + 1)

    const candidates = people
      .slice(0, 2000)
      .map((keys) => keys.reduce((sum, key) => sum + (blocks.get(key) ?? 0) - 1, 0))
    expect(candidates.reduce((sum, it) => sum + it, 0) / candidates.length).toBeLessThan(3)
  })
})
