import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import { type RateKind, type RateKindTerm, rateKinds } from '@dongzhou/terms/rate'
import { describe, expect, test } from 'vitest'
import { houseRulesIn } from '../house-rules.ts'
import { RateBook } from '../rate-book.ts'
import { demoCountyRates } from './demo-county.ts'
import { demoHouseRates } from './demo-house.ts'
import { complaintsAboutRates } from './plausibility.ts'
import { sampleRates } from './sample-rates.ts'

const book = new RateBook([...sampleRates, ...demoCountyRates])
// What the house rules for itself has rows that a bureau may do without: house-rules.test.ts.
const kinds = (Object.entries(rateKinds) as [RateKind, RateKindTerm][]).filter(([, { group }]) => group !== 'house')

describe.each(kinds)('in a demo bureau, %s', (kind, { keys, group }) => {
  // What is paid by an index in 2025 takes that of 2024.
  const on: Month = group === 'index' ? month(2024, 6) : month(2025, 6)

  test.each(keys)('has a row for %j', (key) => {
    expect(book.shelf(kind, key).fixed(on)).toBeDefined()
  })
})

test('the invented county would pass the checks, but for having no document', () => {
  const proposed = demoCountyRates.map((rate) => ({ ...rate, document: '测〔2022〕1号' }))
  const complaints = complaintsAboutRates({
    proposed,
    known: sampleRates,
    limits: { ...houseRulesIn(demoHouseRates, day('2026-01-20')).limits, today: day('2026-01-20') },
  })

  expect(complaints).toEqual([])
})

test('every row says that it is invented', () => {
  expect(demoCountyRates.every(({ state, source }) => state === 'sample' && source.includes('虚构'))).toBe(true)
})
