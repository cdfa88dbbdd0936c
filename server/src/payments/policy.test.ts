import { authoritiesOf, type Role, roles } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { whoOf } from '../platform/clerk.ts'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, TEST_BUREAU, WEST_TOWN } from '../testing/test-bureau.ts'
import {
  mayApprovePayments,
  mayCheckPayments,
  mayListPayments,
  mayMakePayments,
  mayReadPayments,
  mayReleasePayments,
} from './policy.ts'

const questions = { mayReadPayments, mayMakePayments, mayCheckPayments, mayApprovePayments, mayReleasePayments }
type Question = keyof typeof questions

const who: { readonly [Q in Question]: readonly Role[] } = {
  mayReadPayments: ['clerk', 'chief', 'leader', 'town-worker'],
  mayMakePayments: ['clerk', 'chief'],
  mayCheckPayments: ['clerk', 'chief', 'leader'],
  mayApprovePayments: ['chief', 'leader'],
  mayReleasePayments: ['chief', 'leader'],
}

test.each(Object.keys(questions) as Question[])('%s: these roles in their own place, and nobody else', (question) => {
  for (const role of Object.keys(roles) as Role[]) {
    const { clerk } = actorOf({ role, division: EAST_TOWN })
    const answer = questions[question](clerk, { division: EAST_VILLAGE })

    expect([role, answer]).toEqual([role, who[question].includes(role) ? 'yes' : 'access.not-authorised'])
  }
})

test.each(Object.keys(questions) as Question[])('%s: not beyond the division one was given', (question) => {
  const { clerk } = actorOf({ role: 'chief', division: WEST_TOWN })

  expect(questions[question](clerk, { division: EAST_VILLAGE })).toBe('access.outside-jurisdiction')
  expect(questions[question](clerk, { division: COUNTY })).toBe('access.outside-jurisdiction')
})

test('a list is made by whoever sees the whole bureau: somebody who moved was paid elsewhere before', () => {
  expect(mayListPayments(actorOf({ role: 'clerk' }).clerk, TEST_BUREAU)).toBe('yes')
  expect(mayListPayments(actorOf({ role: 'clerk', division: EAST_TOWN }).clerk, TEST_BUREAU)).toBe(
    'access.outside-jurisdiction',
  )
})

test('no administrator carries an authority over money', () => {
  for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const)
    expect(authoritiesOf[role].filter((authority) => authority.startsWith('payments.'))).toEqual([])
})

test('somebody is their account; the system is its name', () => {
  const { clerk } = actorOf({ role: 'clerk' })

  expect(whoOf({ ...clerk, accountId: 7 })).toBe('account/7')
  expect(whoOf(clerk)).toBe('test-clerk')
})
