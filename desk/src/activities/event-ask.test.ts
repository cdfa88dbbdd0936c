import { expect, test } from 'vitest'
import { eventsAsk } from './event-ask.ts'

test('an address without filters asks for everything', () => {
  expect(eventsAsk({})).toEqual({ text: '' })
})

test('each filter of the address is asked for as the server takes it', () => {
  const asked = eventsAsk({
    programme: ['red-lectures'],
    series: ['12'],
    year: ['2025'],
    state: ['held'],
    division: ['320614416000'],
    dayFrom: ['2025-01-01'],
    dayTo: ['2025-06-30'],
    text: ['学校'],
  })

  expect(asked).toEqual({
    programme: 'red-lectures',
    seriesId: 12,
    year: 2025,
    from: '2025-01-01',
    to: '2025-06-30',
    state: 'held',
    division: '320614416000',
    text: '学校',
  })
})

test.each([
  ['a series that is no number', { series: ['abc'] }],
  ['series nought', { series: ['0'] }],
  ['a year of another age', { year: ['1825'] }],
  ['a state that does not exist', { state: ['lost'] }],
  ['half a division code', { division: ['320614'] }],
  ['a day in words', { dayFrom: ['三月'] }],
])('nonsense in an address asks for nothing: %s', (_, filters) => {
  expect(eventsAsk(filters)).toEqual({ text: '' })
})

test('a text longer than the server takes is cut, not refused', () => {
  expect(eventsAsk({ text: ['字'.repeat(50)] }).text).toHaveLength(40)
})
