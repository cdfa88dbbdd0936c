import { type FaultCode, faults } from '@dongzhou/contract/faults'
import { ORPCError, ValidationError } from '@orpc/server'
import { Fault } from '../fault.ts'

/** Any error as the wire carries it: code, status, the Chinese sentence, and where in the form it belongs. */
export function toWireError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof Fault) {
    return new ORPCError(error.code, { status: error.status, message: error.say, data: error.details })
  }
  const issues = issuesOf(error)
  if (issues) {
    const { status, say } = faults['platform.bad-input']
    return new ORPCError('platform.bad-input', { status, message: say, data: { issues } })
  }
  if (error instanceof ORPCError && error.status < 500) return error
  const { status, say } = faults['platform.unexpected']
  return new ORPCError('platform.unexpected', { status, message: say, cause: error })
}

type Answered =
  | { readonly matched: false; readonly response: undefined }
  | {
      readonly matched: true
      readonly response: { readonly status: number; readonly headers: object; readonly body: unknown }
    }

// What is refused before a route is reached: a body that is no JSON, a route called by the wrong method, a body too large.
const unread: Readonly<Record<number, FaultCode>> = {
  400: 'platform.bad-input',
  405: 'platform.wrong-method',
  413: 'platform.input-too-large',
}

/** A body that could not be read is answered by the library in English; here it gets the sentence of the catalogue. */
export function inOwnWords<Result extends Answered>(result: Result, wrap: (error: object) => object): Result {
  if (!result.matched || !isLibrarys(result.response.body)) return result
  const code = unread[result.response.status]
  if (code === undefined) return result
  const error = new Fault(code)
  return { ...result, response: { ...result.response, body: wrap(toWireError(error).toJSON()) } }
}

/** Our own codes have a room before a dot, the library's are capitals. */
function isLibrarys(body: unknown): boolean {
  const { json = body } = (body ?? {}) as { json?: unknown }
  const { code } = (json ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_]+$/.test(code)
}

export interface InputIssue {
  readonly path: string
  readonly say: string
}

function issuesOf(error: unknown): readonly InputIssue[] | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) {
    return undefined
  }
  return error.cause.issues.slice(0, 50).map((issue) => ({ path: pathOf(issue.path), say: issue.message }))
}

type IssuePath = ValidationError['issues'][number]['path']

function pathOf(path: IssuePath): string {
  return (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
}
