import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import type { Clerk } from '../platform/clerk.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, TEST_BUREAU } from '../testing/test-bureau.ts'
import { mayConfirmRates, mayWriteRates } from './policy.ts'

const no = 'access.not-authorised'
const outside = 'access.outside-jurisdiction'

test.each([
  ['clerk', COUNTY, 'yes', no],
  ['chief', COUNTY, 'yes', 'yes'],
  ['leader', COUNTY, no, no],
  ['clerk', EAST_TOWN, outside, no],
  ['chief', EAST_TOWN, outside, outside],
  ['town-worker', EAST_TOWN, no, no],
  ['village-worker', EAST_VILLAGE, no, no],
  ['system-administrator', COUNTY, no, no],
  ['security-administrator', COUNTY, no, no],
  ['audit-administrator', COUNTY, no, no],
] as const)('a %s of %s with the rate book: enters %s, confirms %s', (role, division, write, confirm) => {
  const clerk = aClerk(role, division)

  expect(mayWriteRates(clerk, TEST_BUREAU)).toBe(write)
  expect(mayConfirmRates(clerk, TEST_BUREAU)).toBe(confirm)
})

test.each([
  ['another account and another name', { accountId: 8, actor: 'other' }, 'yes'],
  ['the same account under another name', { accountId: 7, actor: 'renamed' }, 'benefits.own-proposal'],
  ['the same name, whatever the account', { accountId: 8, actor: 'me' }, 'benefits.own-proposal'],
  ['the system', { accountId: undefined, actor: 'system' }, 'yes'],
])('a row put forward by %s', (_sentence, proposer, answer) => {
  expect(mayConfirmRates(aClerk('chief', COUNTY), TEST_BUREAU, [proposer])).toBe(answer)
  expect(mayConfirmRates(aClerk('chief', COUNTY), TEST_BUREAU, [{ accountId: 9, actor: 'x' }, proposer])).toBe(answer)
})

function aClerk(role: Role, division: Clerk['division']): Clerk {
  const may = new Set(authoritiesOf[role])
  return { accountId: 7, actor: 'me', displayName: '测试', role, section: undefined, division, may }
}
