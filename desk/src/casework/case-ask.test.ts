import { expect, test } from 'vitest'
import { casesAsk, withList, withoutList } from './case-ask.ts'

const ask = { page: 2, size: 50, sort: undefined, filters: { list: ['ended'], procedure: ['petition'] } }

test('without a tab in the address, what waits for oneself is asked', () => {
  expect(casesAsk({})).toEqual({ list: 'mine' })
})

test('tab, procedure, person and division are read from the address', () => {
  const filters = { list: ['overdue'], procedure: ['petition'], person: ['7'], division: ['320684103000'] }
  expect(casesAsk(filters)).toEqual({
    list: 'overdue',
    procedure: 'petition',
    personId: 7,
    division: '320684103000',
  })
})

test('nonsense in an address asks for nothing', () => {
  const filters = { list: ['all'], procedure: ['<b>'], person: ['0'], division: ['3206'] }
  expect(casesAsk(filters)).toEqual({ list: 'mine' })
})

test('clearing the filters keeps the tab', () => {
  expect(withoutList(ask).filters).toEqual({ procedure: ['petition'] })
  expect(withList({ ...ask, filters: {} }, 'ended').filters).toEqual({ list: ['ended'] })
})

test('the usual tab is not written into the address', () => {
  expect(withList(ask, 'mine').filters).toEqual({ procedure: ['petition'] })
})
