import { day } from '@dongzhou/terms/day'
import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careModes, identityBit, natures, type PersonFacts } from '../facts.ts'
import { Question } from '../question.ts'
import { RateBook } from '../rate-book.ts'
import { aRate, usualChoices } from '../sample-book.ts'
import { aPerson, shortly, twoReadings, verdictOn } from '../sample-person.ts'
import { careAllowance } from './care-allowance.ts'

// The percentages: HULI.* of the reference (S1 art. 34), and art. 30 of the regulation of 2019. Wages: S84 for 2024, the others made up.
const inYear = (kind: 'average-wage' | 'employee-wage', year: number, yuan: number) =>
  aRate({
    kind,
    value: yuan * 100,
    unit: 'fen-a-year',
    validFrom: day(`${year}-01-01`),
    validTo: day(`${year + 1}-01-01`),
  })
const percent = (key: string, value: number, base: 'average-wage' | 'employee-wage') =>
  aRate({
    kind: 'care-allowance',
    key,
    value,
    unit: 'percent-of-base',
    base,
    ...(base === 'average-wage' ? { validFrom: day('2024-10-01') } : { validTo: day('2024-10-01') }),
  })
const book = new RateBook([
  ...usualChoices,
  percent('war-duty-1-2', 5000, 'employee-wage'),
  percent('war-duty-3-4', 4000, 'employee-wage'),
  percent('illness-1-4', 3000, 'employee-wage'),
  percent('war-duty-1-2', 5000, 'average-wage'),
  percent('war-duty-3-4', 4000, 'average-wage'),
  percent('illness-1-4', 3000, 'average-wage'),
  percent('mental-5-6', 2500, 'average-wage'),
  inYear('employee-wage', 2023, 120_000),
  inYear('average-wage', 2023, 121_200),
  inYear('average-wage', 2024, 124_110),
])
const question = new Question(careAllowance, book, [])

type Rating = { grade?: number; nature?: (typeof natures)[number]; mental?: number; care?: (typeof careModes)[number] }

function disabled({ grade, nature, mental, care = 'dispersed' }: Rating, approved = 20200310): PersonFacts {
  return aPerson(
    {
      identities: identityBit('disabled-veteran'),
      grade,
      nature: nature && natures.indexOf(nature),
      mental,
      care: careModes.indexOf(care),
    },
    { benefit: 'care-allowance', approved },
  )
}

describe('in 2025 the four rows of art. 34 are percentages of a twelfth of the wage of 2024 (124,110 yuan, S84)', () => {
  test.each<[string, Rating, number]>([
    ['因战一级: 50%', { grade: 1, nature: 'war' }, 517_125],
    ['因公二级: 50%', { grade: 2, nature: 'duty' }, 517_125],
    ['因战三级: 40%', { grade: 3, nature: 'war' }, 413_700],
    ['因公四级: 40%', { grade: 4, nature: 'duty' }, 413_700],
    ['因病一级: 30%', { grade: 1, nature: 'illness' }, 310_275],
    ['因病四级: 30%', { grade: 4, nature: 'illness' }, 310_275],
    // 124,110 / 12 x 25% = 2,585.625 yuan, half a fen up.
    ['精神障碍五级: 25%', { grade: 5, nature: 'illness', mental: 1 }, 258_563],
    ['精神障碍六级因战: 25%, whatever the cause', { grade: 6, nature: 'war', mental: 1 }, 258_563],
    ['精神障碍三级因病: by the grade', { grade: 3, nature: 'illness', mental: 1 }, 310_275],
  ])('%s', (_title, rating, amount) => {
    expect(shortly(verdictOn(question, disabled(rating), month(2025, 3)))).toBe(amount)
  })
})

describe('who draws none', () => {
  test.each<[string, Rating, Month, readonly string[]]>([
    ['五级 without mental illness', { grade: 5, nature: 'war', mental: 0 }, month(2025, 3), ['care-grade-too-low']],
    ['七级', { grade: 7, nature: 'war' }, month(2025, 3), ['care-grade-too-low']],
    ['集中供养', { grade: 1, nature: 'war', care: 'pooled' }, month(2025, 3), ['care-pooled']],
    [
      '七级 in a home: both reasons',
      { grade: 7, care: 'pooled' },
      month(2025, 3),
      ['care-grade-too-low', 'care-pooled'],
    ],
    ['精神障碍五级 in September 2024', { grade: 5, mental: 1 }, month(2024, 9), ['care-grade-too-low']],
    [
      '五级, nobody said whether mental, in 2023: it does not matter',
      { grade: 5 },
      month(2023, 9),
      ['care-grade-too-low'],
    ],
    ['五级, nobody said whether mental, in 2025', { grade: 5, nature: 'illness' }, month(2025, 3), ['? disability']],
    ['no grade', { nature: 'war' }, month(2025, 3), ['? disability']],
    ['二级, cause not known', { grade: 2 }, month(2025, 3), ['? disability']],
  ])('%s', (_title, rating, on, answer) => {
    expect(shortly(verdictOn(question, disabled(rating), on))).toEqual(answer)
  })

  test('somebody of whom nobody knows where they live is asked for it', () => {
    const person = aPerson(
      { identities: identityBit('disabled-veteran'), grade: 1, nature: 0 },
      { benefit: 'care-allowance', approved: 20200310 },
    )

    expect(shortly(verdictOn(question, person, month(2025, 3)))).toEqual(['? care'])
  })
})

