import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { toNodeHandler } from 'better-auth/node'
import { twoFactor, username } from 'better-auth/plugins'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { Fault } from '../platform/fault.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { afterwards, beforehand, LONGEST_NAME } from './sign-in-hooks.ts'
import { inChinese } from './sign-in-words.ts'

export interface SignInConfig {
  readonly db: Db
  readonly clock: Clock
  /** Signs cookies and encrypts TOTP secrets; 32 characters or more, from the key file. */
  readonly secret: string
  /** The address people open, `https://…`; undefined serves any host on plain HTTP (embedded, tests). */
  readonly origin: string | undefined
}

export interface SignIn {
  /** Answers `/api/auth/…`. Throws a Fault for what is not open. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The signed-in user of a request; undefined without a valid session. */
  findUser(headers: Headers): Promise<{ readonly userId: string; readonly hasSecondFactor: boolean } | undefined>
}

const BASE_PATH = '/api/auth'

/** 登录 (sign-in): who somebody is. What they may do is the bureau's own affair (account, role, division). */
export function openSignIn(config: SignInConfig): SignIn {
  const auth = betterAuth(optionsOf(config))
  const handle = toNodeHandler(async (request) => inChinese(await auth.handler(request)))
  return {
    handle: async (request, response) => {
      if (!isOpen(request)) throw new Fault('platform.not-found')
      await handle(request, response)
    },
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
    basePath: BASE_PATH,
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
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 300, customRules },
    advanced: {
      cookiePrefix: 'dongzhou',
      useSecureCookies: config.origin?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: ['x-dongzhou-address'] },
    },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: LONGEST_NAME, usernameValidator: isUserName }),
      twoFactor({ issuer: '东洲' }),
    ],
    hooks: { before: beforehand(config), after: afterwards(config) },
  } satisfies BetterAuthOptions
}

// A bureau stands behind one address, and at eight everybody signs in: the service's own three in ten seconds would keep them
// out. Guessing one account is stopped by the lock-out, trying one password on all of them by these.
const customRules = {
  '/sign-in/username': { window: 60, max: 120 },
  '/two-factor/*': { window: 60, max: 120 },
  '/change-password': { window: 60, max: 30 },
} as const

/**
 * What of the sign-in service is open. The rest of it is shut: signing in by address for mail would go round the lock-out,
 * and whoever changes their own user name or address would no longer be who the trail says.
 */
const openPaths: ReadonlySet<string> = new Set([
  '/sign-in/username',
  '/sign-out',
  '/get-session',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/verify-totp',
  '/two-factor/generate-backup-codes',
  '/two-factor/verify-backup-code',
])

/** As the contract lets an account be named; capitals are the same name. */
function isUserName(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/i.test(text)
}

function isOpen(request: IncomingMessage): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  return openPaths.has(pathname.slice(BASE_PATH.length))
}

// Without a fixed origin the page's own host is the only one trusted: the same-origin check stays on.
function originsOf(config: SignInConfig, request: Request | undefined): string[] {
  if (config.origin !== undefined) return [config.origin]
  const host = request?.headers.get('host')
  return host ? [`http://${host}`, `https://${host}`] : []
}
