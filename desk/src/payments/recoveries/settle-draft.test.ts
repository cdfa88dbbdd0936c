import { describe, expect, test } from 'vitest'
import { monthsOf, planComplaints, repayComplaints, writeOffComplaints } from './settle-draft.ts'

describe('a plan of instalments', () => {
  const plan = { monthly: 5000, fromMonth: '2026-12', document: '告知书 12 号' }

  test('a whole plan may be sent', () => {
    expect(planComplaints(plan, 18_833)).toEqual({})
    expect(planComplaints({ ...plan, monthly: 18_833 }, 18_833)).toEqual({})
  })

  test.each([
    ['nothing a month', { monthly: 0 }, 'monthly'],
    ['one fen more than is owed', { monthly: 18_834 }, 'monthly'],
    ['no month', { fromMonth: undefined }, 'fromMonth'],
    ['no paper', { document: ' 1 ' }, 'document'],
  ])('%s is complained of', (_, change, field) => {
    expect(Object.keys(planComplaints({ ...plan, ...change }, 18_833))).toEqual([field])
  })

  test('the last month takes what is left', () => {
    expect(monthsOf(18_833, 5000)).toBe(4)
    expect(monthsOf(20_000, 5000)).toBe(4)
    expect(monthsOf(20_000, undefined)).toBeUndefined()
    expect(monthsOf(20_000, 0)).toBeUndefined()
  })
})

test('a repayment has an amount up to what is owed, a day and a receipt', () => {
  expect(repayComplaints({ amount: 100, on: '2026-11-24', receipt: 'A1' }, 100)).toEqual({})
  expect(Object.keys(repayComplaints({ amount: 101, on: undefined, receipt: '' }, 100))).toEqual([
    'amount',
    'on',
    'receipt',
  ])
})

test('writing off takes a paper and a reason', () => {
  expect(writeOffComplaints({ document: '批复 3 号', because: '无遗产可供追回' })).toEqual({})
  expect(Object.keys(writeOffComplaints({ document: '', because: '' }))).toEqual(['document', 'because'])
})
