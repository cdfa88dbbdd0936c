import type { BatchView } from '@dongzhou/contract/intake'
import { expect, test } from 'vitest'
import { countComplaints, openSteps, readyCount, stepOf } from './batch-steps.ts'

const forecast: BatchView['forecast'] = {
  newPeople: 412,
  changedPeople: 38,
  changedFacts: 51,
  unchangedPeople: 3,
  newRecords: 0,
  toDecide: 9,
  held: 4,
  done: 0,
  say: '',
}

test.each([
  ['reading', undefined, 'recognise'],
  ['reading', 'accept', 'recognise'],
  ['refused', 'check', 'recognise'],
  ['staged', undefined, 'recognise'],
  ['staged', 'check', 'check'],
  ['staged', 'accept', 'accept'],
  ['staged', 'result', 'recognise'],
  ['accepting', 'check', 'result'],
  ['accepted', undefined, 'result'],
  ['accepted', 'check', 'check'],
  ['withdrawn', 'accept', 'result'],
  ['withdrawn', 'nonsense', 'result'],
] as const)('a %s batch asked for step %s is at %s', (state, asked, step) => {
  expect(stepOf({ state, forecast, complaints: [] }, asked)).toBe(step)
})

test.each(['reading', 'refused', 'staged', 'accepting', 'accepted', 'withdrawing', 'withdrawn'] as const)(
  'a %s batch has a step to be at, and nobody goes back to choosing the file',
  (state) => {
    const open = openSteps({ state, forecast, complaints: [] })

    expect(open.length).toBeGreaterThan(0)
    expect(open).not.toContain('choose')
  },
)

test('people who do not change are accepted too; rows held or undecided are not', () => {
  expect(readyCount({ forecast })).toBe(412 + 38 + 3)
})

test('complaints are counted by severity over all their kinds', () => {
  const complaints: BatchView['complaints'] = [
    { code: 'id-check', name: '身份证号校验位不对', severity: 'held', count: 3 },
    { code: 'phone-doubtful', name: '电话号码需核对', severity: 'warned', count: 5 },
    { code: 'id-length', name: '身份证号位数不对', severity: 'held', count: 1 },
  ]

  expect(countComplaints({ complaints }, 'held')).toBe(4)
  expect(countComplaints({ complaints }, 'warned')).toBe(5)
})
