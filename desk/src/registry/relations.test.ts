import type { RelationView } from '@dongzhou/contract/registry'
import { expect, test } from 'vitest'
import { isOver, relationOrder, relationsText } from './relations.ts'

function relation(id: number, kind: RelationView['kind'], validTo: string | null = null): RelationView {
  return { id, kind, kindName: `关系${id}`, name: `测试${id}`, personId: null, validFrom: null, validTo }
}

test('guardian and payee stand first, what is over stands last', () => {
  const relations = [
    relation(1, 'household-member'),
    relation(2, 'guardian', '2025-01-01'),
    relation(3, 'payee'),
    relation(4, 'spouse'),
    relation(5, 'guardian'),
    relation(6, 'spouse'),
  ]

  expect(relationOrder(relations, '2025-06-30').map(({ id }) => id)).toEqual([5, 3, 4, 6, 1, 2])
})

test.each([
  [null, false],
  ['2025-07-01', false],
  ['2025-06-30', true],
  ['2025-06-29', true],
])('a relation that ends %s is over on 2025-06-30: %s', (validTo, over) => {
  expect(isOver({ validTo }, '2025-06-30')).toBe(over)
})

test('two states of a file are compared by the text of their relations', () => {
  expect(relationsText({ relations: [relation(1, 'payee'), relation(2, 'guardian', '2025-01-01')] })).toBe(
    '关系1：测试1；关系2：测试2（已终止）',
  )
})
