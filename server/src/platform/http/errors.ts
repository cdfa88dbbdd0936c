import { faults } from '@dongzhou/contract/faults'
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
