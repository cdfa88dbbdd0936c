import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hasVerbName } from '../platform/verb-names.ts'
import { TEST_PASSWORD, type TestAccount, testServer } from '../testing/http.ts'
import { enrolSecondFactor, totp, wrongCode } from '../testing/second-factor.ts'
import { TEST_BUREAU } from '../testing/test-bureau.ts'

const { current } = testServer()

const SIGN_IN = '/api/auth/sign-in/username'
const CODE = '/api/auth/two-factor/verify-totp'
const NEXT_PASSWORD = 'Battery-staple-43'

test('who signs in and out stands in the trail, in their own division', async () => {
  const browser = await current().signIn('town-worker')
  await browser.post('/api/auth/sign-out')

  expect(await trailOf('town-worker')).toEqual([
    { verb: 'access.sign-in', after: null, division_code: '999999001000' },
    { verb: 'access.sign-out', after: null, division_code: '999999001000' },
  ])
})

test('a failed sign-in stands in the trail of the account, at a locked door too', async () => {
  for (let at = 0; at < 6; at += 1) {
    await current().stranger().post(SIGN_IN, { username: 'West-Clerk', password: 'Wrong-horse-42' })
  }

  const verbs = (await trailOf('west-clerk')).map(({ verb, after }) => [verb, after])
  expect(verbs).toEqual([
    ...Array.from({ length: 5 }, () => ['access.sign-in-failed', null]),
    ['access.sign-in-failed', { isLocked: true }],
  ])
})

test('a name that is nobody leaves nothing but its count', async () => {
  const before = await trailSize()

  await current().stranger().post(SIGN_IN, { username: 'nobody-at-all', password: TEST_PASSWORD })

  expect(await trailSize()).toBe(before)
  const { rows } = await sql`select failures from auth.sign_in_failure where user_name = 'nobody-at-all'`.execute(
    current().app.database.db,
  )
  expect(rows).toEqual([{ failures: 1 }])
})

test('a password alone is no sign-in where a code is asked for; the code is, and a wrong one is a failure', async () => {
  const secret = await enrolSecondFactor(await current().signIn('audit-administrator'))
  const browser = current().stranger()

  await browser.post(SIGN_IN, { username: 'audit-administrator', password: TEST_PASSWORD })
  await browser.post(CODE, { code: wrongCode(secret) })
  await browser.post(CODE, { code: totp(secret) })

  expect((await trailOf('audit-administrator')).map(({ verb, after }) => [verb, after])).toEqual([
    ['access.sign-in', null],
    ['access.enrol-second-factor', null],
    ['access.sign-in-failed', { step: 'second-factor' }],
    ['access.sign-in', { step: 'second-factor' }],
  ])
})

test('a changed password, ended sessions and a dropped second factor stand in the trail', async () => {
  const [browser, other] = [await current().signIn('chief'), await current().signIn('chief')]
  const { session } = (await (await other.fetch('/api/auth/get-session')).json()) as { session: { token: string } }
  await browser.post('/api/auth/revoke-session', { token: session.token })
  await browser.post('/api/auth/revoke-other-sessions')
  await browser.post('/api/auth/change-password', { currentPassword: 'Wrong-horse-42', newPassword: NEXT_PASSWORD })
  await browser.post('/api/auth/change-password', { currentPassword: TEST_PASSWORD, newPassword: NEXT_PASSWORD })
  await browser.post('/api/auth/two-factor/disable', { password: NEXT_PASSWORD })

  const rows = await trailOf('chief')

  expect(rows.map(({ verb, after }) => [verb, after])).toEqual([
    ['access.sign-in', null],
    ['access.sign-in', null],
    ['access.end-session', { which: 'one' }],
    ['access.end-session', { which: 'others' }],
    ['access.change-password', null],
    ['access.drop-second-factor', null],
  ])
  expect(rows.filter(({ verb }) => !hasVerbName(verb))).toEqual([])
})

test('no row of the trail holds a password, a code or a token', async () => {
  const { rows } = await sql<{ text: string }>`
    select row_to_json(t)::text as text from ${sql.table(`${TEST_BUREAU.schema}.trail`)} t`.execute(
    current().app.database.db,
  )
  const { rows: tokens } = await sql<{ token: string }>`select "token" from auth."session"`.execute(
    current().app.database.db,
  )

  expect(rows.length).toBeGreaterThan(10)
  expect(tokens.length).toBeGreaterThan(0)
  for (const secret of [TEST_PASSWORD, NEXT_PASSWORD, 'Wrong-horse-42', ...tokens.map(({ token }) => token)]) {
    expect(rows.filter(({ text }) => text.includes(secret))).toEqual([])
  }
})

async function trailOf(userName: TestAccount) {
  const { rows } = await sql<{ verb: string; after: unknown; division_code: string }>`
    select verb, after, division_code from ${sql.table(`${TEST_BUREAU.schema}.trail`)}
    where actor = ${userName} and account_id = ${current().accountIds.get(userName)} and subject_kind = 'account'
      and subject = ${String(current().accountIds.get(userName))} order by id`.execute(current().app.database.db)
  return rows
}

async function trailSize(): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select count(*) as size from ${sql.table(`${TEST_BUREAU.schema}.trail`)}`.execute(current().app.database.db)
  return rows[0]?.size ?? 0
}
