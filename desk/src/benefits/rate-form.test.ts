import { describe, expect, test } from 'vitest'
import { draftOf, draftsOf, formComplaints, formCorrecting, formFor, keysFilled, valueComplaint } from './rate-form.ts'
import { aRate } from './rates-for-tests.ts'

const filled = {
  ...formFor('disability-pension', 'county', aRate()),
  validFrom: '2026-01-01',
  announcedOn: '2026-02-01',
  document: ' 海退役军人〔2026〕1号 ',
  source: '来文',
  values: { 'duty-8': '27,000', 'war-1': '165000' },
}

describe('录入标准', () => {
  test('unit and rounding are those of the row that stands', () => {
    expect(formFor('disability-pension', 'county', aRate())).toMatchObject({
      unit: 'fen-a-year',
      rounding: 'half-up-1',
    })
    expect(formFor('disability-pension', 'county', undefined).unit).toBe('fen-a-month')
  })

  test('each filled grade becomes a row, in the order of the kind, under one document', () => {
    expect(keysFilled(filled)).toEqual(['war-1', 'duty-8'])
    expect(draftsOf(filled)).toMatchObject([
      { key: 'war-1', value: 16_500_000, document: '海退役军人〔2026〕1号', unit: 'fen-a-year' },
      { key: 'duty-8', value: 2_700_000 },
    ])
  })

  test('grades that are left empty are not sent', () => {
    expect(draftsOf({ ...filled, values: { ...filled.values, 'war-2': ' ' } })).toHaveLength(2)
  })

  test('nothing is sent while a figure cannot be read', () => {
    expect(draftsOf({ ...filled, values: { ...filled.values, 'war-2': '十万' } })).toBeUndefined()
    expect(valueComplaint('十万', 'fen-a-year')).toBe('应为数字，最多两位小数。')
    expect(valueComplaint('', 'fen-a-year')).toBeUndefined()
  })

  test('an empty form names everything that is missing', () => {
    expect(Object.keys(formComplaints(formFor(undefined, 'county', undefined)))).toEqual([
      'kind',
      'validFrom',
      'announcedOn',
      'document',
      'source',
      'values',
    ])
  })

  test('a percentage of a base asks which one', () => {
    const form = {
      ...filled,
      kind: 'care-allowance',
      unit: 'percent-of-base',
      values: { 'war-duty-1-2': '50' },
    } as const

    expect(formComplaints(form)).toEqual({ base: '按比例或倍数计算的，请选择基数。' })
    expect(formComplaints({ ...form, base: 'average-wage' })).toEqual({})
  })

  test('it cannot end before it begins', () => {
    expect(formComplaints({ ...filled, validTo: '2026-01-01' })).toHaveProperty('validTo')
    expect(formComplaints({ ...filled, validTo: '2026-01-02' })).toEqual({})
  })
})

describe('更正', () => {
  test('the form opens with the row as it stands, and names it in what is sent', () => {
    const form = formCorrecting(aRate({ id: 7 }))

    expect(form.values).toEqual({ 'war-1': '151060' })
    expect(draftsOf({ ...form, values: { 'war-1': '151100' } }, 7)).toMatchObject([
      { key: 'war-1', value: 15_110_000, supersedes: 7, validFrom: '2025-01-01' },
    ])
  })

  test('a sample gives its figure, and no paper', () => {
    expect(formCorrecting(aRate({ state: 'sample' }))).toMatchObject({ document: '', source: '' })
  })

  test('a row can be looked over once more as it would be sent', () => {
    expect(draftOf(aRate({ supersedes: 3 }))).toMatchObject({ key: 'war-1', value: 15_106_000, supersedes: 3 })
    expect(draftOf(aRate())).not.toHaveProperty('supersedes')
  })
})
