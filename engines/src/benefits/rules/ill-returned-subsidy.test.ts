import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { identityBit, insurances, type PersonFacts, type Stretch } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { illReturnedSubsidy } from './ill-returned-subsidy.ts'

// National levels in yuan a month: S65 for 2017-10, S57 for 2018-08, S59 for 2019-08; none was found after.
const levels = [[500, '2017-10-01'] as const, [550, '2018-08-01'] as const, [600, '2019-08-01'] as const].map(
  ([yuan, from]) => aRate({ kind: 'ill-returned-subsidy', value: yuan * 100, validFrom: day(from) }),
)
const rates = [...usualChoices, ...levels]
const question = new Question(illReturnedSubsidy, new RateBook(rates), [])

function recognised(facts: Partial<Omit<Stretch, 'from'>> = {}, approved = 20170901): PersonFacts {
  return aPerson(
    { identities: identityBit('ill-returned-veteran'), ...facts },
    { benefit: 'ill-returned-subsidy', approved },
  )
}

describe('the level of the month', () => {
  test.each([
    [2017, 10, 50000],
    [2018, 7, 50000],
    [2018, 8, 55000],
    [2019, 7, 55000],
    [2019, 8, 60000],
  ])('%i-%i: %i fen', (year, ofYear, amount) => {
    expect(shortly(verdictOn(question, recognised(), month(year, ofYear)))).toBe(amount)
  })

  test('before any level that is known the month is open', () => {
    expect(shortly(verdictOn(question, recognised(), month(2017, 9)))).toEqual(['? ill-returned-subsidy'])
  })
})

test('the identity alone opens it, where no local document asks more', () => {
  expect(
    shortly(verdictOn(question, recognised({ identities: identityBit('war-participant') }), month(2020, 1))),
  ).toEqual(['not-of-identity'])
  expect(shortly(verdictOn(question, recognised({ insurance: insurances.indexOf('employee') }), month(2020, 1)))).toBe(
    60000,
  )
})

test('a local document may ask for a rural registration from a day on', () => {
  const condition = aRate({
    kind: 'local-condition',
    key: 'ill-returned-subsidy',
    choice: 'rural',
    validFrom: day('2020-03-01'),
  })
  const asked = new Question(illReturnedSubsidy, new RateBook([...rates, condition]), [])
  const urban = recognised({ rural: 0 })

  expect(shortly(verdictOn(asked, urban, month(2020, 2)))).toBe(60000)
  expect(verdictOn(asked, urban, month(2020, 3))).toEqual({
    kind: 'refused',
    reasons: [{ refusal: 'local-condition', article: { law: 'local-document', article: '' } }],
  })
  expect(shortly(verdictOn(asked, recognised(), month(2020, 3)))).toEqual(['? household-registration'])
})

test('it begins in the month of the decision and is paid for the month of death', () => {
  const person = recognised({ died: 20200617 }, 20200131)

  expect(shortly(verdictOn(question, person, month(2019, 12)))).toEqual(['not-started'])
  expect(shortly(verdictOn(question, person, month(2020, 1)))).toBe(60000)
  expect(shortly(verdictOn(question, person, month(2020, 6)))).toBe(60000)
  expect(shortly(verdictOn(question, person, month(2020, 7)))).toEqual(['died'])
})

test('asking each month alone equals the segments', () => {
  const { inSegments, eachAlone } = twoReadings(question, recognised({ died: 20200617 }, 20180131), {
    from: month(2017, 6),
    to: month(2021, 1),
  })

  expect(inSegments).toEqual(eachAlone)
  expect(inSegments).toContain(`${month(2020, 6)} entitled 60000`)
})
