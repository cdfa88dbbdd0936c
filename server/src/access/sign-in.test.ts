import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { runRoute } from '../platform/run-route.ts'
import { TEST_NOW } from '../testing/fresh-database.ts'
import { TEST_PASSWORD, type TestAccount, testAccounts, testServer } from '../testing/http.ts'
import { openStage } from '../testing/route-samples/stage.ts'
import { enrolSecondFactor, secretOf, totp, wrongCode } from '../testing/second-factor.ts'

const { current } = testServer()

const SIGN_IN = '/api/auth/sign-in/username'

beforeEach(() => current().setNow(TEST_NOW))

test('whoever signs in is told who they are, where, and what they may', async () => {
  const worker = await current().signIn('town-worker')

  expect(await worker.rpc('access.me')).toMatchObject({
    status: 200,
    body: {
      userName: 'town-worker',
      role: 'town-worker',
      roleName: '镇（街道）服务站人员',
      division: { code: '999999001000', name: '东镇' },
      secondFactor: 'off',
      may: expect.arrayContaining(['registry.read', 'intake.write']),
      today: '2025-06-30',
    },
  })
})

test('an account without a role is somebody, and may nothing', async () => {
  const newcomer = await current().signIn('without-role')

  expect(await newcomer.rpc('access.me')).toMatchObject({
    status: 200,
    body: { role: null, roleName: '待授权', may: [] },
  })
  expect(await newcomer.rpc('registry.listPeople', {})).toMatchObject({ status: 403 })
})

test('the session lives in a cookie that no script reads and no other site sends', async () => {
  const { address, stranger } = current()
  const response = await stranger().fetch(SIGN_IN, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username: 'chief', password: TEST_PASSWORD }),
  })

  const session = response.headers.getSetCookie().find((line) => line.includes('session_token'))
  expect(session).toMatch(/^dongzhou\.session_token=[^;]+;.*Path=\/;.*HttpOnly;.*SameSite=Lax/i)
})

test.each(['', 'nothing', 'nothing.nothing', `${randomUUID()}.c2ln`])(
  'a made-up cookie is no session: %s',
  async (value) => {
    const headers = { cookie: `dongzhou.session_token=${value}` }

    const response = await current().stranger().fetch('/rpc/access/me', { headers })

    expect(response.status).toBe(401)
  },
)

test('a wrong password and a name that is not there are answered alike', async () => {
  const stranger = current().stranger()

  const wrong = await stranger.post(SIGN_IN, { username: 'leader', password: 'Wrong-horse-42' })
  const nobody = await stranger.post(SIGN_IN, { username: 'nobody', password: 'Wrong-horse-42' })

  expect(wrong.status).toBe(401)
  expect(nobody).toEqual(wrong)
})

test('everybody of a bureau may sign in within the same minute', async () => {
  const names = Object.keys(testAccounts) as TestAccount[]

  for (const userName of names) expect((await trySignIn(userName)).status).toBe(200)
})

test.each([
  '/sign-in/email',
  '/sign-up/email',
  '/update-user',
  '/change-email',
  '/delete-user',
  '/is-username-available',
  '/request-password-reset',
  '/reset-password',
  '/verify-password',
  '/two-factor/send-otp',
  '/list-accounts',
])('what would go round the lock-out or the trail is shut: %s', async (path) => {
  const body = { email: 'chief@accounts.invalid', username: 'chief', password: TEST_PASSWORD, name: '另一人' }

  for (const browser of [current().stranger(), await current().as('chief')]) {
    expect(await browser.post(`/api/auth${path}`, body)).toMatchObject({ status: 404 })
    expect(await browser.post(`/api/auth${path}/`, body)).toMatchObject({ status: 404 })
  }
})

test('a name longer than any is refused like another, and not kept', async () => {
  const answer = await trySignIn('x'.repeat(9000), 'Wrong-horse-42')

  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  const { rows } = await sql<{ longest: number }>`
    select coalesce(max(length(user_name)), 0) as longest from auth.sign_in_failure`.execute(current().app.database.db)
  expect(rows[0]?.longest).toBeLessThanOrEqual(30)
})

