import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import { type Rate, rateKinds } from '@dongzhou/terms/rate'
import { expect, test } from 'vitest'
import { RateBook } from '../rate-book.ts'
import { neverPayable } from './fixtures.ts'
import { sampleRates } from './sample-rates.ts'
import { unitsOf } from './units.ts'

const book = new RateBook(sampleRates)

test('every sample is of the nation, names its source, and is graded and counted as its kind is', () => {
  for (const rate of sampleRates) {
    const keys: readonly string[] = rateKinds[rate.kind].keys

    expect(rate).toMatchObject({ state: 'sample', jurisdiction: 'nation' })
    expect(rate.source).toMatch(/^S\d+/)
    expect(keys).toContain(rate.key)
    expect(unitsOf(rate.kind)).toContain(rate.unit)
    expect(rate.validTo === undefined || rate.validTo > rate.validFrom).toBe(true)
  }
})

test('no two samples begin on one day for one standard', () => {
  const slots = sampleRates.map(({ kind, key, validFrom }) => `${kind} ${key} ${validFrom}`)

  expect(new Set(slots).size).toBe(slots.length)
})

test.each(neverPayable)('$what is no rate', ({ kind, yuan }) => {
  const values = sampleRates.filter((rate) => rate.kind === kind).map(({ value }) => value)

  expect(values).not.toContain(yuan * 100)
})

// Appendix A of the survey of the field, cell by cell where two pages agree or one of the ministry's own stands behind it.
test.each([
  ['war-1', 2017, 10, 72_850],
  ['duty-10', 2018, 7, 6930],
  ['illness-1', 2018, 8, 75_060],
  ['war-1', 2019, 8, 88_150],
  ['war-1', 2021, 8, 106_670],
  ['illness-6', 2021, 8, 33_860],
  ['war-7', 2022, 8, 34_780],
  ['duty-10', 2022, 8, 10_850],
  ['illness-6', 2023, 7, 36_230],
  ['war-1', 2023, 8, 124_410],
  ['duty-10', 2024, 7, 11_390],
])('the disability pension of %s in %d-%d is %d yuan a year', (key, year, ofYear, yuan) => {
  expect(inForce('disability-pension', key, year, ofYear)?.value).toBe(yuan * 100)
})

test.each([
  ['grade 2, whose raise of 2018 was not found, does not draw the old amount on', 'war-2', 2018, 8],
  ['nobody draws the table of 2019 past the raise of 2020', 'war-1', 2020, 8],
  ['nobody draws the table of 2022 past the raise of 2023', 'war-2', 2023, 8],
  ['no figure of 2024 was found', 'war-1', 2024, 8],
])('%s', (_sentence, key, year, ofYear) => {
  expect(inForce('disability-pension', key, year, ofYear)).toBeUndefined()
})

// 2022 over 2021, worked out by hand: 9, 8 and 7 percent as 因战, 因公 and 因病 up to grade six; 8 and 7 below it. Whole tens of yuan.
test.each([
  ['war', 1, 6, 109],
  ['duty', 1, 6, 108],
  ['illness', 1, 6, 107],
  ['war', 7, 10, 108],
  ['duty', 7, 10, 107],
])('in 2022 the grades of %s from %d to %d rose to %d percent, rounded to ten yuan', (nature, first, last, percent) => {
  for (let grade = first; grade <= last; grade += 1) {
    const before = inForce('disability-pension', `${nature}-${grade}`, 2021, 8)?.value ?? 0
    const after = inForce('disability-pension', `${nature}-${grade}`, 2022, 8)?.value ?? 0

    expect(Math.abs(after - (before * percent) / 100), `${nature}-${grade}`).toBeLessThanOrEqual(1000)
  }
})

test.each([
  ['survivor-pension', 'martyr', 2022, 8, 3_691_000],
  ['survivor-pension', 'illness', 2017, 10, 1_868_000],
  ['ill-returned-subsidy', '', 2019, 8, 60_000],
  ['war-participant-subsidy', '', 2018, 8, 60_000],
  ['nuclear-test-subsidy', '', 2018, 8, 60_000],
  ['martyr-child-subsidy', '', 2019, 8, 49_000],
  ['rural-veteran-subsidy', '', 2011, 8, 1000],
  ['rural-veteran-subsidy', '', 2024, 7, 68_800],
  ['rural-veteran-subsidy', '', 2024, 8, 6000],
  ['care-allowance', 'war-duty-1-2', 2024, 10, 5000],
  ['care-allowance', 'mental-5-6', 2024, 10, 2500],
  ['martyr-praise-money', '', 2024, 12, 3000],
  ['martyr-praise-money', '', 2025, 1, 3000],
  ['death-lump-sum-income', 'illness', 2025, 1, 200],
  ['death-lump-sum-pay', 'duty', 2020, 1, 40],
  ['death-lump-sum-honour', 'medal', 2024, 10, 4000],
  ['continued-months', 'disabled-illness', 2024, 10, 12],
  ['continued-months', 'war-participant', 2024, 10, 6],
  ['discharge-pay-honour', 'title', 2024, 9, 2500],
  ['placement-wait-subsidy', '', 2024, 9, 10_000],
  ['age', 'survivor-minor', 2020, 1, 18],
  ['enlisted-from', 'rural-veteran', 2015, 1, 19_541_101],
  ['enlisted-before', 'rural-veteran', 2015, 1, 20_111_101],
  ['urban-disposable-income', '', 2024, 12, 5_418_800],
] as const)('%s %s in %d-%d is %d', (kind, key, year, ofYear, value) => {
  expect(inForce(kind, key, year, ofYear)?.value).toBe(value)
})

test.each([
  ['mental illness has its row since October 2024', 'care-allowance', 'mental-5-6', 2024, 9],
  ['a medal has its increment since October 2024', 'death-lump-sum-honour', 'medal', 2024, 9],
  ['参战 are continued since October 2024', 'continued-months', 'war-participant', 2024, 9],
  ['the income of 2024 is not that of 2025', 'urban-disposable-income', '', 2025, 1],
] as const)('%s', (_sentence, kind, key, year, ofYear) => {
  expect(inForce(kind, key, year, ofYear)).toBeUndefined()
})

test('the wage that care is paid by changes its series with the regulation', () => {
  expect(inForce('care-allowance', 'war-duty-1-2', 2024, 9)?.base).toBe('employee-wage')
  expect(inForce('care-allowance', 'war-duty-1-2', 2024, 10)?.base).toBe('average-wage')
})

test('the start month of the disability pension changes on 1 October 2024', () => {
  expect(inForce('start-month', 'disability-pension', 2024, 9)?.choice).toBe('after-approval')
  expect(inForce('start-month', 'disability-pension', 2024, 10)?.choice).toBe('approval')
})

test('a law row ends when its law does, and the next begins that day', () => {
  const rows = sampleRates.filter(({ kind, key }) => kind === 'continued-months' && key === 'survivor')

  expect(rows.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    [day('2019-04-01'), day('2024-10-01')],
    [day('2024-10-01'), undefined],
  ])
})

function inForce(kind: Rate['kind'], key: string, year: number, ofYear: number): Rate | undefined {
  return book.shelf(kind, key).fixed(month(year, ofYear))
}
