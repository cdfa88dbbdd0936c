import { plainText } from '@dongzhou/terms/agreement'
import { inStandardForm, withLookAlikesFolded } from './alike-characters.ts'
import type { LinkRecord } from './link-record.ts'
import type { NameReason } from './weights.ts'

type Named = Pick<LinkRecord, 'name' | 'syllables'>

/** How two names stand to each other; the strongest statement that is true. */
export function compareNames(one: Named, other: Named): NameReason {
  const mine = plainName(one.name)
  const theirs = plainName(other.name)
  if (mine === '' || theirs === '') return 'name-unknown'
  if (mine === theirs) return 'name-same'
  const [a, b] = [inStandardForm(mine), inStandardForm(theirs)]
  if (a === b) return 'name-traditional'
  return compareBySight(a, b) ?? compareBySound(one, other, a, b) ?? compareByParts(a, b)
}

/** A name for comparing: no spaces, no name in brackets behind it (曾用名). */
export function plainName(name: string): string {
  const plain = plainText(name)
  const bracket = plain.search(/[([【〔]/)
  return bracket > 0 ? plain.slice(0, bracket) : plain
}

/** 大姓两字 (common): a two-character name of one of the twelve commonest surnames, some 45 in 100 people; shared by many. */
export function isCommonName(plain: string): boolean {
  return plain.length === 2 && '王李张刘陈杨黄赵吴周徐孙'.includes(plain.charAt(0))
}

/** Syllables as they sound to somebody who does not tell 平翘舌, 前后鼻音 or n from l apart, as many in the lower Yangtze do not. */
export function nearSound(syllables: readonly string[]): string {
  return syllables.map(nearSyllable).join(' ')
}

// Chinese has some 400 syllables; three rewritings of each for every pair were a third of the time of a comparison.
const SYLLABLE_LIMIT = 2000
const nearSyllables = new Map<string, string>()

function nearSyllable(syllable: string): string {
  const known = nearSyllables.get(syllable)
  if (known !== undefined) return known
  const near = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^n(?=.)/, 'l')
  if (nearSyllables.size < SYLLABLE_LIMIT) nearSyllables.set(syllable, near)
  return near
}

function compareBySight(a: string, b: string): NameReason | undefined {
  return a.length === b.length && withLookAlikesFolded(a) === withLookAlikesFolded(b) ? 'name-look-alike' : undefined
}

function compareBySound(one: Named, other: Named, a: string, b: string): NameReason | undefined {
  const { syllables: mine } = one
  const { syllables: theirs } = other
  if (mine.length !== theirs.length || mine.length === 0 || a.length !== b.length) return undefined
  if (mine.every((syllable, at) => syllable === theirs[at])) return 'name-homophone'
  if (isAlikeEverywhere(mine, theirs, a, b)) return 'name-look-alike'
  return mine.every((syllable, at) => nearSyllable(syllable) === nearSyllable(theirs[at] ?? ''))
    ? 'name-near-sound'
    : undefined
}

// One character misheard and another misread: each position is alike in one way or the other.
function isAlikeEverywhere(mine: readonly string[], theirs: readonly string[], a: string, b: string): boolean {
  if (mine.length !== a.length) return false
  const [seenA, seenB] = [withLookAlikesFolded(a), withLookAlikesFolded(b)]
  return mine.every((syllable, at) => syllable === theirs[at] || seenA.charAt(at) === seenB.charAt(at))
}

function compareByParts(a: string, b: string): NameReason {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const isSameSurname = a.charAt(0) === b.charAt(0)
  if (short.length >= 2 && (long.endsWith(short) || isFirstPart(short, long))) return 'name-part'
  if (isShortened(short, long)) return 'name-shortened'
  if (isSameSurname) return isOneCharacterOff(a, b) ? 'name-one-character' : 'name-surname-only'
  return a.length > 2 && a.slice(1) === b.slice(1) ? 'name-other-surname' : 'name-different'
}

function isShortened(short: string, long: string): boolean {
  return short.length === 2 && long.length === 3 && short[0] === long[0] && short[1] === long[2]
}

// 买买提·艾力 is often written 买买提.
function isFirstPart(short: string, long: string): boolean {
  return long.startsWith(`${short}·`)
}

function isOneCharacterOff(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false
  let off = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) off += 1
  return off === 1
}