describe('the lock-out', () => {
  test('five wrong passwords lock the name for a quarter of an hour, for the right password too', async () => {
    for (let at = 0; at < 5; at += 1) expect((await trySignIn('clerk', 'Wrong-horse-42')).status).toBe(401)

    const locked = { status: 423, body: { code: 'access.locked-out', message: expect.stringContaining('15分钟') } }
    expect(await trySignIn('clerk')).toMatchObject(locked)
    expect(await trySignIn('CLERK')).toMatchObject(locked)
    expect((await trySignIn('leader')).status).toBe(200)

    current().setNow(minutesLater(14.9))
    expect(await trySignIn('clerk')).toMatchObject(locked)
    current().setNow(minutesLater(15))
    expect((await trySignIn('clerk')).status).toBe(200)
  })

  test('knocking at a locked door does not keep it locked', async () => {
    for (let at = 0; at < 5; at += 1) await trySignIn('leader', 'Wrong-horse-42')
    current().setNow(minutesLater(10))
    for (let at = 0; at < 3; at += 1) expect((await trySignIn('leader', 'Wrong-horse-42')).status).toBe(423)

    current().setNow(minutesLater(15))

    expect((await trySignIn('leader')).status).toBe(200)
  })

  test('after the lock the count begins anew', async () => {
    for (let at = 0; at < 5; at += 1) await trySignIn('west-clerk', 'Wrong-horse-42')
    current().setNow(minutesLater(15))

    for (let at = 0; at < 4; at += 1) expect((await trySignIn('west-clerk', 'Wrong-horse-42')).status).toBe(401)

    expect((await trySignIn('west-clerk')).status).toBe(200)
  })

  test('a right password forgives the wrong ones before it', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 4; at += 1) expect((await trySignIn('village-worker', 'Wrong-horse-42')).status).toBe(401)
      expect((await trySignIn('village-worker')).status).toBe(200)
    }
  })
})

describe('sessions', () => {
  test('are listed, and each can be ended from another', async () => {
    const [office, home] = [await current().signIn('chief'), await current().signIn('chief')]
    const listed = (await (await office.fetch('/api/auth/list-sessions')).json()) as { token: string }[]
    const own = (await (await office.fetch('/api/auth/get-session')).json()) as { session: { token: string } }
    expect(listed.length).toBeGreaterThanOrEqual(2)

    await office.post('/api/auth/revoke-other-sessions')

    expect((await home.rpc('access.me')).status).toBe(401)
    expect((await office.rpc('access.me')).status).toBe(200)
    await office.post('/api/auth/revoke-session', { token: own.session.token })
    expect((await office.rpc('access.me')).status).toBe(401)
  })

  test('end with signing out, also for whoever kept the cookie', async () => {
    const browser = await current().signIn('chief')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

    expect((await browser.post('/api/auth/sign-out')).status).toBe(200)

    expect((await current().stranger().fetch('/rpc/access/me', { headers: { cookie } })).status).toBe(401)
  })

  test('a stopped account is out at once, and signing in again leads nowhere', async () => {
    const browser = await current().signIn('town-worker')
    await act('access.stopAccount', 'system-administrator', 'town-worker', { isActive: false })

    expect(await browser.rpc('access.me')).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } })
    const again = await current().signIn('town-worker')
    expect(await again.rpc('access.me')).toMatchObject({ status: 403, body: { code: 'access.account-stopped' } })
    expect((await again.fetch('/uploads?name=a.csv', { method: 'POST', body: 'a' })).status).toBe(403)
  })

  test('a granted role counts from the next request on', async () => {
    const browser = await current().signIn('without-role')
    const grant = { role: 'village-worker', section: null, division: '999999001001' }
    await act('access.grantRole', 'security-administrator', 'without-role', grant)

    expect(await browser.rpc('access.me')).toMatchObject({ body: { role: 'village-worker' } })
    expect((await browser.rpc('registry.listPeople', {})).status).toBe(200)
  })

  test('a user who belongs to no bureau is let in nowhere', async () => {
    const browser = await current().signIn('west-clerk')
    const { db } = current().app.database
    await sql`delete from public.bureau_member where user_id =
      (select id from auth."user" where username = 'west-clerk')`.execute(db)

    expect(await browser.rpc('access.me')).toMatchObject({ status: 403, body: { code: 'access.no-account' } })
  })
})

