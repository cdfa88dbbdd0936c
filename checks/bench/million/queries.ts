import type { DivisionCode } from '@dongzhou/terms/division'
import { rangeOf } from '@dongzhou/terms/division'
import type { Entry } from './register.ts'

/** One kind of thing a clerk types, cut from people who are on file: what is typed, and whom it means. */
export interface QueryKind {
  readonly name: string
  typedFor(person: Entry, draw: Draw): string
  /** The people meant, in the order they are shown. */
  answerOf(typed: string, people: readonly Entry[]): readonly Entry[]
}

/** A number below `limit`, the next of a seeded row. */
export type Draw = (limit: number) => number

export const queryKinds: readonly QueryKind[] = [
  {
    name: 'name, 1 to 3 characters',
    typedFor: ({ name }, draw) => name.slice(0, 1 + draw(Math.min(3, name.length))),
    answerOf: (typed, people) => people.filter(({ name }) => name.startsWith(typed)).sort(byName),
  },
  {
    name: 'full pinyin, from its 2nd letter on',
    typedFor: ({ pinyin }, draw) => pinyin.slice(0, 2 + draw(pinyin.length - 1)),
    answerOf: answerOfLetters,
  },
  {
    name: 'initials, 1 to 3 letters',
    typedFor: ({ initials }, draw) => initials.slice(0, 1 + draw(initials.length)),
    answerOf: answerOfLetters,
  },
  { name: 'ID tail, 4', typedFor: ({ idNumber }) => idNumber.slice(-4), answerOf: answerOfTail },
  { name: 'ID tail, 6', typedFor: ({ idNumber }) => idNumber.slice(-6), answerOf: answerOfTail },
  { name: 'phone tail, 4', typedFor: ({ phone }) => phone.slice(-4), answerOf: answerOfTail },
]

function answerOfLetters(typed: string, people: readonly Entry[]): readonly Entry[] {
  const spelt = people.filter(({ pinyin }) => pinyin.startsWith(typed)).sort(by('pinyin'))
  const abbreviated = people.filter(({ pinyin, initials }) => initials.startsWith(typed) && !pinyin.startsWith(typed))
  return [...spelt, ...abbreviated.sort(by('initials', 'pinyin'))]
}

function answerOfTail(typed: string, people: readonly Entry[]): readonly Entry[] {
  return people.filter(({ idNumber, phone }) => idNumber.endsWith(typed) || phone.endsWith(typed)).sort(byName)
}

// All characters of the names lie in one plane, so JavaScript compares them as PostgreSQL's collation "C" does.
function by(...columns: readonly ('name' | 'pinyin' | 'initials')[]): (one: Entry, other: Entry) => number {
  return (one, other) => {
    for (const column of columns) if (one[column] !== other[column]) return one[column] < other[column] ? -1 : 1
    return one.id - other.id
  }
}

function byName(one: Entry, other: Entry): number {
  return by('name')(one, other)
}

/** The people of a division, by a look at each. */
export function peopleWithin(register: readonly Entry[], place: DivisionCode): readonly Entry[] {
  const { first, last } = rangeOf(place)
  return register.filter(({ division }) => division >= first && division <= last)
}

/** `count` things typed, of people drawn by seed among those given. */
export function drawQueries(kind: QueryKind, people: readonly Entry[], count: number, seed: number): readonly string[] {
  const draw = seeded(seed)
  return Array.from({ length: count }, () => {
    const person = people[draw(people.length)]
    if (!person) throw new Error('nobody to search for')
    return kind.typedFor(person, draw)
  })
}

/** Marsaglia's xorshift on 32 bits: the same row of numbers for the same seed, on every machine. */
function seeded(seed: number): Draw {
  let state = seed | 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}
