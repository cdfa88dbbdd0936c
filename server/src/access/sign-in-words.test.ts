import { beforeEach, expect, test } from 'vitest'
import { TEST_NOW } from '../testing/fresh-database.ts'
import { TEST_PASSWORD, testServer } from '../testing/http.ts'

const { current } = testServer()

const SIGN_IN = '/sign-in/username'

beforeEach(() => current().setNow(TEST_NOW))

test.each([
  ['a wrong password', SIGN_IN, { username: 'chief', password: 'Wrong-horse-42' }, 401, 'access.wrong-password'],
  ['a name with a space', SIGN_IN, { username: 'a b c', password: TEST_PASSWORD }, 401, 'access.wrong-password'],
  ['a name too short', SIGN_IN, { username: 'a', password: TEST_PASSWORD }, 401, 'access.wrong-password'],
  ['a field that is missing', SIGN_IN, { username: 'chief' }, 400, 'platform.bad-input'],
  ['a code without a first step', '/two-factor/verify-totp', { code: '123456' }, 401, 'access.second-step-expired'],
  ['a stranger who changes a password', '/change-password', {}, 400, 'access.weak-password'],
  ['a stranger who ends sessions', '/revoke-other-sessions', {}, 401, 'access.not-signed-in'],
] as const)('%s is answered in Chinese', async (_, path, body, status, code) => {
  const answer = await current().stranger().post(`/api/auth${path}`, body)

  expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(/\p{Script=Han}.*。$/u) } })
})

test.each([
  ['/change-password', { currentPassword: 'Wrong-horse-42', newPassword: 'Battery-staple-43' }],
  ['/two-factor/enable', { password: 'Wrong-horse-42' }],
] as const)('%s with a wrong current password says so', async (path, body) => {
  const browser = await current().as('leader')

  expect(await browser.post(`/api/auth${path}`, body)).toMatchObject({
    status: 400,
    body: { code: 'access.current-password-wrong' },
  })
})

test('a wrong method is answered in Chinese', async () => {
  const browser = await current().as('leader')

  const answer = await browser.fetch(`/api/auth${SIGN_IN}`)
  const rpc = await browser.fetch('/rpc/registry/listPeople')

  expect([answer.status, rpc.status].every((status) => status === 404 || status === 405)).toBe(true)
  expect(await answer.text()).toMatch(/\p{Script=Han}/u)
  expect(await rpc.text()).toMatch(/\p{Script=Han}/u)
})

test('too many requests in a minute are answered in Chinese', async () => {
  const browser = current().stranger()
  const body = { currentPassword: 'x', newPassword: 'y' }
  const answers = []
  for (let at = 0; at < 40; at += 1) answers.push(await browser.post('/api/auth/change-password', body))

  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'access.too-often' } })
})
