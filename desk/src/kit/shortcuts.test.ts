import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPress, nextRow, type Press } from './shortcuts.ts'

const plain: Press = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }

test.each<[string, Partial<Press>, string, boolean]>([
  ['the slash', { key: '/' }, '/', true],
  ['the slash key under a Chinese input method', { key: '、' }, '/', true],
  ['the full-width slash', { key: '／' }, '/', true],
  ['a slash with Ctrl', { key: '/', ctrlKey: true }, '/', false],
  ['Enter while the input method composes', { key: 'Enter', isComposing: true }, 'Enter', false],
  ['Ctrl and Enter', { key: 'Enter', ctrlKey: true }, 'mod+Enter', true],
  ['⌘ and Enter', { key: 'Enter', metaKey: true }, 'mod+Enter', true],
  ['Enter alone', { key: 'Enter' }, 'mod+Enter', false],
  ['S with Ctrl in capitals', { key: 'S', ctrlKey: true }, 'mod+s', true],
  ['Alt and the slash', { key: '/', altKey: true }, '/', false],
])('%s against its shortcut', (_, press, shortcut, fits) => {
  expect(isPress({ ...plain, ...press }, shortcut)).toBe(fits)
})

test.each([
  ['ArrowDown', undefined, 5, 0],
  ['ArrowDown', 4, 5, 4],
  ['ArrowUp', undefined, 5, 4],
  ['ArrowUp', 0, 5, 0],
  ['PageDown', undefined, 50, 10],
  ['PageUp', 3, 50, 0],
  ['Home', 9, 10, 0],
  ['End', 0, 10, 9],
  ['ArrowDown', 0, 0, undefined],
  ['x', 1, 5, undefined],
])('%s at row %s of %i goes to %s', (key, at, count, expected) => {
  expect(nextRow(key, at, count)).toBe(expected)
})

test('no key leaves the list', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
  fc.assert(
    fc.property(key, fc.integer({ min: 1, max: 200 }), fc.nat(), (pressed, count, seed) => {
      const next = nextRow(pressed, seed % count, count)

      expect(next).toBeGreaterThanOrEqual(0)
      expect(next).toBeLessThan(count)
    }),
  )
})
