import { expect, test } from 'vitest'
import { pairComplaints, pairDraft, pairOf } from './pair-draft.ts'
import { complaints } from './words.ts'

const whole = {
  ...pairDraft(1, undefined, '2025-03-05'),
  person: { id: 7, name: '王测试' },
  organisation: { id: 8, name: '测试局' },
}

test('a whole form has no complaint', () => {
  expect(pairComplaints(whole)).toEqual({})
})

test('an empty form names everything that is missing', () => {
  expect(pairComplaints({ ...pairDraft(undefined, undefined, '2025-03-05'), confirmedOn: undefined })).toEqual({
    schemeId: complaints.scheme,
    person: complaints.person,
    organisation: complaints.organisation,
    confirmedOn: complaints.confirmedOn,
  })
})

test('a proposal needs no day of confirmation', () => {
  expect(pairComplaints({ ...whole, isConfirmed: false, confirmedOn: undefined })).toEqual({})
})

test('no number of visits planned is not nought', () => {
  expect(pairOf(whole).plannedVisits).toBeNull()
  expect(pairOf({ ...whole, plannedVisits: 0 }).plannedVisits).toBe(0)
})
