import type { Block, ListBlock } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { changeDocument, stretchAt, stretchOf, withStretch } from './edit-document.ts'
import { aDocument, aFigure, aParagraph, text } from './reports-for-tests.ts'

const list: ListBlock = { kind: 'list', id: 'list', marks: 'first-is', items: [[text('甲')], [text('乙'), aFigure()]] }
const appendix: Block = { kind: 'appendix', id: 'figures', title: '一览表' }
const base = aDocument(
  aParagraph('one', '第一段。'),
  aParagraph('two', '开展', aFigure({ id: 'other' })),
  list,
  appendix,
)

describe('回车', () => {
  test('cuts a paragraph in two, the caret in the new one', () => {
    const { document, caret } = changeDocument(base, { kind: 'split', at: { block: 'one' }, offset: 2, id: 'new' })

    expect(document.blocks.slice(0, 2)).toEqual([aParagraph('one', '第一'), aParagraph('new', '段。')])
    expect(caret).toEqual({ stretch: { block: 'new' }, offset: 0 })
  })

  test('behind a heading begins a paragraph', () => {
    const heading: Block = { kind: 'heading', id: 'head', level: 1, inlines: [text('标题')] }
    const { document } = changeDocument(aDocument(heading), {
      kind: 'split',
      at: { block: 'head' },
      offset: 2,
      id: 'new',
    })

    expect(document.blocks).toEqual([heading, { kind: 'paragraph', id: 'new', inlines: [] }])
  })

  test('in a list makes another item', () => {
    const { document, caret } = changeDocument(base, {
      kind: 'split',
      at: { block: 'list', item: 1 },
      offset: 1,
      id: 'new',
    })

    expect(document.blocks[2]).toEqual({ ...list, items: [[text('甲')], [text('乙')], [aFigure()]] })
    expect(caret).toEqual({ stretch: { block: 'list', item: 2 }, offset: 0 })
  })

  test('does not cut the title of an appendix', () => {
    expect(changeDocument(base, { kind: 'split', at: { block: 'figures' }, offset: 1, id: 'new' }).document).toBe(base)
  })
})

describe('退格', () => {
  test('at the start joins a paragraph to the one above, the caret where they meet', () => {
    const { document, caret } = changeDocument(base, { kind: 'join', at: { block: 'two' } })

    expect(document.blocks[0]).toEqual(aParagraph('one', '第一段。开展', aFigure({ id: 'other' })))
    expect(document.blocks).toHaveLength(3)
    expect(caret).toEqual({ stretch: { block: 'one' }, offset: 4 })
  })

  test('at the start of an item joins it to the item above', () => {
    const { document } = changeDocument(base, { kind: 'join', at: { block: 'list', item: 1 } })

    expect(document.blocks[2]).toEqual({ ...list, items: [[text('甲乙'), aFigure()]] })
  })

  test.each([
    ['the first paragraph', { block: 'one' }],
    ['the first item of a list', { block: 'list', item: 0 }],
    ['an appendix', { block: 'figures' }],
    ['what is gone', { block: 'nobody' }],
  ])('at the start of %s does nothing', (_, at) => {
    expect(changeDocument(base, { kind: 'join', at }).document).toBe(base)
  })
})

test('a paragraph moves up and down and stays within the report', () => {
  const ids = (by: -1 | 1, block: string) =>
    changeDocument(base, { kind: 'move', block, by }).document.blocks.map(({ id }) => id)

  expect(ids(1, 'one')).toEqual(['two', 'one', 'list', 'figures'])
  expect(ids(-1, 'list')).toEqual(['one', 'list', 'two', 'figures'])
  expect(ids(-1, 'one')).toEqual(['one', 'two', 'list', 'figures'])
  expect(ids(1, 'figures')).toEqual(['one', 'two', 'list', 'figures'])
})

test('a paragraph is added below another, the caret in it', () => {
  const { document, caret } = changeDocument(base, { kind: 'add', after: 'one', block: aParagraph('new') })

  expect(document.blocks.map(({ id }) => id)).toEqual(['one', 'new', 'two', 'list', 'figures'])
  expect(caret).toEqual({ stretch: { block: 'new' }, offset: 0 })
})

test('a paragraph is taken out', () => {
  expect(changeDocument(base, { kind: 'remove', block: 'two' }).document.blocks).toHaveLength(3)
})

test('a figure is set in at the caret, which then stands behind it', () => {
  const at = { stretch: { block: 'one' }, offset: 4 }
  const { document, caret } = changeDocument(base, { kind: 'insert', at, figure: aFigure({ id: 'new' }) })

  expect(document.blocks[0]).toEqual(aParagraph('one', '第一段。', aFigure({ id: 'new' })))
  expect(caret?.offset).toBe(5)
})

test('a figure is worded anew wherever it stands', () => {
  const worded = aFigure({ unit: '次', shown: '3次' })
  const { document } = changeDocument(base, { kind: 'set-figure', figure: worded })

  expect(stretchAt(document, { block: 'list', item: 1 })).toEqual([text('乙'), worded])
  expect(stretchAt(document, { block: 'two' })).toEqual(stretchAt(base, { block: 'two' }))
})

test('the title of an appendix is written like a paragraph', () => {
  expect(withStretch(base, { block: 'figures' }, () => [text('数据表')]).blocks[3]).toEqual({
    ...appendix,
    title: '数据表',
  })
})

test('a number is found in the stretch it stands in', () => {
  expect(stretchOf(base, 'lectures')).toEqual({ block: 'list', item: 1 })
  expect(stretchOf(base, 'other')).toEqual({ block: 'two' })
  expect(stretchOf(base, 'nobody')).toBeUndefined()
})
