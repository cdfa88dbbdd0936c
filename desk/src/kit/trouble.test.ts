import { expect, test } from 'vitest'
import { troubleOf } from './trouble.ts'

test.each([
  [401, 'UNAUTHORIZED', 'signed-out'],
  [403, 'access.outside-jurisdiction', 'refused'],
  [404, 'registry.person-not-found', 'missing'],
  [409, 'platform.changed-meanwhile', 'stale'],
  [409, 'intake.batch-already-accepted', 'failed'],
  [500, 'INTERNAL_SERVER_ERROR', 'failed'],
] as const)('status %i with code %s is drawn as %s', (status, code, kind) => {
  expect(troubleOf(Object.assign(new Error('x'), { status, code })).kind).toBe(kind)
})

test('the sentence the server wrote goes first', () => {
  const fault = Object.assign(new Error('该申请已办结，不能再次审批。'), {
    status: 409,
    code: 'benefits.claim-already-decided',
  })

  expect(troubleOf(fault).say).toBe('该申请已办结，不能再次审批。')
})

test('an English message of a library never reaches the screen', () => {
  expect(troubleOf(new Error('Unexpected token <')).say).toBe('服务器没有完成这次请求。')
})

test('no answer at all means the network', () => {
  expect(troubleOf(new TypeError('Failed to fetch')).kind).toBe('offline')
})

test.each([undefined, null, 'text', 7])('even %s is a failure somebody can read', (error) => {
  expect(troubleOf(error)).toMatchObject({ kind: 'failed', say: '服务器没有完成这次请求。' })
})

test('what the fault tells about itself is kept for the dialog that needs it', () => {
  const fault = Object.assign(new Error('冲突'), {
    status: 409,
    code: 'platform.changed-meanwhile',
    data: { fields: ['name'] },
  })

  expect(troubleOf(fault).details).toEqual({ fields: ['name'] })
})
