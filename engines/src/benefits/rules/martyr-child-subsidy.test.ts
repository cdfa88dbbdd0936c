import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityBit, insurances, type PersonFacts, type Stretch } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { martyrChildSubsidy } from './martyr-child-subsidy.ts'

// National levels in yuan a month: S57 for 2018-08, S59 for 2019-08. The ages are art. 62; the day the pension began is made up.
const rates = [
  ...usualChoices,
  aRate({ kind: 'martyr-child-subsidy', value: 44_000, validFrom: day('2018-08-01') }),
  aRate({ kind: 'martyr-child-subsidy', value: 49_000, validFrom: day('2019-08-01') }),
  aRate({ kind: 'age', key: 'martyr-child', value: 60, unit: 'age' }),
  aRate({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }),
]
const founding = aRate({ kind: 'adult-by', key: 'martyr-child', value: 19850101, unit: 'date' })
const question = new Question(martyrChildSubsidy, new RateBook(rates), [])
const dated = new Question(martyrChildSubsidy, new RateBook([...rates, founding]), [])

function child(facts: Partial<Omit<Stretch, 'from'>> = {}, approved = 20180101): PersonFacts {
  return aPerson(
    { identities: identityBit('martyr-child'), born: 19500215, ...facts },
    { benefit: 'martyr-child-subsidy', approved },
  )
}

const on = month(2025, 3)
const PAID = 49_000

test('440 yuan from August 2018 (S57), 490 from August 2019 (S59)', () => {
  expect(shortly(verdictOn(question, child(), month(2019, 7)))).toBe(44_000)
  expect(shortly(verdictOn(question, child(), month(2019, 8)))).toBe(PAID)
  expect(shortly(verdictOn(question, child(), month(2018, 7)))).toEqual(['? martyr-child-subsidy'])
})

describe('ages', () => {
  test.each<[string, Question, number | undefined, number | readonly string[]]>([
    ['sixty this month', question, 19650331, PAID],
    ['sixty next month', question, 19650401, ['too-young']],
    ['birth not known', question, undefined, ['? birth']],
    ['sixty, and of age when the pension began', dated, 19650302, PAID],
  ])('%s', (_title, asked, born, answer) => {
    expect(shortly(verdictOn(asked, child({ born }), on))).toEqual(answer)
  })

  test.each<[string, number | undefined, number | readonly string[]]>([
    ['of age on the day itself', 19670101, PAID],
    ['of age a day too late', 19670102, ['not-adult-then']],
    ['born in January 1967, day unknown', 19670100, ['? birth']],
    ['born in December 1966, day unknown', 19661200, PAID],
  ])('when the regular pension began: %s', (_title, born, answer) => {
    expect(shortly(verdictOn(dated, child({ born }), month(2028, 3)))).toEqual(answer)
  })

  test('both ages at once, and the article of the month', () => {
    expect(verdictOn(dated, child({ born: 19700101 }), month(2024, 12))).toEqual({
      kind: 'refused',
      reasons: [
        { refusal: 'too-young', article: { law: 'entitlement-regulation-2024', article: '第六十二条' } },
        { refusal: 'not-adult-then', article: { law: 'entitlement-regulation-2024', article: '第六十二条' } },
      ],
    })
    expect(verdictOn(dated, child({ born: 19700101 }), month(2025, 1))).toMatchObject({
      reasons: [{ article: { law: 'martyrs-regulation-2024', article: '第二十一条' } }, {}],
    })
  })

  test('each age missing in the book, and a birth nobody knows, is asked for', () => {
    const without = (age: string) =>
      new Question(martyrChildSubsidy, new RateBook([...rates, founding].filter(({ key }) => key !== age)), [])
    // Sixty long since by 2028, so that one age alone is open.
    const late = month(2028, 3)

    expect(shortly(verdictOn(without('survivor-minor'), child(), late))).toEqual(['? age'])
    const ageless = new RateBook([
      ...rates.filter(({ kind, key }) => kind !== 'age' || key !== 'martyr-child'),
      founding,
    ])
    expect(shortly(verdictOn(new Question(martyrChildSubsidy, ageless, []), child(), late))).toEqual(['? age'])
    expect(shortly(verdictOn(new Question(martyrChildSubsidy, ageless, []), child({ born: undefined }), late))).toEqual(
      ['? age', '? birth'],
    )
  })
})

test('居住在农村或城镇无工作单位: a county that proves it by insurance refuses a retired worker in town', () => {
  const condition = aRate({ kind: 'local-condition', key: 'martyr-child-subsidy', choice: 'rural-or-uninsured' })
  const asked = new Question(martyrChildSubsidy, new RateBook([...rates, condition]), [])
  const retired = { insurance: insurances.indexOf('retirement') }

  expect(shortly(verdictOn(asked, child({ ...retired, rural: 0 }), on))).toEqual(['local-condition'])
  expect(shortly(verdictOn(asked, child({ ...retired, rural: 1 }), on))).toBe(PAID)
})

test('from 2025 the law names the month of confirmation; before, the county’s choice for this subsidy counts', () => {
  const choices = [
    ...rates.filter(({ key }) => key !== 'martyr-child-subsidy'),
    aRate({ kind: 'start-month', key: 'martyr-child-subsidy', choice: 'after-approval', validTo: day('2025-01-01') }),
    aRate({ kind: 'start-month', key: 'martyr-child-subsidy', choice: 'approval', validFrom: day('2025-01-01') }),
  ]
  const asked = new Question(martyrChildSubsidy, new RateBook(choices), [])

  expect(shortly(verdictOn(asked, child({}, 20241210), month(2024, 12)))).toEqual(['not-started'])
  expect(shortly(verdictOn(asked, child({}, 20241210), month(2025, 1)))).toBe(PAID)
  expect(shortly(verdictOn(asked, child({}, 20250110), month(2025, 1)))).toBe(PAID)
})

test('asking each month alone equals the segments', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(question, dated),
      fc.constantFrom(undefined, 19500000, 19580803, 19590731, 19670000),
      fc.constantFrom(undefined, 20190505),
      (asked, born, died) => {
        const { inSegments, eachAlone } = twoReadings(asked, child({ born, died }), {
          from: month(2018, 1),
          to: month(2020, 6),
        })

        expect(inSegments).toEqual(eachAlone)
      },
    ),
  )
})
