import { day } from '@dongzhou/terms/day'
import type { Identity } from '@dongzhou/terms/identity'
import { month } from '@dongzhou/terms/month'
import type { RateKind } from '@dongzhou/terms/rate'
import { describe, expect, test } from 'vitest'
import { identityBit, insurances, type PersonFacts, type Stretch } from './facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import type { Rule } from './rule.ts'
import { illReturnedSubsidy } from './rules/ill-returned-subsidy.ts'
import { nuclearTestSubsidy } from './rules/nuclear-test-subsidy.ts'
import { warParticipantSubsidy } from './rules/war-participant-subsidy.ts'
import { aRate, usualChoices } from './sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from './sample-person.ts'

interface Subsidy {
  readonly rule: Rule
  readonly identity: Identity
  /** Whose recognition opens another of the three, and not this one. */
  readonly other: Identity
  /** Yuan a month from 2017-10 (S65), 2018-08 (S57) and 2019-08 (S59); none was found after. */
  readonly levels: readonly [number, number, number]
}

// The published tables give 参战参试 one row.
const subsidies: readonly Subsidy[] = [
  { rule: illReturnedSubsidy, identity: 'ill-returned-veteran', other: 'war-participant', levels: [500, 550, 600] },
  {
    rule: warParticipantSubsidy,
    identity: 'war-participant',
    other: 'nuclear-test-participant',
    levels: [550, 600, 650],
  },
  { rule: nuclearTestSubsidy, identity: 'nuclear-test-participant', other: 'war-participant', levels: [550, 600, 650] },
]
const since = [day('2017-10-01'), day('2018-08-01'), day('2019-08-01')] as const

describe.each(subsidies)('$rule.benefit', ({ rule, identity, other, levels }) => {
  const { benefit } = rule
  const kind = benefit as RateKind
  const fens = levels.map((yuan) => yuan * 100)
  const [first, second, last] = fens
  const rates = [...usualChoices, ...since.map((validFrom, at) => aRate({ kind, value: fens[at] ?? 0, validFrom }))]
  const question = new Question(rule, new RateBook(rates), [])

  function recognised(facts: Partial<Omit<Stretch, 'from'>> = {}, approved = 20170901): PersonFacts {
    return aPerson({ identities: identityBit(identity), ...facts }, { benefit, approved })
  }

  test.each([
    [2017, 10, first],
    [2018, 7, first],
    [2018, 8, second],
    [2019, 7, second],
    [2019, 8, last],
  ])('is paid at the level of %i-%i', (year, ofYear, amount) => {
    expect(shortly(verdictOn(question, recognised(), month(year, ofYear)))).toBe(amount)
  })

  test('before any level that is known the month is open', () => {
    expect(shortly(verdictOn(question, recognised(), month(2017, 9)))).toEqual([`? ${kind}`])
  })

  test('the identity alone opens it, where no local document asks more', () => {
    const stranger = recognised({ identities: identityBit(other) })
    const insured = recognised({ insurance: insurances.indexOf('employee') })

    expect(shortly(verdictOn(question, stranger, month(2020, 1)))).toEqual(['not-of-identity'])
    expect(shortly(verdictOn(question, insured, month(2020, 1)))).toBe(last)
  })

  test('a local document may ask for a rural registration from a day on', () => {
    const validFrom = day('2020-03-01')
    const condition = aRate({ kind: 'local-condition', key: benefit, choice: 'rural', validFrom })
    const asked = new Question(rule, new RateBook([...rates, condition]), [])
    const urban = recognised({ rural: 0 })

    expect(shortly(verdictOn(asked, urban, month(2020, 2)))).toBe(last)
    expect(verdictOn(asked, urban, month(2020, 3))).toEqual({
      kind: 'refused',
      reasons: [{ refusal: 'local-condition', article: { law: 'local-document', article: '' } }],
    })
    expect(shortly(verdictOn(asked, recognised(), month(2020, 3)))).toEqual(['? household-registration'])
  })

  test('it begins in the month of the decision and is paid for the month of death', () => {
    const person = recognised({ died: 20200617 }, 20200131)

    expect(shortly(verdictOn(question, person, month(2019, 12)))).toEqual(['not-started'])
    expect(shortly(verdictOn(question, person, month(2020, 1)))).toBe(last)
    expect(shortly(verdictOn(question, person, month(2020, 6)))).toBe(last)
    expect(shortly(verdictOn(question, person, month(2020, 7)))).toEqual(['died'])
  })

  test('asking each month alone equals the segments', () => {
    const months = { from: month(2017, 6), to: month(2021, 1) }
    const { inSegments, eachAlone } = twoReadings(question, recognised({ died: 20200617 }, 20180131), months)

    expect(inSegments).toEqual(eachAlone)
    expect(inSegments).toContain(`${month(2020, 6)} entitled ${last}`)
  })
})
