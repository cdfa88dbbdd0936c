import { expect, test } from 'vitest'
import { householdChoice } from './household-choice.ts'

const member = (name: string, isHead = false) => ({ relationId: 1, personId: 1, name, isHead, validFrom: null })

test('a household goes by its head, whoever of it was chosen', () => {
  const household = { id: 7, members: [member('甲', true), member('乙')] }

  expect(householdChoice({ name: '乙', household })).toEqual({ id: 7, name: '甲户', members: ['甲', '乙'] })
})

test('a household without a head goes by whoever was chosen, and nobody out of sight is named', () => {
  expect(householdChoice({ name: '乙', household: { id: 7, members: [member('乙'), member('')] } })).toEqual({
    ...{ id: 7, name: '乙户', members: ['乙'] },
  })
})

test('whoever lives in no household has none to receive for', () => {
  expect(householdChoice({ name: '乙', household: null })).toBeUndefined()
})
