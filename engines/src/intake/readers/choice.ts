import { type Cell, cellText, compact } from '../cell.ts'
import { type ComplaintSeverity, held, warned } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** The words of a drop-down: what is kept, and the other words that ledgers have for it. */
export type Options<T extends string> = { readonly [K in T]: readonly string[] }

export interface ChoiceReader<T extends string> extends Reader<T> {
  readonly kind: 'choice'
}

/**
 * 选项 reader, closed: a word outside the list is not read, and holds the row unless it is said to warn only. The first word of each
 * option is the one on the template.
 */
export function choiceReader<T extends string>(
  options: Options<T>,
  severity: ComplaintSeverity = 'held',
): ChoiceReader<T> {
  const words = wordsOf(options)
  const first = Object.values<readonly string[]>(options).map((option) => option[0] ?? '')
  const refused = (text: string): Reading<never> => {
    const what = `“${text.slice(0, 20)}”不在可选项内`
    const instead = `请改为：${first.join('、')}。`
    return flawed(
      severity === 'held'
        ? held('choice-unknown', `${what}。${instead}`)
        : warned('choice-unknown', `${what}，没有读入。${instead}`),
    )
  }
  return { kind: 'choice', repeats: true, mayRepeatAbove: true, read: (cell) => readChoice(cell, words, refused) }
}

/** 选项 reader, open: a word outside the list is kept as it is written, with a warning. */
export function openChoiceReader(options: Options<string>): Reader<string> {
  const words = wordsOf(options)
  return { kind: 'choice', repeats: true, mayRepeatAbove: true, read: (cell) => readOpenChoice(cell, words) }
}

interface Word<T extends string> {
  readonly value: T
  readonly isPlain: boolean
}

function wordsOf<T extends string>(options: Options<T>): ReadonlyMap<string, Word<T>> {
  const words = new Map<string, Word<T>>()
  for (const value in options) {
    words.set(value, { value, isPlain: true })
    for (const [at, word] of options[value].entries()) words.set(word, { value, isPlain: at === 0 })
  }
  return words
}

// 01-汉族, 1.男 and the like: templates of provincial systems put the code before the word.
const CODE_BEFORE = /^\d{1,3}[-._、:：]?(?=\D)/

function findWord<T extends string>(text: string, words: ReadonlyMap<string, Word<T>>): Word<T> | undefined {
  return words.get(text) ?? words.get(text.replace(CODE_BEFORE, ''))
}

function readChoice<T extends string>(
  cell: Cell,
  words: ReadonlyMap<string, Word<T>>,
  refused: (text: string) => Reading<never>,
): Reading<T> {
  const error = readErrorCell(cell)
  if (error) return error
  const text = compact(cellText(cell))
  const word = findWord(text, words)
  if (word) return word.isPlain ? clean(word.value) : mended(word.value, `“${text}”按规定选项读入。`)
  return refused(text)
}

function readOpenChoice(cell: Cell, words: ReadonlyMap<string, Word<string>>): Reading<string> {
  const error = readErrorCell(cell)
  if (error) return error
  const text = compact(cellText(cell))
  const word = findWord(text, words)
  if (word) return word.value === text ? clean(word.value) : mended(word.value, `“${text}”读作“${word.value}”。`)
  if (text.length > 100) return flawed(held('text-too-long', '文字过长，不像选项。请改为规定的选项。'))
  return flawed(warned('choice-unknown', `“${text.slice(0, 20)}”不在常用选项内，按原样读入。请核对。`), text)
}
