import type { Inline } from '@dongzhou/terms/document'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertInline, joinTexts, replaceInline, signatureOf, splitInlines, stretchLength } from './inlines.ts'
import { aFigure, text } from './reports-for-tests.ts'

const typed: Inline = { kind: 'typed', id: 'typed-1', text: '25户' }
const stretch = [text('开展'), aFigure(), text('，走访'), typed]

test.each([
  ['at the start', 0, [], stretch],
  ['inside a text', 1, [text('开')], [text('展'), aFigure(), text('，走访'), typed]],
  ['before a figure', 2, [text('开展')], [aFigure(), text('，走访'), typed]],
  ['after a figure', 3, [text('开展'), aFigure()], [text('，走访'), typed]],
  [
    'inside a number written by hand, which is text again',
    8,
    [text('开展'), aFigure(), text('，走访25')],
    [text('户')],
  ],
  ['at the end', 9, stretch, []],
])('a stretch is cut %s', (_, offset, before, after) => {
  expect(splitInlines(stretch, offset)).toEqual([before, after])
})

test('cutting anywhere loses nothing, and joined again it is the same writing', () => {
  const inline = fc.oneof(
    fc.string({ maxLength: 6 }).map(text),
    fc.integer({ min: 1, max: 9 }).map((id) => aFigure({ id: `figure-${id}` })),
  )
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 6 }), fc.nat({ max: 40 }), (inlines, offset) => {
      const [before, after] = splitInlines(inlines, offset)

      expect(signatureOf([...before, ...after])).toBe(signatureOf(inlines))
      expect(stretchLength(before)).toBe(Math.min(offset, stretchLength(inlines)))
    }),
  )
})

test('a figure is set in where the caret stands', () => {
  const other = aFigure({ id: 'other' })

  expect(insertInline(stretch, 1, other)).toEqual([text('开'), other, text('展'), aFigure(), text('，走访'), typed])
})

test('a number written by hand gives its place to a figure', () => {
  const figure = aFigure({ id: 'households' })

  expect(replaceInline(stretch, 'typed-1', figure)).toEqual([text('开展'), aFigure(), text('，走访'), figure])
})

test('texts beside each other become one and empty ones go', () => {
  expect(joinTexts([text('一'), text(''), text('二'), aFigure(), text('')])).toEqual([text('一二'), aFigure()])
})

test('a number marked as written by hand is the same writing as plain text; another answer of a figure is not', () => {
  expect(signatureOf([typed])).toBe(signatureOf([text('25户')]))
  expect(signatureOf([aFigure()])).not.toBe(signatureOf([aFigure({ shown: '4场' })]))
})
