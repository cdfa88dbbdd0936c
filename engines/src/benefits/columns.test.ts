import { expect, test } from 'vitest'
import { benefitCode, benefitOfCode, columnsOf, joinColumns } from './columns.ts'
import type { PersonFacts } from './facts.ts'
import { Chance, randomPerson } from './sample-population.ts'

const chance = new Chance(3)
const people: readonly PersonFacts[] = Array.from({ length: 40 }, () => randomPerson(chance))

test.each([1, 7, 40])('portions of %s people, joined, are the columns of all of them', (size) => {
  const portions = Array.from({ length: Math.ceil(people.length / size) }, (_, at) =>
    columnsOf(people.slice(at * size, at * size + size)),
  )

  expect(joinColumns(portions)).toEqual(columnsOf(people))
})

test('no portions are nobody', () => {
  expect(joinColumns([])).toEqual(columnsOf([]))
})

test('a person of whom nothing is known has one stretch of unknowns', () => {
  const columns = columnsOf([{ stretches: [], awards: [], merits: [] }])

  expect([...columns.stretchStart]).toEqual([0, 1])
  expect(new Set(columns.fields.map(([value]) => value)).size).toBe(1)
})

test('a benefit has one code, and a code that is none has no benefit', () => {
  expect(benefitOfCode(benefitCode('care-allowance'))).toBe('care-allowance')
  expect(() => benefitOfCode(99)).toThrow(RangeError)
})
