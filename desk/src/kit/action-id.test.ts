import { expect, test } from 'vitest'
import { newActionId } from './action-id.ts'

test('every action id is a version 4 UUID, and no two are the same', () => {
  const ids = Array.from({ length: 2000 }, newActionId)

  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  )
  expect(new Set(ids).size).toBe(ids.length)
})
