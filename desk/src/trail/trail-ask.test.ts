import { expect, test } from 'vitest'
import { trailAsk } from './trail-ask.ts'

const ask = (filters: Record<string, readonly string[]>) => ({ page: 2, size: 50, sort: undefined, filters })

test.each([
  ['everything', {}, {}],
  ['a verb', { verb: ['access.grant-role'] }, { verb: 'access.grant-role' }],
  ['an account', { account: ['7'] }, { accountId: 7 }],
  ['a span of days', { dayFrom: ['2025-06-01'], dayTo: ['2025-06-30'] }, { from: '2025-06-01', to: '2025-06-30' }],
  ['a person', { subject: ['person:12'] }, { subject: { kind: 'person', id: '12' } }],
  ['a division', { subject: ['division:999999102000'] }, { subject: { kind: 'division', id: '999999102000' } }],
  ['nonsense', { account: ['x'], dayFrom: ['yesterday'], subject: ['person'] }, {}],
])('%s is asked', (_, filters, asked) => {
  expect(trailAsk(ask(filters))).toEqual({ page: 2, size: 50, ...asked })
})
