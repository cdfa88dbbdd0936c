import { day } from '@dongzhou/terms/day'
import type { Block, FigureInline, FigureReading, Inline, ReportDocument } from '@dongzhou/terms/document'
import { indicatorCode } from '@dongzhou/terms/indicator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atCutOff,
  bindFigures,
  compareDocuments,
  figureAppendix,
  figureKey,
  findUnboundNumbers,
  listFigureQueries,
  markTyped,
  outline,
  plainText,
} from './index.ts'

const held = aFigure({ id: 'held' })
const people = aFigure({ id: 'people', indicator: indicatorCode('pairing-people'), unit: '位' })
const answers = new Map<string, FigureReading>([
  [figureKey(held), { value: 3, rows: 3 }],
  [figureKey(people), { missing: 'room-not-built' }],
])

describe('binding', () => {
  test('a figure shows its answer and keeps the rows behind it', () => {
    const [block] = bindFigures(aReport([paragraph('p', [said('已开展'), held])]), answers).blocks

    expect(block).toMatchObject({ inlines: [{}, { shown: '3场', reading: { value: 3, rows: 3 } }] })
  })

  test('a figure whose room does not exist yet is a placeholder, never 0', () => {
    expect(plainText(bindFigures(aReport([paragraph('p', [people, said('对象')])]), answers))).toContain(
      '（待录入）位对象',
    )
  })

  test.each<[string, FigureReading | undefined]>([
    ['nothing was answered', undefined],
    ['a count has no rows behind it', { value: 0, rows: 0 }],
  ])('where %s, the figure says that nothing is recorded', (_sentence, answer) => {
    const given = new Map(answer ? [[figureKey(held), answer]] : [])

    expect(plainText(bindFigures(aReport([paragraph('p', [held])]), given))).toContain('（暂无记录）场')
  })

  test('a sum of nought over rows is nought', () => {
    const given = new Map([[figureKey(held), { value: 0, rows: 2 }]])

    expect(plainText(bindFigures(aReport([paragraph('p', [held])]), given))).toContain('0场')
  })

  test('binding twice is binding once', () => {
    fc.assert(
      fc.property(someDocument(), (document) => {
        const once = bindFigures(document, answers)

        expect(bindFigures(once, answers)).toEqual(once)
      }),
    )
  })

  test('two figures that ask the same are asked once', () => {
    const document = aReport([paragraph('p', [held, { ...held, id: 'again' }, people])])

    expect(listFigureQueries(document).map((query) => query.indicator)).toEqual(['red-lectures-held', 'pairing-people'])
  })

  test.each([
    ['earlier in the year the first day stays', '2025-03-31', '2025-01-01'],
    ['in another year the first day moves along', '2024-06-30', '2024-01-01'],
  ])('at a cut-off %s', (_sentence, to, from) => {
    const moved = atCutOff(bindFigures(aReport([paragraph('p', [held])]), answers), day(to))

    expect(listFigureQueries(moved)).toEqual([{ indicator: 'red-lectures-held', from, to }])
    expect(plainText(moved)).toContain('（待录入）场')
  })

  test('a first day of 29 February moves to the 28th', () => {
    const leap = aFigure({ id: 'leap', from: day('2024-02-29'), to: day('2024-06-30') })

    expect(listFigureQueries(atCutOff(aReport([paragraph('p', [leap])]), day('2025-06-30')))[0]?.from).toBe(
      '2025-02-28',
    )
  })
})