describe('changing the password', () => {
  const path = '/api/auth/change-password'

  test.each(['short-1A', 'correcthorsebattery', 'my-Leader-2025'])(
    'a weak one is refused in Chinese: %s',
    async (newPassword) => {
      const browser = await current().signIn('leader')

      const answer = await browser.post(path, { currentPassword: TEST_PASSWORD, newPassword })

      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'access.weak-password', message: expect.stringMatching(/至少12位/) },
      })
    },
  )

  test('takes the one before, and ends the others that are signed in when asked', async () => {
    const [browser, other] = [await current().signIn('leader'), await current().signIn('leader')]
    const newPassword = 'Battery-staple-43'
    const wrong = await browser.post(path, { currentPassword: 'Wrong-horse-42', newPassword })
    expect(wrong.status).toBe(400)

    const answer = await browser.post(path, { currentPassword: TEST_PASSWORD, newPassword, revokeOtherSessions: true })

    expect(answer.status).toBe(200)
    expect((await other.rpc('access.me')).status).toBe(401)
    expect((await browser.rpc('access.me')).status).toBe(200)
    expect((await trySignIn('leader')).status).toBe(401)
    expect((await trySignIn('leader', newPassword)).status).toBe(200)
  })
})

describe.each(['system-administrator', 'security-administrator', 'audit-administrator'] as const)(
  '%s',
  (administrator) => {
    test('is signed in but may nothing until the second factor is set up; then it is asked for at every sign-in', async () => {
      const [browser, forgotten] = [await current().signIn(administrator), await current().signIn(administrator)]
      expect(await browser.rpc('access.me')).toMatchObject({ body: { secondFactor: 'required', may: [] } })
      expect(await browser.rpc('access.listAccounts', {})).toMatchObject({
        status: 403,
        body: { code: 'access.second-factor-needed' },
      })

      const secret = await enrolSecondFactor(browser)

      expect(await browser.rpc('access.me')).toMatchObject({ body: { secondFactor: 'on' } })
      expect((await browser.rpc('access.listAccounts', {})).status).toBe(200)
      expect((await browser.rpc('registry.listPeople', {})).status).toBe(403)
      // Who signed in with the password alone, before, does not get in by somebody else's second factor.
      expect((await forgotten.rpc('access.me')).status).toBe(401)
      const next = current().stranger()
      const half = await next.post(SIGN_IN, { username: administrator, password: TEST_PASSWORD })
      expect(half).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
      expect((await next.rpc('access.me')).status).toBe(401)
      expect((await next.post('/api/auth/two-factor/verify-totp', { code: wrongCode(secret) })).status).toBe(401)
      expect((await next.rpc('access.me')).status).toBe(401)
      expect((await next.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
      expect(await next.rpc('access.me')).toMatchObject({ status: 200, body: { secondFactor: 'on' } })
      expect((await browser.rpc('access.me')).status).toBe(200)
    })
  },
)

test('no device is trusted: an administrator gives the code at every sign-in', async () => {
  const secret = await enrolSecondFactor(await current().signIn('village-worker'))
  const browser = current().stranger()
  await browser.post(SIGN_IN, { username: 'village-worker', password: TEST_PASSWORD })

  const answer = await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret), trustDevice: true })

  expect(answer).toMatchObject({ status: 400, body: { code: 'access.no-trusted-device' } })
  expect((await browser.rpc('access.me')).status).toBe(401)
  expect([...browser.cookies.keys()].filter((name) => name.includes('trust'))).toEqual([])
})

test('the second factor is not set up without the password, nor with a wrong code', async () => {
  const browser = await current().signIn('chief')

  expect((await browser.post('/api/auth/two-factor/enable', { password: 'Wrong-horse-42' })).status).toBe(400)
  const { body } = await browser.post('/api/auth/two-factor/enable', { password: TEST_PASSWORD })
  const secret = secretOf(body)
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: wrongCode(secret) })).status).toBe(401)

  expect(await browser.rpc('access.me')).toMatchObject({ body: { secondFactor: 'off' } })
})

function trySignIn(username: string, password = TEST_PASSWORD) {
  return current().stranger().post(SIGN_IN, { username, password })
}

function minutesLater(minutes: number): Date {
  return new Date(TEST_NOW.getTime() + minutes * 60_000)
}

/** One of the two changes of an account, by the administrator whose duty it is. */
async function act(
  name: string,
  role: 'system-administrator' | 'security-administrator',
  whose: TestAccount,
  change: object,
) {
  const { app, routes, accountIds } = current()
  const route = routes.find((each) => each.name === name)
  if (!route) throw new Error(`no route ${name}`)
  const input = { actionId: randomUUID(), id: accountIds.get(whose), version: 1, ...change }
  await runRoute(app, route, openStage(current()).actor({ role }), input)
}
