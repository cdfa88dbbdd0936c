import { resultWords } from './words.ts'

const outcomes = ['new', 'changed', 'unchanged', 'refused', 'withdrawn', 'kept'] as const

/** What became of a row, in words. */
export function outcomeWords(outcome: string | null): string {
  const known = outcomes.find((one) => one === outcome)
  return known === undefined ? resultWords.waiting : resultWords[known]
}
