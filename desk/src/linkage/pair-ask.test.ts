import { expect, test } from 'vitest'
import { bandsOf, pairStateOf } from './pair-ask.ts'

test.each([
  [{}, 'open'],
  [{ state: ['different'] }, 'different'],
  [{ state: ['nonsense'] }, 'open'],
  [{ state: [] }, 'open'],
] as const)('an address with %o asks for %s pairs', (filters, state) => {
  expect(pairStateOf({ filters })).toBe(state)
})

test.each([
  [{}, []],
  [{ band: ['likely', 'same'] }, ['same', 'likely']],
  [{ band: ['certain'] }, []],
] as const)('an address with %o asks for the bands %o', (filters, bands) => {
  expect(bandsOf({ filters })).toEqual(bands)
})
