import { pinyin } from 'pinyin-pro'
import { compoundSurnames, surnameReadings } from './surnames.ts'

/** 拼音检索键 (name keys): what a clerk types to find a name, `zhangsan` or `zs`. No tones; ü is v, as on keyboards. */
export interface NameKeys {
  readonly pinyin: string
  readonly initials: string
  readonly syllables: readonly string[]
}

/**
 * The keys of a name, the surname read as a surname (单 shan, 仇 qiu, 尉迟 yu chi). Characters without a known
 * reading give nothing; a name in brackets behind the name (曾用名) is left out.
 */
export function nameKeys(name: string): NameKeys {
  const syllables = syllablesOf(name)
  let initials = ''
  for (const syllable of syllables) initials += syllable.charAt(0)
  return { pinyin: syllables.join(''), initials, syllables }
}

function syllablesOf(name: string): readonly string[] {
  if (!PLAIN_HAN.test(name)) return syllablesOfUglyName(name)
  const surname = surnameOf(name)
  const given = name.slice(surname.length)
  return given === '' ? readSurname(surname) : [...readSurname(surname), ...readGiven(given)]
}

function syllablesOfUglyName(name: string): readonly string[] {
  const plain = name
    .normalize('NFKC')
    .replace(/[([【〔].*$/u, '')
    .replace(/[^\p{Letter}\p{Mark}〇·•・‧∙.]/gu, '')
  if (PLAIN_HAN.test(plain)) return plain === '' ? [] : syllablesOf(plain)
  // A dot stands between the parts of a transcribed minority or foreign name; no part of it is a Han surname.
  const parts = plain.match(/[a-zA-Z]+|[^a-zA-Z·•・‧∙.]+/gu) ?? []
  return parts.flatMap((part) => (/^[a-zA-Z]/.test(part) ? [part.toLowerCase()] : readGiven(part)))
}

function surnameOf(name: string): string {
  const two = name.slice(0, 2)
  return compoundSurnames.has(two) ? two : name.slice(0, 1)
}

const PLAIN_HAN = /^[\u3007\u4e00-\u9fff]+$/

// pinyin-pro alone makes about 380,000 names a second; the names of a register repeat, and remembering the parts makes it
// about 3 million (two shared cores). Both memories hold characters, no person; the given names are dropped when they pass
// the limit, so that a long-running server does not grow.
const GIVEN_LIMIT = 50_000
const surnames = new Map<string, readonly string[]>(surnameReadings)
const givens = new Map<string, readonly string[]>()

function readSurname(surname: string): readonly string[] {
  const known = surnames.get(surname)
  if (known) return known
  const syllables = read(surname, 'head')
  surnames.set(surname, syllables)
  return syllables
}

function readGiven(given: string): readonly string[] {
  const known = givens.get(given)
  if (known) return known
  if (givens.size >= GIVEN_LIMIT) givens.clear()
  const syllables = read(given, 'off')
  givens.set(given, syllables)
  return syllables
}

function read(text: string, surname: 'head' | 'off'): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, surname }).filter((it) => /^[a-z]+$/.test(it))
}
