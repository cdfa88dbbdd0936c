import { expect, test } from 'vitest'
import { pairingsAsk } from './pairings-ask.ts'

test('an address without filters asks for everything', () => {
  expect(pairingsAsk({})).toEqual({ isBehind: false })
})

test('each filter of the address is asked for as the server takes it', () => {
  const asked = pairingsAsk({
    scheme: ['1'],
    organisation: ['2'],
    person: ['3'],
    year: ['2025'],
    state: ['proposed'],
    division: ['320614416000'],
    behind: ['yes'],
  })

  expect(asked).toEqual({
    schemeId: 1,
    organisationId: 2,
    personId: 3,
    year: 2025,
    state: 'proposed',
    division: '320614416000',
    isBehind: true,
  })
})

test.each([
  ['a scheme that is no number', { scheme: ['x'] }],
  ['a person of minus one', { person: ['-1'] }],
  ['a state that does not exist', { state: ['lost'] }],
  ['half a division code', { division: ['3206'] }],
  ['a year in words', { year: ['今年'] }],
])('nonsense in an address asks for nothing: %s', (_, filters) => {
  expect(pairingsAsk(filters)).toEqual({ isBehind: false })
})
