import { expect, test } from 'vitest'
import { type TargetDraft, targetComplaints, targetOf } from './target-draft.ts'
import { targetWords } from './words.ts'

const whole: TargetDraft = {
  value: 12,
  from: '2025-01-01',
  to: '2025-12-31',
  document: '局长办公会纪要',
  decidedOn: '2025-03-05',
  reason: '增加进校园场次',
}

test('a whole form has no complaint', () => {
  expect(targetComplaints(whole, 2025)).toEqual({})
})

test.each<[string, Partial<TargetDraft>, object]>([
  ['days of another year', { from: '2024-12-31' }, { span: targetWords.complaintSpan }],
  ['an end before its beginning', { from: '2025-07-01', to: '2025-06-30' }, { span: targetWords.complaintSpan }],
  ['no end', { to: undefined }, { span: targetWords.complaintSpan }],
  ['no document', { document: ' ' }, { document: targetWords.complaintDocument }],
  ['no reason', { reason: '' }, { reason: targetWords.complaintReason }],
  ['no day of decision', { decidedOn: undefined }, { decidedOn: targetWords.complaintDay }],
])('%s is complained of', (_, change, expected) => {
  expect(targetComplaints({ ...whole, ...change }, 2025)).toEqual(expected)
})

test('an empty target takes it away; nought is a target', () => {
  expect(targetOf({ ...whole, value: undefined }, '场').target).toBeNull()
  expect(targetOf({ ...whole, value: 0 }, '场').target).toBe(0)
})

test('money travels as whole fen', () => {
  expect(targetOf({ ...whole, value: 1.15 }, '万元').target).toBe(1_150_000)
  expect(targetOf({ ...whole, value: 0.29 }, '元').target).toBe(29)
})
