import { addDays, day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { describe, expect, test } from 'vitest'
import { blockingKeys } from './blocking-keys.ts'
import { comparePeople } from './compare-people.ts'
import { aPerson, cleanRecord, Dice, exact, homophoneOf, type SyntheticPerson, spelt } from './labelled-people.ts'
import type { LinkRecord } from './link-record.ts'

type Slip = (record: LinkRecord, person: SyntheticPerson, dice: Dice) => Partial<LinkRecord>

const withoutId: Partial<LinkRecord> = { idNumber: undefined }

describe('one slip of a clerk, all else well written, does not lose a person', () => {
  const slips: readonly (readonly [string, Slip])[] = [
    [
      'a homophone',
      (_, { characters }, dice) => spelt(characters.with(-1, homophoneOf(dice, characters.at(-1) ?? ''))),
    ],
    ['a given name of another sound', (_, { characters }) => spelt(characters.with(-1, '宝'))],
    ['a space in the name', (_, { characters }) => ({ name: characters.join('　') })],
    ['the surname alone', (_, { characters }) => spelt(characters.slice(0, 1))],
    ['no name', () => ({ name: '', syllables: [] })],
    ['no ID number', () => withoutId],
    ['an ID number of 15 digits', ({ idNumber = '' }) => ({ idNumber: idNumber.slice(0, 6) + idNumber.slice(8, 17) })],
    ['a small x', ({ idNumber = '' }) => ({ idNumber: idNumber.toLowerCase() })],
    ['a digit of the ID number lost', ({ idNumber = '' }) => ({ idNumber: idNumber.slice(0, 7) + idNumber.slice(8) })],
    ['a note for an ID number', () => ({ idNumber: '证件遗失' })],
    ['no birthday', () => ({ born: undefined })],
    [
      'a year of birth',
      (_, { born }) => ({ born: { day: findDayOf(partsOf(born).year, 1, 1) ?? born, precision: 'year' } }),
    ],
    ['a lunar birthday', (_, { born }) => ({ born: exact(addDays(born, -30)) })],
    ['another birthday', () => ({ born: exact(day('1931-01-31')) })],
    ['no sex', () => ({ sex: undefined })],
    ['the wrong sex', ({ sex }) => ({ sex: sex === 'male' ? 'female' : 'male' })],
    ['another town', () => ({ divisionCode: divisionCode('999999999201') })],
    ['another phone', () => ({ phones: ['13811112222'] })],
    ['no phone', () => ({ phones: [] })],
    ['another enlistment', () => ({ enlisted: exact(day('1949-12-01')) })],
  ]

  test.each(slips)('%s', (_, slip) => {
    const dice = new Dice(41)
    for (let at = 0; at < 200; at++) {
      const person = aPerson(dice)
      const record = cleanRecord(person)
      const badly = { ...record, ...slip(record, person, dice) }
      if (person.born >= '2000' && badly.idNumber?.length === 15) continue

      expect(['same', 'likely']).toContain(comparePeople(record, badly).band)
      expect(blockingKeys(badly).filter((key) => blockingKeys(record).includes(key))).not.toEqual([])
    }
  })
})

describe('one more thing that agrees never lowers the score, one that disagrees never raises it', () => {
  const dice = new Dice(42)
  const people = Array.from({ length: 300 }, () => cleanRecord(aPerson(dice)))
  const withhold: readonly (readonly [string, Partial<LinkRecord>])[] = [
    ['the ID number', withoutId],
    ['the birthday', { born: undefined }],
    ['the sex', { sex: undefined }],
    ['the division', { divisionCode: undefined }],
    ['the phones', { phones: [] }],
    ['the enlistment', { enlisted: undefined }],
  ]

  test.each(withhold)('%s that agrees', (_, less) => {
    for (const record of people) {
      const whole = { ...record, ...withoutId, enlisted: undefined }

      expect(comparePeople(whole, whole).score).toBeGreaterThanOrEqual(
        comparePeople(whole, { ...whole, ...less }).score,
      )
    }
  })

  test('the valid ID number of somebody else', () => {
    for (const [at, stranger] of people.slice(1).entries()) {
      const record = people[at] ?? stranger
      const unlike = { ...record, idNumber: stranger.idNumber }

      expect(comparePeople(record, unlike).score).toBeLessThan(comparePeople(record, { ...record, ...withoutId }).score)
    }
  })
})
