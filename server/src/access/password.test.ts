import { expect, test } from 'vitest'
import { hashPassword, isStrongPassword, verifyPassword } from './password.ts'

test.each([
  ['twelve characters of three kinds', 'Abcdefghij12', true],
  ['small letters, digits and a sign', 'abcdefghij-1', true],
  ['capitals, digits and a sign', 'ABCDEFGHIJ-1', true],
  ['a sentence with spaces', 'Correct horse battery', true],
  ['Chinese characters count as signs', '退役军人事务局Abcdef', true],
  ['eleven characters', 'Abcdefghi-1', false],
  ['two kinds only', 'abcdefghijk1', false],
  ['one kind only', 'abcdefghijklmnop', false],
  ['nothing', '', false],
  ['the user name in it', 'Zhang-san-2025', false],
  ['the user name in other letters', 'xxZHANG-SANxx1', false],
])('a password of %s: accepted is %s %s', (_what, password, expected) => {
  expect(isStrongPassword(password, 'zhang-san')).toBe(expected)
})

test('a password opens its own hash and no other', async () => {
  const [one, other] = [await hashPassword('Correct-horse-42'), await hashPassword('Correct-horse-42')]

  expect(one).not.toBe(other)
  expect(await verifyPassword('Correct-horse-42', one)).toBe(true)
  expect(await verifyPassword('Correct-horse-42', other)).toBe(true)
  expect(await verifyPassword('Correct-horse-43', one)).toBe(false)
  expect(await verifyPassword('', one)).toBe(false)
})

test('the hash is argon2id, with a salt of 16 bytes and a tag of 32, and does not hold the password', async () => {
  const [kind, salt = '', tag = ''] = (await hashPassword('Correct-horse-42')).split('$')

  expect([kind, Buffer.from(salt, 'base64url').length, Buffer.from(tag, 'base64url').length]).toEqual([
    'argon2id',
    16,
    32,
  ])
  expect(Buffer.from(salt + tag, 'base64url').includes('Correct')).toBe(false)
})

test('the same sign typed on another keyboard is the same password', async () => {
  const hash = await hashPassword('Ｃorrect-horse-４２é')

  expect(await verifyPassword('Correct-horse-42e\u0301', hash)).toBe(true)
})

test.each(['', 'argon2id', 'argon2id$$', 'bcrypt$c2FsdA$dGFn', 'Correct-horse-42'])(
  'what is no hash of ours opens nothing: %s',
  async (hash) => {
    expect(await verifyPassword('Correct-horse-42', hash)).toBe(false)
  },
)

test.each(['argon2id$c2FsdA$dGFn', 'argon2id$AAAAAAAAAAAAAAAAAAAAAA$AAAA'])(
  'a hash that was cut short opens nothing, and does not fail either: %s',
  async (hash) => {
    expect(await verifyPassword('Correct-horse-42', hash)).toBe(false)
  },
)