describe('numbers written by hand', () => {
  test('each is found with its block, its item, its inline and its offset', () => {
    const document = aReport([
      paragraph('p', [held, said('。另有5户')]),
      { kind: 'list', id: 'l', marks: 'first-is', items: [[said('无')], [{ kind: 'typed', id: 't', text: '8人' }]] },
    ])

    expect(findUnboundNumbers(document)).toEqual([
      { block: 0, inline: 1, offset: 3, text: '5户' },
      { block: 1, item: 1, inline: 0, offset: 0, text: '8人', typedId: 't' },
    ])
  })

  test('marking splits the text and leaves the words as they were', () => {
    const document = aReport([paragraph('p', [said('走访5户、慰问12人。')])])

    const marked = markTyped(document)

    expect(marked.blocks[0]).toMatchObject({
      inlines: [
        { kind: 'text', text: '走访' },
        { kind: 'typed', id: 'typed-1', text: '5户' },
        { kind: 'text', text: '、慰问' },
        { kind: 'typed', id: 'typed-2', text: '12人' },
        { kind: 'text', text: '。' },
      ],
    })
    expect(plainText(marked)).toBe(plainText(document))
  })

  test('a number is judged by the whole sentence, not by its piece of it', () => {
    const document = aReport([paragraph('p', [said('第'), said('12场；'), held, said('5户')])])

    expect(findUnboundNumbers(document)).toEqual([{ block: 0, inline: 3, offset: 0, text: '5户' }])
  })

  test('a new mark never takes the id of an older one', () => {
    const document = aReport([paragraph('p', [said('5户'), { kind: 'typed', id: 'typed-2', text: '8人' }])])

    expect(findUnboundNumbers(markTyped(document)).map((found) => found.typedId)).toEqual(['typed-3', 'typed-2'])
  })

  test('marking twice is marking once, and leaves no number unmarked', () => {
    fc.assert(
      fc.property(someDocument(), (document) => {
        const marked = markTyped(document)

        expect(markTyped(marked)).toEqual(marked)
        expect(plainText(marked)).toBe(plainText(document))
        expect(findUnboundNumbers(marked).every((found) => found.typedId !== undefined)).toBe(true)
      }),
    )
  })
})

describe('comparing', () => {
  test('a document differs in nothing from itself', () => {
    fc.assert(
      fc.property(someDocument(), (document) => {
        expect(compareDocuments(document, document)).toEqual({ head: [], figures: [], blocks: [] })
      }),
    )
  })

  test('a figure that grew says by how much', () => {
    const document = aReport([paragraph('p', [said('已开展'), held, said('。')])])
    const later = new Map([[figureKey(held), { value: 5, rows: 5 }]])

    const { figures, blocks } = compareDocuments(bindFigures(document, answers), bindFigures(document, later))

    expect(figures).toMatchObject([{ id: 'held', shownBefore: '3场', shownAfter: '5场', difference: 2 }])
    expect(blocks).toEqual([
      {
        id: 'p',
        kind: 'changed',
        chunks: [
          { kind: 'same', text: '已开展' },
          { kind: 'removed', text: '3' },
          { kind: 'added', text: '5' },
          { kind: 'same', text: '场。' },
        ],
      },
    ])
  })

  test('a figure that rounds to the same words still shows its change', () => {
    const rough = aFigure({ id: 'rough', unit: '人次', format: { kind: 'over', step: 1000, word: '超' } })
    const document = aReport([paragraph('p', [rough])])
    const at = (value: number) => bindFigures(document, new Map([[figureKey(rough), { value, rows: 9 }]]))

    const { figures, blocks } = compareDocuments(at(5230), at(5610))

    expect([figures[0]?.difference, blocks]).toEqual([380, []])
  })

  test('a figure that was missing has no difference, only its words', () => {
    const document = aReport([paragraph('p', [people])])
    const now = new Map([[figureKey(people), { value: 87, rows: 87 }]])

    const [change] = compareDocuments(bindFigures(document, answers), bindFigures(document, now)).figures

    expect(change).toMatchObject({ shownBefore: '（待录入）位', shownAfter: '87位' })
    expect(change?.difference).toBeUndefined()
  })

  test('blocks that came, went and moved are named', () => {
    const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map((text) => paragraph(text, [said(text)]))
    if (!a || !b || !c || !d) throw new Error('four paragraphs')

    const { blocks } = compareDocuments(aReport([a, b, c]), aReport([c, b, d]))

    expect(blocks.map(({ id, kind }) => [id, kind])).toEqual([
      ['乙', 'moved'],
      ['丁', 'added'],
      ['甲', 'removed'],
    ])
  })

  test('a new title and date stand in the head', () => {
    const before = aReport([])

    expect(compareDocuments(before, { ...before, title: '新标题', date: day('2025-07-01') }).head).toEqual([
      { field: 'title', before: '半年工作总结', after: '新标题' },
      { field: 'date', before: undefined, after: '2025-07-01' },
    ])
  })
})

