import { expect, test } from 'vitest'
import { opensAt } from './row-address.ts'

test.each([
  ['event', '/activities/events/7'],
  ['pairing', '/visits/pairings/7'],
  ['visit', '/visits/visits/7?on=2025-03-05'],
  ['organisation', '/visits/pairings?organisation=7'],
  ['person', '/registry/people/7'],
  ['plan-row', '/plan?year=2025'],
] as const)('a row of kind %s opens %s', (kind, expected) => {
  expect(opensAt({ kind, id: '7', day: '2025-03-05' })).toBe(expected)
})
