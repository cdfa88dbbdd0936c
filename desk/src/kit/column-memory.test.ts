import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenColumns, inOrder, type Memory, recallColumns, rememberColumns } from './column-memory.ts'

const columns = [
  { key: 'name' },
  { key: 'age' },
  { key: 'division' },
  { key: 'phone', isOptional: true },
  { key: 'unit', isOptional: true },
]

test.each([
  ['without a choice the optional columns stay away', undefined, ['name', 'age', 'division']],
  [
    'a choice decides order and what is shown',
    { order: ['division', 'name', 'phone', 'age', 'unit'], hidden: ['age', 'unit'] },
    ['division', 'name', 'phone'],
  ],
  [
    'a column the release added is shown where the page has it',
    { order: ['name', 'division', 'phone', 'unit'], hidden: ['phone', 'unit'] },
    ['name', 'age', 'division'],
  ],
  [
    'a column that is gone falls away',
    { order: ['rank', 'name', 'age', 'division', 'phone', 'unit'], hidden: ['phone', 'unit'] },
    ['name', 'age', 'division'],
  ],
] as const)('%s', (_, choice, shown) => {
  expect(chosenColumns(columns, choice).map((column) => column.key)).toEqual(shown)
})

test('whatever order is remembered, every column is there once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('name', 'age', 'division', 'phone', 'unit', 'gone')), (order) => {
      const keys = inOrder(columns, [...new Set(order)]).map((column) => column.key)

      expect([...keys].sort()).toEqual(['age', 'division', 'name', 'phone', 'unit'])
    }),
  )
})

test('what is remembered for one page is recalled for it and for no other', () => {
  const memory = aMemory()

  rememberColumns(memory, 'registry.people', { order: ['age', 'name'], hidden: ['age'] })

  expect(recallColumns(memory, 'registry.people')).toEqual({ order: ['age', 'name'], hidden: ['age'] })
  expect(recallColumns(memory, 'registry.organisations')).toBeUndefined()
})

test.each(['{', '[]', '{"order":"name","hidden":[]}', '{"order":[1],"hidden":[]}', '7'])(
  'damaged memory %s counts as none',
  (kept) => {
    expect(recallColumns({ getItem: () => kept, setItem: () => undefined }, 'any')).toBeUndefined()
  },
)

test('a browser that forbids storage does not break the page', () => {
  const forbidding: Memory = {
    getItem: () => {
      throw new Error('forbidden')
    },
    setItem: () => {
      throw new Error('forbidden')
    },
  }

  expect(recallColumns(forbidding, 'any')).toBeUndefined()
  expect(() => rememberColumns(forbidding, 'any', { order: [], hidden: [] })).not.toThrow()
})

function aMemory(): Memory {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) }
}
