import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, readAsk, splitAddress, stringifySearch, withFilter, writeAsk } from './search-params.ts'

test('an address keeps its filters as plain words', () => {
  const ask = readAsk(parseSearch('?identity=veteran&identity=retired-cadre&name=0042&page=3'))

  expect(ask).toEqual({
    page: 3,
    size: 50,
    sort: undefined,
    filters: { identity: ['veteran', 'retired-cadre'], name: ['0042'] },
  })
})

test.each([
  ['', 1, 50],
  ['?page=0', 1, 50],
  ['?page=-4', 1, 50],
  ['?page=1.5', 1, 50],
  ['?page=x&size=100000', 1, 50],
  ['?page=7&size=200', 7, 200],
])('the address "%s" asks for page %i of %i rows', (text, page, size) => {
  expect(readAsk(parseSearch(text))).toMatchObject({ page, size })
})

test('changing a filter begins again at the first page, and clearing it takes it from the address', () => {
  const ask = readAsk(parseSearch('?town=320614102000&page=9'))

  expect(withFilter(ask, 'town', ['320614103000'])).toMatchObject({ page: 1, filters: { town: ['320614103000'] } })
  expect(stringifySearch(writeAsk(withFilter(ask, 'town', [])))).toBe('')
})

test('what is written into an address is read back the same', () => {
  const word = fc.string({ minLength: 1, maxLength: 8 })
  const name = word.filter((text) => !['page', 'size', 'sort', '__proto__'].includes(text))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.constantFrom(20, 50, 100, 200),
      fc.dictionary(name, fc.array(word, { minLength: 1, maxLength: 3 })),
      (page, size, filters) => {
        const ask = { page, size, sort: undefined, filters: { ...filters } }

        expect(readAsk(parseSearch(stringifySearch(writeAsk(ask))))).toEqual(ask)
      },
    ),
  )
})

test.each([
  ['/plan', '/plan', {}],
  ['/plan?year=2025', '/plan', { year: '2025' }],
  ['/registry/people?identity=a&identity=b', '/registry/people', { identity: ['a', 'b'] }],
  ['/plan?', '/plan', {}],
])('the address %s is the path %s', (address, path, search) => {
  expect(splitAddress(address)).toEqual({ path, search })
})
