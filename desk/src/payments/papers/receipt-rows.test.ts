import type { StockMoveView } from '@dongzhou/contract/payments-stock'
import type { TransferView } from '@dongzhou/contract/payments-views'
import { expect, test } from 'vitest'
import { goodsSum, issueRows, receiptRows } from './receipt-rows.ts'

const base = {
  ...{ id: 1, name: '甲', holder: '甲', division: { code: '999998001001', name: '东村' }, reissuedIn: null },
  ...{ amount: 20_000, cancelled: 0, state: 'paid' },
} as TransferView

const rows = (more: readonly Partial<TransferView>[], isUnpaidOnly = false) =>
  receiptRows(
    more.map((one, at) => ({ ...base, id: at + 1, ...one })),
    isUnpaidOnly,
  )

test('whoever gets nothing signs for nothing, and nobody for what was cancelled', () => {
  const signed = rows([{ amount: 0 }, { state: 'held', cancelled: 20_000 }, { state: 'held', cancelled: 5_000 }, {}])

  expect(signed.map(({ what }) => what)).toEqual(['150.00', '200.00'])
})

test('for cash, those alone whom the bank could not pay and no other run has taken up', () => {
  const signed = rows([{}, { state: 'failed' }, { state: 'held', reissuedIn: 9 }, { state: 'held' }], true)

  expect(signed.map(({ key }) => key)).toEqual(['2', '4'])
})

test('whoever takes it for somebody is written down beforehand', () => {
  expect(rows([{ holder: '乙' }, {}]).map(({ payee }) => payee)).toEqual(['乙', undefined])
})

const move = {
  ...{ id: 1, itemName: '大米', unit: '袋', quantity: -2, signedBy: '甲' },
  receiver: { kind: 'person', id: 1, name: '甲', division: { code: '999998001001', name: '东村' } },
} as StockMoveView

test('goods stand in the order in which they were handed out, each with its record', () => {
  const issued = issueRows([
    { ...move, id: 8 },
    { ...move, id: 7, signedBy: '乙' },
    { ...move, receiver: null },
  ])

  expect(issued.map(({ record, what, payee }) => [record, what, payee])).toEqual([
    ['7', '大米 2 袋', '乙'],
    ['8', '大米 2 袋', undefined],
  ])
})

test('bags and yuan make no sum: each kind has its own', () => {
  const issued = issueRows([
    move,
    { ...move, quantity: -3 },
    { ...move, itemName: '慰问金', unit: '元', quantity: -50_000 },
  ])

  expect(goodsSum(issued)).toBe('3 份，慰问金 500.00 元，大米 5 袋')
})
