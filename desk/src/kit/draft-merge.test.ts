import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf, type DraftPart, mergedDraft } from './draft-merge.ts'

interface Draft {
  readonly name: string
  readonly place: string
  readonly aliases: readonly string[]
  readonly because: string
}

const parts: readonly DraftPart<Draft>[] = [
  { key: 'name', label: '名称', text: ({ name }) => name },
  { key: 'place', label: '地点', text: ({ place }) => place },
  { key: 'aliases', label: '别名', text: ({ aliases }) => aliases.join('、') },
]
const before: Draft = { name: '宣讲', place: '一中', aliases: ['讲座'], because: '' }

function keysOf(mine: Partial<Draft>, theirs: Partial<Draft>) {
  const clashes = clashesOf(parts, { before, mine: { ...before, ...mine }, theirs: { ...before, ...theirs } })
  const keys = (list: readonly DraftPart<Draft>[]) => list.map(({ key }) => key)
  return { both: keys(clashes.both), mine: keys(clashes.onlyMine), theirs: keys(clashes.onlyTheirs) }
}

describe('两人同时改一条记录', () => {
  test.each<[string, Partial<Draft>, Partial<Draft>, ReturnType<typeof keysOf>]>([
    ['nobody changed anything', {}, {}, { both: [], mine: [], theirs: [] }],
    [
      'different parts need no decision',
      { name: '甲' },
      { place: '二中' },
      { both: [], mine: ['name'], theirs: ['place'] },
    ],
    ['the same part must be decided', { name: '甲' }, { name: '乙' }, { both: ['name'], mine: [], theirs: [] }],
    ['both wrote the same', { name: '甲' }, { name: '甲' }, { both: [], mine: [], theirs: [] }],
    [
      'a list is compared by what it holds',
      { aliases: ['讲座'] },
      { aliases: [] },
      { both: [], mine: [], theirs: ['aliases'] },
    ],
    ['the reason is no part of the record', { because: '记错' }, {}, { both: [], mine: [], theirs: [] }],
  ])('%s', (_, mine, theirs, expected) => {
    expect(keysOf(mine, theirs)).toEqual(expected)
  })

  test('what only one of us changed goes together; a clash is theirs unless mine is kept; the reason stays mine', () => {
    const mine = { ...before, name: '甲', aliases: ['甲讲'], because: '核对签到表' }
    const theirs = { ...before, name: '乙', place: '二中' }
    const three = { before, mine, theirs }

    expect(mergedDraft(parts, three, [])).toEqual({ ...mine, name: '乙', place: '二中' })
    expect(mergedDraft(parts, three, ['name'])).toEqual({ ...mine, place: '二中' })
  })
})

test('whoever changed nothing loses nothing, whatever the other wrote', () => {
  const draft = fc.record({
    name: fc.string(),
    place: fc.string(),
    aliases: fc.array(fc.string()),
    because: fc.constant(''),
  })
  fc.assert(
    fc.property(draft, draft, fc.subarray(['name', 'place', 'aliases']), (one, other, kept) => {
      expect(mergedDraft(parts, { before: one, mine: one, theirs: other }, kept)).toEqual(other)
      expect(mergedDraft(parts, { before: one, mine: other, theirs: one }, kept)).toEqual(other)
    }),
  )
})
