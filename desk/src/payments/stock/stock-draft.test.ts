import type { StockItemView } from '@dongzhou/contract/payments-stock'
import { describe, expect, test } from 'vitest'
import { movedText, quantityText } from './quantity.ts'
import { lotOf, stockComplaints, stockDraft } from './stock-draft.ts'

const lot = { budgetLine: '慰问经费', campaign: '八一慰问', quantity: 10 }
const rice: StockItemView = {
  id: 1,
  version: 1,
  name: '大米',
  kind: 'goods',
  unit: '袋',
  division: { code: '999998000000', name: '某区' },
  quantity: 10,
  lots: [lot],
}

describe('goods in and out', () => {
  test('where there is one lot only, it is taken from that one', () => {
    expect(lotOf(rice, stockDraft('issue', rice, '2026-11-24'))).toEqual(lot)
    expect(stockDraft('in', rice, '2026-11-24').campaign).toBe('')
    expect(stockDraft('issue', { ...rice, lots: [lot, { ...lot, campaign: '春节' }] }, '2026-11-24').campaign).toBe('')
  })

  const issue = {
    ...stockDraft('issue', rice, '2026-11-24'),
    quantity: 10,
    receiver: { id: 3, name: '甲某' },
    signedBy: '甲某',
  }

  test('all that is there may go out, to somebody who signs', () => {
    expect(stockComplaints('issue', rice, issue)).toEqual({})
  })

  test.each([
    ['one more than there is', { quantity: 11 }, 'quantity'],
    ['none', { quantity: 0 }, 'quantity'],
    ['half a bag', { quantity: 0.5 }, 'quantity'],
    ['to nobody', { receiver: undefined }, 'receiver'],
    ['without a signature', { signedBy: '' }, 'signedBy'],
    ['from nowhere', { budgetLine: '' }, 'budgetLine'],
    ['on no day', { on: undefined }, 'on'],
  ])('%s is complained of', (_, change, field) => {
    expect(Object.keys(stockComplaints('issue', rice, { ...issue, ...change }))).toEqual([field])
  })

  test('what comes in needs a budget line, a campaign and a paper, and may be any number', () => {
    const entry = { ...stockDraft('in', rice, '2026-11-24'), quantity: 5000 }

    expect(Object.keys(stockComplaints('in', rice, entry))).toEqual(['budgetLine', 'campaign', 'document'])
  })

  test('a loss needs a paper and a reason', () => {
    const loss = { ...stockDraft('loss', rice, '2026-11-24'), quantity: 1 }

    expect(Object.keys(stockComplaints('loss', rice, loss))).toEqual(['document', 'note'])
  })
})

test('goods are written in their unit, money in yuan, and moves with their way', () => {
  expect(quantityText(1200, { kind: 'goods', unit: '袋' })).toBe('1,200 袋')
  expect(quantityText(120_000, { kind: 'money', unit: '元' })).toBe('1,200.00 元')
  expect(movedText(-2, '袋')).toBe('-2 袋')
  expect(movedText(50_000, '元')).toBe('+500.00 元')
})
