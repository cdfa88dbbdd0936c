import { type FaultCode, faults } from '@dongzhou/contract/faults'

/** The sign-in service speaks English; whoever signs in gets the sentence of the catalogue, with its status. */
export async function inChinese(response: Response): Promise<Response> {
  if (response.status < 400) return response
  const said = codeOf(await response.clone().text())
  if (said !== undefined && Object.hasOwn(faults, said)) return response
  const code = (said === undefined ? undefined : ownCodes[said]) ?? byStatus(response.status)
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json; charset=utf-8')
  headers.delete('content-length')
  const { status, say } = faults[code]
  return new Response(JSON.stringify({ code, message: say }), { status, headers })
}

// A name of the wrong length or letters is answered like a wrong password: what a name looks like is nobody's to learn here.
const ownCodes: Readonly<Record<string, FaultCode>> = {
  INVALID_USERNAME_OR_PASSWORD: 'access.wrong-password',
  USERNAME_TOO_SHORT: 'access.wrong-password',
  USERNAME_TOO_LONG: 'access.wrong-password',
  INVALID_USERNAME: 'access.wrong-password',
  INVALID_PASSWORD: 'access.current-password-wrong',
  INVALID_CODE: 'access.wrong-code',
  INVALID_BACKUP_CODE: 'access.wrong-backup-code',
  INVALID_TWO_FACTOR_COOKIE: 'access.second-step-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'access.second-step-expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'access.code-locked-out',
  TOTP_NOT_ENABLED: 'access.no-second-factor',
  TWO_FACTOR_NOT_ENABLED: 'access.no-second-factor',
  BACKUP_CODES_NOT_ENABLED: 'access.no-second-factor',
  SESSION_EXPIRED: 'access.not-signed-in',
  SESSION_NOT_FRESH: 'access.not-signed-in',
}

function byStatus(status: number): FaultCode {
  if (status >= 500) return 'platform.unexpected'
  return statusCodes[status] ?? 'platform.bad-input'
}

const statusCodes: Readonly<Record<number, FaultCode>> = {
  401: 'access.not-signed-in',
  403: 'access.not-authorised',
  404: 'platform.not-found',
  405: 'platform.wrong-method',
  413: 'platform.input-too-large',
  429: 'access.too-often',
}

function codeOf(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' ? code : undefined
  } catch {
    // An empty body, or one that is no JSON: the status alone says what is wrong.
    return undefined
  }
}
