import type { LaterFactLine } from '@dongzhou/contract/linkage'
import { expect, test } from 'vitest'
import { decisionsToSend, sideOf, undecidedCount } from './unmerge-draft.ts'

function aLine(id: number, side: LaterFactLine['side'], mustDecide: boolean): LaterFactLine {
  const fact: LaterFactLine['fact'] = {
    id,
    kind: 'phone',
    kindName: '联系电话',
    text: '199****1000',
    isSealed: true,
    value: null,
    validFrom: null,
    validTo: null,
    certainty: 'stated',
    source: '',
    sourceKind: 'visit',
    recordedAt: '2025-06-01T02:00:00Z',
    supersededAt: null,
    supersededBecause: null,
  }
  return { fact, side, mustDecide, say: null }
}

const later = [aLine(1, 'kept', false), aLine(2, 'kept', true), aLine(3, 'dropped', false)]

test('what the plan is sure of goes where the plan says, unless the clerk overrules it', () => {
  expect(sideOf(aLine(1, 'kept', false), {})).toBe('kept')
  expect(sideOf(aLine(1, 'kept', false), { 1: 'dropped' })).toBe('dropped')
})

test('what only a clerk can tell goes nowhere until it is said, whatever the plan proposes', () => {
  expect(sideOf(aLine(2, 'kept', true), {})).toBeUndefined()
  expect(undecidedCount(later, {})).toBe(1)
  expect(undecidedCount(later, { 2: 'kept' })).toBe(0)
})

test('only the clerk’s own words are sent, about facts of this plan', () => {
  expect(decisionsToSend(later, { 2: 'dropped', 99: 'kept' })).toEqual([{ factId: 2, side: 'dropped' }])
  expect(decisionsToSend([], { 2: 'dropped' })).toEqual([])
})
