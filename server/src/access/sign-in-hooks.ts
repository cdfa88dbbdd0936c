import { type FaultCode, faults } from '@dongzhou/contract/faults'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { endOtherSessions } from './accounts.sql.ts'
import { clearFailures, findLock, recordFailure } from './lock-out.sql.ts'
import { isStrongPassword } from './password.ts'
import { findUserIdOfName, recordSignInTrail, type SignInEvent } from './sign-in-trail.sql.ts'

interface HookConfig {
  readonly db: Db
  readonly clock: Clock
}

type Context = Parameters<typeof getSessionFromCtx>[0]

export const LONGEST_NAME = 30

/** What is refused before the sign-in service looks at it: a locked name, a weak password, a device to be trusted. */
export function beforehand(config: HookConfig) {
  return createAuthMiddleware(async (context) => {
    if (context.path === '/change-password') await refuseWeakPassword(context)
    if (isSecondStep(context.path)) refuseTrustedDevice(context.body)
    if (context.path === '/sign-out') await recordSignOut(config, context)
    const name = userNameOf(context.path, context.body)
    if (name !== undefined) await refuseLocked(config, name)
  })
}

/** What follows when the service has answered: the count of failures, other sessions ended, the row in the trail. */
export function afterwards(config: HookConfig) {
  return createAuthMiddleware(async (context) => {
    const { returned, newSession } = context.context
    const hasFailed = returned instanceof Error
    if (isEnrolment(context, hasFailed) && newSession) {
      // It was set up just now: whoever is signed in elsewhere got there by the password alone.
      await endOtherSessions(config.db, newSession.user.id, newSession.session.token)
    }
    const name = userNameOf(context.path, context.body)
    if (name !== undefined && hasFailed) await recordFailure(config.db, name, config.clock())
    else if (name !== undefined) await clearFailures(config.db, name)
    if (hasFailed) await recordFailedSignIn(config, context, name)
    else await recordDone(config, context)
  })
}

function refusal(status: 'LOCKED' | 'BAD_REQUEST', code: FaultCode): APIError {
  return new APIError(status, { code, message: faults[code].say })
}

async function refuseLocked(config: HookConfig, name: string): Promise<void> {
  if ((await findLock(config.db, name, config.clock())) === undefined) return
  const userId = await findUserIdOfName(config.db, name)
  if (userId !== undefined) {
    await recordSignInTrail(config, userId, { verb: 'access.sign-in-failed', after: { isLocked: true } })
  }
  throw refusal('LOCKED', 'access.locked-out')
}

async function refuseWeakPassword(context: Context): Promise<void> {
  const { newPassword } = (context.body ?? {}) as { newPassword?: unknown }
  const session = await getSessionFromCtx(context)
  const { username: name } = (session?.user ?? {}) as { username?: string | null }
  if (typeof newPassword === 'string' && isStrongPassword(newPassword, name ?? '\u0000')) return
  throw refusal('BAD_REQUEST', 'access.weak-password')
}

/** A trusted device would skip the code for thirty days, an administrator's too. */
function refuseTrustedDevice(body: unknown): void {
  const { trustDevice } = (body ?? {}) as { trustDevice?: unknown }
  if (trustDevice) throw refusal('BAD_REQUEST', 'access.no-trusted-device')
}

/** Before it happens: afterwards nobody knows whose session it was. */
async function recordSignOut(config: HookConfig, context: Context): Promise<void> {
  const session = await getSessionFromCtx(context)
  if (session) await recordSignInTrail(config, session.user.id, { verb: 'access.sign-out' })
}

async function recordFailedSignIn(config: HookConfig, context: Context, name: string | undefined): Promise<void> {
  if (name !== undefined) {
    const userId = await findUserIdOfName(config.db, name)
    if (userId !== undefined) await recordSignInTrail(config, userId, { verb: 'access.sign-in-failed' })
    return
  }
  if (!isSecondStep(context.path)) return
  const userId = await findHalfSignedIn(context)
  if (userId === undefined) return
  await recordSignInTrail(config, userId, { verb: 'access.sign-in-failed', after: { step: 'second-factor' } })
}

/** Whose password was right, and whose code is still asked for: the service's signed cookie knows. */
async function findHalfSignedIn(context: Context): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter, secret } = context.context
  const key = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  if (!key) return undefined
  return (await internalAdapter.findVerificationValue(key))?.value
}

async function recordDone(config: HookConfig, context: Context): Promise<void> {
  const { session, newSession } = context.context
  const userId = newSession?.user.id ?? session?.user.id
  const event = eventOf(context)
  if (userId !== undefined && event) await recordSignInTrail(config, userId, event)
}

function eventOf(context: Context): SignInEvent | undefined {
  if (context.path === '/sign-in/username') {
    return isSignedInByPassword(context) ? { verb: 'access.sign-in' } : undefined
  }
  if (isEnrolment(context, false)) return { verb: 'access.enrol-second-factor' }
  if (isSecondStep(context.path)) {
    const isSignIn = !context.context.session && context.context.newSession
    return isSignIn ? { verb: 'access.sign-in', after: { step: 'second-factor' } } : undefined
  }
  return context.path === undefined ? undefined : events[context.path]
}

const events: Readonly<Record<string, SignInEvent>> = {
  '/change-password': { verb: 'access.change-password' },
  '/revoke-session': { verb: 'access.end-session', after: { which: 'one' } },
  '/revoke-other-sessions': { verb: 'access.end-session', after: { which: 'others' } },
  '/revoke-sessions': { verb: 'access.end-session', after: { which: 'all' } },
  '/two-factor/disable': { verb: 'access.drop-second-factor' },
  '/two-factor/generate-backup-codes': { verb: 'access.renew-backup-codes' },
}

/** Where a second factor is on, the service takes the session away again after these hooks and asks for the code. */
function isSignedInByPassword(context: Context): boolean {
  const { twoFactorEnabled } = (context.context.newSession?.user ?? { twoFactorEnabled: true }) as {
    twoFactorEnabled?: boolean | null
  }
  return twoFactorEnabled !== true
}

function isEnrolment(context: Context, hasFailed: boolean): boolean {
  const { session, newSession } = context.context
  return context.path === '/two-factor/verify-totp' && !hasFailed && !!session && !!newSession
}

function isSecondStep(path: string | undefined): boolean {
  return path === '/two-factor/verify-totp' || path === '/two-factor/verify-backup-code'
}

function userNameOf(path: string | undefined, body: unknown): string | undefined {
  if (path !== '/sign-in/username') return undefined
  const { username: name } = (body ?? {}) as { username?: unknown }
  // Longer than any user name: nobody's account is at stake, and nothing is kept of it.
  return typeof name === 'string' && name.length <= LONGEST_NAME ? name.toLowerCase() : undefined
}
