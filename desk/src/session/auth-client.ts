import { createAuthClient } from 'better-auth/client'
import { twoFactorClient, usernameClient } from 'better-auth/client/plugins'
import { sessionWords } from '../words/session.ts'

const client = createAuthClient({
  baseURL: location.origin,
  basePath: '/api/auth',
  plugins: [usernameClient(), twoFactorClient()],
})

/** How signing in went: in, a code is asked for, or why not, in words. */
export type SignedIn = { readonly kind: 'in' } | { readonly kind: 'code' } | Refused

/** Not done, and why in words for the person at the desk. */
export interface Refused {
  readonly kind: 'refused'
  readonly say: string
}

export type Answered = { readonly kind: 'done' } | Refused

/** 登录 by name and password. */
export async function signIn(userName: string, password: string): Promise<SignedIn> {
  const { data, error } = await reached(client.signIn.username({ username: userName, password }))
  if (error) return refused(error, sessionWords.wrong)
  return asksForCode(data) ? { kind: 'code' } : { kind: 'in' }
}

/** The second factor by the authenticator's six digits, or by a backup code. */
export async function answerCode(kind: 'totp' | 'backup', code: string): Promise<Answered> {
  const { error } = await reached(
    kind === 'totp' ? client.twoFactor.verifyTotp({ code }) : client.twoFactor.verifyBackupCode({ code }),
  )
  if (error) return refused(error, kind === 'totp' ? sessionWords.codeWrong : sessionWords.backupWrong)
  return { kind: 'done' }
}

/** What an authenticator needs to make codes: the address in the QR code, the secret in it, and codes for a lost phone. */
export interface Enrolment {
  readonly kind: 'enrolment'
  readonly uri: string
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Begins the second factor; it counts from the first right code on. */
export async function beginEnrolment(password: string): Promise<Enrolment | Refused> {
  const { data, error } = await reached(client.twoFactor.enable({ password }))
  if (error) return refused(error, sessionWords.currentWrong)
  const uri = data && 'totpURI' in data ? data.totpURI : undefined
  if (!data || uri === undefined) return { kind: 'refused', say: sessionWords.failed }
  return {
    kind: 'enrolment',
    uri,
    secret: new URL(uri).searchParams.get('secret') ?? '',
    backupCodes: 'backupCodes' in data ? data.backupCodes : [],
  }
}

/** 修改密码; every other device is signed out. */
export async function changePassword(current: string, fresh: string): Promise<Answered> {
  const { error } = await reached(
    client.changePassword({ currentPassword: current, newPassword: fresh, revokeOtherSessions: true }),
  )
  if (error) return refused(error, error.code === 'INVALID_PASSWORD' ? sessionWords.currentWrong : sessionWords.failed)
  return { kind: 'done' }
}

/** One device the account is signed in on. */
export interface OwnSession {
  readonly token: string
  readonly isHere: boolean
  readonly device: string | undefined
  readonly address: string | undefined
  readonly since: string
  readonly until: string
}

export async function listOwnSessions(): Promise<readonly OwnSession[]> {
  const [listed, current] = await Promise.all([client.listSessions(), client.getSession()])
  if (listed.error) throw Object.assign(new Error(listed.error.message ?? ''), { status: listed.error.status })
  return listed.data
    .map((session) => ({
      token: session.token,
      isHere: session.token === current.data?.session.token,
      device: session.userAgent ?? undefined,
      address: session.ipAddress ?? undefined,
      since: new Date(session.createdAt).toISOString(),
      until: new Date(session.expiresAt).toISOString(),
    }))
    .sort((one, other) => Number(other.isHere) - Number(one.isHere) || other.since.localeCompare(one.since))
}

export async function endSession(token: string): Promise<Answered> {
  const { error } = await reached(client.revokeSession({ token }))
  return error ? refused(error, sessionWords.notEnded) : { kind: 'done' }
}

export async function endOtherSessions(): Promise<Answered> {
  const { error } = await reached(client.revokeOtherSessions())
  return error ? refused(error, sessionWords.notEnded) : { kind: 'done' }
}

export async function signOut(): Promise<void> {
  await client.signOut()
}

interface AuthError {
  readonly status: number
  readonly code?: string | undefined
  readonly message?: string | undefined
}

interface Reply<Data> {
  readonly data: Data | null
  readonly error: AuthError | null
}

/** Turns a lost connection, which the client throws, into an answer like the others. */
async function reached<Data>(reply: Promise<Reply<Data>>): Promise<Reply<Data>> {
  try {
    return await reply
  } catch {
    return { data: null, error: { status: 0 } }
  }
}

function refused(error: AuthError, usual: string): Refused {
  if (/\p{Script=Han}/u.test(error.message ?? '')) return { kind: 'refused', say: error.message ?? usual }
  if (error.status === 0 || error.status >= 500) return { kind: 'refused', say: sessionWords.unreachable }
  if (error.status === 423) return { kind: 'refused', say: sessionWords.locked }
  if (error.status === 429) return { kind: 'refused', say: sessionWords.tooOften }
  return { kind: 'refused', say: usual }
}

function asksForCode(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'twoFactorRedirect' in data && data.twoFactorRedirect === true
}
