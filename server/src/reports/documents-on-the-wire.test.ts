import { ReportDocument, ReportDraft } from '@dongzhou/contract/reports-document'
import { day } from '@dongzhou/terms/day'
import type { ReportDocument as DocumentTerm } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { halfYearReport } from './templates/half-year.ts'

const draft = halfYearReport({ year: 2025, half: 'first', bureau: '测试区退役军人事务局', cutOff: day('2025-06-30') })

const figure = {
  kind: 'figure',
  id: 'held',
  indicator: 'red-lectures-held',
  from: '2025-01-01',
  to: '2025-06-30',
  unit: '场',
  format: { kind: 'plain' },
} as const

test('the draft of the half-year passes the wire unchanged', () => {
  const document: ReportDocument = ReportDocument.parse(draft)
  const term: DocumentTerm = document

  expect(term).toEqual(draft)
  expect(ReportDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
})

test('what a browser says a figure reads is not listened to', () => {
  const parsed = ReportDraft.parse(aDocument({ ...figure, reading: { value: 999, rows: 999 }, shown: '999场' }))

  expect(parsed).toEqual(aDocument(figure))
})

describe('rubbish is refused with a sentence', () => {
  test.each([
    [
      'an indicator that is no code',
      { ...figure, indicator: "x'; drop table report --" },
      '没有这个指标，请从指标列表中选择。',
    ],
    ['a day that is none', { ...figure, to: '2025-02-30' }, '日期应为年-月-日，如 2025-03-05。'],
    ['2 MB of text', { kind: 'text', text: '字'.repeat(700_000) }, '一段文字不能超过20000字，请分段。'],
    ['a step of nought', { ...figure, format: { kind: 'over', step: 0, word: '超' } }, '取整单位应大于0。'],
  ])('%s', (_what, inline, say) => {
    const issues = ReportDraft.safeParse(aDocument(inline)).error?.issues.map((issue) => issue.message)

    expect(issues).toContain(say)
  })

  test.each([
    ['no title', { title: ' ' }, '请填写报告标题。'],
    ['a title that is a novel', { title: '总'.repeat(101) }, '一段文字不能超过100字，请分段。'],
    ['no issuer', { issuer: '' }, '请填写发文机关。'],
    ['500 paragraphs', { blocks: Array.from({ length: 500 }, () => draft.blocks[0]) }, '报告最多400段，请拆分。'],
  ])('%s', (_what, change, say) => {
    const issues = ReportDraft.safeParse({ ...draft, ...change }).error?.issues.map((issue) => issue.message)

    expect(issues).toContain(say)
  })
})

test.each([
  ['a script stays text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['control characters go', '甲\u0000乙\u0007丙\u001b', '甲乙丙'],
  ['halves of characters go', '甲\ud800乙\udfff', '甲乙'],
  ['whole rare characters stay', '𠮷野', '𠮷野'],
])('%s', (_what, text, kept) => {
  expect(ReportDraft.parse(aDocument({ kind: 'text', text }))).toEqual(aDocument({ kind: 'text', text: kept }))
})

function aDocument(inline: object) {
  return { title: '工作总结', issuer: '测试局', blocks: [{ kind: 'paragraph', id: 'text', inlines: [inline] }] }
}
