import { faults } from '@dongzhou/contract/faults'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { toNodeHandler } from 'better-auth/node'
import { twoFactor, username } from 'better-auth/plugins'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { clearFailures, findLock, recordFailure } from './lock-out.sql.ts'
import { hashPassword, isStrongPassword, verifyPassword } from './password.ts'

export interface SignInConfig {
  readonly db: Db
  readonly clock: Clock
  /** Signs cookies and encrypts TOTP secrets; 32 characters or more, from the key file. */
  readonly secret: string
  /** The address people open, `https://…`; undefined serves any host on plain HTTP (embedded, tests). */
  readonly origin: string | undefined
}

export interface SignIn {
  readonly handle: ReturnType<typeof toNodeHandler>
  /** The signed-in user of a request; undefined without a valid session. */
  findUser(headers: Headers): Promise<{ readonly userId: string; readonly hasSecondFactor: boolean } | undefined>
}

/** 登录 (sign-in): who somebody is. What they may do is the bureau's own affair (account, role, division). */
export function openSignIn(config: SignInConfig): SignIn {
  const auth = betterAuth(optionsOf(config))
  return {
    handle: toNodeHandler(auth.handler),
    findUser: async (headers) => {
      const session = await auth.api.getSession({ headers })
      if (!session) return undefined
      const { id, twoFactorEnabled } = session.user as { id: string; twoFactorEnabled?: boolean | null }
      return { userId: id, hasSecondFactor: twoFactorEnabled === true }
    },
  }
}

function optionsOf(config: SignInConfig) {
  return {
    database: { db: config.db.withSchema('auth'), type: 'postgres' },
    secret: config.secret,
    basePath: '/api/auth',
    ...(config.origin === undefined ? {} : { baseURL: config.origin }),
    trustedOrigins: (request) => originsOf(config, request),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: ({ password, hash }) => verifyPassword(password, hash) },
    },
    // 等保 level 3: a session idles out in eight hours, a working day.
    session: { expiresIn: 8 * 3600, updateAge: 900, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 300 },
    advanced: {
      cookiePrefix: 'dongzhou',
      useSecureCookies: config.origin?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: ['x-dongzhou-address'] },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 30 }), twoFactor({ issuer: '东洲' })],
    hooks: { before: refuseLocked(config), after: countFailures(config) },
  } satisfies BetterAuthOptions
}

// Without a fixed origin the page's own host is the only one trusted: the same-origin check stays on.
function originsOf(config: SignInConfig, request: Request | undefined): string[] {
  if (config.origin !== undefined) return [config.origin]
  const host = request?.headers.get('host')
  return host ? [`http://${host}`, `https://${host}`] : []
}

function refuseLocked(config: SignInConfig) {
  return createAuthMiddleware(async (context) => {
    refuseWeakPassword(context.path, context.body)
    const name = userNameOf(context.path, context.body)
    if (name === undefined) return
    if ((await findLock(config.db, name, config.clock())) === undefined) return
    throw new APIError('LOCKED', { code: 'access.locked-out', message: faults['access.locked-out'].say })
  })
}

function refuseWeakPassword(path: string, body: unknown): void {
  if (path !== '/change-password') return
  const { newPassword } = (body ?? {}) as { newPassword?: unknown }
  if (typeof newPassword === 'string' && isStrongPassword(newPassword, '\u0000')) return
  throw new APIError('BAD_REQUEST', { code: 'access.weak-password', message: faults['access.weak-password'].say })
}

function countFailures(config: SignInConfig) {
  return createAuthMiddleware(async (context) => {
    const name = userNameOf(context.path, context.body)
    if (name === undefined) return
    if (context.context.returned instanceof Error) await recordFailure(config.db, name, config.clock())
    else await clearFailures(config.db, name)
  })
}

function userNameOf(path: string, body: unknown): string | undefined {
  if (path !== '/sign-in/username') return undefined
  const { username: name } = (body ?? {}) as { username?: unknown }
  return typeof name === 'string' ? name.toLowerCase() : undefined
}
