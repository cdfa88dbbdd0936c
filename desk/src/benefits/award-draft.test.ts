import { describe, expect, test } from 'vitest'
import { awardDraft, awardOf, benefitNamed, endComplaints, grantComplaints, isByYears } from './award-draft.ts'
import { appropriationComplaints, appropriationDraft, appropriationOf } from './spending-draft.ts'

describe('a decision being written down', () => {
  const filled = {
    ...awardDraft('rural-veteran-subsidy', '2026-11-24'),
    document: ' 海核〔2026〕1号 ',
    because: '本人申请',
    years: 4,
  }

  test('it opens with today as the day of approval, and complains of all that is missing', () => {
    expect(awardDraft(undefined, '2026-11-24').approved).toBe('2026-11-24')
    expect(Object.keys(grantComplaints({ ...awardDraft(undefined, ''), approved: undefined }))).toEqual([
      'benefit',
      'approved',
      'document',
      'because',
    ])
  })

  test('filled in, it goes trimmed, without what was left to the law', () => {
    expect(grantComplaints(filled)).toEqual({})
    expect(awardOf(filled)).toEqual({
      benefit: 'rural-veteran-subsidy',
      approved: '2026-11-24',
      document: '海核〔2026〕1号',
      because: '本人申请',
      despiteMissing: false,
      years: 4,
    })
    expect(awardOf({ ...filled, from: '2026-12' })).toMatchObject({ from: '2026-12' })
  })

  test('years go only with what is paid by years', () => {
    expect([isByYears('rural-veteran-subsidy'), isByYears('care-allowance'), isByYears(undefined)]).toEqual([
      true,
      false,
      false,
    ])
    expect(awardOf({ ...filled, benefit: 'care-allowance' })).not.toHaveProperty('years')
  })

  test('nothing goes without a benefit', () => {
    expect(awardOf({ ...filled, benefit: undefined })).toBeUndefined()
  })

  test('an end needs its month, paper and reason', () => {
    expect(Object.keys(endComplaints({ lastMonth: undefined, document: ' ', because: '' }))).toEqual([
      'lastMonth',
      'document',
      'because',
    ])
    expect(endComplaints({ lastMonth: '2026-11', document: '终〔2026〕1号', because: '去世' })).toEqual({})
  })

  test('an address names a benefit or nothing', () => {
    expect([benefitNamed('care-allowance'), benefitNamed('gold'), benefitNamed(['care-allowance'])]).toEqual([
      'care-allowance',
      undefined,
      undefined,
    ])
  })
})

describe('an appropriation being written down', () => {
  test('yuan on the form are whole fen on the wire, to the fen', () => {
    const draft = {
      ...appropriationDraft({ amount: 1_380_000_029, version: 1 }, '2026-11-24'),
      document: '财〔2026〕8号',
    }

    expect(draft.amount).toBe(13_800_000.29)
    expect(appropriationOf({ ...draft, reason: '年初预算' })).toMatchObject({ amount: 1_380_000_029 })
  })

  test('an empty amount takes it away', () => {
    expect(appropriationOf(appropriationDraft({ amount: undefined, version: 0 }, '2026-11-24')).amount).toBeNull()
  })

  test('paper, day and reason are asked for', () => {
    expect(Object.keys(appropriationComplaints(appropriationDraft({ amount: 5, version: 1 }, undefined)))).toEqual([
      'document',
      'decidedOn',
      'reason',
    ])
  })
})
