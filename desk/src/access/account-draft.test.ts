import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complaintsOfAccount } from './account-draft.ts'
import { drawBelow, isStrongPassword, makeFirstPassword } from './first-password.ts'

const filled = {
  userName: 'wang-ceshi',
  displayName: '王测试',
  password: 'Abcd-2345-efgh',
  division: '999999000000',
}

test('a filled form has nothing to complain of', () => {
  expect(complaintsOfAccount(filled)).toEqual({})
})

test.each([
  ['a user name with capitals', { userName: 'Wang' }, 'userName'],
  ['a user name of two letters', { userName: 'wa' }, 'userName'],
  ['a user name that begins with a digit', { userName: '1wang' }, 'userName'],
  ['no name', { displayName: ' ' }, 'displayName'],
  ['a short password', { password: 'Ab-2345' }, 'password'],
  ['a password of letters only', { password: 'abcdefghijklm' }, 'password'],
  ['a password with the user name in it', { password: 'Wang-Ceshi-2345' }, 'password'],
  ['no division', { division: '' }, 'division'],
])('%s is complained of at its field', (_, part, field) => {
  expect(Object.keys(complaintsOfAccount({ ...filled, ...part }))).toEqual([field])
})

test('whatever chance draws, the password it makes is strong and easy to copy', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const password = makeFirstPassword((below) => (numbers.next().value ?? 0) % below)

      expect(isStrongPassword(password, '')).toBe(true)
      expect(password).toMatch(/^[^01OlI]{4}-[2-9]{4}-[a-z]{4}-[A-Z]{4}$/)
    }),
  )
})

test('chance stays below what was asked', () => {
  const drawn = Array.from({ length: 200 }, () => drawBelow(7))

  expect(drawn.every((number) => Number.isInteger(number) && number >= 0 && number < 7)).toBe(true)
  expect(new Set(drawn).size).toBeGreaterThan(1)
})
