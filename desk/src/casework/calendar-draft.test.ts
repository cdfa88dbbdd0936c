import { expect, test } from 'vitest'
import { calendarComplaints, calendarDraft, calendarOf } from './calendar-draft.ts'

const whole = { year: 2027, document: '国办发明电〔2026〕1号', rest: '1月1日至3日', work: '' }

test('a whole year has no complaint, also without worked weekends', () => {
  expect(calendarComplaints(whole)).toEqual({})
  expect(calendarOf(whole)).toEqual({
    year: 2027,
    document: '国办发明电〔2026〕1号',
    rest: ['2027-01-01', '2027-01-02', '2027-01-03'],
    work: [],
  })
})

test('an empty form asks for the document and the days of rest', () => {
  expect(Object.keys(calendarComplaints(calendarDraft('new', 2027)))).toEqual(['document', 'rest'])
})

test('a day that the year has not is named with its year', () => {
  expect(calendarComplaints({ ...whole, work: '2月29日' })).toEqual({ work: '没有“2027年2月29日”这一天，请核对。' })
})

test('worked days in which no day can be read are not passed over', () => {
  expect(calendarComplaints({ ...whole, work: '周日上班' })).toHaveProperty('work')
})

test('a year on file comes back into the form as it is written', () => {
  const known = { year: 2026, document: '通知', rest: ['2026-01-01', '2026-01-02'], work: ['2026-01-04'] }
  expect(calendarDraft(known, 2027)).toEqual({ year: 2026, document: '通知', rest: '1月1日至2日', work: '1月4日' })
})