test('in October 2024 the base changes from 职工 to 城镇单位就业人员 wages and the row for mental illness begins', () => {
  const war = disabled({ grade: 1, nature: 'war' })
  const mental = disabled({ grade: 5, nature: 'illness', mental: 1 })

  expect(shortly(verdictOn(question, war, month(2024, 9)))).toBe(500_000)
  expect(shortly(verdictOn(question, war, month(2024, 10)))).toBe(505_000)
  expect(shortly(verdictOn(question, mental, month(2024, 10)))).toBe(252_500)
})

test('each refusal cites the regulation of its month', () => {
  const pooled = disabled({ grade: 1, nature: 'war', care: 'pooled' })

  expect(verdictOn(question, pooled, month(2024, 9))).toEqual({
    kind: 'refused',
    reasons: [{ refusal: 'care-pooled', article: { law: 'entitlement-regulation-2019', article: '第三十条' } }],
  })
  expect(verdictOn(question, pooled, month(2024, 10))).toEqual({
    kind: 'refused',
    reasons: [{ refusal: 'care-pooled', article: { law: 'entitlement-regulation-2024', article: '第三十四条' } }],
  })
})

test('the wage of the year before not yet entered leaves the month open, and so does a percentage nobody entered', () => {
  const person = disabled({ grade: 1, nature: 'war' })

  expect(shortly(verdictOn(question, person, month(2026, 1)))).toEqual(['? average-wage'])
  expect(
    shortly(verdictOn(new Question(careAllowance, new RateBook(usualChoices), []), person, month(2025, 1))),
  ).toEqual(['? care-allowance'])
})

test('an old injury that made it worse: grade 6 by duty draws none, grade 4 after the new rating draws 40%', () => {
  const worse: PersonFacts = {
    stretches: [
      { from: 0 as Month, identities: identityBit('disabled-veteran'), grade: 6, nature: 1, mental: 0, care: 0 },
      { from: month(2025, 5), identities: identityBit('disabled-veteran'), grade: 4, nature: 1, mental: 0, care: 0 },
    ],
    awards: [{ benefit: 'care-allowance', approved: 20250520 }],
    merits: [],
  }

  expect(shortly(verdictOn(question, worse, month(2025, 4)))).toEqual(['care-grade-too-low', 'not-started'])
  expect(shortly(verdictOn(question, worse, month(2025, 5)))).toBe(413_700)
})

test('a county that sets a sum instead of a percentage pays the sum', () => {
  const flat = new RateBook([...usualChoices, aRate({ kind: 'care-allowance', key: 'war-duty-1-2', value: 480_000 })])

  expect(
    shortly(verdictOn(new Question(careAllowance, flat, []), disabled({ grade: 1, nature: 'war' }), month(2025, 1))),
  ).toBe(480_000)
})

test('asking each month alone equals the segments, whatever the rating', () => {
  fc.assert(
    fc.property(
      fc.record({
        grade: fc.constantFrom(undefined, 1, 2, 3, 4, 5, 6, 7),
        nature: fc.constantFrom(...natures),
        mental: fc.constantFrom(undefined, 0, 1),
        care: fc.constantFrom(...careModes),
      }),
      fc.constantFrom(20230815, 20240930, 20241001, 20250131),
      ({ grade, mental, ...rating }, approved) => {
        const person = disabled(
          { ...rating, ...(grade && { grade }), ...(mental !== undefined && { mental }) },
          approved,
        )
        const { inSegments, eachAlone } = twoReadings(question, person, { from: month(2023, 6), to: month(2026, 6) })

        expect(inSegments).toEqual(eachAlone)
      },
    ),
  )
})

describe('the wage is that of the place and of the year before', () => {
  const withWage = (wage: ReturnType<typeof aRate>) =>
    new Question(
      careAllowance,
      new RateBook([...usualChoices, percent('war-duty-1-2', 5000, 'average-wage'), wage]),
      [],
    )
  const open = aRate({ kind: 'average-wage', value: 12_000_000, unit: 'fen-a-year', validFrom: day('2024-01-01') })

  test.each([
    ['an open row of 2024 counts in 2025', open, month(2025, 12), 500_000],
    ['and stands in for no later year', open, month(2026, 1), ['? average-wage']],
    [
      'nor the nation’s for the county’s',
      { ...open, jurisdiction: 'nation' as const },
      month(2025, 3),
      ['? average-wage'],
    ],
  ])('%s', (_title, wage, on, answer) => {
    expect(shortly(verdictOn(withWage(wage), disabled({ grade: 1, nature: 'war' }), on))).toEqual(answer)
  })
})
