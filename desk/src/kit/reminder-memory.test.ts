import { expect, test } from 'vitest'
import { freshKeys, keepSeen, seenKeys } from './reminder-memory.ts'

function memoryWith(text: string | null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_: string, next: string) => {
      kept = next
    },
  }
}

test('what was seen is not counted again; what is new, or has grown, is', () => {
  const memory = memoryWith(null)
  keepSeen(memory, ['batch 1', 'pairs 12'])

  expect(freshKeys([{ key: 'batch 1' }, { key: 'pairs 13' }], seenKeys(memory))).toEqual(['pairs 13'])
})

test.each([
  ['nothing was kept', null],
  ['what was kept is broken', '{'],
  ['what was kept is no list', '{"a":1}'],
])('%s: everything is new', (_, text) => {
  expect(seenKeys(memoryWith(text))).toEqual([])
})

test('a browser without storage loses nothing but the memory', () => {
  const forbidden = {
    getItem: (): string => {
      throw new Error('denied')
    },
    setItem: (): void => {
      throw new Error('denied')
    },
  }

  expect(() => keepSeen(forbidden, ['a'])).not.toThrow()
  expect(seenKeys(forbidden)).toEqual([])
})