describe('numbering and text', () => {
  const document = aReport([
    heading('h1', 1, '品牌'),
    heading('h2', 2, '引领'),
    heading('h3', 3, '宣讲'),
    heading('h4', 3, '晚会'),
    heading('h5', 2, '双拥'),
    heading('h6', 3, '走访'),
    heading('h7', 1, '尊崇'),
    heading('h8', 2, '优待'),
    { kind: 'list', id: 'l1', marks: 'first-is', items: [[said('安置')], [said('优抚')]] },
    { kind: 'list', id: 'l2', marks: 'bracketed', items: [[said('站点')]] },
    { kind: 'appendix', id: 'x', title: '数据来源一览表' },
  ])

  test('headings count within the heading above them', () => {
    expect(outline(document).map((line) => line.number)).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ])
  })

  test('the plain text is the paper, a paragraph a line', () => {
    expect(plainText(document)).toBe(
      [
        '半年工作总结',
        '一、品牌',
        '（一）引领',
        '1.宣讲',
        '2.晚会',
        '（二）双拥',
        '1.走访',
        '二、尊崇',
        '（一）优待',
        '一是安置',
        '二是优抚',
        '（1）站点',
        '附件：数据来源一览表',
      ].join('\n'),
    )
  })
})

describe('the appendix of figures', () => {
  const words = new Map([[held.indicator, { name: '已开展红色宣讲', query: '本年已举办的“红在东洲”宣讲场次' }]])
  const document = aReport([
    paragraph('p0', [held]),
    heading('h1', 1, '品牌'),
    paragraph('p1', [people, { kind: 'typed', id: 't', text: '5户' }]),
  ])

  test('names every number with its query, cut-off and rows, and owns up to those written by hand', () => {
    expect(figureAppendix(bindFigures(document, answers), words)).toEqual([
      {
        number: 1,
        id: 'held',
        section: '',
        name: '已开展红色宣讲',
        query: '本年已举办的“红在东洲”宣讲场次',
        from: '2025-01-01',
        cutOff: '2025-06-30',
        shown: '3场',
        exact: '3场',
        rows: 3,
        standing: 'bound',
      },
      expect.objectContaining({ number: 2, section: '一、品牌', exact: '（待录入）', standing: 'missing' }),
      expect.objectContaining({ number: 3, shown: '5户', query: '手工填写，未与记录关联', standing: 'typed' }),
    ])
  })
})

function aFigure(given: Partial<FigureInline> & { readonly id: string }): FigureInline {
  return {
    kind: 'figure',
    indicator: indicatorCode('red-lectures-held'),
    from: day('2025-01-01'),
    to: day('2025-06-30'),
    unit: '场',
    format: { kind: 'plain' },
    ...given,
  }
}

function aReport(blocks: readonly Block[]): ReportDocument {
  return { title: '半年工作总结', issuer: '某区退役军人事务局', blocks }
}

function said(text: string): Inline {
  return { kind: 'text', text }
}

function paragraph(id: string, inlines: readonly Inline[]): Block {
  return { kind: 'paragraph', id, inlines }
}

function heading(id: string, level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', id, level, inlines: [said(text)] }
}

function someDocument(): fc.Arbitrary<ReportDocument> {
  const text = fc.string({ unit: fc.constantFrom(...'走访慰问12三两户人次，。年第'), minLength: 1 })
  const inline = fc.oneof(
    text.map(said),
    fc.constantFrom<Inline>(held, people, { kind: 'typed', id: 'typed-1', text: '5户' }),
  )
  const block = fc.oneof(
    fc.array(inline).map((inlines) => ({ kind: 'paragraph' as const, inlines })),
    fc.array(fc.array(inline)).map((items) => ({ kind: 'list' as const, marks: 'first-is' as const, items })),
    text.map((words) => ({ kind: 'heading' as const, level: 1 as const, inlines: [said(words)] })),
  )
  return fc.array(block).map((blocks) => aReport(blocks.map((each, at) => ({ ...each, id: `b${at}` }))))
}
