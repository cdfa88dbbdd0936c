import { expect, test } from 'vitest'
import { daysText, readDays } from './holidays.ts'

test.each([
  ['1月1日至3日', ['2027-01-01', '2027-01-02', '2027-01-03']],
  ['9月29日至10月1日', ['2027-09-29', '2027-09-30', '2027-10-01']],
  ['2月14日（周日）、2月28日（周日）', ['2027-02-14', '2027-02-28']],
  ['元旦：1月1日（周五）至3日（周日）放假，共3天。', ['2027-01-01', '2027-01-02', '2027-01-03']],
  ['1月1日、1月1日至2日', ['2027-01-01', '2027-01-02']],
  ['没有安排', []],
] as const)('“%s” is read as a notice writes it', (text, days) => {
  expect(readDays(text, 2027)).toEqual({ days, wrong: [] })
})

test.each(['2月29日', '2月30日', '5月3日至1日'])('%s of 2027 is no day, and is named', (text) => {
  expect(readDays(text, 2027)).toEqual({ days: [], wrong: [text] })
})

test('neighbouring days are written as a span, over a month end too', () => {
  expect(daysText(['2026-01-03', '2026-01-01', '2026-01-02', '2026-09-30', '2026-10-01', '2026-12-31'])).toBe(
    '1月1日至3日、9月30日至10月1日、12月31日',
  )
})

test('what is written is read again as the same days', () => {
  const days = ['2026-02-15', '2026-02-16', '2026-05-09']
  expect(readDays(daysText(days), 2026).days).toEqual(days)
})
