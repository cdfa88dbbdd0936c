import { month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { type Award, field, type Stretch } from './facts.ts'
import { NotingSubject } from './noting-subject.ts'
import { aPerson } from './sample-person.ts'

const [start, end] = [month(2024, 1), month(2026, 1)]

/** A subject that stands at the first award of a person born in June 1950. */
function aSubject(facts: Partial<Stretch> = {}, ...more: readonly Award[]): NotingSubject {
  const own = { benefit: 'rural-veteran-subsidy', approved: 20150310 } as const
  const subject = new NotingSubject(columnsOf([aPerson({ born: 19500615, ...facts }, own, ...more)]))
  subject.stand(0, 0, start, end)
  subject.begin(0)
  return subject
}

/** From when to when somebody may be born for the same answers. */
function bornBetween({ noted }: NotingSubject): readonly (readonly [number, number])[] {
  return noted.filter(({ place }) => place === field.born).map(({ least, most }) => [least, most])
}

describe('for whom else an answer holds', () => {
  test.each<[string, number, (subject: NotingSubject) => unknown, readonly [number, number]]>([
    ['a date itself: for nobody else', 19500615, (it) => it.fact(field.born), [19500615, 19500615]],
    ['its month: for all of that month', 19500615, (it) => it.monthOf(field.born), [19500600, 19500699]],
    ['sixty before the months asked: for all who were', 19500615, (it) => it.isAged(60), [-2_147_483_647, 19640199]],
    ['sixty after them: for all who will be', 19660101, (it) => it.isAged(60), [19660100, 2_147_483_647]],
    ['sixty within them: for those of that month', 19640620, (it) => it.isAged(60), [19640600, 19640699]],
    [
      'before a day: up to the year before',
      19500615,
      (it) => it.isBefore(field.born, 19541101),
      [-2_147_483_647, 19539999],
    ],
    [
      'in the year of the day: for that date',
      19540301,
      (it) => it.isBefore(field.born, 19541101),
      [19540301, 19540301],
    ],
    [
      'not before a day: from the year after',
      19560301,
      (it) => it.isBefore(field.born, 19541101),
      [19550000, 2_147_483_647],
    ],
  ])('%s', (_title, born, ask, between) => {
    const subject = aSubject({ born })
    ask(subject)

    expect(bornBetween(subject)).toEqual([between])
    expect(subject.isAlone).toBe(false)
  })

  test('what follows from what was noted before is not noted again, what is narrower is', () => {
    const subject = aSubject()
    subject.isAged(60)
    subject.isAged(50)
    subject.monthOf(field.born)

    expect(bornBetween(subject)).toEqual([
      [-2_147_483_647, 19640199],
      [19500600, 19500699],
    ])
  })

  test('what all of a kind have in common is not noted', () => {
    const subject = aSubject({ grade: 5 })

    expect(subject.fact(field.grade)).toBe(5)
    expect(subject.noted).toEqual([])
  })
})

test('another award of the person is noted in a place of its own', () => {
  const subject = aSubject({}, { benefit: 'lone-supplement', approved: 20200101 })
  subject.monthOf('awardApproved')
  subject.award = 1
  subject.monthOf('awardApproved')

  expect(subject.noted.map(({ least, most }) => [least, most])).toEqual([
    [20150300, 20150399],
    [20200100, 20200199],
  ])
  expect(new Set(subject.noted.map(({ place }) => place)).size).toBe(2)
})

test('whoever has no merits is not told apart from others without; whoever has some is alone', () => {
  const without = aSubject()
  without.merits()
  const person = { ...aPerson({}), merits: [{ class: 'third', on: 20240501, wartime: false }] } as const
  const one = new NotingSubject(columnsOf([person]))
  one.stand(0, -1, start, end)
  one.merits()

  expect(without.noted).toMatchObject([{ least: 0, most: 0 }])
  expect([without.isAlone, one.isAlone]).toEqual([false, true])
})

describe('an answer is for one alone', () => {
  test.each<[string, (subject: NotingSubject) => unknown, Partial<Stretch>]>([
    ['when the columns themselves were looked at', (it) => it.columns, {}],
    ['when a date has no month', (it) => it.isAged(60), { born: 19500000 }],
  ])('%s', (_title, ask, facts) => {
    const subject = aSubject(facts)
    ask(subject)

    expect(subject.isAlone).toBe(true)
  })
})
