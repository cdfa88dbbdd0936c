import { expect, test } from 'vitest'
import { draftOfVisit, newVisit, visitComplaints, visitOf } from './visit-draft.ts'
import { complaints } from './words.ts'

const paid = { ...newVisit('2025-03-05'), goods: '米一袋' }

test.each([
  ['goods alone say enough', { goods: '米一袋' }],
  ['money alone says enough', { yuan: 500 }],
  ['no money given is something said', { yuan: 0 }],
  ['findings alone say enough', { findings: '屋顶漏雨' }],
  ['help alone says enough', { help: '陪同就医' }],
])('%s', (_, said) => {
  expect(visitComplaints({ ...newVisit('2025-03-05'), ...said }, false)).toEqual({})
})

test('a visit without day and without anything said names both', () => {
  expect(visitComplaints({ ...newVisit(undefined), goods: '  ' }, false)).toEqual({
    day: complaints.day,
    nothingSaid: complaints.nothingSaid,
  })
})

test('a correction gives its reason', () => {
  expect(visitComplaints(paid, true)).toEqual({ because: complaints.because })
  expect(visitComplaints({ ...paid, because: '记错日期' }, true)).toEqual({})
})

test.each([
  [500, 50_000],
  [12.34, 1234],
  [0.29, 29],
  [1.1, 110],
  [9_999_999.99, 999_999_999],
  [0, 0],
])('%d yuan travel as %d whole fen', (yuan, fen) => {
  expect(visitOf({ ...paid, yuan }).money).toBe(fen)
})

test('no money is not nought', () => {
  expect(visitOf(paid).money).toBeNull()
})

test('a visit comes back from its form as it was', () => {
  const visit = {
    id: 1,
    version: 1,
    pairingId: 2,
    day: '2025-03-05',
    dayText: '2025年3月5日',
    visitors: '测试经办',
    help: '陪同就医',
    goods: '米一袋',
    money: 50_050,
    findings: '屋顶漏雨',
    division: { code: '999999416000', name: '测试镇' },
    source: '登记走访',
  }

  const { day, visitors, help, goods, money, findings } = visit
  expect(visitOf(draftOfVisit(visit))).toEqual({ day, visitors, help, goods, money, findings })
})
