import { describe, expect, test } from 'vitest'
import { type Draft, type Edit, editDraft, isUnsaved, openDraft } from './draft.ts'
import { aDocument, aFigure, aFile, aParagraph, text } from './reports-for-tests.ts'

const base = aDocument(aParagraph('one', '第一段。'), aParagraph('two', '开展', aFigure(), '。'))

function after(...edits: readonly Edit[]): Draft {
  return edits.reduce(editDraft, openDraft(aFile(base)))
}

const write = (words: string): Edit => ({ kind: 'write', at: { block: 'one' }, inlines: [text(words)] })

describe('撤销', () => {
  test('writing on at one place is one step back', () => {
    const draft = after(write('第一段，'), write('第一段，改'), write('第一段，改了'), { kind: 'undo' })

    expect(draft.document).toEqual(base)
    expect(isUnsaved(draft)).toBe(false)
  })

  test('after twenty characters a new step begins', () => {
    const long = `第一段。${'很'.repeat(20)}`
    const draft = after(write('第一段。很'), write(long), { kind: 'undo' })

    expect(draft.document.blocks[0]).toEqual(aParagraph('one', '第一段。很'))
  })

  test('writing elsewhere is another step', () => {
    const draft = after(write('改'), { kind: 'write', at: { block: 'two' }, inlines: [text('也改')] }, { kind: 'undo' })

    expect(draft.document.blocks).toEqual([aParagraph('one', '改'), base.blocks[1]])
  })

  test('what was undone comes back, until something else is written', () => {
    expect(after(write('改'), { kind: 'undo' }, { kind: 'redo' }).document.blocks[0]).toEqual(aParagraph('one', '改'))
    expect(after(write('改'), { kind: 'undo' }, write('别的'), { kind: 'redo' }).document.blocks[0]).toEqual(
      aParagraph('one', '别的'),
    )
  })

  test('with nothing to undo or redo nothing happens', () => {
    expect(after({ kind: 'undo' }, { kind: 'redo' }).document).toBe(base)
  })
})

describe('保存', () => {
  test('what was sent is what the server has; what was written meanwhile is unsaved', () => {
    const sent = after(write('寄出'))
    const meanwhile = editDraft(sent, write('寄出后又写'))
    const saved = editDraft(meanwhile, { kind: 'saved', version: 2, document: sent.document })

    expect(saved.version).toBe(2)
    expect(isUnsaved(saved)).toBe(true)
    expect(isUnsaved(editDraft(sent, { kind: 'saved', version: 2, document: sent.document }))).toBe(false)
  })

  test('figures counted anew are taken over while nothing is unsaved', () => {
    const counted = aDocument(aParagraph('two', aFigure({ shown: '4场', reading: { value: 4, rows: 4 } })))
    const draft = after({ kind: 'arrived', file: aFile(counted) })

    expect(draft.document).toBe(counted)
    expect(isUnsaved(draft)).toBe(false)
  })

  test('another version does not take my writing away, and the saving still names the one I saw', () => {
    const draft = after(write('我的'), { kind: 'arrived', file: aFile(aDocument(aParagraph('one', '别人的')), 2) })

    expect(draft.document.blocks[0]).toEqual(aParagraph('one', '我的'))
    expect(draft.version).toBe(1)
  })

  test('my writing given up for theirs is one step back', () => {
    const theirs = aFile(aDocument(aParagraph('one', '别人的')), 2)
    const draft = after(write('我的'), { kind: 'dropped', theirs })

    expect(draft).toMatchObject({ version: 2, document: theirs.document })
    expect(isUnsaved(draft)).toBe(false)
    expect(editDraft(draft, { kind: 'undo' }).document.blocks[0]).toEqual(aParagraph('one', '我的'))
  })

  test('joined texts are unsaved upon their version', () => {
    const theirs = aFile(aDocument(aParagraph('one', '别人的')), 2)
    const joined = aDocument(aParagraph('one', '两人的'))
    const draft = after(write('我的'), { kind: 'merged', theirs, document: joined })

    expect(draft).toMatchObject({ version: 2, saved: theirs.document, document: joined })
  })
})
