/** What went wrong, as far as a screen draws it differently. */
export interface Trouble {
  readonly kind: 'signed-out' | 'refused' | 'missing' | 'stale' | 'offline' | 'failed'
  readonly say: string
  readonly code: string | undefined
  readonly details: Readonly<Record<string, unknown>>
}

/** Reads any error as a trouble. The server's own Chinese sentence goes first; anything else gets one of ours. */
export function troubleOf(error: unknown): Trouble {
  const fault = faultOf(error)
  const kind = kindOf(fault, error)
  return {
    kind,
    say: isChinese(fault.message) ? fault.message : sentences[kind],
    code: fault.code,
    details: fault.details,
  }
}

const sentences: { readonly [K in Trouble['kind']]: string } = {
  'signed-out': '登录已失效，请重新登录。',
  refused: '您的账号没有这项权限，或这条记录不在您的辖区内。',
  missing: '没有找到这条记录，它可能已被合并或撤回。',
  stale: '这条记录刚被他人改动。',
  offline: '连接不上服务器，请检查网络。',
  failed: '服务器没有完成这次请求。',
}

interface FaultLike {
  readonly code: string | undefined
  readonly status: number | undefined
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

function faultOf(error: unknown): FaultLike {
  if (typeof error !== 'object' || error === null)
    return { code: undefined, status: undefined, message: '', details: {} }
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    status: 'status' in error && typeof error.status === 'number' ? error.status : undefined,
    message: 'message' in error && typeof error.message === 'string' ? error.message : '',
    details: 'data' in error && isRecord(error.data) ? error.data : {},
  }
}

function kindOf(fault: FaultLike, error: unknown): Trouble['kind'] {
  switch (fault.status) {
    case 401:
      return 'signed-out'
    case 403:
      return 'refused'
    case 404:
      return 'missing'
    case 409:
      return fault.code === 'platform.changed-meanwhile' ? 'stale' : 'failed'
    case undefined:
      // fetch throws a TypeError when no answer came at all.
      return error instanceof TypeError ? 'offline' : 'failed'
    default:
      return 'failed'
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
