import type { Block, ReportDocument } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { clashesOf, mergeDocuments } from './merge-documents.ts'
import { aDocument, aFigure, aParagraph } from './reports-for-tests.ts'

const one = aParagraph('one', '甲')
const two = aParagraph('two', '乙')
const three = aParagraph('three', '丙')
const base = aDocument(one, two, three)

function merged(mine: ReportDocument, theirs: ReportDocument, ...chosen: readonly string[]): ReportDocument {
  return mergeDocuments({ base, mine, theirs }, new Set(chosen))
}

const ids = ({ blocks }: ReportDocument) => blocks.map(({ id }) => id)
const written = (id: string, words: string): Block => aParagraph(id, words)

test('what only one of us changed is joined without a question', () => {
  const mine = aDocument(written('one', '我改'), two, three)
  const theirs = { ...aDocument(one, two, written('three', '他改')), title: '新标题' }

  expect(clashesOf({ base, mine, theirs })).toEqual([])
  expect(merged(mine, theirs)).toEqual({
    ...aDocument(written('one', '我改'), two, written('three', '他改')),
    title: '新标题',
  })
})

describe('what both changed', () => {
  const mine = { ...aDocument(written('one', '我改'), two, three), title: '我的标题' }
  const theirs = { ...aDocument(written('one', '他改'), two, three), title: '他的标题' }

  test('is asked one by one', () => {
    expect(clashesOf({ base, mine, theirs })).toEqual([
      { key: 'title', kind: 'head', before: base.title, mine: '我的标题', theirs: '他的标题' },
      { key: 'one', kind: 'block', before: '甲', mine: '我改', theirs: '他改' },
    ])
  })

  test('is theirs unless mine was chosen', () => {
    expect(merged(mine, theirs)).toEqual(theirs)
    expect(merged(mine, theirs, 'title', 'one')).toEqual(mine)
  })

  test('to the same is no question', () => {
    expect(clashesOf({ base, mine, theirs: mine })).toEqual([])
  })
})

test('what I added stands behind what I added it to, and what they added stays', () => {
  const mine = aDocument(one, written('mine', '我加'), two, three)
  const theirs = aDocument(one, two, written('theirs', '他加'), three)

  expect(ids(merged(mine, theirs))).toEqual(['one', 'mine', 'two', 'theirs', 'three'])
})

test('what one of us took out is out; what the other changed meanwhile is asked', () => {
  expect(ids(merged(aDocument(one, three), base))).toEqual(['one', 'three'])
  expect(ids(merged(base, aDocument(one, three)))).toEqual(['one', 'three'])

  const theirs = aDocument(one, written('two', '他改'), three)
  expect(clashesOf({ base, mine: aDocument(one, three), theirs })).toMatchObject([
    { key: 'two', mine: '', theirs: '他改' },
  ])
  expect(ids(merged(aDocument(one, three), theirs))).toEqual(['one', 'two', 'three'])
  expect(ids(merged(aDocument(one, three), theirs, 'two'))).toEqual(['one', 'three'])
})

test('paragraphs that I moved stay where I moved them, unless they moved some too', () => {
  expect(ids(merged(aDocument(two, one, three), base))).toEqual(['two', 'one', 'three'])
  expect(ids(merged(aDocument(two, one, three), aDocument(one, three, two)))).toEqual(['one', 'three', 'two'])
})

test('a figure that reads another value today is not somebody’s change', () => {
  const was = aDocument(aParagraph('one', aFigure()))
  const now = aDocument(aParagraph('one', aFigure({ shown: '4场', reading: { value: 4, rows: 4 } })))

  expect(clashesOf({ base: was, mine: aDocument(aParagraph('one', '改了')), theirs: now })).toEqual([])
})

test('a number marked as written by hand is the same text', () => {
  const marked = aDocument(aParagraph('one', '走访', { kind: 'typed', id: 'typed-1', text: '25户' }))
  const plain = aDocument(aParagraph('one', '走访25户'))

  expect(clashesOf({ base: plain, mine: aDocument(aParagraph('one', '走访26户')), theirs: marked })).toEqual([])
})
