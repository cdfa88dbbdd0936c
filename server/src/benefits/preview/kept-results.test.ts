import { expect, test } from 'vitest'
import { KeptResults } from './kept-results.ts'

const kept = () => new KeptResults<readonly number[]>({ results: 2, lines: 5 })

test('a result is found under everything it was worked out from, and under nothing else', () => {
  const results = kept()
  results.keep('draft 1', [1, 2])

  expect(results.find('draft 1')).toEqual([1, 2])
  expect(results.find('draft 2')).toBeUndefined()
})

test('of too many results the one asked for longest ago goes', () => {
  const results = kept()
  results.keep('a', [1])
  results.keep('b', [2])
  results.find('a')
  results.keep('c', [3])

  expect(['a', 'b', 'c'].map((key) => results.find(key)?.[0])).toEqual([1, undefined, 3])
})

test('of too many lines as many results go as it takes, and one that is larger than all is not kept', () => {
  const results = kept()
  results.keep('a', [1, 1, 1])
  results.keep('b', [2, 2, 2])
  expect(results.find('a')).toBeUndefined()

  results.keep('c', [3, 3, 3, 3, 3, 3])
  expect([results.find('b'), results.find('c')]).toEqual([undefined, undefined])
})

test('a result worked out anew takes the place of the old one and is counted once', () => {
  const results = kept()
  for (let round = 0; round < 10; round += 1) results.keep('a', [round, round, round])
  results.keep('b', [1, 1])

  expect([results.find('a')?.[0], results.find('b')?.length]).toEqual([9, 2])
})
