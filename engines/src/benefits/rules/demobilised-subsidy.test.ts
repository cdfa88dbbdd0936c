import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityBit, insurances, type PersonFacts, type Stretch } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { demobilisedSubsidy } from './demobilised-subsidy.ts'

// Only the steps of this subsidy were published nationally (S63, S66): the amount is made up. The day is art. 62 (2024) and art. 53 (2019).
const rates = [
  ...usualChoices,
  aRate({ kind: 'demobilised-subsidy', value: 2_424_000, unit: 'fen-a-year' }),
  aRate({ kind: 'enlisted-before', key: 'demobilised', value: 19541101, unit: 'date' }),
]
const question = new Question(demobilisedSubsidy, new RateBook(rates), [])
const local = (choice: string) =>
  new Question(
    demobilisedSubsidy,
    new RateBook([...rates, aRate({ kind: 'local-condition', key: 'demobilised-subsidy', choice })]),
    [],
  )

function demobilised(facts: Partial<Omit<Stretch, 'from'>>): PersonFacts {
  return aPerson(
    { identities: identityBit('demobilised-veteran'), enlisted: 19510301, ...facts },
    { benefit: 'demobilised-subsidy', approved: 20200110 },
  )
}

const on = month(2025, 3)
const PAID = 202_000
const [employee, retirement, resident] = [0, 1, 2]

describe('who joined by 31 October 1954', () => {
  test.each<[string, number | undefined, number | readonly string[]]>([
    ['on that day', 19541031, PAID],
    ['the day after', 19541101, ['enlisted-too-late']],
    ['in October 1954, day unknown', 19541000, PAID],
    ['in 1954, month unknown', 19540000, ['? service']],
    ['in 1953, month unknown', 19530000, PAID],
    ['nobody knows when', undefined, ['? service']],
  ])('%s', (_title, enlisted, answer) => {
    expect(shortly(verdictOn(question, demobilised({ enlisted }), on))).toEqual(answer)
  })

  test('where the book holds no such day the county’s finding of the identity stands', () => {
    const bare = new Question(demobilisedSubsidy, new RateBook(rates.filter(({ key }) => key !== 'demobilised')), [])

    expect(shortly(verdictOn(bare, demobilised({ enlisted: undefined }), on))).toBe(PAID)
  })

  test('the refusal cites the regulation of its month', () => {
    const late = demobilised({ enlisted: 19550101 })
    const articleIn = (year: number, ofYear: number) => {
      const verdict = verdictOn(question, late, month(year, ofYear))
      return verdict.kind === 'refused' ? verdict.reasons[0]?.article : undefined
    }

    expect(articleIn(2024, 9)).toEqual({ law: 'entitlement-regulation-2019', article: '第五十三条' })
    expect(articleIn(2024, 10)).toEqual({ law: 'entitlement-regulation-2024', article: '第六十二条' })
  })
})

describe('conditions that a local document adds', () => {
  test.each<[string, Partial<Omit<Stretch, 'from'>>, number | readonly string[]]>([
    ['any', {}, PAID],
    ['rural', { rural: 1 }, PAID],
    ['rural', { rural: 0 }, ['local-condition']],
    ['rural', {}, ['? household-registration']],
    ['uninsured', { insurance: resident }, PAID],
    ['uninsured', { insurance: employee }, ['local-condition']],
    ['uninsured', { insurance: retirement, rural: 1 }, ['local-condition']],
    ['uninsured', {}, ['? pension-insurance']],
    ['rural-or-uninsured', { rural: 1 }, PAID],
    ['rural-or-uninsured', { rural: 0, insurance: insurances.indexOf('none') }, PAID],
    ['rural-or-uninsured', { rural: 0, insurance: employee }, ['local-condition']],
    ['rural-or-uninsured', { rural: 0 }, ['? pension-insurance']],
    ['rural-or-uninsured', { insurance: employee }, ['? household-registration']],
    ['rural-or-uninsured', {}, ['? household-registration', '? pension-insurance']],
  ])('%s, of %o', (choice, facts, answer) => {
    expect(shortly(verdictOn(local(choice), demobilised(facts), on))).toEqual(answer)
  })
})

test('without an amount in the book the month is open', () => {
  const bare = new Question(demobilisedSubsidy, new RateBook(usualChoices), [])

  expect(shortly(verdictOn(bare, demobilised({}), on))).toEqual(['? demobilised-subsidy'])
})

test('somebody of another identity is turned away without more questions', () => {
  const other = demobilised({ identities: identityBit('war-participant'), enlisted: undefined })

  expect(shortly(verdictOn(question, other, on))).toEqual(['not-of-identity'])
})

test('asking each month alone equals the segments', () => {
  const changing = new Question(
    demobilisedSubsidy,
    new RateBook([
      ...rates.filter(({ kind }) => kind !== 'month-rounding'),
      aRate({ kind: 'month-rounding', choice: 'december' }),
      aRate({ kind: 'local-condition', key: 'demobilised-subsidy', choice: 'rural', validFrom: day('2025-01-01') }),
      aRate({ kind: 'demobilised-subsidy', value: 2_424_007, unit: 'fen-a-year', validFrom: day('2024-08-01') }),
    ]),
    [],
  )
  fc.assert(
    fc.property(
      fc.record({
        enlisted: fc.constantFrom(undefined, 19510301, 19540000, 19550101),
        rural: fc.constantFrom(undefined, 0, 1),
        died: fc.constantFrom(undefined, 20250817),
      }),
      (facts) => {
        const { inSegments, eachAlone } = twoReadings(changing, demobilised(facts), {
          from: month(2024, 1),
          to: month(2026, 6),
        })

        expect(inSegments).toEqual(eachAlone)
      },
    ),
  )
})
