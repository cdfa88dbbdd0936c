import { compact } from '../cell.ts'
import type { Field, Ledger } from '../ledger.ts'

/** A column's title as it is compared: no spaces, full width, marks, numbering or 必填; brackets stay as their content. */
export function normaliseTitle(raw: string): string {
  return stripMarks(compact(raw).replace(REQUIRED_MARK, ''))
}

/** Like {@link normaliseTitle}, without what stands in brackets: 身份证号（18位） and 身份证号 are one. */
export function bareTitle(raw: string): string {
  const bare = compact(raw).replace(BRACKETED, '')
  return stripMarks(bare) || normaliseTitle(raw)
}

/** How well a title names a field. */
export interface TitleMatch {
  readonly field: Field
  readonly confidence: number
  readonly why: string
}

/** Every word the ledger's columns go by, with its field; made once for a ledger. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Field>
  readonly titles: ReadonlyMap<string, Field>
}

/** The vocabulary of a ledger; titles outrank synonyms, earlier fields outrank later ones. */
export function vocabularyOf(ledger: Ledger): Vocabulary {
  const known = vocabularies.get(ledger)
  if (known) return known
  const vocabulary = collect(ledger)
  vocabularies.set(ledger, vocabulary)
  return vocabulary
}

/** The field a title names exactly, by title or synonym, with or without its brackets. */
export function findExactly(words: ReadonlyMap<string, Field>, raw: string): Field | undefined {
  return words.get(normaliseTitle(raw)) ?? words.get(bareTitle(raw))
}

/** The fields that a title (its path of one or two header rows) may name, best first. */
export function matchTitle(ledger: Ledger, path: readonly string[]): readonly TitleMatch[] {
  const { titles, words } = vocabularyOf(ledger)
  const joined = path.join('')
  const leaf = path.at(-1) ?? ''
  const byTitle = findExactly(titles, joined)
  if (byTitle) return [{ field: byTitle, confidence: 0.98, why: `列标题就是“${byTitle.title}”` }]
  const bySynonym = findExactly(words, joined)
  if (bySynonym) return [{ field: bySynonym, confidence: 0.95, why: `“${leaf}”是“${bySynonym.title}”的常见写法` }]
  const byLeaf = path.length > 1 ? findExactly(words, leaf) : undefined
  if (byLeaf) return [{ field: byLeaf, confidence: 0.85, why: `下层标题“${leaf}”即“${byLeaf.title}”` }]
  return matchPart(words, bareTitle(leaf))
}

/** Longest known word inside the title; long titles full of words are sentences, not titles. */
function matchPart(words: ReadonlyMap<string, Field>, title: string): readonly TitleMatch[] {
  if (title.length < 2 || title.length > 16) return []
  const best = new Map<Field, string>()
  for (const [word, field] of words) {
    if (word.length < 2 || !title.includes(word)) continue
    if (word.length > (best.get(field)?.length ?? 0)) best.set(field, word)
  }
  return [...best]
    .map(([field, word]) => ({
      field,
      // 0.55 to 0.75: the more of the title the word covers, the surer.
      confidence: 0.55 + 0.2 * (word.length / title.length),
      why: `列标题中有“${word}”`,
    }))
    .sort((one, other) => other.confidence - one.confidence)
}

const vocabularies = new WeakMap<Ledger, Vocabulary>()

function collect(ledger: Ledger): Vocabulary {
  const titles = new Map<string, Field>()
  const synonyms = new Map<string, Field>()
  for (const field of ledger.fields) {
    add(titles, field.title, field)
    for (const synonym of field.synonyms) add(synonyms, synonym, field)
  }
  const words = new Map(titles)
  for (const [word, field] of synonyms) if (!words.has(word)) words.set(word, field)
  return { words, titles }
}

function add(into: Map<string, Field>, raw: string, field: Field): void {
  for (const word of [normaliseTitle(raw), bareTitle(raw)]) if (!into.has(word)) into.set(word, field)
}

const REQUIRED_MARK = /[(（[【]?(?:必填|选填|必录)(?:项)?[)）\]】]?/g
const BRACKETED = /[(（[【〔][^)）\]】〕]*[)）\]】〕]/g
const NUMBERING = /^(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}、|[(（]\d{1,2}[)）])/
const MARKS = /[*＊★☆※#:：.。、,，;；/\\\-_—~'"“”‘’()（）[\]【】〔〕]/g

function stripMarks(text: string): string {
  return text.replace(NUMBERING, '').replace(MARKS, '').toUpperCase()
}
