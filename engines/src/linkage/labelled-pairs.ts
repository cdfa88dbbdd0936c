import { addDays, type DatedTo, type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { inStandardForm, withLookAlikesFolded } from './alike-characters.ts'
import {
  aPerson,
  cleanRecord,
  Dice,
  exact,
  givenCharacter,
  homophoneOf,
  idNumberFor,
  type SyntheticPerson,
  spelt,
} from './labelled-people.ts'
import type { LinkRecord } from './link-record.ts'

/** Two records and the truth about them; `story` says what kind of pair it is. */
export interface LabelledPair {
  readonly one: LinkRecord
  readonly other: LinkRecord
  readonly isSamePerson: boolean
  readonly story: string
}

/** 标注集 (labelled set): half one person written twice, half two people, most of them hard to tell apart. For tests and measurements. */
export function labelledPairs(seed: number, count: number): readonly LabelledPair[] {
  const dice = new Dice(seed)
  return Array.from({ length: count }, (_, at) => (at % 2 === 0 ? samePerson(dice) : twoPeople(dice)))
}

function samePerson(dice: Dice): LabelledPair {
  const person = aPerson(dice)
  return {
    one: writtenWell(dice, person),
    other: writtenBadly(dice, person),
    isSamePerson: true,
    story: 'same',
  }
}

function twoPeople(dice: Dice): LabelledPair {
  const person = aPerson(dice)
  const story = dice.pick(Object.keys(stories))
  const drawn = stories[story]?.(dice, person) ?? aPerson(dice)
  // Two namesakes of one birthday may draw one sequence; the police would not have.
  const isBorrowed = drawn.idNumber === person.idNumber && drawn.born === person.born
  const double = isBorrowed
    ? { ...drawn, idNumber: idNumberFor(dice, drawn.born, drawn.sex, nextSequence(person)) }
    : drawn
  return { one: writtenWell(dice, person), other: writtenWell(dice, double), isSamePerson: false, story }
}

const stories: Readonly<Record<string, (dice: Dice, person: SyntheticPerson) => SyntheticPerson>> = {
  twin: (dice, person) => {
    const [surname = '', ...given] = person.characters
    return {
      ...person,
      characters: [surname, ...given.slice(0, -1), another(dice, given.at(-1) ?? '')],
      idNumber: idNumberFor(dice, person.born, person.sex, nextSequence(person)),
      phone: dice.inHundred(50) ? person.phone : aPerson(dice).phone,
    }
  },
  namesake: (dice, person) => ({
    ...aPerson(dice),
    characters: person.characters,
    sex: person.sex,
    divisionCode: person.divisionCode,
  }),
  'namesake of the same year': (dice, person) => {
    const born = findDayOf(partsOf(person.born).year, dice.between(1, 12), dice.between(1, 28)) ?? person.born
    const double = aPerson(dice)
    const { characters, divisionCode: village, enlisted, sex } = person
    return { ...double, characters, divisionCode: village, enlisted, sex, born, idNumber: idNumberFor(dice, born, sex) }
  },
  father: (dice, person) => {
    const born = findDayOf(partsOf(person.born).year - dice.between(20, 32), dice.between(1, 12), dice.between(1, 28))
    const father = born ?? person.born
    const given = [givenCharacter(dice), givenCharacter(dice)]
    return {
      ...person,
      characters: [person.characters[0] ?? '', ...given],
      born: father,
      sex: 'male',
      idNumber: idNumberFor(dice, father, 'male'),
      enlisted: addDays(person.enlisted, -9000),
    }
  },
  brother: (dice, person) => {
    const born = addDays(person.born, dice.between(330, 1500))
    const characters = [...person.characters.slice(0, -1), another(dice, person.characters.at(-1) ?? '')]
    return { ...person, characters, born, idNumber: idNumberFor(dice, born, person.sex) }
  },
  "the husband's ID number on the wife's row": (dice, person) => ({
    ...person,
    characters: aPerson(dice).characters,
    born: addDays(person.born, dice.between(-1500, 1500)),
    sex: person.sex === 'male' ? 'female' : 'male',
  }),
  'namesake born on the same day elsewhere': (dice, person) => {
    const { characters, born, sex } = person
    return { ...aPerson(dice), characters, born, sex, idNumber: idNumberFor(dice, born, sex) }
  },
  comrade: (dice, person) => ({
    ...aPerson(dice),
    divisionCode: person.divisionCode,
    enlisted: person.enlisted,
    born: person.born,
  }),
  stranger: (dice) => aPerson(dice),
}

function nextSequence(person: SyntheticPerson): number {
  const sequence = Number(person.idNumber.slice(14, 17)) + 2
  return sequence - (sequence % 2)
}

function another(dice: Dice, character: string): string {
  const other = givenCharacter(dice)
  return other === character ? '福' : other
}

function writtenWell(dice: Dice, person: SyntheticPerson): LinkRecord {
  return withGaps(dice, cleanRecord(person), 0.5)
}

function writtenBadly(dice: Dice, person: SyntheticPerson): LinkRecord {
  const record: LinkRecord = {
    ...miswrittenName(dice, person.characters),
    idNumber: miswrittenId(dice, person),
    born: miswrittenBirth(dice, person.born),
    sex: person.sex,
    divisionCode: miswrittenPlace(dice, person),
    phones: [dice.inHundred(35) ? aPerson(dice).phone : person.phone],
    enlisted: miswrittenYear(dice, person.enlisted),
  }
  return withGaps(dice, record, 1)
}

function withGaps(dice: Dice, record: LinkRecord, share: number): LinkRecord {
  const kept = <T>(value: T, missingInHundred: number): T | undefined =>
    dice.inHundred(missingInHundred * share) ? undefined : value
  return {
    name: record.name,
    syllables: record.syllables,
    idNumber: kept(record.idNumber, 16),
    born: kept(record.born, 8),
    sex: kept(record.sex, 10),
    divisionCode: kept(record.divisionCode, 8),
    phones: kept(record.phones, 30) ?? [],
    enlisted: kept(record.enlisted, 40),
  }
}

function miswrittenName(dice: Dice, characters: readonly string[]): Pick<LinkRecord, 'name' | 'syllables'> {
  const slip = dice.between(1, 100)
  const at = dice.between(1, characters.length - 1)
  if (slip <= 10) return spelt(characters.with(at, homophoneOf(dice, characters[at] ?? '')))
  if (slip <= 14) return spelt(characters.map((it) => lookAlikeOf(it)))
  if (slip <= 18) return { ...spelt(characters), name: characters.map((it) => TRADITIONAL[it] ?? it).join('') }
  if (slip <= 21 && characters.length === 3) return spelt([characters[0] ?? '', characters[2] ?? ''])
  if (slip <= 26) return { ...spelt(characters), name: characters.join(' ') }
  return spelt(slip <= 28 ? characters.with(at, givenCharacter(dice)) : characters)
}

function miswrittenId(dice: Dice, { idNumber, born }: SyntheticPerson): string {
  const slip = dice.between(1, 100)
  const at = dice.between(0, 16)
  if (slip <= 10 && born < '2000') return idNumber.slice(0, 6) + idNumber.slice(8, 17)
  if (slip <= 17) return replaceAt(idNumber, at, String((Number(idNumber[at]) + dice.between(1, 9)) % 10))
  if (slip <= 21) return replaceAt(replaceAt(idNumber, at, idNumber[at + 1] ?? ''), at + 1, idNumber[at] ?? '')
  if (slip <= 24) return `${idNumber.slice(0, 15)}000`
  if (slip <= 26) return idNumber.slice(0, at) + idNumber.slice(at + 1)
  return slip <= 28 ? idNumber.toLowerCase().replace(/(.{6})/, '$1 ') : idNumber
}

function miswrittenBirth(dice: Dice, born: Day): DatedTo {
  const slip = dice.between(1, 100)
  const { year, month, dayOfMonth } = partsOf(born)
  if (slip <= 5) return exact(findDayOf(year, dayOfMonth, month) ?? born)
  if (slip <= 10) return { day: findDayOf(year, 1, 1) ?? born, precision: 'year' }
  if (slip <= 14) return { day: findDayOf(year, month, 1) ?? born, precision: 'month' }
  if (slip <= 17) return exact(findDayOf(year + dice.pick([-1, 1]), month, dayOfMonth) ?? born)
  return exact(slip <= 20 ? addDays(born, -dice.between(20, 50)) : born)
}

function miswrittenYear(dice: Dice, on: Day): DatedTo {
  return dice.inHundred(35) ? { day: findDayOf(partsOf(on).year, 1, 1) ?? on, precision: 'year' } : exact(on)
}

function miswrittenPlace(dice: Dice, person: SyntheticPerson): LinkRecord['divisionCode'] {
  const slip = dice.between(1, 100)
  if (slip <= 10) return divisionCode(`${person.divisionCode.slice(0, 9)}000`)
  return slip <= 20 ? aPerson(dice).divisionCode : person.divisionCode
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  徐: '涂',
  玉: '王',
  杨: '扬',
  陈: '阵',
  明: '朋',
  春: '舂',
  永: '水',
  洁: '沽',
  桂: '柱',
  余: '佘',
}
const TRADITIONAL: Readonly<Record<string, string>> = {
  张: '張',
  刘: '劉',
  陈: '陳',
  国: '國',
  军: '軍',
  华: '華',
  丽: '麗',
  萧: '肖',
  建: '建',
  东: '東',
}

function lookAlikeOf(character: string): string {
  const other = LOOK_ALIKES[character]
  const isAlike =
    other && withLookAlikesFolded(inStandardForm(other)) === withLookAlikesFolded(inStandardForm(character))
  return isAlike ? other : character
}

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1)
}
